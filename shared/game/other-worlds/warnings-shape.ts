/** The worst close approaches of a seat's fleet in the sky as that seat knows it, and how they are asked for. */

/** Hours looked ahead, and of how many at a time: errors of places along an orbit grow by the day. */
export const WARNING_HOURS = 24;
export const PART_HOURS = 6;
/** Approaches up to this are counted, km. */
export const NEAR_KM = 5;
/** Probabilities of a hit from which a fleet moves away: usual practice, and in an avoidance campaign (orders/manoeuvre.ts). */
export const USUAL_PROBABILITY = 1e-4;
export const CAMPAIGN_PROBABILITY = 1e-5;

export type Approach = {
  /** ids in the sky: a working satellite of the seat, and what passes it */
  readonly own: number;
  readonly other: number;
  /** from the instant of the sky on, s */
  readonly afterS: number;
  readonly missKm: number;
  readonly speedKms: number;
  /** of a hit (Foster), with the errors of catalogue elements */
  readonly probability: number;
  /** the own one has engines and can move away */
  readonly canMove: boolean;
  /** the size of at least one is an estimate */
  readonly sizeEstimated: boolean;
};

/** What was found in some hours. */
export type Approaches = {
  /** approaches up to NEAR_KM, and those left out because both fly together */
  readonly near: number;
  readonly together: number;
  /** those that a fleet with engines answers by usual practice, and in a campaign */
  readonly answeredUsually: number;
  readonly answeredInCampaign: number;
  /** the most likely hits, first the likeliest */
  readonly worst: readonly Approach[];
};

export type Warnings = Approaches & {
  readonly hours: number;
  /** working satellites looked after, and objects looked at, as rows of the sky */
  readonly satellites: number;
  readonly objects: number;
  /** how many objects a row stands for, at the most */
  readonly weight: number;
  /** what a year of usual avoidance costs for each 10 % more passes than without this game's debris, and at the most, k$ */
  readonly billPer10PercentK: number;
  readonly billMostK: number;
};
/** Still computing: so many of the parts are done. */
export type WarningsUnderWay = { readonly done: number; readonly of: number };
