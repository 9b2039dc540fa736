/** Acts on texts as commands, for whoever gives one without a form. */
import type { Condition, InstrumentId } from '../../vocabulary/index.ts';
import type { ActValues } from './act.ts';

/** The command of an act on a text. */
export const onText = (text: InstrumentId, act: string, values: ActValues = {}) =>
  ({ kind: 'act-on-text', text, act, values }) as const;

/** The command by which a seat signs. */
export const signs = (text: InstrumentId, { kind, ...rest }: Condition = { kind: 'none' }) =>
  onText(text, 'pledge', { condition: kind, ...rest });
