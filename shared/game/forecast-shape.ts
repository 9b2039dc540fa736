/** What a forecast starts from: only what the asking viewer's View says. Rows are 50 km shells from collisions.ts. */
import type { Package, SeatId } from '../vocabulary/index.ts';

export type Knowledge = {
  readonly knownByShell: readonly number[];
  readonly activeByShell: readonly number[];
  readonly fleetByShell: readonly number[];
  readonly strikers: readonly SeatId[];
  readonly seats: readonly SeatId[];
  readonly turn: number;
};

/** The conduct the forecast assumes, to be shown beside it. */
export type Assumptions = {
  readonly testsPerYear: number;
  readonly testAltitudeKm: number;
  readonly postMissionYears: number;
  readonly launchesPerYear: number;
  readonly seeds: number;
};

export const WORLDS = ['none', 'parties', 'one-out', 'all'] as const;
export type WorldName = (typeof WORLDS)[number];

export type Forecast = {
  readonly text: Package;
  readonly years: readonly number[];
  /** close passes under 1 km per satellite-year in the asker's own shells; 10/50/90 % over seeds, one value per year */
  readonly worlds: readonly {
    readonly world: WorldName;
    readonly assumptions: Assumptions;
    readonly p10: readonly number[];
    readonly p50: readonly number[];
    readonly p90: readonly number[];
  }[];
  /** paired difference to `none` on the same draws, as a share of `none`, at the last year */
  readonly difference: readonly {
    readonly world: WorldName;
    readonly p10: number;
    readonly p50: number;
    readonly p90: number;
  }[];
  /** what a clause changes that is not the sky: chance to prove a hidden act */
  readonly proof: { readonly without: number; readonly with: number } | null;
  /** true where the text changes the asker's sky by less than 3 % */
  readonly skyUnchanged: boolean;
};
