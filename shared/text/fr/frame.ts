/** Words of the program, its first pages, the lobby and the frame of a game, in French. */
export const frame: Readonly<Record<string, string>> = {
  // the program
  name: 'Kessler Accords',
  foot: 'Un exercice. Les objectifs sont inventés ; les orbites et la physique sont réelles.',
  loading: 'Un instant.',
  connecting: 'Connexion à la partie.',
  close: 'Fermer',
  cancel: 'Annuler',
  send: 'Envoyer',
  remove: 'Retirer',
  yes: 'Oui',
  no: 'Non',
  you: 'vous',
  bot: 'Robot',
  someone: 'un membre de la délégation',
  away: 'hors ligne',
  free: 'Sans frais',
  less: 'Un de moins',
  more: 'Un de plus',
  waiting: 'attend votre réponse',
  facilitator: 'Animateur',
  paused: 'en pause',
  menu: 'Menu',
  source: 'Source : {text}',
  language: 'Langue',
  light: 'Lumière de votre salle',
  'light.system': 'Comme l’appareil',
  'light.dark': 'Salle sombre',
  'light.bright': 'Salle claire',
  sound: 'Sons',
  'sound.note':
    'Pour ce qui vous concerne : une phase, la dernière minute, un mot pour vous, une signature, une fragmentation, une nouvelle.',

  // numbers
  number: '{n, number}',
  decimal: '{n, number, ::.##}',
  signed: '{n, number, ::sign-except-zero .#}',
  'signed-percent': '{n, number, ::sign-except-zero} %',
  percent: '{n} %',
  credits: '{n, plural, one {# crédit} other {# crédits}}',
  km: '{n, number}–{to, number} km',
  of: '{n} sur {of}',
  years: '{n, plural, one {# an} other {# ans}}',
  turn: 'Tour',
  'turn.n': 'Tour {n}',
  'turn.of': 'Tour {n} sur {of}',
  'text.count': '{n, number} caractères sur {most, number}',
  'unit.passes': 'passages rapprochés à moins de 1 km, par satellite et par an',
  present: '{n, plural, =0 {personne} one {# en ligne} other {# en ligne}}',

  // about
  'about.title': 'À propos',
  'about.what':
    'Des délégations lancent des satellites dans le vrai ciel et négocient des normes de conduite en orbite. Elles vivent avec les débris qu’un modèle orbital validé calcule. Le texte du traité et la physique ne font qu’un : le modèle éprouve une clause dans la mesure où sa note le dit.',
  'about.privacy':
    'Ni compte, ni courriel, ni pistage. Un pseudonyme suffit. L’animateur peut lire tout ce qui s’écrit dans une partie.',
  'about.data': 'D’où viennent les données',
  'about.credit.orbits':
    'Données orbitales : US Space Command (USSPACECOM), via Space-Track.org et CelesTrak (celestrak.org).',
  'about.credit.objects':
    'Description des objets : GCAT, Jonathan McDowell, https://planet4589.org (CC BY) ; modifié : joint à d’autres sources, colonnes renommées.',
  'about.credit.land': 'Traits de côte : Natural Earth, domaine public.',
  'about.credit.models':
    'Modèles : SGP4 ; modèle de fragmentation standard de la NASA ; densités NRLMSISE-00. Chaque formule cite sa source dans le code.',
  'about.licence': 'Logiciel libre sous licence MIT.',

  // home
  'home.title': 'Qui écrit les règles du ciel ?',
  'home.lead':
    'Six délégations, une orbite encombrée, un document de travail sur la table. Négociez-le avant que quelqu’un ne procède à un essai d’arme. Voyez ce que votre signature change aux 25 prochaines années.',
  'home.join': 'Rejoindre une partie',
  'home.join.note': 'Votre animateur affiche un code de six lettres.',
  'home.join.do': 'Aller à la partie',
  'home.code': 'Code de la partie',
  'home.code.note': 'Pas besoin de compte. Ouvrir une partie ne prend aucun siège.',
  'home.code.more': '{n, plural, one {encore # lettre} other {encore # lettres}}',
  'home.create': 'Animer une partie',
  'home.create.note':
    'Vous devenez l’animateur. Des robots jouent les délégations vides jusqu’à ce que quelqu’un les prenne.',
  'home.create.do': 'Créer la partie',
  'home.scenario': 'Scénario',
  'home.names': 'Noms',
  'scenario.first-test': 'Premier essai, 50 minutes',
  'names.fictional': 'Fictifs',
  'names.real': 'Réels',
  'names.fictional.note':
    'Altaïr, Véga, Deneb et d’autres représentent des acteurs réels. On débat plus librement. Les noms restent jusqu’au bout, au bilan aussi.',
  'names.real.note':
    'Les États-Unis, la Chine, la Russie, l’Inde et l’Europe sous leur nom. Personne n’est placé selon sa nationalité.',

  // join
  'join.title': 'Partie {code}',
  'join.lead': 'Choisissez où vous siégez. Vous ne prenez le siège qu’en appuyant sur le bouton ci-dessous.',
  'join.seat': 'Délégation',
  'join.people': '{n, plural, =0 {encore personne} one {# personne} other {# personnes}}',
  'join.name': 'Comment les autres vous appellent (facultatif)',
  'join.name.note': 'Le mieux est un pseudonyme. Laissez vide pour rester « un membre de la délégation ».',
  'join.do': 'Prendre un siège : {seat}',
  'join.watched': 'L’animateur lit tous les canaux, même privés, et le journal sert au bilan.',
  'join.lost': 'Aucune partie {code}',
  'join.home': 'Vers la première page',
  // la forme du nom d’une délégation dans une phrase
  'seat.form': 'le',
  'kind.state': 'État',
  'kind.bloc': 'Groupe d’États',
  'kind.operator': 'Opérateur commercial',
  'lost.title': 'Il n’y a rien ici',
  'lost.game': 'Vers la partie {code}',
  'lost.base':
    'À qui fait tourner ce serveur : s’il se trouve sous un chemin de son hôte, lancez-le avec KESSLER_BASE réglé sur ce chemin.',
  'preview.text':
    'Négociez les règles de l’orbite dans l’une des six délégations, et vivez avec ce que répond le ciel réel.',
  'preview.game': 'Kessler Accords : partie {code}',
  'preview.game.text':
    'On vous invite à une négociation sur le ciel. Choisissez une délégation, sans ouvrir de compte.',
  'preview.alt': 'La Terre et tous les objets catalogués autour d’elle, chacun un point de lumière.',
  'lost.text': 'L’adresse est peut-être incomplète. Avec un code de partie, entrez par la première page.',
  'refused.title': 'La porte reste fermée',
  'refused.again': 'Réessayer',

  // lobby
  'lobby.wait': 'Vous y êtes. L’animateur lance la partie quand tout le monde est là.',
  'lobby.desk':
    'Montrez le code, voyez qui arrive, lancez la partie quand vous voulez. Des robots jouent les délégations vides.',
  'lobby.code': 'Entrez avec ce code',
  'lobby.qr': 'Code carré pour {address}',
  'lobby.who': 'Qui est là',
  'lobby.rules': 'Les usages de la salle',
  'lobby.rule.1':
    'Vous parlez pour votre délégation, pas pour vous. Soyez durs avec le texte et aimables avec les personnes.',
  'lobby.rule.2':
    'Tous entendent la plénière. Un canal privé relie deux délégations, et l’animateur le lit. Les ordres restent sous pli jusqu’à la réponse du ciel.',
  'lobby.rule.3':
    'Quand l’horloge s’arrête, la phase est finie. Qui ne dit rien ne bouge pas : rien n’est signé ni tiré par défaut.',
  'lobby.set': 'Préparer',
  'lobby.start': 'Lancer la partie',
  'lobby.swap': 'Échanger deux délégations',
  'lobby.swap.first': 'Première délégation',
  'lobby.swap.second': 'Deuxième délégation',
  'lobby.swap.do': 'Échanger leurs membres',

  // frame
  panels: 'Volets',
  'panels.small': 'Volets principaux',
  stage: 'Carte et table',
  'panel.now': 'À faire',
  'panel.talk': 'Échanges',
  'panel.paper': 'Texte',
  'panel.orders': 'Ordres',
  'panel.warnings': 'Alertes',
  'panel.brief': 'Dossier',
  'panel.offers': 'Offres',
  'panel.evidence': 'Preuves',
  'panel.mandate': 'Mandat',
  'panel.money': 'Budget',
  'panel.news': 'Nouvelles',
  'panel.map': 'Carte des orbites',
  'panel.table': 'Table',
  'panel.room': 'Salle',
  'panel.seats': 'Sièges',
  'panel.injects': 'Imprévus',
  'panel.more': 'Plus',
  'viewer.facilitator': 'Bureau de l’animateur',
  'viewer.guest': 'Invité',
  'viewer.spectator': 'Spectateur',
  'viewer.projector': 'Projection',
  'viewer.seat': 'Délégation',
  'clock.left': 'Temps restant dans cette phase',
  'top.free': 'libres, sur {of}',
  'top.ready': 'délégations prêtes',
  'menu.code': 'Partie {code}',
  'menu.link': 'Votre lien personnel',
  'menu.link.note': 'Il vous ramène à ce siège sur tout appareil. Gardez-le pour vous.',
  'menu.link.desk': 'Il ouvre ce bureau sur tout appareil. Qui le détient mène la partie.',
  'menu.copy': 'Copier le lien',
  'menu.copied': 'Copié.',
  'menu.by-hand':
    'Ce navigateur ne laisse pas la page copier. Le lien est sélectionné : appuyez sur Ctrl+C, sur Mac ⌘C, ou sur un téléphone maintenez-le et choisissez Copier.',
  'shelf.note':
    'La mémoire de ce navigateur est bloquée ou pleine. Vous pouvez jouer : votre siège et ce que vous écrivez restent tant que cet onglet est ouvert. Pour revenir plus tard, copiez votre lien personnel dans le menu.',
  'act.passed': 'Le moment de le faire est passé ; rien n’a été fait.',
  'line.trying': 'Cette page continue d’essayer ; ce que vous avez écrit est gardé.',
  'line.waiting':
    '{n, plural, one {Votre dernière action attend ici et partira une seule fois} other {Vos # dernières actions attendent ici et partiront une seule fois chacune}}.',
  'line.wall': 'D’ici là, ce qui est affiché n’est peut-être plus à jour.',
  'line.replaced': 'Vous avez ouvert ce siège ailleurs.',
  'line.here': 'L’utiliser ici',
  'banner.paused': 'L’animateur a mis la partie en pause. L’horloge est arrêtée.',
  'banner.resolution': 'Les plis sont ouverts. Le ciel est en cours de calcul.',
  'halted.year':
    'L’année ne peut pas être calculée pour l’instant. L’horloge est arrêtée, rien n’est perdu et l’animateur le sait.',
  'halted.scenario':
    'Cette partie a été commencée sous des règles antérieures. Elle s’achève ici avec ce qu’elle a : les constats et les résultats acquis demeurent, et son bilan peut être ouvert.',
  'halted.alone.year':
    'L’année ne peut pas être calculée pour l’instant. Rien n’est perdu ; le serveur réessaie de lui-même.',
  'halted.alone.scenario':
    'Cette partie a été commencée sous des règles antérieures et s’achève ici avec ce qu’elle a : les constats et les résultats acquis demeurent. Ouvrez son bilan, ou commencez-en une nouvelle.',
  'halted.desk.year': 'Cette année ne peut pas être calculée',
  'halted.desk.year.do':
    'Le serveur réessaie de lui-même, de plus en plus lentement ; chacun aura son temps pour regarder dès qu’il réussit. Sans attendre, vous pouvez réessayer, ou revenir en arrière pour faire changer les ordres si l’un d’eux est en cause. Ou ouvrez le bilan sur les années jouées.',
  'halted.desk.scenario': 'Cette partie a été commencée sous des règles antérieures',
  'halted.desk.scenario.do':
    'Une autre version du programme l’a enregistrée, et celle-ci ne peut plus en calculer d’année. Elle s’achève avec ce qu’elle a : les constats et les résultats acquis demeurent. Ouvrez le bilan de ce qui a été joué, lisez-le et gardez son journal. Pour continuer à jouer, employez sur les mêmes données la version qui l’a faite.',
  'halted.now': 'On peut parler ; tout le reste attend.',
  'halted.detail': 'Le programme dit :',
  'halted.again': 'Réessayer maintenant',
  'banner.epilogue': 'Vingt-cinq ans passent, à partir des textes en vigueur.',
  'banner.seal': 'Dernières secondes pour mettre vos ordres sous pli.',
  'phase.resolution': 'Le ciel répond',
  'phase.epilogue': '25 ans plus tard',
  'phase.lobby.help': 'Attendez le départ.',
  'phase.briefing.help': 'Lisez ce qui a changé. Les échanges s’ouvrent à la fin du temps.',
  'phase.negotiation.help':
    'Parlez, déposez, signez sous condition, préparez vos ordres. Les signatures comptent à la fin des échanges.',
  'phase.seal.help': 'Vérifiez vos ordres. Ce qui est préparé maintenant est ce que vous ferez cette année.',
  'phase.resolution.help': 'Tous les ordres rencontrent le ciel. Cela prend un moment.',
  'phase.resolution.done': 'L’année est finie. Lisez ce qu’elle a apporté, et revoyez-la sur la carte.',
  'phase.epilogue.help': 'Voyez ce que vos règles font au fil des ans.',
  'phase.debrief.help': 'L’animateur dévoile ce qui s’est passé, étape par étape.',
  'phase.closed.help': 'Cette partie est terminée.',
  'job.held': 'Ce bouton revient à la fonction « {job} », tenue par {who}.',
  'job.take': 'Reprendre la fonction « {job} »',
};
