/** Names of things. All are plain texts; the alias says which kind of thing is meant. */
export type SeatId = string;
export type DelegateId = string;
export type InstrumentId = string;
/** `t<turn>.<seat>.<slot>`: stable, so that what an order causes is keyed by the order and by nothing else. */
export type OrderId = string;
export type OfferId = string;
export type IncidentId = string;
export type EvidenceId = string;
export type InjectId = string;
/** Key into the `texts` table, where words people typed live apart from the log. */
export type TextId = string;
/** Object id in the sky: catalogue number or causal id. */
export type ObjectId = number;

export const JOBS = ['head', 'negotiator', 'operations', 'analyst', 'home'] as const;
export type Job = (typeof JOBS)[number];

export const SLOTS = ['p1', 'p2', 'security'] as const;
export type Slot = (typeof SLOTS)[number];

/** In the order in which a game passes through them; a turn goes from briefing to resolution. */
export const PHASES = [
  'lobby',
  'briefing',
  'negotiation',
  'seal',
  'resolution',
  'epilogue',
  'debrief',
  'closed',
] as const;
export type PhaseName = (typeof PHASES)[number];

export const REVEAL_STEPS = [
  'hotwash',
  'objectives',
  'orders',
  'truth',
  'counterfactual',
  'results',
  'frontier',
  'history',
  'exit',
] as const;
export type RevealStep = (typeof REVEAL_STEPS)[number];

/** Money is an integer of thousands of US dollars. One credit of First test is 100,000 k$. */
export const K_PER_CREDIT = 100_000;
