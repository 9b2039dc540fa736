/** Words of clause N10 in English: register within some days. Its title and values, its sentence, its column in the tables. */
import type { Messages } from '../../say.ts';

export const n10: Messages = {
  'dial.N10': 'Register within',
  'dial.N10.note':
    'Time to enter a launched object in the UN register. It does not change the sky; it changes who can prove what.',
  'dial.N10.none': 'no clause',
  'dial.N10.90': '90 days',
  'dial.N10.30': '30 days',
  'clause.N10':
    'Each party registers what it launches with the United Nations within {days, number} days of the launch.',
  'column.texts.N10': 'Launches to be registered within so many days; empty: no clause.',
};
