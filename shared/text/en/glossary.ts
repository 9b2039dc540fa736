/** Terms explained where they stand, in English. */
import { type Glossary, glossaryMessages } from '../glossary.ts';

const entries: Glossary = {
  copuos: {
    name: 'COPUOS',
    forms: ['COPUOS'],
    means:
      'Committee on the Peaceful Uses of Outer Space, of the United Nations. It decides by consensus and deals with peaceful uses, not with weapons. Its guidelines bind nobody by themselves.',
  },
  consensus: {
    name: 'Consensus',
    forms: ['consensus'],
    means: 'A text is adopted when nobody objects. Nobody votes; a single member can stop it.',
  },
  competence: {
    name: 'Objection to competence',
    forms: ['object to competence', 'objection to competence', 'forum’s competence', 'competence'],
    means: 'To say that a matter does not belong before this forum. It stops the talk there, not the matter itself.',
  },
  'open-signature': {
    name: 'Open signature',
    forms: ['open signature'],
    means:
      'Whoever wants to be bound signs. The text enters into force once enough have signed and ratified, and binds only those.',
  },
  plenary: {
    name: 'Plenary',
    forms: ['plenary'],
    means: 'The meeting of all delegations. What is said there is heard by everybody.',
  },
  'conditional-signature': {
    name: 'Conditional signature',
    forms: ['conditional signature', 'conditional signatures', 'sign conditionally'],
    means:
      'A signature that counts if its condition is met at the end of talks, such as “if two others sign”. All whose conditions are met count together.',
  },
  ratification: {
    name: 'Ratification',
    forms: ['ratification', 'ratify', 'ratified', 'ratifies'],
    means: 'A state confirms at home what it has signed. Only then can the text bind it.',
  },
  party: {
    name: 'Party',
    forms: ['party', 'parties'],
    means: 'A state that a text in force binds. A state that has only signed is not one yet.',
  },
  accession: {
    name: 'Accession',
    forms: ['accession', 'accede', 'accedes'],
    means: 'To join a text later, without having signed it at first. It binds like a ratified signature.',
  },
  breach: {
    name: 'Breach',
    forms: ['breach', 'breaches'],
    means:
      'Conduct that a text in force forbids to this party. It is one thing to commit it, another to have it proved.',
  },
  finding: {
    name: 'Finding',
    forms: ['finding', 'findings'],
    means: 'What published evidence together shows at the end of a year: a cause, a maker, perhaps a breach.',
  },
  'launching-state': {
    name: 'Launching state',
    forms: ['launching state', 'launching states'],
    means:
      'A state that launches an object, has it launched, or lends its territory or facility. It registers the object and can be liable for damage (conventions of 1972 and 1975).',
  },
  pen: {
    name: 'The pen',
    forms: ['pen', 'penholder', 'lead sponsor'],
    means: 'Who holds the pen drafts the text. Here the lead sponsor may set one last value, once.',
  },
  dial: {
    name: 'Dial',
    forms: ['dial', 'dials'],
    means: 'One open point of the paper with its possible values. A text is one value on every dial.',
  },
  standing: {
    name: 'Standing',
    forms: ['standing', 'standing abroad'],
    means:
      'What others think of your word, from 0 to 100. If it is low you may not hold the pen, if very low not sign. Facts admitted and a text adopted under your pen raise it.',
  },
  approval: {
    name: 'Approval',
    forms: ['approval', 'approval at home'],
    means: 'Support at home, from 0 to 100. Your capital ratifies what you sign only while it is high enough.',
  },
  credit: {
    name: 'Credit',
    forms: ['credit', 'credits'],
    means: 'The money of the game. One credit stands for about 100 million US dollars (est.).',
  },
  'clean-up-fund': {
    name: 'Clean-up fund',
    forms: ['clean-up fund', 'the fund'],
    means: 'Payments of all seats for the removal of old stages. Below its threshold everybody is paid back.',
  },
  'data-pool': {
    name: 'Data pool',
    forms: ['data pool', 'pool'],
    means: 'A shared catalogue of tracked objects. It makes hidden acts easier to prove.',
  },
  register: {
    name: 'UN register',
    forms: ['register', 'UN register', 'registration'],
    means:
      'States tell the United Nations what they launch, under a convention of 1975. It names the launching state, basic orbit and general function; it is no live map.',
  },
  asat: {
    name: 'Destructive DA-ASAT test',
    forms: [
      'DA-ASAT',
      'DA-ASAT test',
      'destructive test',
      'destructive tests',
      'destructive direct-ascent tests',
      'destructive direct-ascent anti-satellite missile tests',
      'destructive tests of missiles',
    ],
    means:
      'A missile rises from ground, sea or air straight to a satellite and breaks it up (direct ascent, anti-satellite). So far states have hit objects of their own.',
  },
  'fly-by': {
    name: 'Fly-by',
    forms: ['fly-by', 'fly past'],
    means: 'The missile passes close to its target and hits nothing. It shows the means and leaves no pieces.',
  },
  passivation: {
    name: 'Passivation',
    forms: ['passivation', 'passivated', 'passivate', 'not passivated'],
    means: 'Emptying tanks and batteries at the end of a mission, so that a dead stage or satellite cannot burst.',
  },
  stage: {
    name: 'Stage',
    forms: ['stage', 'stages', 'rocket stage'],
    means: 'A part of a rocket. The last one often stays in orbit for decades; many weigh tonnes.',
  },
  'break-up': {
    name: 'Break-up',
    forms: ['break-up', 'break-ups', 'broke up', 'broken up'],
    means: 'An object in orbit falls into pieces: by explosion, collision or missile.',
  },
  tracked: {
    name: 'Tracked piece',
    forms: ['tracked piece', 'tracked pieces', 'tracking data'],
    means: 'Radars and telescopes follow objects of about 10 cm and more. Smaller ones are there too, unseen.',
  },
  shell: {
    name: 'Shell',
    forms: ['shell', 'shells'],
    means: 'All orbits between two altitudes, such as 500 to 550 km.',
  },
  'low-orbit': {
    name: 'Low orbit',
    forms: ['low orbit'],
    means: 'Orbits below 2,000 km. One turn round the Earth takes about 90 to 127 minutes.',
  },
  'close-pass': {
    name: 'Close pass',
    forms: ['close pass', 'close passes', 'conjunction', 'conjunctions'],
    means:
      'Two objects come within 1 km of each other. Engineers call it a conjunction. Nearly all miss; each costs watching, and some a burn.',
  },
  gabbard: {
    name: 'Gabbard plot',
    forms: ['Gabbard', 'Gabbard plot'],
    means:
      'Every piece of a break-up as two points above its orbital period: its highest and its lowest altitude. The cross they form shows where it happened.',
  },
  'hot-wash': {
    name: 'Hot-wash',
    forms: ['hot-wash'],
    means: 'The first words after an exercise, before anything is explained.',
  },
};

export const glossary = glossaryMessages(entries);
