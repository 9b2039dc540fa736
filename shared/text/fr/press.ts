/** Words of the front pages, in French: headlines by kind of story, facts beneath them, invented notices. */
export const press: Readonly<Record<string, string>> = {
  'press.name': 'Le Périgée',
  'press.motto': 'Le journal de référence de l’orbite basse',
  'press.year': 'Année {n}',
  'press.year.of': 'Année {n} sur {of}',
  'press.edition': 'Édition orbite basse',
  'press.plate': '{tracked, number} débris, {altitudeKm, number} km',
  'press.pages': 'Unes',
  'press.plate.label': 'Le ciel à la fin de l’année, à l’encre',
  'press.plate.none': '{count, number} objets suivis de tous',
  'press.quoted': '« {line} »',
  'press.invented': 'inventé',
  'press.invented.whole': 'Cette annonce est inventée.',
  'press.in-plenary': '{who}, en plénière',
  'press.from': 'D’après les faits publics de cette partie',

  'press.strikes.1': '{count, plural, =2 {Deux missiles} other {{count, number} missiles}} en un an',
  'press.strikes.2': 'Une année de missiles : {tracked, number} débris',
  'press.strikes.3': 'Un tir, puis un autre',
  'press.strikes.4': '{count, number} tirs, {tracked, number} débris de plus',
  'press.strikes.5': 'L’année du missile',

  'press.strike.1': 'Tir {de_seat} : {tracked, number} débris',
  'press.strike.2': 'Un missile {de_seat}',
  'press.strike.3': '{seat} : cible nationale, touchée',
  'press.strike.4': '{tracked, number} débris signés {seat}',
  'press.strike.5': 'Coup au but à {altitudeKm, number} km',
  'press.strike.6': 'Signature {de_seat} à {altitudeKm, number} km',

  'press.strike-unknown.1': 'À qui le missile ? Silence',
  'press.strike-unknown.2': 'Un missile sans expéditeur',
  'press.strike-unknown.3': '{tracked, number} débris, aucun nom',
  'press.strike-unknown.4': 'Touché à {altitudeKm, number} km, par quelqu’un',
  'press.strike-unknown.5': 'Quelqu’un a tiré. On regarde ailleurs',

  'press.maker.1': 'La piste mène {a_seat}',
  'press.maker.2': 'Le missile avait un nom : {seat}',
  'press.maker.3': 'Constat : le tir était {de_seat}',
  'press.maker.4': 'Les preuves mènent {a_seat}',
  'press.maker.5': 'Identifié : un missile {de_seat}',

  'press.breach.1': '{seat} : parole rompue',
  'press.breach.2': 'Partie, et en infraction : {seat}',
  'press.breach.3': 'Signé, puis violé : {seat}',
  'press.breach.4': 'Un texte, un écart : {seat}',
  'press.breach.5': 'Le constat vise {le_seat}',

  'press.block.1': '{seat} : c’est non',
  'press.block.2': 'Un seul non arrête le texte {number}',
  'press.block.3': 'Consensus, moins {le_seat}',
  'press.block.4': 'Le texte {number} bute sur {le_seat}',
  'press.block.5': 'Un veto, dit poliment',

  'press.left.1': '{seat} : sortie du texte {number}',
  'press.left.2': 'Le texte {number} perd {le_seat}',
  'press.left.3': 'Une chaise de moins : texte {number}',
  'press.left.4': '{seat} : liberté retrouvée',

  'press.notice-given.1': '{seat} : préavis de retrait',
  'press.notice-given.2': '{seat} : les valises sont prêtes',
  'press.notice-given.3': 'Texte {number} : une Partie s’en va',
  'press.notice-given.4': '{seat} : où est la porte ?',

  'press.ban.1': 'Accord à {count, number} : {floorKm, plural, =0 {aucun essai} other {aucun essai au-delà de # km}}',
  'press.ban.2': 'Essais interdits {floorKm, plural, =0 {partout} other {au-dessus de # km}}, à {count, number}',
  'press.ban.3': 'Bas les pattes : texte {number} en vigueur',
  'press.ban.4': 'Missiles au repos, dit le texte {number}',

  'press.in-force.1': 'Le texte {number} lie {count, plural, one {# Partie} other {# Parties}}',
  'press.in-force.2': '{count, plural, one {# Partie} other {# Parties}}, un texte',
  'press.in-force.3': 'En vigueur : le texte {number} lie',
  'press.in-force.4': 'L’encre sèche sur le texte {number}',
  'press.in-force.5': 'Les plumes sont sorties : texte {number}',

  'press.adopted.1': 'Consensus sur le texte {number}',
  'press.adopted.2': 'Personne n’a dit non au texte {number}',
  'press.adopted.3': 'Texte {number} : tous opinent',

  'press.accused.1': '{seat} contre {le_of}',
  'press.accused.2': 'Tous les regards vers {le_of}',
  'press.accused.3': '{seat} : demandez {a_of}',
  'press.accused.4': 'Qu’on se lève : {of}',
  'press.accused.5': 'Une accusation, un nom : {of}',

  'press.admitted.1': '{seat} : l’aveu',
  'press.admitted.2': 'La réponse vient {de_seat}',
  'press.admitted.3': 'Aveu {de_seat}',
  'press.admitted.4': 'Question close, par {le_seat}',

  'press.shelter.1': 'Équipages à l’abri une heure',
  'press.shelter.2': 'Écoutilles fermées, on attend',
  'press.shelter.3': 'Une heure dans la capsule',
  'press.shelter.4': 'En orbite, on se met à l’abri',

  'press.collision.1': 'Deux objets, un lieu : {tracked, number} débris',
  'press.collision.2': 'Collision à {altitudeKm, number} km',
  'press.collision.3': 'Rencontre à {altitudeKm, number} km',
  'press.collision.4': 'Nul n’avait priorité à {altitudeKm, number} km',

  'press.explosion.1': 'Qu’est-ce qui a cassé à {altitudeKm, number} km ?',
  'press.explosion.2': '{tracked, number} débris dont nul ne voulait',
  'press.explosion.3': 'Quelque chose a cassé là-haut',
  'press.explosion.4': 'Un objet en devient {tracked, number}',
  'press.explosion.5': 'Une rupture, puis des questions',

  'press.silent.1': '{seat} : le silence a un prix',
  'press.silent.2': '{seat} : rien n’avait été dit',
  'press.silent.3': 'Le prix de ne rien dire',

  'press.finding.1': 'Constat : {cause}',
  'press.finding.2': 'Verdict : {cause}',
  'press.finding.3': 'La preuve dit : {cause}',

  'press.turned.1': 'Les experts changent d’avis',
  'press.turned.2': 'Le constat n’a pas tenu',
  'press.turned.3': 'On s’était trompé, dit le constat',

  'press.fund-met.1': 'L’assainissement est payé',
  'press.fund-met.2': '{count, plural, one {# vieil étage redescend} other {# vieux étages redescendent}}',
  'press.fund-met.3': 'Quelqu’un a payé le balai',

  'press.unratified.1': '{seat} : le pays dit non',
  'press.unratified.2': 'Signé dehors, refusé chez soi',
  'press.unratified.3': '{seat} : signé, mais pas ratifié',

  'press.one-short.1': 'Il manque un nom',
  'press.one-short.2': 'Texte {number} : encore une plume',
  'press.one-short.3': 'Si près : un nom manque au texte {number}',
  'press.one-short.4': 'À une plume près',

  'press.joined.1': 'Le texte {number} gagne {le_seat}',
  'press.joined.2': 'Un nom de plus sous le texte {number}',
  'press.joined.3': 'Mieux vaut tard : {seat}',

  'press.signed.1': '{count, plural, one {# nom} other {# noms}} sous le texte {number}',
  'press.signed.2': 'Texte {number} : de l’encre, pas assez',
  'press.signed.3': 'Les uns signent, d’autres relisent',
  'press.signed.4': 'Un début : {count, plural, one {# nom} other {# noms}} à ce jour',

  'press.fund-returned.1': 'Fonds trop maigre, argent rendu',
  'press.fund-returned.2': 'Pas assez pour un balai',
  'press.fund-returned.3': 'L’assainissement attend l’argent',

  'press.test-notice.1': '{seat} : essai annoncé',
  'press.test-notice.2': 'Un missile, avec préavis',
  'press.test-notice.3': '{seat} : prévenir, puis tirer',

  'press.consult.1': '{seat} : parlons-en',
  'press.consult.2': '{seat} : appel à consultations',
  'press.consult.3': 'Questions polies {de_seat}',

  'press.denied.1': '{seat} : pas nous',
  'press.denied.2': 'Pas à nous, selon {le_seat}',
  'press.denied.3': '{seat} : démenti complet',
  'press.denied.4': 'Démenti ferme {de_seat}',

  'press.unregistered.1': '{seat} : registre oublié',
  'press.unregistered.2': '{count, plural, one {# satellite} other {# satellites}} hors registre',
  'press.unregistered.3': 'Lancés, pas inscrits',

  'press.tabled.1': '{seat} : le texte {number} est là',
  'press.tabled.2': 'Sur la table : le texte {number}',
  'press.tabled.3': 'Un projet {de_seat}',
  'press.tabled.4': 'Texte {number} cherche amis',

  'press.tabled-many.1':
    '{count, plural, =2 {Deux} =3 {Trois} =4 {Quatre} =5 {Cinq} =6 {Six} other {#}} projets, une table',
  'press.tabled-many.2': 'Tout le monde écrit. Qui signe ?',
  'press.tabled-many.3': 'L’année des projets : {count, number}',
  'press.tabled-many.4':
    '{count, plural, =2 {Deux} =3 {Trois} =4 {Quatre} =5 {Cinq} =6 {Six} other {#}} textes, place pour un',

  'press.consult-many.1':
    '{count, plural, =2 {Deux} =3 {Trois} =4 {Quatre} =5 {Cinq} =6 {Six} other {#}} veulent en parler',
  'press.consult-many.2': 'Des questions de toutes parts',
  'press.consult-many.3': 'Tout le monde demande, poliment',

  'press.no-text.1': 'Aucun texte ne lie personne',
  'press.no-text.2': 'Bien des mots, aucun texte',
  'press.no-text.3': 'La page reste blanche',
  'press.no-text.4': 'Une année sans règle',

  'press.quiet.1': 'Rien n’a cassé. On a vérifié deux fois',
  'press.quiet.2': 'Calme là-haut',
  'press.quiet.3': 'Un an sans fracas',
  'press.quiet.4': 'Le ciel retient son souffle',

  'press.launches.1': '{count, number} satellites de plus',
  'press.launches.2': 'Année chargée aux pas de tir',
  'press.launches.3': 'De la place pour {count, number} de plus',
  'press.launches.4': 'Heure de pointe sous les étoiles',

  'press.small.1':
    '{count, plural, =1 {Une petite rupture} =2 {Deux petites ruptures} other {# petites ruptures}}, {tracked, number} débris',
  'press.small.2': 'Un peu de poussière : {tracked, number} débris',
  'press.small.3': 'Les miettes d’usage : {tracked, number} débris',
  'press.small.4': 'Le vieux matériel lâche encore',

  'press.reentries.1': '{count, number} objets rentrent au bercail',
  'press.reentries.2': 'L’air en reprend {count, number}',
  'press.reentries.3': 'Redescendus : {count, number} objets',
  'press.reentries.4': '{count, number} de moins à suivre',

  'press.tracked.1': '{count, number} objets, tous comptés',
  'press.tracked.2': 'Ce soir au-dessus : {count, number} objets',
  'press.tracked.3': '{count, number} choses à éviter',
  'press.tracked.4': 'Complet : {count, number} objets',

  // what happened, in whole sentences
  'press.fact.small':
    '{count, plural, one {# petite rupture} other {# petites ruptures}} dans l’année, {tracked, number} débris suivis en tout.',
  'press.fact.quiet': 'Rien ne s’est fragmenté en orbite cette année.',
  'press.fact.block': '{seat} : blocage du texte {number} sur la voie du consensus.',
  'press.fact.notice-given': '{seat} : préavis de retrait du texte {number}.',
  'press.fact.tabled': '{seat} : dépôt du texte {number}.',
  'press.fact.joined': '{seat} : signature du texte {number}, déjà en vigueur.',
  'press.fact.signed':
    'Le texte {number} a {count, plural, one {# nom} other {# noms}} ; il en faut {needs, number} pour qu’il lie.',
  'press.fact.accused': '{seat} : accusation contre {le_of} pour une rupture. Cause nommée : {cause}.',
  'press.fact.admitted': '{seat} : aveu public, pour son acte ou pour son objet.',
  'press.fact.denied': '{seat} : démenti public au sujet d’une rupture.',
  'press.fact.consult': '{seat} : appel à consultations au sujet d’une rupture.',
  'press.fact.no-text': 'À la fin de l’année, aucun texte n’est en vigueur.',
  'press.fact.launches': '{count, number} satellites mis en orbite dans l’année.',
  'press.fact.reentries': '{count, number} objets suivis sont rentrés dans l’atmosphère dans l’année.',
  'press.fact.tracked': '{count, number} objets suivis de tous à la fin de l’année.',

  // invented
  'press.notice.1': 'Cherche plume, peu servie, qui atteigne toutes les places.',
  'press.notice.2': 'Perdu un tournevis, à 28 000 km/h. À qui le trouve : baissez-vous.',
  'press.notice.3': 'À vendre : satellite, un seul propriétaire, plusieurs morceaux.',
  'press.notice.4': 'Cours pour ne pas tirer. La première heure est gratuite.',
  'press.notice.5': 'Trouvé un panneau solaire. Son propriétaire peut le décrire.',
  'press.notice.6': 'À louer : place à 550 km. Voisinage animé.',
  'press.notice.7': 'Échange plancher à 300 km contre un à 500.',
  'press.notice.8': 'Chœur cherche une voix pour le mot « consensus ».',
  'press.notice.9': 'Parapluies réparés. Stations sur rendez-vous.',
  'press.notice.10': 'Cherche témoin d’un missile. Discrétion assurée.',
  'press.notice.11': 'Cours du soir : lire un projet en dix minutes.',
  'press.notice.12': 'Disparue : une signature. Elle sait où est sa place.',
  'press.notice.13': 'Bal du soir : un tour toutes les quatre-vingt-dix minutes.',
  'press.notice.14': 'Boulons d’occasion, encore en orbite. À venir chercher.',
  'press.notice.15': 'Météo en orbite basse : dégagé, avec débris.',
  'press.notice.16': 'Horoscope : quelqu’un s’approche de vous à 14 km/s.',
  'press.notice.17': 'Pas de mots croisés : désaccord sur le 4 horizontal.',
  'press.notice.18': 'Prière de rapporter la chaise de la table ronde.',
  'press.notice.19': 'Astronomes cherchent coin de ciel noir, toute taille.',
  'press.notice.20': 'À donner : étage de fusée. À aérer.',
  'press.notice.21': 'Cherche interprète du silence, six langues.',
  'press.notice.22': 'Rectificatif : le ciel ne tombe pas. Des morceaux, si.',
  'press.notice.23': 'Les assureurs se retrouvent à l’altitude habituelle.',
  'press.notice.24': 'Merci à qui s’est écarté.',
};
