/** When what of the bell is seen and heard: from the phase's clock, so that whoever comes in the middle sees the right instant. */
import type { Bell, BellName } from '../shared/game/view/bell-shape.ts';
import type { View } from '../shared/game/view/view-shape.ts';

/** The bell fills the screens for so long, ms; in a phase that the hour has made short for no more than half of it. */
const BELL_MS = 12_000;
const SHARE = 0.5;
/** The sheet lies there first; then names fall one after the other. ms. */
const FIRST_MS = 1_200;
const EACH_MS = 700;
/** Names of before sound together, before the first new one. */
const OLD_MS = 600;
/** From the last name to what has come of it, ms. */
const THEN_MS = 700;

export type BellPlan = {
  /** when each name lies on the sheet, ms from the beginning of the bell */
  readonly names: readonly (BellName & { readonly landsMs: number })[];
  /** when it is said what has come of it */
  readonly saidMs: number;
};

/** What falls when. */
export function bellPlan({ names }: Pick<Bell, 'names'>): BellPlan {
  let fresh = 0;
  const timed = names.map((name) => ({ ...name, landsMs: name.by === 'old' ? OLD_MS : FIRST_MS + EACH_MS * fresh++ }));
  const last = Math.max(OLD_MS, ...timed.map((name) => name.landsMs));
  return { names: timed, saidMs: last + THEN_MS };
}

/** How long the bell has rung, ms; null where it does not. `now`: the server's clock, ms since 1970. */
export function bellMs({ bell, clock }: Pick<View, 'bell' | 'clock'>, now: number): number | null {
  if (!bell || clock.phase !== 'seal') return null;
  const { startedAt, endsAt } = clock;
  const most = endsAt === null ? BELL_MS : Math.min(BELL_MS, (endsAt - startedAt) * SHARE);
  const ms = Math.max(0, now - startedAt);
  return ms < most ? ms : null;
}
