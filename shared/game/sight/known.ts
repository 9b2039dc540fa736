/** Conduct as one seat can tell it: its own in full, that of others as far as it is public. */
import type { Scenario } from '../../scenarios/schema.ts';
import type { ObjectId, SeatId, StrikeBand } from '../../vocabulary/index.ts';
import type { Incident } from '../incident.ts';
import type { Seat } from '../seat.ts';
import type { State } from '../state.ts';
import { makerOf } from './knowing.ts';
import { specOf } from './sight.ts';

/** A strike everybody knows of: told when it happened, or settled since. */
const isStrike = (i: Incident): boolean => i.loud?.cause === 'intercept' || i.settled === 'intercept';

/**
 * The state with the strikes of other seats as the public record has them. One that nobody saw, or whose maker nobody can
 * name, counts for no other seat: else a seat could read in its own score what no sensor told it.
 */
export function asKnownTo(state: State, id: SeatId): State {
  const seats = Object.fromEntries(
    Object.entries(state.seats).map(([other, seat]) => [
      other,
      other === id ? seat : { ...seat, ...publicStrikes(state, other) },
    ]),
  );
  return { ...state, seats };
}

function publicStrikes(state: State, id: SeatId): Pick<Seat, 'strikes' | 'demonstration'> {
  const strikes: Record<StrikeBand, number> = { low: 0, mid: 0, high: 0 };
  let demonstration: Seat['demonstration'] = null;
  for (const incident of state.incidents) {
    if (!isStrike(incident) || makerOf(state, incident) !== id) continue;
    const { object, turn } = incident;
    const band = bandOf(state.scenario, id, object);
    strikes[band] += 1;
    demonstration ??= { turn, band };
  }
  return { strikes, demonstration };
}

/** The band of a strike of a seat by what it hit, as far as everybody can tell: what is on no list counts as low. */
export function bandOf(scenario: Scenario, seat: SeatId, object: ObjectId): StrikeBand {
  const { targets } = specOf(scenario, seat);
  return object === targets?.high ? 'high' : object === targets?.mid ? 'mid' : 'low';
}
