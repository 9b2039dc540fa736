/** An object that came apart: by itself, or as a prepared event has it; `owner`: whose it was. */
import type { IncidentId, ObjectId, SeatId } from '../ids.ts';
import { words } from '../words.ts';
import type { BreakupCause, FactHead, FactRule } from './fact.ts';

type Breakup = FactHead & {
  readonly kind: 'breakup';
  readonly incident: IncidentId;
  readonly object: ObjectId;
  readonly cause: BreakupCause;
  readonly owner: SeatId | null;
  readonly tracked: number;
  readonly altitudeKm: number;
};

export const breakup: FactRule<Breakup> = {
  kind: 'breakup',
  told: { params: ({ cause, owner }, nameOf) => ({ cause: words(`cause.${cause}`), owner: nameOf(owner) }) },
  takesAway: (fact, object) => fact.object === object,
  truth: (fact, incident) =>
    fact.incident === incident ? { cause: fact.cause, by: fact.cause === 'intercept' ? fact.actor : fact.owner } : null,
};
