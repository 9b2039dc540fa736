/** Words of consensus in English. */
import type { Messages } from '../../say.ts';

export const consensus: Messages = {
  'text-act.block': 'Block',
  'text-act.block.note':
    'In a consensus forum one member can stop a text by naming what it wants instead. The lead can then carry it to another forum.',
  'text-act.block.sure': 'Everybody sees who blocked and why. It costs standing.',
  'text-act.block.done': 'blocked a text',
  'text-act.object': 'Object to competence',
  'text-act.object.done': 'objected to competence',
};
