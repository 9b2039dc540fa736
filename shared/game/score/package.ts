/** What a game has come to, as far as scores read it: the text in force and what each seat did. Plain counts, no chance. */

import { articlesOf, forbids } from '../../clauses/articles.ts';
import type { Deed } from '../../clauses/clause.ts';
import type { Package } from '../../clauses/text.ts';
import { partiesOf } from '../../forums/instrument.ts';
import type { Scenario } from '../../scenarios/schema.ts';
import { K_PER_CREDIT, type PhaseName, type SeatId, STRIKE_BANDS, type StrikeBand } from '../../vocabulary/index.ts';
import type { LedgerLine } from '../money.ts';
import { inForce } from '../paper.ts';
import type { State } from '../state.ts';

export type SeatConduct = {
  /** credits the seat has given to a fund that was met; a fund that is not met gives them back */
  readonly paid: number;
  /** batches flown, at most those wanted */
  readonly batches: number;
  readonly strikes: Readonly<Record<StrikeBand, number>>;
  /** the one strike that earns a premium, and how many thirds of it have been paid */
  readonly demonstration: { readonly band: StrikeBand; readonly thirds: number } | null;
  readonly breaches: number;
  /** seats whose full data it reads */
  readonly dataFrom: number;
  /** has a contract of the fund, which was met */
  readonly contract: boolean;
};

export type PackageOutcome = {
  /** values of the text in force; null: none is */
  readonly text: Package | null;
  readonly parties: readonly SeatId[];
  readonly fundMet: boolean;
  readonly seats: Readonly<Record<SeatId, SeatConduct>>;
};

const NO_STRIKES = { low: 0, mid: 0, high: 0 } as const;

/** No text, no strike, no fund, and every seat flies the batches it wants: what each seat has without any deal. */
export function noDeal(scenario: Scenario): PackageOutcome {
  const seats: Record<SeatId, SeatConduct> = {};
  for (const seat of scenario.seats)
    seats[seat.id] = {
      paid: 0,
      batches: seat.batchesWanted,
      strikes: NO_STRIKES,
      demonstration: null,
      breaches: 0,
      dataFrom: 0,
      contract: false,
    };
  return { text: null, parties: [], fundMet: false, seats };
}

/** Whether the fund has paid a seat for its work. */
export const hasContract = (ledger: readonly LedgerLine[], seat: SeatId): boolean =>
  ledger.some((line) => line.from === 'fund' && line.to === seat && line.cause === 'ledger.contract');

const AFTER_PLAY: readonly PhaseName[] = ['epilogue', 'debrief', 'closed'];

/**
 * What a game has come to by now. The second third of a premium counts when one more turn is resolved, the last when play
 * is over.
 */
export function outcomeOf(state: State, over = AFTER_PLAY.includes(state.clock.phase)): PackageOutcome {
  const text = inForce(state);
  const seats: Record<SeatId, SeatConduct> = {};
  for (const spec of state.scenario.seats) {
    const seat = state.seats[spec.id]!;
    const done = seat.demonstration;
    const thirds = !done ? 0 : over ? 3 : state.turnsDone.length > done.turn ? 2 : 1;
    seats[spec.id] = {
      paid: state.fund.met ? seat.paidToFundK / K_PER_CREDIT : 0,
      batches: Math.min(seat.batches, spec.batchesWanted),
      strikes: seat.strikes,
      demonstration: done && { band: done.band, thirds },
      breaches: seat.breaches,
      dataFrom: seat.dataFrom.length,
      contract: hasContract(state.ledger, spec.id),
    };
  }
  return {
    text: text?.values ?? null,
    parties: text ? partiesOf(text) : [],
    fundMet: state.fund.met,
    seats,
  };
}

/** The same game with another text in force among these parties. */
export function withText(outcome: PackageOutcome, text: Package, parties: readonly SeatId[]): PackageOutcome {
  return { ...outcome, text, parties };
}

/** The same game with all batches flown that are wanted: a fair comparison before the last turn. */
export function asPlanned(scenario: Scenario, outcome: PackageOutcome): PackageOutcome {
  const seats = { ...outcome.seats };
  for (const spec of scenario.seats) seats[spec.id] = { ...seats[spec.id]!, batches: spec.batchesWanted };
  return { ...outcome, seats };
}

/** The same game with one more strike of a seat, paid in full: its first earns the premium. */
export function withStrike(
  scenario: Scenario,
  outcome: PackageOutcome,
  seat: SeatId,
  band: StrikeBand,
): PackageOutcome {
  const before = outcome.seats[seat]!;
  const { text } = outcome;
  const forbidden =
    text !== null && outcome.parties.includes(seat) && forbids(articlesOf(text), deedIn(scenario, band));
  return {
    ...outcome,
    seats: {
      ...outcome.seats,
      [seat]: {
        ...before,
        strikes: { ...before.strikes, [band]: before.strikes[band] + 1 },
        demonstration: before.demonstration ?? { band, thirds: 3 },
        breaches: before.breaches + (forbidden ? 1 : 0),
      },
    },
  };
}

const BANDS_DOWN = STRIKE_BANDS.toReversed();

/**
 * The same game with one strike of a seat left out, and the breaches that were proved by it. The premium falls to another
 * strike of the seat where there is one.
 */
export function withoutStrike(
  outcome: PackageOutcome,
  seat: SeatId,
  band: StrikeBand,
  breaches: number,
): PackageOutcome {
  const before = outcome.seats[seat]!;
  const strikes = { ...before.strikes, [band]: before.strikes[band] - 1 };
  const other = BANDS_DOWN.find((b) => strikes[b] > 0);
  const { demonstration } = before;
  const moved =
    demonstration &&
    (demonstration.band !== band || strikes[band] > 0 ? demonstration : other && { ...demonstration, band: other });
  return {
    ...outcome,
    seats: {
      ...outcome.seats,
      [seat]: { ...before, strikes, demonstration: moved ?? null, breaches: before.breaches - breaches },
    },
  };
}

/** What a strike in a band is before it is done: a band counts as forbidden where all of it is. */
function deedIn({ strike: { bandsFromKm } }: Scenario, band: StrikeBand): Deed {
  const next = STRIKE_BANDS[STRIKE_BANDS.indexOf(band) + 1];
  return { kind: 'strike', fromKm: bandsFromKm[band], toKm: next ? bandsFromKm[next] : Number.POSITIVE_INFINITY };
}
