/** Words of the session around play, in French: its plan and script, jobs, the check question, the desk, help, print. */
import type { Messages } from '../say.ts';

export const session: Messages = {
  // the plan
  'ui.plan.title': 'La séance',
  'ui.plan.begin': 'Commencer la séance',
  'ui.plan.begin.note': 'Le début du jeu a compté comme à l’heure.',
  'ui.plan.begin.again': 'Compter à partir de maintenant',
  'ui.plan.clock': 'Horloge de la séance {time}',
  'ui.plan.on-time': 'À l’heure',
  'ui.plan.late': 'En retard de {time}',
  'ui.plan.early': '{time} d’avance',
  'ui.plan.late.help': 'Retirez une minute à une négociation, ou supprimez le dernier tour. Le bilan garde son temps.',
  'ui.plan.now': 'Maintenant : {step}',
  'ui.plan.next': 'Ensuite, à {time} : {step}',
  'ui.plan.table': 'Tout le plan',
  'ui.plan.from': 'De',
  'ui.plan.to': 'À',
  'ui.plan.step': 'Étape',
  'ui.plan.step.join': 'Arrivée, sièges, fonctions',
  'ui.plan.step.rules': 'Trois règles',
  'ui.plan.step.brief': 'Son dossier d’une page',
  'ui.plan.step.question': 'Question de contrôle',
  'ui.plan.step.epilogue': '25 ans plus tard',
  'ui.plan.step.hotwash': 'Retour à chaud, écrans éteints',
  'ui.plan.step.reveal': 'Objectifs, ordres, vérité',
  'ui.plan.step.counterfactual': 'L’autre monde',
  'ui.plan.step.frontier': 'Ce qui aurait été possible',
  'ui.plan.step.history': 'Histoire',
  'ui.plan.step.exit': 'Question de sortie',
  'ui.plan.overrun': 'Laisser le jeu déborder',
  'ui.plan.overrun.on': 'Le jeu peut déborder',
  'ui.plan.overrun.note':
    'Le jeu s’arrête quand vient le bilan : les phases en retard sont raccourcies, un tour tombe s’il le faut. Ceci laisse le jeu prendre le temps du bilan.',
  'ui.plan.overrun.sure': 'C’est au bilan qu’on apprend. Il perd ce que le jeu prend.',
  'ui.plan.lengthen': 'Remettre le tour',

  // cue cards
  'ui.cue.do': 'À faire',
  'ui.cue.say': 'À dire',
  'ui.cue.watch': 'À guetter',
  'ui.cue.ask': 'À demander',
  'ui.cue.read': 'L’événement',
  'ui.cue.events': 'Vient tout seul',
  'ui.cue.join.do':
    'Montrez le code. Équilibrez les délégations : quatre personnes chacune, des robots où personne ne siège.',
  'ui.cue.join.say':
    'Ouvrez l’adresse, tapez le code, choisissez une délégation. Un pseudonyme suffit. Je peux lire tout ce qui s’écrit.',
  'ui.cue.join.watch': 'Les appareils qui ne se connectent pas. Un téléphone pour deux suffit.',
  'ui.cue.rules.do': 'Lisez à voix haute les trois règles de ce scénario, une phrase chacune.',
  'ui.cue.rules.say':
    'Vous parlez pour votre délégation. Ce qui est sous pli arrive à tous en même temps. Il n’y a pas de classement à la fin.',
  'ui.cue.rules.watch': 'Les longues questions : répondez pendant la première négociation.',
  'ui.cue.brief.do': 'Distribuez les dossiers imprimés, ou envoyez chacun au volet Dossier.',
  'ui.cue.brief.say':
    'Quatre-vingt-dix secondes de silence. Trouvez votre objectif le plus important, et une délégation dont vous avez besoin pour lui.',
  'ui.cue.brief.watch': 'Ceux qui lisent le dossier d’un autre : il est privé.',
  'ui.cue.question.do': 'Posez la question de contrôle. Dispensez-en une délégation qui bloque.',
  'ui.cue.question.say': 'Une réponse par délégation. Parlez-en d’abord.',
  'ui.cue.question.watch': 'Une première réponse fausse est un bon moment : la hauteur, c’est du temps.',
  'ui.cue.turn.do':
    'Lisez l’événement à voix haute, puis taisez-vous. Regardez les sièges : qui ne parle pas, qui appelle à l’aide.',
  'ui.cue.turn.say':
    'Plus qu’une minute : les signatures comptent à la fin de la négociation. Puis mettez vos ordres sous pli.',
  'ui.cue.turn.watch':
    'Une délégation seule dans son coin ; une voix qui parle pour tous ; un ordre de sécurité sans confirmation.',
  'ui.cue.phase.briefing': 'Lisez l’événement à voix haute, puis taisez-vous : ils lisent.',
  'ui.cue.phase.negotiation': 'Regardez les sièges : qui ne parle pas, qui appelle à l’aide.',
  'ui.cue.phase.seal':
    'Faites le silence. Regardez les sièges : qui n’a pas d’ordre, quel ordre de sécurité attend sa confirmation.',
  'ui.cue.phase.resolution':
    'Tous les yeux sur la projection : l’année se déroule. Demandez qui l’a fait avant de continuer.',
  'ui.cue.epilogue.do': 'Tous les yeux sur la projection. Ne dites rien pendant la première moitié.',
  'ui.cue.epilogue.say':
    'Trois lignes : ce que vous avez fait, les mêmes années sans texte ni essai destructeur, le meilleur accord pour tous.',
  'ui.cue.epilogue.watch': 'L’écart entre les lignes, pas qui est premier.',
  'ui.cue.hotwash.do': 'Écrans éteints. Un mot par délégation.',
  'ui.cue.hotwash.say': 'Un mot pour dire comment c’était. Et : qu’avez-vous gardé pour vous ?',
  'ui.cue.hotwash.watch': 'La colère contre une personne. Nommez le rôle, pas la personne.',
  'ui.cue.reveal.do':
    'Ouvrez les objectifs, puis les ordres sous pli, puis la vérité sur la fragmentation. Arrêtez-vous après chacun.',
  'ui.cue.reveal.say': 'Qui l’avait deviné ? Qu’auriez-vous fait en le sachant ?',
  'ui.cue.reveal.watch': 'Une promesse rompue : demandez pourquoi avant que quiconque juge.',
  'ui.cue.counterfactual.do': 'Retirez un essai, ou ajoutez une signature. Montrez les deux ciels.',
  'ui.cue.counterfactual.say': 'Mêmes gens, même hasard, une chose autrement. Devinez d’abord : combien de débris ?',
  'ui.cue.counterfactual.watch': 'Le coût pour les autres à côté du gain propre : cette ligne est la leçon.',
  'ui.cue.frontier.do': 'Ouvrez les résultats et le graphique de ce qui était possible.',
  'ui.cue.frontier.say':
    'Qui aurait pu avoir plus sans rien coûter à personne ? Quelle phrase à la table vous y aurait menés ?',
  'ui.cue.frontier.watch': 'Le classement par points : les mandats ne se comparent pas.',
  'ui.cue.history.do': 'Ouvrez la page d’histoire. Lisez des dates et des nombres, pas des jugements.',
  'ui.cue.history.say': 'Qu’ont fait les vrais États ? Que ne couvre pas la résolution ?',
  'ui.cue.history.watch': 'Les reproches à des nations. Les objectifs d’ici étaient inventés.',
  'ui.cue.exit.do':
    'Posez la question de sortie. Une phrase chacun, par écrit ou à voix haute. Enregistrez le journal.',
  'ui.cue.exit.say': 'Qu’écririez-vous dans une règle que vous garderiez même sans témoin ?',
  'ui.cue.exit.watch': 'Les silencieux : demandez-leur d’abord.',

  // the check question
  'ui.question.title': 'Question de contrôle',
  'ui.question.lead': 'Une réponse pour votre délégation. Le jeu commence quand toutes ont répondu.',
  'ui.question.wrong': 'Pas celle-ci. La première des trois règles dit combien de temps restent les débris.',
  'ui.question.passed': 'C’est juste.',
  'ui.question.ask': 'Poser la question de contrôle',
  'ui.question.again': 'La reposer',
  'ui.question.waive': 'Dispenser',
  'ui.question.right': 'Bonne réponse : {answer}',
  'ui.gate.asked': 'pas encore répondu',
  'ui.gate.wrong': 'réponse fausse',
  'ui.gate.passed': 'bonne réponse',
  'ui.gate.waived': 'dispensée',

  // jobs
  'ui.jobs.title': 'Qui fait quoi',
  'ui.jobs.lead':
    'Chaque fonction a ses propres boutons. Elle passe à une autre personne quand son titulaire est absent une minute.',
  'ui.jobs.nobody': 'personne',
  'ui.jobs.give': 'Passer : {job}',
  'ui.jobs.pass': 'Passer',
  'ui.jobs.give.to': '{job} : à {who}',
  'ui.jobs.head': 'signe et met sous pli',
  'ui.jobs.negotiator': 'textes, curseurs, offres',
  'ui.jobs.operations': 'carte et ordres',
  'ui.jobs.analyst': 'prévision et preuves',
  'ui.jobs.home': 'soutien intérieur, poids du mandat',

  // the desk: seats
  'ui.seats.hold': 'Suspendre',
  'ui.seats.hold.off': 'Rétablir',
  'ui.seats.held': 'suspendue',
  'ui.seats.act': 'Agir pour elle',
  'ui.seats.act.title': 'Agir pour : {seat}',
  'ui.seats.act.note': 'Consigné comme vôtre. La délégation voit que vous avez agi pour elle.',
  'ui.seats.act.what': 'Quoi',
  'ui.seats.act.do': 'Le faire pour : {seat}',
  'ui.seats.act.none': 'Il n’y a rien de tel à faire.',
  'ui.seats.act.ready': 'Dire « prêt »',
  'ui.seats.act.unready': 'Annuler « prêt »',
  'ui.seats.act.set-dial': 'Dire sa position',
  'ui.seats.act.pledge': 'Signer sous condition',
  'ui.seats.act.unpledge': 'Retirer une signature, un blocage ou un retrait notifié',
  'ui.seats.act.accept': 'Accepter une offre',
  'ui.seats.act.decline': 'Décliner une offre',
  'ui.seats.act.orders': 'Préparer ses ordres',
  'ui.seats.act.bot': 'Un robot tient cette délégation et prépare ses ordres. Rendez-la d’abord à des personnes.',
  'ui.seats.act.held':
    'Cette délégation est suspendue : ce qui est préparé ne s’exécute pas. Levez d’abord la suspension.',
  'ui.seats.jobs': 'Fonctions',

  // the desk: events
  'ui.injects.planned': 'Prévu pour le tour {n}',
  'ui.injects.restore': 'Le remettre',
  'ui.injects.edit': 'Écrire d’autres mots',
  'ui.injects.edit.title': 'Mots de cet événement',
  'ui.injects.edit.note': 'Laissez vide pour revenir aux mots prévus. Ce que fait l’événement ne change pas.',
  'ui.injects.edit.do': 'Garder ces mots',
  'ui.injects.edited': 'vos mots',

  // help
  'ui.panel.help': 'Aide',
  'ui.help.title': 'Appels à l’aide',
  'ui.help.lead': 'Ce que les délégations vous demandent, et vos réponses. Personne d’autre ne les lit.',
  'ui.help.none': 'Personne n’a appelé.',
  'ui.help.waiting': 'attend une réponse',
  'ui.help.answer': 'Réponse pour {who}',
  'ui.help.ready.title': 'Réponses prêtes',
  'ui.help.ready.1': 'Regardez le volet À faire : il dit ce que vous pouvez faire, et pourquoi pas.',
  'ui.help.ready.2': 'Bonne question. Posez-la en plénière.',
  'ui.help.ready.3': 'J’arrive.',
  'ui.help.ready.4': 'C’est à vous de décider.',
  'ui.help.ready.5': 'Vos objectifs et leurs causes sont dans le volet Mandat.',
  'ui.help.channel': 'Animateur',
  'ui.help.channel.note': 'Demandez tout sur le jeu.',
  'ui.help.to': 'Demander à l’animateur',
  'ui.help.sent': 'envoyé',
  'ui.help.read': 'lu',
  'ui.help.answered': 'répondu',
  'ui.help.call': 'Appeler l’animateur',
  'ui.talk.show': 'Montrer à nouveau ce message',

  // silence after a strike
  'ui.dim.title': 'Un satellite a été détruit',
  'ui.dim.text': 'Silence. Regardez le ciel. La parole revient dans {n, plural, one {# seconde} other {# secondes}}.',
  'ui.dim.wait': 'Silence après un essai destructeur. La parole revient dans un instant.',

  // the lobby's steps, and the projector
  'ui.lobby.steps': 'Avant de jouer',
  'ui.lobby.step.wall':
    'Mettez la vue de projection sur le grand écran : elle montre le code. Imprimez les dossiers si vous voulez.',
  'ui.lobby.step.begin': 'La cloche a sonné : l’heure se compte d’ici.',
  'ui.lobby.step.question':
    'Lisez les trois règles à voix haute, puis posez la question de contrôle. Vous pouvez vous en passer.',
  'ui.lobby.step.start': 'Tous sont assis : les premières instructions viennent sur tous les écrans.',
  'ui.lobby.local': 'L’adresse de cet ordinateur dans son réseau : tous les appareils doivent être dans le même.',
  'ui.lobby.local.others':
    'Si un téléphone ne l’ouvre pas, essayez {addresses}. Tous les appareils doivent être dans le même réseau.',
  'ui.lobby.local.none': 'Seul cet ordinateur ouvre cette adresse. Reliez-le au réseau de la classe, puis rechargez.',
  'ui.wall.sky': 'La projection montre',

  // print
  'ui.print.open': 'Imprimer dossiers et guide',
  'ui.print.title': 'Dossiers et guide de l’animateur',
  'ui.print.do': 'Imprimer',
  'ui.print.note':
    'Une page par délégation, une pour toutes, puis le guide et le script en cartes. Les dossiers sont privés : imprimez-les en recto seulement, et donnez chacun à sa délégation.',
  'ui.print.part': 'À imprimer',
  'ui.print.part.all': 'Tout',
  'ui.print.part.briefs': 'Dossiers seulement',
  'ui.print.part.guide': 'Guide et script seulement',
  'ui.print.part.press': 'Unes seulement',
  'ui.print.all': 'Pour chaque délégation',
  'ui.print.year': 'Chaque année',
  'ui.print.terms': 'Vocabulaire',
  'ui.print.back': 'Retour au bureau',
  'ui.print.objectives': 'Ce que vous voulez',
  'ui.print.weight': '{n} sur 100',
  'ui.print.rules': 'Trois règles',
  'ui.print.case': 'Le cas',
  'ui.print.case.breath': 'En une phrase',
  'ui.print.case.hook': 'Pour ouvrir',
  'ui.print.case.screw': 'Ce qui renverse tout',
  'ui.print.guide': 'Guide de l’animateur',
  'ui.print.guide.before': 'Avant',
  'ui.print.guide.before.text':
    'Créez la partie, ouvrez la vue de projection sur le grand écran, gardez ce bureau pour vous. Six délégations existent toujours ; des robots jouent celles que personne ne prend. Quatre personnes chacune, c’est l’idéal.',
  'ui.print.guide.during': 'Pendant',
  'ui.print.guide.during.text':
    'L’horloge mène le jeu toute seule. Surveillez la liste des sièges : silencieux depuis 90 secondes, absent, suspendu. Donnez des options, jamais la réponse. Tout ce que vous faites est consigné ; presque tout peut s’annuler.',
  'ui.print.guide.late': 'En cas de retard',
  'ui.print.guide.late.text':
    'Si le troisième tour n’a pas commencé à 22:00, supprimez un tour. Le bilan commence à {time} ; c’est le jeu qu’on raccourcit.',
  'ui.print.guide.trouble': 'Si quelque chose va mal',
  'ui.print.guide.trouble.text':
    'Un appareil perdu : ouvrez le lien personnel ou revenez avec le code. Un siège vide : confiez-le à un robot. Un siège bloqué : suspendez-le ou agissez pour lui. Un geste trop tôt : revenez, retirez l’événement ou refermez l’étape. Plus de réseau : mettez en pause ; rien n’est perdu.',
  'ui.print.script': 'Le script',
  'ui.print.events': 'Imprévus',
};
