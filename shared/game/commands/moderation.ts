/** The facilitator among those who talk: words to all or to one seat, what is hidden, who may write, who leaves. */
import { type Refusal, refuse, type TextId } from '../../vocabulary/index.ts';
import type { Hearers } from '../heard.ts';
import type { State } from '../state.ts';

export const knownDelegate = (state: State, id: string): Refusal | null =>
  state.delegates[id] ? null : refuse('delegate-unknown', {}, 'delegate');

/** Who had a message before it was hidden, and has it when it is shown again. */
export function readersOf({ press }: State, id: TextId): Hearers {
  const message = press.find((one) => one.id === id);
  if (!message) return [];
  if (message.to === 'plenary' || message.to === 'all') return 'all';
  return [message.from, message.to].filter((seat) => seat !== null && seat !== 'facilitator');
}
