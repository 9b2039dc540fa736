/** Words of clause N06 in English: leave low orbit within some years. Its title and values, its sentence, its column in the tables. */
import type { Messages } from '../../say.ts';

export const n06: Messages = {
  'dial.N06': 'Leave low orbit within',
  'dial.N06.note': 'Time from the end of a mission to leaving low orbit.',
  'dial.N06.none': 'no clause',
  'dial.N06.10': '10 years',
  'dial.N06.5': '5 years',
  'clause.N06':
    'Each party removes its stages and satellites from low orbit within {years, number} years after their mission.',
  'column.texts.N06': 'Low orbit to be left within so many years after the mission; empty: no clause.',
};
