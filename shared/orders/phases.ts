/** The phases of a resolution in which orders act, in their order. */

/** `once`: before the first month, for the whole turn; otherwise the orders of each month act in it, then nature does. */
export const PHASES = [
  { name: 'money-and-data', once: true },
  { name: 'launches', once: false },
  { name: 'manoeuvres', once: false },
  { name: 'strikes', once: false },
  { name: 'disposals', once: false },
] as const satisfies readonly { readonly name: string; readonly once: boolean }[];

export type PhaseOfTurn = (typeof PHASES)[number]['name'];

const named = (once: boolean): readonly PhaseOfTurn[] => PHASES.filter((p) => p.once === once).map((p) => p.name);
/** Phases that come once, and those that come in each month. */
export const OF_TURN = named(true);
export const OF_MONTH = named(false);
