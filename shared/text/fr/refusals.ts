/** A no, in French: why, and what to do. One for every code in shared/vocabulary/refusals.ts. */
import type { RefusalCode } from '../../vocabulary/index.ts';

const why: Readonly<Record<RefusalCode, string>> = {
  malformed: 'Le jeu n’a pas pu lire cette saisie. Vérifiez le champ signalé et réessayez.',
  'unknown-command':
    'Le jeu ne connaît pas la commande « {kind} ». Rechargez la page pour obtenir la version actuelle.',
  'wrong-phase': 'Pas pendant cette phase. Le bouton revient quand sa phase commence.',
  paused: 'La partie est en pause. Attendez que l’animateur la reprenne.',
  'not-your-role': 'Seul un autre rôle peut le faire. Adressez-vous à l’animateur.',
  'not-your-seat': 'Cela relève d’une autre délégation. Vous n’agissez que pour la vôtre.',
  'not-your-job':
    'Dans votre délégation, cela revient à : {job}. Adressez-vous à cette personne, ou reprenez la fonction si elle est libre.',
  'seat-unknown': 'Cette délégation n’existe pas dans la partie. Choisissez-en une dans la liste.',
  'seat-full': 'Cette délégation compte déjà {most} personnes. Choisissez-en une autre.',
  'already-seated': 'Vous avez déjà un siège. Seul l’animateur peut vous en donner un autre.',
  'played-alone':
    'Une personne joue seule cette partie, avec des robots. Lancez la vôtre depuis la page d’accueil, ou regardez.',
  'not-seated': 'Vous n’avez pas encore de siège. Choisissez-en un d’abord.',
  'seat-is-bot': 'Un robot joue cette délégation. L’animateur peut la confier à une personne.',
  'text-empty': 'Il n’y a rien à envoyer. Écrivez d’abord quelque chose.',
  'text-too-long': 'Trop long : {n, number} caractères, {most, number} au plus. Abrégez, ou envoyez en deux fois.',
  'name-too-long': 'Ce nom a {n} caractères ; {most} au plus.',
  'name-unseen': 'Rien de ce nom n’est visible. Écrivez-en un que les autres peuvent lire, ou aucun.',
  muted: 'L’animateur vous a retiré la parole pour l’instant. Vous pouvez toujours agir et lire.',
  'order-not-enabled': 'Cet ordre ne fait pas partie de ce scénario. Choisissez une autre carte.',
  'slot-wrong': 'Cet ordre va dans une autre case : {slot}.',
  'slot-empty': 'Il n’y a pas d’ordre dans cette case. Préparez-en un d’abord.',
  'nothing-to-confirm': 'Cet ordre n’a pas besoin de confirmation. Il part tel quel.',
  'already-ready': 'Vous êtes déjà prêts. Annulez « prêt » pour changer quelque chose.',
  'not-ready': 'Vous n’avez pas dit être prêts : il n’y a rien à reprendre. Continuez.',
  'not-enough-money':
    'Il ne reste pas assez de crédits cette année. Réduisez l’ordre, retirez-en un autre, ou demandez à une délégation de payer.',
  'too-many-batches': 'Au plus {max} en un an, lots des deux cases compris. Lancez le reste l’an prochain.',
  'no-capability': 'Cette délégation n’en a pas les moyens. Choisissez autre chose.',
  'target-not-listed': 'Cet objet n’est pas sur votre liste. Choisissez-en un parmi ceux affichés.',
  'target-gone':
    'Cet objet n’est plus là : retombé ou fragmenté. Choisissez une cible que la carte montre ; celle lancée bas reste toujours.',
  'window-closed': 'La fenêtre d’essai est fermée pour de bon.',
  'fund-closed':
    'Le fonds d’assainissement ne reçoit rien pour l’instant : il n’est pas encore ouvert, ou son seuil est atteint.',
  'amount-out-of-range': 'Ce nombre est trop petit ou trop grand. Choisissez-en un dans les limites affichées.',
  'own-seat': 'Il faut ici une autre délégation que la vôtre.',
  'dial-unknown': 'Le document de travail n’a pas ce curseur. Choisissez-en un parmi ceux affichés.',
  'value-not-on-dial': 'Le curseur « {dial} » n’a pas cette valeur. Choisissez-en une parmi celles affichées.',
  'text-says-so': 'Le texte a déjà cette valeur du curseur « {dial} ». Choisissez-en une autre.',
  'text-incomplete': 'Un texte doit avoir au moins une clause et une valeur pour chaque curseur. Il manque : {dial}.',
  'already-tabled':
    'Un texte semblable est sur la table, ou vous en avez déposé un cette année. Signez celui-là, ou changez un curseur.',
  'standing-too-low':
    'Il faut une réputation de {need}. Elle monte avec les faits reconnus, les accusations avérées et un texte adopté sous votre plume.',
  'not-a-state': 'Seuls les États peuvent le faire. Un opérateur, lui, adhère à un texte.',
  'instrument-unknown': 'Ce texte n’existe pas. Choisissez-en un sur la table.',
  'instrument-closed':
    'Ce texte ne peut plus être ni modifié ni signé : {status}. Choisissez-en un autre, ou déposez le vôtre.',
  'not-the-lead': 'Seule la délégation qui tient la plume peut le faire. Demandez-le-lui.',
  'not-the-author': 'Seule la délégation qui a déposé ce texte peut le retirer. Rien ne vous oblige à le signer.',
  'pen-used': 'La plume a déjà servi sur ce texte : {dial}. Elle fixe un seul curseur, une seule fois.',
  'not-a-member': 'Votre délégation ne siège pas dans cette enceinte. Passez par l’ouverture à la signature.',
  'no-security-clause':
    'On ne peut contester la compétence que devant une clause sur les essais, et ce texte n’en a pas.',
  'no-act-there':
    'L’enceinte de ce texte ne connaît pas cet acte : personne ne peut l’y faire. Voyez ce que le texte permet.',
  'not-moved':
    'Seul un texte bloqué, ou dont la compétence a été contestée, peut être porté à l’ouverture à la signature.',
  'already-signed':
    'Votre délégation a signé ce texte. Tant qu’il ne vous lie pas, vous pouvez retirer la signature ; ensuite, notifiez votre retrait. Un retrait notifié se révoque tant qu’il n’a pas pris effet.',
  'others-signed': 'D’autres ont signé ce texte : il est aussi le leur. Vous pouvez retirer votre propre signature.',
  'not-signed':
    'Votre délégation n’a ni signature, même conditionnelle, ni blocage sur ce texte. Il n’y a rien à retirer.',
  'not-a-party':
    'Votre délégation n’est partie à aucun texte en vigueur ici : rien ne la lie. Une signature qui ne lie pas encore peut être retirée.',
  'offer-unknown': 'Cette offre n’existe pas. Elle a peut-être été retirée.',
  'offer-not-yours': 'Cette offre concerne d’autres délégations.',
  'offer-closed': 'Cette offre a reçu une réponse, a été retirée ou a expiré. Faites-en une nouvelle.',
  'offer-empty': 'Une offre doit donner ou demander quelque chose. Ajoutez un point.',
  'offer-stands': 'La même offre est déjà ouverte. Attendez la réponse, ou retirez-la d’abord.',
  'incident-unknown': 'Cet événement n’est pas dans vos nouvelles.',
  'already-said': 'Votre délégation l’a déjà dit. Le compte rendu garde ce qui a été dit.',
  'known-already':
    'Chacun sait ce qui s’est passé ici, ou ce qui est publié le prouve. Il ne reste rien à reconnaître ni à démentir.',
  'nothing-to-admit':
    'Votre propre dossier dit que votre objet a été heurté par un débris non suivi : il n’y a rien à reconnaître. Vous pouvez publier ce dossier.',
  'not-the-owner':
    'Seul le propriétaire de l’objet peut reconnaître ou démentir. Vous pouvez demander des consultations ou montrer des preuves.',
  'evidence-unknown':
    'Cette preuve n’est pas la vôtre. Seule la délégation dont les capteurs l’ont donnée peut la publier ou la montrer : demandez-le-lui.',
  'card-not-yours': 'Votre délégation n’a pas tiré cette carte, ou s’en est déjà servie.',
  'inject-unknown': 'Cet événement n’est pas prévu.',
  'inject-done': 'Cet événement a déjà été déclenché ou écarté.',
  'delegate-unknown': 'Cette personne n’est pas dans la partie.',
  'not-running': 'La partie n’est pas en cours. Lancez-la d’abord.',
  'already-started': 'La partie a commencé. Ce réglage ne se change qu’avant.',
  'extension-limit':
    'Toutes les prolongations ensemble ajoutent au plus {most} secondes, pour qu’il reste du temps pour le bilan.',
  'debrief-reserved': 'Ce temps est réservé au bilan. Supprimez un tour, ou laissez le jeu dépasser son horaire.',
  'seat-held': 'L’animateur suspend votre délégation pour le moment. Vous pouvez parler ; le reste attend.',
  dimmed: 'Un satellite a été détruit. Silence un instant ; la parole revient avec la lumière de l’écran.',
  'no-question': 'Aucune question n’est ouverte pour cette délégation.',
  'gate-shut':
    '{n, plural, one {# délégation n’a} other {# délégations n’ont}} pas encore répondu à la question. Attendez, ou dispensez-les.',
  'step-out-of-order': 'Le bilan s’ouvre étape par étape. Ouvrez d’abord la suivante.',
  'last-turn': 'C’est déjà la dernière année.',
  'no-way-back': 'Il n’y a rien ici à quoi revenir. Mettez l’horloge en pause s’il faut du temps.',
  'year-resolved':
    'L’année est calculée et tous l’ont vue : elle reste. Dites à la salle ce qu’il faut ignorer ; au bilan, vous pourrez demander ce qui se serait passé sans cela.',
  'steps-open': 'Des étapes du bilan sont ouvertes. Refermez-les d’abord, une à une.',
  'old-clock': 'Cette phase est déjà terminée.',
  'phase-passed':
    'Ceci visait une phase qui est terminée ; la phase en cours : {phase}. Regardez de nouveau et recommencez si vous le souhaitez toujours.',
  'turn-passed':
    'Ceci visait une année qui est passée. Regardez de nouveau et recommencez si vous le souhaitez toujours.',
  'clock-changed':
    'Quelqu’un d’autre vient de régler l’horloge. Regardez-la et recommencez si vous le souhaitez toujours.',
  'length-changed':
    'Quelqu’un d’autre vient de changer le nombre de tours. Regardez de nouveau et recommencez si vous le souhaitez toujours.',
  'text-changed': 'Ce texte ne dit plus ce qu’il disait quand vous avez choisi. Relisez-le, puis décidez.',
  'order-changed': 'Un autre ordre occupe maintenant cette place. Relisez-le, puis décidez.',
  'step-changed':
    'Quelqu’un d’autre vient d’ouvrir ou de refermer une étape du bilan. Regardez de nouveau, puis décidez.',
  'people-changed':
    'Quelqu’un vient d’arriver, de partir ou de changer de délégation. Regardez de nouveau, puis décidez.',
  'page-too-old':
    'Cette page est plus ancienne que le serveur. Rechargez-la, puis réessayez : votre délégation et vos brouillons sont conservés.',
  resolving: 'L’année est en cours de calcul. On peut parler ; le reste attend quelques secondes.',
  'moved-on': 'La partie a avancé depuis votre question, qui reste donc sans réponse. Posez-la de nouveau.',
  'stale-outcome': 'Ce résultat appartient à une année révolue.',
  'scenario-outdated':
    'Le serveur a d’autres règles que celles de cette partie : aucune de ses années ne peut être calculée ici. On peut la lire, l’enregistrer et ouvrir son bilan.',
  'store-down':
    'Le serveur ne peut pas écrire son journal et n’accepte aucune commande. Rien n’est perdu ; réessayez bientôt.',
  'server-fault':
    'Une erreur s’est produite sur le serveur, où elle est consignée. Réessayez une fois ; si elle revient, prévenez l’animateur.',
  'server-away':
    'Le serveur ne répond pas, alors que le chemin est ouvert : peut-être redémarre-t-il. Réessayez dans une minute.',
  offline: 'Cet appareil n’a plus de réseau. Vérifiez son Wi-Fi.',
  'line-down': 'Le serveur est injoignable d’ici. Vérifiez le réseau de cet appareil.',
  'line-blocked':
    'Le serveur répond, mais la liaison en direct (WebSocket) ne passe pas : quelque chose sur ce réseau la bloque. Prenez un autre réseau, celui d’un téléphone par exemple, ou montrez cette phrase à qui gère celui-ci.',
  'seat-elsewhere':
    'Cette place est ouverte dans un autre onglet ou sur un autre appareil, et c’est là qu’elle agit. « L’utiliser ici » la ramène.',
  unanswered: 'Aucune réponse n’est venue à temps. Il se peut que ce soit fait : vérifiez avant de recommencer.',
  'game-unknown': 'Aucune partie ne porte ce code. Vérifiez les six lettres.',
  'key-unknown': 'Ce lien n’est pas valable, ou un plus récent l’a remplacé. Adressez-vous à l’animateur.',
  'scenario-faulty':
    '{n, plural, one {Ce scénario a un défaut.} other {Ce scénario a # défauts.}} Corrigez ce que la liste nomme, puis choisissez de nouveau le fichier.',
  'scenario-too-long': 'Ce fichier est trop long pour un scénario. Choisissez le .zip de son seul dossier.',
  'scenario-unknown': 'Ce scénario n’existe pas. Choisissez-en un dans la liste.',
  'watched-by-many':
    'Cette partie a déjà autant de spectateurs qu’elle peut en recevoir. Demandez un siège à l’animateur, ou revenez plus tard.',
  'too-fast': 'Trop de commandes en peu de temps. Attendez quelques secondes et réessayez.',
};

export const refusals: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(why).map(([code, text]) => [`refusal.${code}`, text]),
);
