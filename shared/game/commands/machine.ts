/** What the clock and the server log: expiries, presence, outcomes, what stands in their way, time without a server, newer code. */
import { refuse, type Words, words } from '../../vocabulary/index.ts';
import type { Game, State } from '../state.ts';
import type { Clock } from '../time/clock.ts';
import { advance, awaitsSky, lookFrom, skyArrived } from '../time/phases.ts';
import type { Outcome } from '../turn/outcome.ts';
import { type CommandRules, OPEN, RUNNING } from './rule.ts';

export const machineRules: CommandRules<'expire' | 'present' | 'resolved' | 'halted' | 'outage' | 'upgraded'> = {
  expire: {
    by: ['clock'],
    phases: RUNNING,
    check: ({ state }, _actor, { number }, at) =>
      number !== state.clock.number || state.clock.endsAt === null || at < state.clock.endsAt
        ? refuse('old-clock')
        : null,
    apply: (game, { at, command }) => (command.number === game.state.clock.number ? advance(game, at) : game.state),
  },
  present: {
    by: ['server'],
    phases: [...OPEN, 'closed'],
    whilePaused: true,
    check: ({ state }, _actor, { delegate }) =>
      state.delegates[delegate] ? null : refuse('delegate-unknown', {}, 'delegate'),
    apply: ({ state }, { at, command }) => {
      const person = { ...state.delegates[command.delegate]!, present: command.on, lastAt: at };
      const next = { ...state, delegates: { ...state.delegates, [command.delegate]: person } };
      const { endsAt } = state.clock;
      // Who plays alone and leaves finds the clock where it was.
      if (!state.solo || command.on || endsAt === null) return next;
      return { ...next, clock: { ...state.clock, pausedLeftMs: Math.max(0, endsAt - at), endsAt: null } };
    },
  },
  resolved: {
    by: ['server'],
    phases: ['resolution'],
    whilePaused: true,
    check: ({ state }, _actor, { outcome }) =>
      awaitsSky(state) && outcome.turn === state.clock.turn ? null : refuse('stale-outcome'),
    apply: (game, { at, command: { outcome } }) => {
      const state = fold(game.state, outcome);
      const struck = outcome.incidents.some((i) => i.turn === outcome.turn && i.loud?.cause === 'intercept');
      const dimUntil = struck ? at + state.scenario.seconds.dim * 1000 : state.clock.dimUntil;
      const seen = { ...state, clock: { ...state.clock, dimUntil } };
      return skyArrived({ ...game, state: game.state.halt ? lookFrom(seen, at) : seen }, at);
    },
  },
  halted: {
    by: ['server'],
    phases: OPEN,
    whilePaused: true,
    check: ({ state }, _actor, { halt }) =>
      halt?.why === 'year' && !awaitsSky(state) ? refuse('stale-outcome') : null,
    apply: ({ state }, { at, command: { halt } }) => {
      const { clock } = state;
      if (halt === null || clock.endsAt === null) return { ...state, halt };
      // Nobody's time runs meanwhile: after a year that is late it is given anew, else the game is as good as paused.
      const pausedLeftMs = halt.why === 'year' ? null : Math.max(0, clock.endsAt - at);
      return { ...state, halt, clock: { ...clock, endsAt: null, pausedLeftMs } };
    },
  },
  // The time in which no server ran is nobody's: all that the clock counts goes on from where it stood.
  outage: {
    by: ['server'],
    phases: RUNNING,
    whilePaused: true,
    check: (_game, _actor, { ms }) => (ms > 0 ? null : refuse('amount-out-of-range', {}, 'ms')),
    apply: ({ state }, { at, command: { ms } }) => {
      const { clock, ended, news } = state;
      const moved = { ...state, clock: later(clock, ms), ended: ended && { ...ended, clock: later(ended.clock, ms) } };
      if (ms < TOLD_MS) return moved;
      const { number, turn } = clock;
      const id = `outage-${number}-${at}`;
      return { ...moved, news: [...news, { id, turn, month: 0, to: null, words: awayFor(ms), tone: 'calm' }] };
    },
  },
  upgraded: {
    by: ['server'],
    phases: [...OPEN, 'closed'],
    whilePaused: true,
    apply: ({ state }, { command }) => ({ ...state, engineVersion: command.engineVersion }),
  },
};

/** What is shorter is no news to anybody. */
const TOLD_MS = 10_000;
const MINUTE_MS = 60_000;
/** From so many minutes on they are counted in hours. */
const HOURS_FROM_MIN = 120;

function awayFor(ms: number): Words {
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < HOURS_FROM_MIN) return words('news.outage', { minutes });
  return words('news.outage-hours', { hours: Math.round(minutes / 60) });
}

/** A clock with all instants that are still to come, and those from which the session counts, so much later. */
function later(clock: Clock, ms: number): Clock {
  const moved = (instant: number | null): number | null => (instant === null ? null : instant + ms);
  return {
    ...clock,
    endsAt: moved(clock.endsAt),
    sessionStartedAt: moved(clock.sessionStartedAt),
    dimUntil: moved(clock.dimUntil),
  };
}

/** The state with what the resolution found; press and presence that came in meanwhile stay. */
function fold(state: State, outcome: Outcome): State {
  const seats = Object.fromEntries(
    Object.entries(state.seats).map(([id, seat]) => [id, { ...seat, ...outcome.seats[id], drafts: {} }]),
  );
  return {
    ...state,
    seats,
    orders: [...state.orders, ...outcome.orders],
    facts: [...state.facts, ...outcome.facts],
    incidents: outcome.incidents,
    evidence: outcome.evidence,
    lots: outcome.lots,
    findings: [...state.findings, ...outcome.findings],
    ledger: [...state.ledger, ...outcome.ledger],
    news: [...state.news, ...outcome.news],
    registered: [...state.registered, ...outcome.registered],
    instruments: outcome.instruments,
    offers: outcome.offers,
    fund: outcome.fund,
    turnsDone: [...state.turnsDone, outcome.summary],
    cloudAtStations: outcome.cloudAtStations,
    skyHash: outcome.skyHash,
    halt: null,
    ended: null,
    engineVersion: outcome.engineVersion,
    results: outcome.results ?? state.results,
  };
}

/** The game as it will stand once an outcome is folded, phase apart: what the scores of the last turn are computed on. */
export const folded = (game: Game, outcome: Outcome): Game => ({ ...game, state: fold(game.state, outcome) });
