/**
 * The way back from a phase: open until a year has been computed on what it decided, and where that cannot be done. The last year
 * can be looked at again.
 */
import { type PhaseName, type Refusal, refuse } from '../../vocabulary/index.ts';
import type { Game, State } from '../state.ts';
import { withdrawInject } from '../turn/injects.ts';
import type { Clock } from './clock.ts';
import { awaitsSky, beginTurn, withoutTalksNews } from './phases.ts';
import { latestEnd } from './plan.ts';

/** A phase that is gone back to lasts at least so long, whatever was left of it. */
const LEAST_BACK_MS = 30_000;

/** Whether play was ended by hand while there were years to play, and nothing of the debrief has been opened. */
const canPlayOn = ({ clock, scenario }: State): boolean =>
  clock.phase === 'debrief' && clock.toDebrief && clock.turn < scenario.turns;

/** The phase that `goBack` would lead to, or why there is none. */
export function wayBack(state: State): PhaseName | Refusal {
  const { clock, ended, halt, revealed, turnsDone } = state;
  if (halt?.why === 'scenario') return refuse('scenario-outdated');
  if (awaitsSky(state) && !(halt && ended)) return refuse('resolving');
  if (clock.phase === 'debrief' && revealed.length > 0) return refuse('steps-open');
  if (canPlayOn(state)) return 'briefing';
  if (ended) return ended.clock.phase;
  return refuse(turnsDone.length > 0 && clock.phase !== 'negotiation' ? 'year-resolved' : 'no-way-back');
}

/** Play has not begun after all: the first cards are taken back, to be dealt again when it does. */
function backToLobby(state: State, before: Clock, at: number): State {
  const fired = state.injects.filter((inject) => inject.status === 'fired').map((inject) => inject.id);
  const taken = fired.reduce(withdrawInject, state);
  const injects = taken.injects.map((i) =>
    fired.includes(i.id) ? { ...i, status: 'waiting' as const, turn: null } : i,
  );
  return { ...taken, injects, ended: null, clock: { ...before, number: state.clock.number + 1, startedAt: at } };
}

/**
 * Into the phase that ended last, with the time it had left: what its end decided is open again, what has been said and drafted
 * since stays. From a debrief that was opened during play: into the next year, since the one that passed has been computed.
 */
export function goBack(game: Game, at: number): State {
  const state = { ...game.state, halt: null };
  const { clock, ended, scenario } = state;
  if (canPlayOn(state)) {
    const open = { ...clock, lastTurn: scenario.turns, toDebrief: false };
    return beginTurn({ ...game, state: { ...state, results: null, clock: open } }, clock.turn + 1, at);
  }
  if (!ended) return state;
  if (ended.clock.phase === 'lobby') return backToLobby(state, ended.clock, at);
  const standing = ended.before?.standing ?? {};
  const seats = Object.fromEntries(
    Object.entries(state.seats).map(([id, seat]) => [
      id,
      { ...seat, ready: false, standing: standing[id] ?? seat.standing },
    ]),
  );
  const { phase, turn, extendedS } = ended.clock;
  const now = { ...clock, phase, turn, extendedS, number: clock.number + 1, startedAt: at };
  const back = {
    ...state,
    seats,
    ended: null,
    instruments: ended.before?.instruments ?? state.instruments,
    news: withoutTalksNews(state.news, ended.clock.number),
  };
  const latest = latestEnd({ ...back, clock: now });
  const leftMs = Math.max(LEAST_BACK_MS, Math.min(ended.leftMs, latest === null ? ended.leftMs : latest - at));
  const paused = clock.pausedLeftMs !== null;
  // A phase without a deadline has none again.
  if (ended.clock.endsAt === null && ended.clock.pausedLeftMs === null)
    return { ...back, clock: { ...now, endsAt: null, pausedLeftMs: null } };
  return {
    ...back,
    clock: { ...now, endsAt: paused ? null : at + leftMs, pausedLeftMs: paused ? leftMs : null },
  };
}
