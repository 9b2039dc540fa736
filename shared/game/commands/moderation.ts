/** The facilitator among those who talk: words to all or to one seat, what is hidden, who may write, who leaves. */
import { type Refusal, refuse } from '../../vocabulary/index.ts';
import type { State } from '../state.ts';

export const knownDelegate = (state: State, id: string): Refusal | null =>
  state.delegates[id] ? null : refuse('delegate-unknown', {}, 'delegate');
