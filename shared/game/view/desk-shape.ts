import type { DelegateId, OrderRecord, PhaseName, Refusal, SeatId, Words } from '../../vocabulary/index.ts';
import type { Evidence } from '../incident.ts';
import type { InjectState } from '../news.ts';
import type { Counterfactual } from '../other-worlds/counterfactual-shape.ts';
import type { Results } from '../score/results-shape.ts';
import type { Seat } from '../seat.ts';
import type { PlanRow } from '../time/plan.ts';
import type { BriefView, OrderBook } from './own-seat-shape.ts';

/** What a facilitator sees beyond everybody: everything but the seed. */
export type FacilitatorDesk = {
  readonly seats: Readonly<Record<SeatId, Seat>>;
  /** `words`: title; `card`: what will be said unless the facilitator writes something else; `planned`: its turn */
  readonly injects: readonly (InjectState & {
    readonly words: Words;
    readonly card: Words;
    readonly planned: number;
    /** fired, and can still be taken back */
    readonly revocable: boolean;
  })[];
  /** of seats that people hold: what can be drafted for them, and why nothing can just now */
  readonly books: Readonly<Record<SeatId, OrderBook>>;
  readonly drafting: Refusal | null;
  /** the phase that can be gone back to, or why none can */
  readonly back: PhaseName | Refusal;
  /** what the program says of why the game stands still */
  readonly halt: string | null;
  /** briefs of all seats, to be printed */
  readonly briefs: Readonly<
    Record<SeatId, BriefView & { readonly objectives: readonly { readonly words: Words; readonly weight: number }[] }>
  >;
  /** what to open with, and what turns everything round: for the facilitator alone; null in a lesson */
  readonly hook: Words | null;
  readonly screw: Words | null;
  /** what is read aloud before play */
  readonly rules: readonly Words[];
  /** what the room may be asked in each turn, from the first */
  readonly asks: readonly Words[];
  readonly question: { readonly words: Words; readonly answers: readonly Words[]; readonly right: number };
  readonly plan: readonly PlanRow[];
  /** seconds of play planned after this phase */
  readonly playLeftS: number;
  /** instant at which the debrief is due; null before the session has begun */
  readonly debriefDueAt: number | null;
  readonly evidence: readonly Evidence[];
  readonly orders: readonly OrderRecord[];
  /** instant of each delegate's last command, milliseconds since 1970 */
  readonly lastAt: Readonly<Record<DelegateId, number>>;
  readonly boldBots: boolean;
  /** bots at more seats than the scenario advises beside a class */
  readonly manyBots: { readonly bots: number; readonly most: number } | null;
  readonly results: Results | null;
  /** all that were asked; the room sees those that are shown, from their step on */
  readonly counterfactuals: readonly Counterfactual[];
};
