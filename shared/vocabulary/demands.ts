/** What the law asks of a seat's conduct, whichever clause of whichever text asks it: orders reckon with these and with no clause. */
export type Demands = {
  /** break up nothing above this altitude */
  readonly noDebrisAboveKm?: number;
  /** a stage is out of low orbit so soon after it is left */
  readonly stageDownWithinYears?: number;
  readonly registerWithinDays?: number;
  /** tracking data go into a pool that these may read */
  readonly shareDataWith?: 'parties' | 'all';
};

/** How two demands of one kind become the one that both are kept by. */
const STRICTEST: { readonly [K in keyof Demands]-?: (a: Required<Demands>[K], b: Required<Demands>[K]) => Demands[K] } =
  {
    noDebrisAboveKm: Math.min,
    stageDownWithinYears: Math.min,
    registerWithinDays: Math.min,
    shareDataWith: (a, b) => (a === 'all' ? a : b),
  };

/** Demands of several clauses, merged: the order in which they come does not matter. */
export function mergeDemands(all: readonly Demands[]): Demands {
  const merged: Record<string, unknown> = {};
  for (const demands of all)
    for (const [name, value] of Object.entries(demands)) {
      const strictest = STRICTEST[name as keyof Demands] as (a: unknown, b: unknown) => unknown;
      merged[name] = name in merged ? strictest(merged[name], value) : value;
    }
  return merged;
}
