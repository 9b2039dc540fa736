/** The working record of one resolution: copies that the steps may write on, and what becomes of them at the end. */

import type { Instrument } from '../../forums/instrument.ts';
import { PLAY_TUNING, type Tuning } from '../../orbits/breakup/tuning.ts';
import { type Key, keyOf, narrow } from '../../orbits/table/chance.ts';
import type { Population } from '../../orbits/table/population.ts';
import { decimalYear, instantMs } from '../../orbits/table/time.ts';
import {
  type Fact,
  type IncidentId,
  K_PER_CREDIT,
  type ObjectId,
  type OrderRecord,
  type SeatId,
  type Words,
} from '../../vocabulary/index.ts';
import type { Evidence, Finding, Incident, Lots } from '../incident.ts';
import type { Books } from '../money.ts';
import type { Offer } from '../negotiation.ts';
import type { News } from '../news.ts';
import { onScale, type Seat } from '../seat.ts';
import type { Game, State } from '../state.ts';
import { marksOf } from './fleets.ts';
import type { Outcome } from './outcome.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** A cloud of fragments that a strike of this turn made. */
export type Cloud = {
  readonly incident: IncidentId;
  /** pieces that crossed the altitude of crewed stations when it happened */
  readonly crossing: number;
};
export type MonthCount = { launched: number; reentered: number; fragments: number };

export type Work = {
  readonly game: Game;
  readonly state: State;
  readonly turn: number;
  readonly months: number;
  /** months since the scenario's start at the first month of the turn */
  readonly startMonth: number;
  readonly f107: number;
  /** decimal year of the scenario's start */
  readonly startYear: number;
  readonly tuning: Tuning;
  /** the key of this turn; narrower ones are made by purpose and stable ids */
  readonly key: Key;
  sky: Population;
  /** orders that are carried out, in slot order of each seat */
  orders: OrderRecord[];
  readonly facts: Fact[];
  incidents: Incident[];
  evidence: Evidence[];
  lots: Record<string, Lots>;
  readonly findings: Finding[];
  readonly news: News[];
  readonly registered: ObjectId[];
  instruments: Instrument[];
  offers: Offer[];
  fund: Open<State['fund']>;
  readonly seats: Record<SeatId, Open<Seat>>;
  readonly books: Books;
  readonly clouds: Cloud[];
  readonly byMonth: MonthCount[];
  readonly lost: Record<SeatId, number>;
};

/** The record of a game whose orders are sealed. The sky's tables know all seats from here on. */
export function begin(game: Game): Work {
  const { state } = game;
  const { scenario } = state;
  const { turn } = state.clock;
  const seats = Object.fromEntries(Object.entries(state.seats).map(([id, seat]) => [id, { ...seat }]));
  const sky = scenario.seats.reduce((known, seat) => marksOf(known, seat).sky, game.sky);
  return {
    game,
    state,
    turn,
    months: scenario.monthsPerTurn,
    startMonth: (turn - 1) * scenario.monthsPerTurn,
    f107: scenario.sky.f107[Math.min(turn, scenario.sky.f107.length) - 1]!,
    startYear: decimalYear(instantMs(scenario.sky.startsAt)!),
    tuning: { ...PLAY_TUNING, rowWeight: state.thin ? 20 : 1 },
    key: narrow(keyOf(state.seed), 'turn', turn),
    sky,
    orders: [],
    facts: [],
    incidents: [...state.incidents],
    evidence: [...state.evidence],
    lots: { ...state.lots },
    findings: [],
    news: [],
    registered: [],
    instruments: [...state.instruments],
    offers: [...state.offers],
    fund: { ...state.fund },
    seats,
    books: { turn, lines: [], purses: Object.fromEntries(Object.entries(seats).map(([id, s]) => [id, s.creditsK])) },
    clouds: [],
    byMonth: Array.from({ length: scenario.monthsPerTurn }, () => ({ launched: 0, reentered: 0, fragments: 0 })),
    lost: Object.fromEntries(Object.keys(seats).map((id) => [id, 0])),
  };
}

/** All facts of the game so far, this turn's included. */
export const allFacts = (work: Work): readonly Fact[] => [...work.state.facts, ...work.facts];

/** All findings of the game so far, this turn's included. */
export const allFindings = (work: Work): readonly Finding[] => [...work.state.findings, ...work.findings];

/** Adds a line of news; `to` null is for everybody. The id names its cause. */
export function tell(
  work: Work,
  id: string,
  month: number,
  to: readonly SeatId[] | null,
  words: Words,
  tone: News['tone'] = 'calm',
): void {
  work.news.push({ id: `n${work.turn}.${id}`, turn: work.turn, month, to, words, tone });
}

/** Moves a seat's standing by so many points, on its scale. */
export function addStanding(work: Work, seat: SeatId, points: number): void {
  work.seats[seat]!.standing = onScale(work.seats[seat]!.standing + points);
}

/** Moves a seat's approval by so many points, on its scale. */
export function addApproval(work: Work, seat: SeatId, points: number): void {
  work.seats[seat]!.approval = onScale(work.seats[seat]!.approval + points);
}

/** Credits as whole k$. */
export const creditsK = (credits: number): number => Math.round(credits * K_PER_CREDIT);

/** Fields of seats that have another value than before. */
export function changedSeats(work: Work): Outcome['seats'] {
  const out: Record<SeatId, Partial<Seat>> = {};
  for (const [id, seat] of Object.entries(work.seats)) {
    const before = work.state.seats[id]!;
    const changed = Object.entries({ ...seat, creditsK: work.books.purses[id]! }).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof Seat]),
    );
    if (changed.length > 0) out[id] = Object.fromEntries(changed) as Partial<Seat>;
  }
  return out;
}
