/** What commands about the running clock share. */
import type { State } from '../state.ts';
import { latestEnd } from '../time/plan.ts';

/** Nothing that runs by the clock can be shorter than this after a change of its end. */
export const LEAST_LEFT_MS = 1_000;

/** An end of the running phase that leaves the debrief its time, and people a moment. */
export function inTime(state: State, endsAt: number, at: number): number {
  return Math.max(at + LEAST_LEFT_MS, Math.min(endsAt, latestEnd(state) ?? endsAt));
}
