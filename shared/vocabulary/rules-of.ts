/** What rules of orders and clauses read and write: what a seat may know, what an order may do, what a clause says. */
import type { Key } from '../orbits/table/chance.ts';
import type { Population, Row } from '../orbits/table/population.ts';
import type { Demands } from './demands.ts';
import type { Fact, StrikeBand } from './facts/index.ts';
import type { ObjectId, OrderId, SeatId, Slot } from './ids.ts';

/**
 * An object the scenario lists as a test target of a seat. `altitudeKm`: mean of perigee and apogee now. `monthsLeft`: until drag
 * alone brings it down, from the start of this turn, an estimate; null where it outlasts the test window.
 */
export type Target = {
  readonly band: StrikeBand;
  readonly object: ObjectId;
  readonly altitudeKm: number;
  readonly massKg: number;
  readonly monthsLeft: number | null;
  readonly gone: boolean;
};

/** What a seat may know when it drafts an order: its own means, public rules and prices. Money in k$. */
export type Sight = {
  readonly seat: SeatId;
  readonly seats: readonly SeatId[];
  /** what the seat can still spend this turn, other drafts already taken off */
  readonly freeK: number;
  readonly priceK: {
    readonly launchBatch: number;
    readonly disposal: number;
    readonly avoidance: number;
    readonly strike: number;
    readonly flyBy: number;
    readonly fiveYearRule: number;
  };
  /** launches above this altitude pay `fiveYearRule` when bound to bring their stage down within five years */
  readonly fiveYearRuleAboveKm: number;
  /** months since the scenario's start at the first month of this turn */
  readonly startMonth: number;
  /** what one launch batch carries */
  readonly batch: { readonly satellites: number; readonly massKg: number; readonly sizeM: number };
  /** what the law asks of the seat in this turn */
  readonly demands: Demands;
  readonly batchesPerTurnMax: number;
  /** batches drafted in other slots this turn */
  readonly batchesDrafted: number;
  readonly shells: readonly { readonly altitudeKm: number; readonly inclinationDeg: number }[];
  readonly strikeCapable: boolean;
  readonly testWindowOpen: boolean;
  readonly targets: readonly Target[];
  readonly fundOpen: boolean;
  /** chance that a seat without sensors notices a missile that flies past, and how much more it is for each level of sensors */
  readonly flyBySeen: { readonly least: number; readonly most: number };
  /** what a launch left out of the register adds to the confidence with which the seat's acts are attributed: below 0 */
  readonly unregisteredConfidence: number;
  /** the seat's working satellites by 50 km shell */
  readonly fleetByShell: readonly number[];
};

/** What a rule may do to the world in its phase of the resolution. All effects are recorded as facts and ledger lines. */
export type Hands = {
  /** the order that acts: what it makes is named after it */
  readonly order: OrderId;
  /** draws of this order and of nothing else */
  readonly key: Key;
  readonly sky: () => Population;
  readonly emit: (fact: NewFact) => void;
  readonly addRows: (rows: readonly Row[]) => void;
  readonly removeRows: (ids: readonly ObjectId[]) => void;
  /** break up an object as a direct-ascent strike does; returns the tracked pieces made */
  readonly strike: (
    target: ObjectId,
    band: StrikeBand,
  ) => { readonly tracked: number; readonly altitudeKm: number } | null;
  readonly pay: (to: SeatId | 'fund' | 'market', amountK: number, cause: string) => void;
  /** own derelict objects in low orbit that could be disposed of, largest mass first */
  readonly derelicts: () => readonly ObjectId[];
  /** the owner and fleet index of what this seat puts into orbit */
  readonly owner: number;
  readonly fleet: number;
  /** turn the avoidance campaign on for this turn; returns the burns it plans */
  readonly setAvoidance: () => number;
  readonly shareData: (to: readonly SeatId[], masked: boolean) => void;
};

type WithoutHead<T> = T extends unknown ? Omit<T, 'id' | 'turn' | 'month' | 'actor' | 'order'> : never;
/** A fact as a rule states it; resolve.ts adds id, turn, month, actor and order. */
export type NewFact = WithoutHead<Fact> & { readonly month?: number };

export type Order = { readonly kind: string; readonly month: number };

export type OrderRecord = {
  readonly id: OrderId;
  readonly seat: SeatId;
  readonly turn: number;
  readonly slot: Slot;
  readonly order: Order;
  readonly confirmed: boolean;
};

export const VERDICTS = ['compliant', 'arguable', 'breach'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How a clause changes the assumptions of a forecast. Only what the clause changes is named. */
export type ForecastEffect = {
  /** a bound seat tests above it only as often as one that breaks its word */
  readonly noTestsAboveKm?: number;
  /** a bound seat's satellites and stages leave low orbit so soon after their mission */
  readonly postMissionYears?: number;
  /** parties read each other's tracking data */
  readonly dataPooled?: true;
  /** chance to prove a hidden act, with and without the clause */
  readonly proof?: { readonly without: number; readonly with: number };
};
