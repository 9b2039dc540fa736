/** Crews of stations that went into their capsules; `incident`: whose pieces they sheltered from, where that is known. */
import type { IncidentId, SeatId } from '../ids.ts';
import type { FactHead, FactRule } from './fact.ts';

type CrewShelter = FactHead & {
  readonly kind: 'crew-shelter';
  readonly seats: readonly SeatId[];
  readonly incident: IncidentId | null;
};

export const crewShelter: FactRule<CrewShelter> = { kind: 'crew-shelter', told: {} };

export const isShelter = (fact: FactHead): fact is CrewShelter => fact.kind === crewShelter.kind;
