/** The year that plays on the wall. */
import { signal } from '@preact/signals';
import type { Incident } from '../../../shared/game/incident.ts';
import type { View } from '../../../shared/game/view/view-shape.ts';
import { phaseMs } from '../../model.ts';
import { type YearInstant, type YearPlan, yearPlan } from '../../sky/year-clock.ts';
import { loudOf } from './year-model.ts';

/** What of the year is on the wall; null: no year. The day is that of the last drawn frame. */
export const yearOnWall = signal<YearInstant | null>(null);
/** Where on the wall, px of 1280 x 720, the event that is held stands; null: nowhere to be seen. */
export const heldAt = signal<{ readonly x: number; readonly y: number } | null>(null);

/** The event that the year of this turn is held at, and the plan of its phase. */
export function planOf(view: View): { readonly plan: YearPlan; readonly loud: Incident | null } {
  const loud = loudOf(view);
  return { plan: yearPlan(phaseMs(view), loud?.month ?? null), loud };
}
