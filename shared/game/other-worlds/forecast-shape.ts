/** What a forecast starts from and what it says. Rows are the 50 km shells of orbits/collisions.ts. */
import type { ShellState } from '../../orbits/decades/shells.ts';
import type { Scenario } from '../../scenarios/schema.ts';
import type { SeatId } from '../../vocabulary/index.ts';
import type { Striker } from '../score/conduct.ts';

/** Only what the asking viewer's View and the public catalogue say. */
export type Knowledge = {
  readonly scenario: Scenario;
  /** low orbit as this viewer knows it */
  readonly shells: ShellState;
  /** months since the scenario's start */
  readonly month: number;
  /** the asker's own satellites by shell; everybody's for a viewer without a seat */
  readonly fleetByShell: readonly number[];
  readonly strikers: readonly Striker[];
  /** share of all working satellites, by seat */
  readonly shares: Readonly<Record<SeatId, number>>;
  /** who would sign the text as pledges stand */
  readonly parties: readonly SeatId[];
};

/** The conduct a world assumes, to be shown beside it. */
export type Assumptions = {
  readonly parties: readonly SeatId[];
  readonly testsPerYear: number;
  readonly disposalYears: number;
  readonly disposalSuccess: number;
};

/** Nobody bound; those who would sign now; all but one capable seat; everybody. */
export const WORLDS = ['none', 'parties', 'one-out', 'all'] as const;
export type WorldName = (typeof WORLDS)[number];

export type Band = { readonly p10: number; readonly p50: number; readonly p90: number };

export type Forecast = {
  readonly seeds: number;
  /** years after now for which the bands are given */
  readonly years: readonly number[];
  /** close passes under 1 km per satellite-year in the asker's own shells, by year */
  readonly worlds: readonly {
    readonly world: WorldName;
    readonly assumptions: Assumptions;
    readonly bands: readonly Band[];
  }[];
  /** paired difference to `none` on the same draws, as a share of `none`, by year */
  readonly differences: readonly { readonly world: WorldName; readonly bands: readonly Band[] }[];
  /** what clauses change that is not the sky: chance to prove a hidden act */
  readonly proof: { readonly without: number; readonly with: number } | null;
  /** the text changes the asker's sky by less than 3 % */
  readonly skyUnchanged: boolean;
};
