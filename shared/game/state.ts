/**
 * The one list of what a game saves. `state` is JSON and immutable; the sky lies beside it and is addressed by hash.
 * AUDIENCE says of each field who may learn it; a law holds view.ts to it.
 */

import type { Dial, DialValue } from '../clauses/text.ts';
import type { Instrument } from '../forums/instrument.ts';
import type { Population } from '../orbits/table/population.ts';
import type { Scenario } from '../scenarios/schema.ts';
import type { DelegateId, Fact, IncidentId, ObjectId, OrderRecord, RevealStep, SeatId } from '../vocabulary/index.ts';
import type { Evidence, Finding, Incident, Lots } from './incident.ts';
import type { Fund, LedgerLine } from './money.ts';
import type { Message, Offer } from './negotiation.ts';
import type { InjectState, News } from './news.ts';
import type { Counterfactual } from './other-worlds/counterfactual-shape.ts';
import type { Moment, SkyView } from './roles.ts';
import type { Results } from './score/results-shape.ts';
import type { Delegate, Seat } from './seat.ts';
import type { Clock, EndedPhase, Solo } from './time/clock.ts';
import type { Halt } from './time/halt.ts';
import type { TurnSummary } from './turn/outcome.ts';

export type Game = { readonly state: State; readonly sky: Population };

/** What a game saves besides its sky. Streams (press, orders, facts, ledger, news) only grow. */
export type State = {
  readonly scenario: Scenario;
  /** decides every draw; nobody sees it before `closed` */
  readonly seed: string;
  readonly names: 'real' | 'fictional';
  /** null: a game of several people with a facilitator */
  readonly solo: Solo | null;
  readonly boldBots: boolean;
  readonly thin: boolean;
  readonly clock: Clock;
  /** null where no phase can be gone back to */
  readonly ended: EndedPhase | null;
  readonly delegates: Readonly<Record<DelegateId, Delegate>>;
  readonly seats: Readonly<Record<SeatId, Seat>>;
  /** where each seat stands on each dial, as far as it has said so */
  readonly positions: Readonly<Record<SeatId, Readonly<Partial<Record<Dial, DialValue>>>>>;
  readonly instruments: readonly Instrument[];
  /** how the paper stood when this turn began; null in the first */
  readonly paperBefore: Pick<State, 'positions' | 'instruments'> | null;
  readonly offers: readonly Offer[];
  readonly press: readonly Message[];
  readonly orders: readonly OrderRecord[];
  readonly facts: readonly Fact[];
  readonly incidents: readonly Incident[];
  readonly evidence: readonly Evidence[];
  /** what chance and truth hold for the readings of incidents */
  readonly lots: Readonly<Record<IncidentId, Lots>>;
  readonly findings: readonly Finding[];
  readonly ledger: readonly LedgerLine[];
  readonly fund: Fund;
  readonly news: readonly News[];
  readonly injects: readonly InjectState[];
  readonly registered: readonly ObjectId[];
  readonly turnsDone: readonly TurnSummary[];
  /** the first strike whose pieces crossed the stations' altitude when the last turn ended: a fold of the log has no sky to ask */
  readonly cloudAtStations: IncidentId | null;
  readonly skyHash: string;
  readonly startSkyHash: string;
  /** starting active satellites by shell, the weights of orbit health */
  readonly startActiveByShell: readonly number[];
  readonly revealed: readonly RevealStep[];
  readonly results: Results | null;
  /** what the facilitator has asked the other world, in order */
  readonly counterfactuals: readonly Counterfactual[];
  readonly moment: Moment | null;
  /** how the wall shows the sky */
  readonly wall: SkyView;
  /** null: nothing stands in the way of the next year */
  readonly halt: Halt | null;
  readonly engineVersion: string;
  /** ids of commands already applied, so that a retry is harmless: last 200 */
  readonly recent: readonly string[];
};

/** What games stored before a field was added have in its place. */
export const ADDED = { halt: null, paperBefore: null, lots: {} } satisfies Partial<State>;

/** Who may learn a field: everybody; the seats it concerns; nobody before the reveal. */
export const AUDIENCE: { readonly [K in keyof State]: 'public' | 'audience' | 'hidden' } = {
  scenario: 'audience',
  seed: 'hidden',
  names: 'public',
  solo: 'public',
  boldBots: 'hidden',
  thin: 'public',
  clock: 'public',
  // the texts of the talks that have just ended, which all have seen, and nothing else of it
  ended: 'audience',
  delegates: 'public',
  seats: 'audience',
  positions: 'public',
  instruments: 'public',
  paperBefore: 'public',
  offers: 'audience',
  press: 'audience',
  orders: 'audience',
  facts: 'hidden',
  incidents: 'audience',
  evidence: 'audience',
  lots: 'hidden',
  findings: 'public',
  ledger: 'audience',
  fund: 'audience',
  news: 'audience',
  injects: 'audience',
  registered: 'public',
  turnsDone: 'audience',
  cloudAtStations: 'hidden',
  skyHash: 'hidden',
  startSkyHash: 'public',
  startActiveByShell: 'public',
  revealed: 'public',
  results: 'hidden',
  counterfactuals: 'hidden',
  moment: 'hidden',
  wall: 'public',
  halt: 'audience',
  engineVersion: 'public',
  recent: 'hidden',
};
