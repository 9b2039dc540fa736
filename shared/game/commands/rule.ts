import { type Job, type PhaseName, type Refusal, refuse, type SeatId } from '../../vocabulary/index.ts';
import type { CommandKind, CommandOf, Entry } from '../command-shape.ts';
import type { Actor } from '../roles.ts';
import type { Game, State } from '../state.ts';
import { awaitsSky } from '../time/phases.ts';

/** One kind of command: who may give it and when, what speaks against it, what it does. */
export type CommandRule<K extends CommandKind> = {
  readonly by: readonly Actor['role'][];
  /** a facilitator's command that one person who plays alone may give as well */
  readonly solo?: true;
  /** the job that holds the button, for delegates; a bot holds all jobs of its seat */
  readonly job?: Job;
  readonly phases: readonly PhaseName[];
  /** goes on while the game is paused */
  readonly whilePaused?: boolean;
  readonly check?: (game: Game, actor: Actor, command: CommandOf<K>, at: number) => Refusal | null;
  readonly apply: (game: Game, entry: Entry<CommandOf<K>>) => State;
};
export type CommandRules<K extends CommandKind> = { readonly [Kind in K]: CommandRule<Kind> };

/** Phases in which people deal with each other over the turn's business. */
export const TALK: readonly PhaseName[] = ['briefing', 'negotiation'];
export const DRAFTING: readonly PhaseName[] = ['briefing', 'negotiation', 'seal'];
export const RUNNING: readonly PhaseName[] = ['briefing', 'negotiation', 'seal', 'resolution', 'epilogue'];
export const OPEN: readonly PhaseName[] = ['lobby', ...RUNNING, 'debrief'];
export const PEOPLE: readonly Actor['role'][] = ['delegate', 'bot'];

/** Why nothing of a game goes on but talk and its debrief: it was stored with a scenario that does not fit these rules. Null: it does. */
export const outdated = ({ halt, clock }: State): Refusal | null =>
  halt?.why === 'scenario' && clock.phase !== 'debrief' ? refuse('scenario-outdated') : null;

/** What phase and pause say to a rule, whoever gives the command. */
export function timingOf(rule: Pick<CommandRule<CommandKind>, 'phases' | 'whilePaused'>, state: State): Refusal | null {
  if (!rule.phases.includes(state.clock.phase))
    return refuse(awaitsSky(state) ? 'resolving' : 'wrong-phase', { phase: { key: `phase.${state.clock.phase}` } });
  if (rule.whilePaused) return null;
  return outdated(state) ?? (state.clock.pausedLeftMs !== null ? refuse('paused') : null);
}

/** The seat an actor acts for. Throws for actors without one: their rules never ask. */
export function seatOf(actor: Actor): SeatId {
  if (actor.role !== 'delegate' && actor.role !== 'bot') throw new Error(`${actor.role} holds no seat`);
  return actor.seat;
}

/** State with one seat changed. */
export function withSeat(state: State, id: SeatId, change: Partial<State['seats'][string]>): State {
  return { ...state, seats: { ...state.seats, [id]: { ...state.seats[id]!, ...change } } };
}

/** The state with some of its clock changed. */
export const withClock = (state: State, change: Partial<State['clock']>): State => ({
  ...state,
  clock: { ...state.clock, ...change },
});

/** Null where there is such a seat; else the refusal, `field` at fault. */
export const knownSeat = (state: State, id: SeatId, field: string): Refusal | null =>
  state.seats[id] ? null : refuse('seat-unknown', { seat: id }, field);
