/** Une personne parmi les robots : page d’accueil, partie, leçon. En français. */
const words: Readonly<Record<string, string>> = {
  'join.alone':
    'Une personne joue seule cette partie, avec des robots. Si c’est la vôtre, ouvrez-la sur l’appareil où vous l’avez commencée, ou par son lien personnel.',
  'alone.title': 'Jouer seul',
  'alone.note': 'Vous tenez une délégation, des robots toutes les autres. Pas besoin de classe, et personne n’attend.',
  'alone.seat': 'Votre délégation',
  'alone.tempo': 'Rythme',
  'alone.tempo.own': 'Le mien',
  'alone.tempo.class': 'L’horloge d’une classe',
  'alone.tempo.own.note': 'Premier essai sans horloge : chaque phase finit quand vous êtes prêt. Une heure environ.',
  'alone.tempo.class.note': 'Premier essai comme en classe. L’horloge attend votre départ, et chacune de vos absences.',
  'alone.bots': 'Les autres délégations',
  'alone.bots.careful': 'Prudentes',
  'alone.bots.bold': 'Audacieuses',
  'alone.bots.careful.note': 'Aucun robot ne fait d’essai destructeur.',
  'alone.bots.bold.note':
    'Un robot qui gagne à un essai destructeur peut en faire un, sauf si un texte en vigueur l’interdit.',
  'alone.do': 'Jouer Premier essai',
  'alone.begun': 'Commencé sur cet appareil',
  'alone.go-on': 'Reprendre : {code}, {turn, plural, =0 {} other {tour #, }}{phase}',
  'solo.title': 'Vous jouez seul',
  'solo.own':
    'Rien ne presse. Une phase finit quand vous êtes prêt et que les robots ont parlé. Fermez la page quand vous voulez : la partie vous attend ici.',
  'solo.class':
    'L’horloge tourne comme en classe. Arrêtez-la quand il le faut ; elle s’arrête aussi quand vous quittez la page.',
  'solo.bots': '{n, plural, one {Un robot parle} other {# robots parlent}} encore. Quelques secondes.',
  'solo.go-on': 'Continuer',
  'solo.more': 'Finir plus tôt',
  'solo.end.note': 'Phase suivante tout de suite, même si des robots ne vous ont pas encore répondu.',
  'solo.leave':
    'Le bilan s’ouvre de lui-même après la dernière année. Vous pouvez l’ouvrir maintenant : vos brouillons ne sont pas exécutés, et une année passe sans que personne agisse.',
  'solo.debrief.sure': 'Le jeu finit ici : plus rien ne peut être signé ni ordonné.',
  'solo.paused': 'L’horloge est arrêtée, aussi longtemps que vous voulez.',
  'solo.briefing': 'Lisez ce qui a changé. Les échanges s’ouvrent quand vous êtes prêt.',
  'solo.world': 'Interrogez l’autre monde ci-dessus : retirez un ordre ou ajoutez une signature.',
  'solo.world.note':
    'Retirez un ordre ou ajoutez une signature. Les années sont calculées à nouveau, avec la même chance.',
  'solo.moment': 'Un moment de la partie, vu par les yeux que vous choisissez.',
  'solo.seal': 'Mettez vos ordres sous pli : ce qui est dans les cases est ce que vous faites cette année.',
  'solo.talk':
    'Les robots ne lisent pas les messages. Ils répondent aux offres, aux positions sur les curseurs et aux textes. Vos mots sont gardés pour le bilan.',
  'solo.debrief': 'Prenez un instant avant de regarder. Puis ouvrez la première étape ci-dessus.',
  lesson: 'La leçon',
  'lesson.step': 'Étape {n} sur {of}',
  'lesson.fold': 'Réduire',
  'lesson.unfold': 'Montrer l’étape',
  'lesson.next': 'Suite',
  'lesson.end': 'Finir la leçon',
  'lesson.back': 'Retour',
  'lesson.skip': 'Passer',
  'lesson.open': 'Ouvrir : {panel}',
  'lesson.show': 'Montrer où',
};

export const alone: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(words).map(([key, text]) => [`ui.${key}`, text]),
);
