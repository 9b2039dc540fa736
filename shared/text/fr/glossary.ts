/** Terms explained where they stand, in French. */
import { type Glossary, glossaryMessages } from '../glossary.ts';

const entries: Glossary = {
  copuos: {
    name: 'CUPEEA (COPUOS)',
    forms: ['CUPEEA', 'COPUOS'],
    means:
      'Comité des utilisations pacifiques de l’espace extra-atmosphérique, des Nations Unies (COPUOS en anglais). Il décide par consensus et traite des usages pacifiques, pas des armes. Ses lignes directrices ne lient personne par elles-mêmes.',
  },
  consensus: {
    name: 'Consensus',
    forms: ['consensus'],
    means: 'Un texte est adopté quand personne ne s’y oppose. On ne vote pas ; un seul membre peut l’arrêter.',
  },
  competence: {
    name: 'Contestation de compétence',
    forms: ['contester la compétence', 'compétence contestée', 'compétence de l’enceinte'],
    means:
      'Dire qu’une question ne relève pas de cette enceinte. Cela y arrête la discussion, pas la question elle-même.',
  },
  'open-signature': {
    name: 'Ouverture à la signature',
    forms: ['ouverture à la signature'],
    means:
      'Signe qui veut être lié. Le texte entre en vigueur quand assez d’acteurs ont signé et ratifié, et ne lie que ceux-là.',
  },
  plenary: {
    name: 'Plénière',
    forms: ['plénière'],
    means: 'La réunion de toutes les délégations. Ce qui s’y dit est entendu de tous.',
  },
  'conditional-signature': {
    name: 'Signature conditionnelle',
    forms: ['signature conditionnelle', 'signatures conditionnelles', 'signer sous condition'],
    means:
      'Une signature qui compte si sa condition est remplie à la fin des échanges, par exemple « si deux autres signent ». Toutes celles qui le sont comptent ensemble.',
  },
  ratification: {
    name: 'Ratification',
    forms: ['ratification', 'ratifier', 'ratifié', 'ratifie'],
    means: 'Un État confirme chez lui ce qu’il a signé. Alors seulement le texte peut le lier.',
  },
  party: {
    name: 'Partie',
    forms: ['Partie au texte', 'Parties au texte', 'Parties'],
    means: 'Un État qu’un texte en vigueur lie. Qui n’a fait que signer ne l’est pas encore.',
  },
  accession: {
    name: 'Adhésion',
    forms: ['adhésion', 'adhérer', 'adhère'],
    means: 'Rejoindre un texte plus tard, sans l’avoir signé d’abord. Elle lie comme une signature ratifiée.',
  },
  breach: {
    name: 'Violation',
    forms: ['violation', 'violations'],
    means:
      'Une conduite qu’un texte en vigueur interdit à cette Partie. La commettre est une chose, la voir prouvée en est une autre.',
  },
  finding: {
    name: 'Constat',
    forms: ['constat', 'constats'],
    means:
      'Ce que les preuves publiées montrent ensemble à la fin d’une année : une cause, un auteur, peut-être une violation.',
  },
  'launching-state': {
    name: 'État de lancement',
    forms: ['État de lancement', 'États de lancement'],
    means:
      'Un État qui lance un objet, le fait lancer, ou prête son territoire ou ses installations. Il l’immatricule et peut répondre des dommages (conventions de 1972 et 1975).',
  },
  pen: {
    name: 'La plume',
    forms: ['plume', 'chef de file'],
    means: 'Qui tient la plume rédige le texte. Ici, le chef de file peut fixer une dernière valeur, une fois.',
  },
  dial: {
    name: 'Curseur',
    forms: ['curseur', 'curseurs'],
    means: 'Un point ouvert du document, avec ses valeurs possibles. Un texte donne une valeur à chaque curseur.',
  },
  standing: {
    name: 'Réputation',
    forms: ['réputation', 'réputation à l’étranger'],
    means:
      'Ce que les autres pensent de votre parole, de 0 à 100. Trop basse, elle interdit de tenir la plume ; très basse, de signer. Les faits reconnus et un texte adopté sous votre plume la font monter.',
  },
  approval: {
    name: 'Soutien intérieur',
    forms: ['soutien intérieur', 'soutien'],
    means: 'L’appui de votre pays, de 0 à 100. Votre capitale ne ratifie ce que vous signez que s’il est assez haut.',
  },
  credit: {
    name: 'Crédit',
    forms: ['crédit', 'crédits'],
    means: 'La monnaie du jeu. Un crédit vaut environ 100 millions de dollars des États-Unis (est.).',
  },
  'clean-up-fund': {
    name: 'Fonds d’assainissement',
    forms: ['fonds d’assainissement', 'le fonds'],
    means:
      'Les versements de toutes les délégations pour retirer d’anciens étages. Sous son seuil, chacun est remboursé.',
  },
  'data-pool': {
    name: 'Catalogue commun',
    forms: ['catalogue commun'],
    means: 'Un catalogue partagé des objets suivis. Il rend les actes cachés plus faciles à prouver.',
  },
  register: {
    name: 'Registre des Nations Unies',
    forms: ['immatriculer', 'immatriculation', 'registre des Nations Unies'],
    means:
      'Les États déclarent aux Nations Unies ce qu’ils lancent, selon une convention de 1975. Le registre indique l’État de lancement, les paramètres de base de l’orbite et la fonction générale ; ce n’est pas une carte en direct.',
  },
  asat: {
    name: 'Essai destructeur à ascension directe',
    forms: [
      'essai destructeur',
      'essais destructeurs',
      'essai destructeur à ascension directe',
      'essai destructeur de missile antisatellite à ascension directe',
    ],
    means:
      'Un missile monte du sol, de la mer ou de l’air droit vers un satellite et le brise (DA-ASAT en anglais). Jusqu’ici, les États ont touché leurs propres objets.',
  },
  'fly-by': {
    name: 'Tir sans impact',
    forms: ['tir sans impact', 'passer à côté'],
    means: 'Le missile passe près de sa cible et ne touche rien. Il montre le moyen et ne laisse aucun débris.',
  },
  passivation: {
    name: 'Passivation',
    forms: ['passivation', 'passiver', 'passivé'],
    means:
      'Vider réservoirs et batteries à la fin d’une mission, pour qu’un étage ou un satellite mort ne puisse pas exploser.',
  },
  stage: {
    name: 'Étage',
    forms: ['étage', 'étages', 'étage de fusée'],
    means:
      'Une partie d’une fusée. Le dernier reste souvent en orbite pendant des décennies ; beaucoup pèsent des tonnes.',
  },
  'break-up': {
    name: 'Fragmentation',
    forms: ['fragmentation', 'fragmentations', 'fragmenté'],
    means: 'Un objet en orbite se brise : par explosion, collision ou missile.',
  },
  tracked: {
    name: 'Débris suivi',
    forms: ['débris suivi', 'débris suivis', 'données de suivi'],
    means:
      'Radars et télescopes suivent les objets de 10 cm environ et plus. De plus petits sont là aussi, invisibles.',
  },
  shell: {
    name: 'Couche',
    forms: ['couche', 'couches'],
    means: 'Toutes les orbites entre deux altitudes, par exemple de 500 à 550 km.',
  },
  'low-orbit': {
    name: 'Orbite basse',
    forms: ['orbite basse'],
    means: 'Les orbites sous 2 000 km. Un tour de la Terre y prend environ 90 à 127 minutes.',
  },
  'close-pass': {
    name: 'Passage rapproché',
    forms: ['passage rapproché', 'passages rapprochés', 'conjonction', 'conjonctions'],
    means:
      'Deux objets passent à moins de 1 km l’un de l’autre ; les ingénieurs parlent de conjonction. Presque tous se manquent ; chacun coûte de la surveillance, et parfois une manœuvre.',
  },
  gabbard: {
    name: 'Diagramme de Gabbard',
    forms: ['Gabbard', 'diagramme de Gabbard'],
    means:
      'Chaque débris d’une fragmentation en deux points, selon sa période : son altitude la plus haute et la plus basse. La croix qu’ils forment montre où cela s’est produit.',
  },
  'hot-wash': {
    name: 'Retour à chaud',
    forms: ['retour à chaud'],
    means: 'Les premiers mots après un exercice, avant toute explication.',
  },
};

export const glossary = glossaryMessages(entries);
