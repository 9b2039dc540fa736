/**
 * What can be done with any text, in English: on its button; what a seat is told that was `done` for it; a `note` where it has a form;
 * what is asked before (`sure`) where it is grave.
 */
import type { Messages } from '../say.ts';

export const acts: Messages = {
  'text-act.dial': 'The point',
  'text-act.value': 'What it should say',
  'text-act.pledge': 'Give this signature',
  'text-act.pledge.done': 'signed conditionally',
  'text-act.pledge.condition': 'I sign',
  'text-act.pledge.none': 'without condition',
  'text-act.pledge.at-least': 'if enough others do',
  'text-act.pledge.with': 'if certain seats do',
  'text-act.pledge.count': 'How many others',
  'text-act.pledge.seats': 'Which seats',
  'text-act.pledge.note':
    'A conditional signature counts at the end of talks if its condition is met. All that are met count together.',
  'text-act.unpledge.pledge': 'Take back my conditional signature',
  'text-act.unpledge.block': 'Take back our block',
  'text-act.unpledge.signature': 'Take back our signature',
  'text-act.unpledge.notice': 'Take back our notice',
  'text-act.unpledge.done': 'took back a signature, a block or a notice',
  'text-act.carry': 'Carry to another forum',
  'text-act.carry.forum': 'Where to',
  'text-act.carry.note': 'This text was stopped in its forum. As lead you may lay it before another one.',
  'text-act.carry.done': 'carried a text to another forum',
  'text-act.use-pen': 'Use the pen',
  'text-act.use-pen.note': 'You hold the pen: as lead you may change one dial of this text, once. Everybody sees it.',
  'text-act.use-pen.done': 'used the pen',
  'text-act.give-notice': 'Leave this text',
  'text-act.give-notice.sure':
    'You give notice. You stay bound for all that is ordered this year, and everybody hears of it.',
  'text-act.give-notice.done': 'gave notice to leave a text',
  'text-act.withdraw-text': 'Withdraw this text',
  'text-act.withdraw-text.done': 'withdrew a text',
};
