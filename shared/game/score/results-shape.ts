/** The results of a game: grades and scores by seat, the health of the orbits, what was left on the table, the next 25 years. */
import type { Package } from '../../clauses/text.ts';
import type { OrderId, SeatId, Words } from '../../vocabulary/index.ts';

/** One objective of a seat: its weight (per cent), the grade reached (0 to 1) and why. */
export type GradeLine = {
  readonly objective: string;
  readonly weight: number;
  readonly grade: number;
  readonly causes: readonly Words[];
};

/** Points of a seat: its own score, what it would have had without a deal, and the difference. */
export type SeatResult = {
  readonly seat: SeatId;
  readonly own: number;
  readonly noDeal: number;
  readonly gain: number;
  readonly grades: readonly GradeLine[];
  readonly premium: number;
  readonly breach: number;
  readonly marks: readonly string[];
};

/** Mean of a line over the years to come; its first value is that of the start, year 0. */
export const yearsMean = (line: readonly number[]): number =>
  line.slice(1).reduce((sum, value) => sum + value, 0) / (line.length - 1);

/** A table on the frontier chart, points: the gain of the seat that gained least, and the sum of all gains. */
export type Place = { readonly min: number; readonly sum: number };
/** A deal on the chart. `losers`: seats that would have less than they came to; absent in results of before it was kept. */
export type FrontierPoint = Place & { readonly losers?: readonly SeatId[] };

/** Where a game came out on the frontier chart. */
export function placeOf(seats: readonly Pick<SeatResult, 'gain'>[]): Place {
  const gains = seats.map(({ gain }) => gain);
  return { min: Math.min(...gains), sum: gains.reduce((total, gain) => total + gain, 0) };
}

/** Deals that lie higher and further right than a table, though somebody would have less than there: nobody left these on the table. */
export const higherForSome = (frontier: readonly FrontierPoint[], here: Place): readonly FrontierPoint[] =>
  frontier.filter(({ min, sum, losers }) => min > here.min && sum > here.sum && losers && losers.length > 0);

/** Who would have less at one of these deals or another. */
export const losersOf = (points: readonly FrontierPoint[]): readonly SeatId[] => [
  ...new Set(points.flatMap(({ losers }) => losers ?? [])),
];

/** All that the debrief tells of scores. */
export type Results = {
  readonly seats: readonly SeatResult[];
  readonly health: { readonly j: number; readonly low: number; readonly high: number };
  readonly leftOnTable: {
    readonly points: number;
    readonly deal: (Package & { readonly parties: readonly SeatId[]; readonly fundMet: boolean }) | null;
    /** own score of each seat under that deal, points, and what it would have paid into the fund, credits */
    readonly terms: readonly { readonly seat: SeatId; readonly own: number; readonly pays: number }[];
  };
  readonly jointGainUsed: number;
  readonly balance: number;
  readonly nash: number;
  readonly strikeCosts: readonly {
    readonly order: OrderId;
    readonly seat: SeatId;
    readonly band: string;
    readonly ownGain: number;
    readonly costToOthers: number;
  }[];
  readonly frontier: readonly FrontierPoint[];
  /** 25 years: close passes per satellite-year, bands 10/50/90 by year, for what was done, no text and no strikes, best all-gain package */
  readonly epilogue: readonly {
    readonly line: 'played' | 'nothing' | 'best';
    readonly p10: readonly number[];
    readonly p50: readonly number[];
    readonly p90: readonly number[];
    readonly tracked: readonly number[];
  }[];
};
