/** Words of clause N01 in English: no destructive tests above an altitude. Its title and values, its sentence, its column in the tables. */
import type { Messages } from '../../say.ts';

export const n01: Messages = {
  'dial.N01': 'Destructive tests forbidden above',
  'dial.N01.note':
    'Forbids breaking up an object in space with a missile from the ground, the sea or the air. Not covered: tests without debris, and any use that is not a test.',
  'dial.N01.none': 'no clause',
  'dial.N01.0': '0 km (all)',
  'dial.N01.300': '300 km',
  'dial.N01.500': '500 km',
  'clause.N01.all': 'No party conducts a destructive direct-ascent test against an object in orbit, at any altitude.',
  'clause.N01.above':
    'No party conducts a destructive direct-ascent test against an object above {altitudeKm, number} km.',
  'column.texts.N01': 'Destructive tests forbidden above this altitude; 0: at any; empty: no clause.',
};
