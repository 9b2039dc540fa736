/** Words of clause N17 in English: a pool of tracking data. Its title and values, its sentence, its column in the tables. */
import type { Messages } from '../../say.ts';

export const n17: Messages = {
  'dial.N17': 'Data pool open to',
  'dial.N17.note':
    'A shared catalogue of tracked objects. It does not change the sky at once; it raises the chance to prove a hidden act.',
  'dial.N17.none': 'no pool',
  'dial.N17.members': 'members',
  'dial.N17.all': 'all',
  'clause.N17.members': 'The parties pool their tracking data; the pool is open to the parties.',
  'clause.N17.all': 'The parties pool their tracking data; the pool is open to everybody.',
  'column.texts.N17': 'Data pool open to members or to all; empty: no clause.',
};
