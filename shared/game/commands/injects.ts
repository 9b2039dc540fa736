/** What the facilitator does with prepared events: fire, take back, skip, restore, reword. */
import { type Refusal, refuse } from '../../vocabulary/index.ts';
import type { InjectState } from '../news.ts';
import type { State } from '../state.ts';

/** Null if the event is in one of the states in which this can be done to it. */
export function among(state: State, id: string, statuses: readonly InjectState['status'][]): Refusal | null {
  const inject = state.injects.find((i) => i.id === id);
  if (!inject) return refuse('inject-unknown', {}, 'inject');
  return statuses.includes(inject.status) ? null : refuse('inject-done', {}, 'inject');
}

export const changed = (state: State, id: string, change: Partial<InjectState>): State => ({
  ...state,
  injects: state.injects.map((i) => (i.id === id ? { ...i, ...change } : i)),
});
