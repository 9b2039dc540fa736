/** What rules of commands share: phases, roles, the seat that acts, what pause and phase say. */
import { type Job, type PhaseName, type Refusal, refuse, type SeatId } from '../../vocabulary/index.ts';
import type { Hearers } from '../heard.ts';
import type { Actor } from '../roles.ts';
import type { State } from '../state.ts';
import { awaitsSky } from '../time/phases.ts';
import type { AnyRule } from './deed.ts';

/** Phases in which people deal with each other over the turn's business. */
export const TALK: readonly PhaseName[] = ['briefing', 'negotiation'];
export const DRAFTING: readonly PhaseName[] = ['briefing', 'negotiation', 'seal'];
export const RUNNING: readonly PhaseName[] = ['briefing', 'negotiation', 'seal', 'resolution', 'epilogue'];
export const OPEN: readonly PhaseName[] = ['lobby', ...RUNNING, 'debrief'];
export const PEOPLE: readonly Actor['role'][] = ['delegate', 'bot'];
export const FACILITATOR: readonly Actor['role'][] = ['facilitator'];

/** Why nothing of a game goes on but talk and its debrief: it was stored with a scenario that does not fit these rules. Null: it does. */
export const outdated = ({ halt, clock }: State): Refusal | null =>
  halt?.why === 'scenario' && clock.phase !== 'debrief' ? refuse('scenario-outdated') : null;

/** What phase and pause say to a rule, whoever gives the command. */
export function timingOf(rule: Pick<AnyRule, 'phases' | 'whilePaused'>, state: State): Refusal | null {
  if (!rule.phases.includes(state.clock.phase))
    return refuse(awaitsSky(state) ? 'resolving' : 'wrong-phase', { phase: { key: `phase.${state.clock.phase}` } });
  if (rule.whilePaused) return null;
  return outdated(state) ?? (state.clock.pausedLeftMs !== null ? refuse('paused') : null);
}

/** The job that holds the button of a command; null: everybody of the seat. */
export const jobOf = ({ job }: Pick<AnyRule, 'job'>, command: { readonly kind: string }): Job | null =>
  typeof job === 'function' ? job(command) : job;

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

/** Who learns of a command beside its maker's seat and the facilitator. */
export function hearersOf(rule: Pick<AnyRule, 'heard'>, command: { readonly kind: string }, state: State): Hearers {
  if (typeof rule.heard === 'function') return rule.heard(command, state);
  return rule.heard === 'all' ? 'all' : [];
}
