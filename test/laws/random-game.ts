/**
 * Random games: every kind of command, allowed and not, by seats, guests, the facilitator, clock and server. A game is a list
 * of small numbers (moves), so that fast-check can shrink it; what a move means is read from the game as it stands.
 */

import fc from 'fast-check';
import { type Command, type CommandKind, commands, type Entry } from '../../shared/game/commands/index.ts';
import { jobOf } from '../../shared/game/commands/rule.ts';
import { timing } from '../../shared/game/commands.ts';
import type { Actor } from '../../shared/game/roles.ts';
import { apply, check, resolveTurn } from '../../shared/game/rules.ts';
import type { Game } from '../../shared/game/state.ts';
import { awaitsSky } from '../../shared/game/time/phases.ts';
import type { Refusal, SeatId } from '../../shared/vocabulary/index.ts';
import { makers, type Picker, pickerOf } from './makers.ts';
import { lobby } from './tables.ts';

/** `wild`: the command is taken whether or not it may be given now. */
export type Move = {
  readonly who: number;
  readonly what: number;
  readonly n: readonly number[];
  readonly wild: boolean;
};
export type Played = {
  readonly game: Game;
  readonly log: readonly Entry[];
  readonly refused: readonly { readonly actor: Actor; readonly command: Command; readonly refusal: Refusal }[];
};

// Without bias: fast-check likes small numbers, which would make every game the same few commands.
const small = fc.noBias(fc.nat({ max: 99_999 }));
const move: fc.Arbitrary<Move> = fc.record({
  who: small,
  what: small,
  n: fc.array(small, { minLength: 4, maxLength: 4 }),
  wild: fc.integer({ min: 0, max: 7 }).map((x) => x === 0),
});
/** Lists of moves. A game of 160 moves passes about three years. */
export const moves = (most: number): fc.Arbitrary<readonly Move[]> =>
  fc.array(move, { minLength: Math.floor(most / 2), maxLength: most, size: 'max' });

const KINDS = Object.keys(makers) as CommandKind[];
const isPeoples = (kind: CommandKind): boolean => commands[kind].by.includes('bot');
/** How often a kind is tried among its like, against 4 for the others. Resolutions and expiries have moves of their own. */
const SHARE: Partial<Record<CommandKind, number>> = {
  'open-debrief': 1,
  close: 1,
  shorten: 2,
  pause: 2,
  'remove-delegate': 2,
  'end-phase': 2,
  'hold-seat': 1,
  'act-for': 8,
  join: 12,
  start: 12,
  reveal: 24,
  say: 6,
  'draft-order': 12,
  'confirm-order': 24,
  table: 12,
  'act-on-text': 40,
  offer: 8,
  'answer-offer': 12,
  'share-evidence': 8,
  ready: 3,
  upgraded: 1,
  halted: 1,
  outage: 1,
  expire: 0,
  resolved: 0,
};

const GUESTS = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6'];

/** Whoever speaks for a seat: the person who holds a command's job, else its bot. */
export function voiceOf(game: Game, seat: SeatId, command: Command): Actor {
  const { jobs, bot } = game.state.seats[seat]!;
  const holder = jobs[jobOf(commands[command.kind], command) ?? 'head'] ?? null;
  return bot || holder === null ? { role: 'bot', seat } : { role: 'delegate', delegate: holder, seat };
}

function actorFor(game: Game, command: Command, seat: SeatId, pick: Picker, wild: boolean): Actor {
  const roles = commands[command.kind].by;
  const role = wild ? pick(['facilitator', 'guest', 'bot', 'server', 'clock'] as const)! : roles[0]!;
  if (role === 'guest')
    return { role, delegate: pick(GUESTS.filter((id) => !game.state.delegates[id])) ?? pick(GUESTS)! };
  if (role === 'delegate' || role === 'bot') return voiceOf(game, seat, command);
  return { role };
}

/** Kinds that end a game. */
const LAST: readonly CommandKind[] = ['open-debrief', 'close'];

/** One of the kinds that may be given now by the clock: by seats, or one time in six by others, if there are such. */
function kindNow(game: Game, what: number, only: readonly CommandKind[]): CommandKind {
  const open = only.filter((kind) => timing(game.state, kind) === null && (what % 5 === 0 || !LAST.includes(kind)));
  const by = open.filter((kind) => isPeoples(kind) === (what % 6 > 0 && game.state.clock.phase !== 'debrief'));
  const shares = (by.length > 0 ? by : open).flatMap((kind) => Array.from({ length: SHARE[kind] ?? 4 }, () => kind));
  return shares[Math.floor(what / 6) % Math.max(1, shares.length)] ?? 'say';
}

const LOBBY: readonly CommandKind[] = [
  'join',
  'join',
  'join',
  'say',
  'swap-seats',
  'set-names',
  'set-bold-bots',
  'begin-session',
  'ask-question',
  'answer-question',
  'start',
  'start',
  'start',
];
const TRIES = 9;
/** Every so many moves time passes: to the end of the phase, or the sky of the turn arrives. */
const TIME_PASSES = 10;
const SKY_ARRIVES = 3;

/**
 * Plays moves on a game: each becomes one command, or time passes. `watch` sees the game before and after each entry that was
 * accepted. `only`: the kinds that are tried once play has begun; all without it. `from`: the game at its start, else one of First test.
 */
export function playMoves(
  seed: string,
  list: readonly Move[],
  watch?: (before: Game, entry: Entry, after: Game) => void,
  only: readonly CommandKind[] = KINDS,
  from = lobby(seed),
): Played {
  let game = from;
  const seats = from.state.scenario.seats.map(({ id }) => id);
  let at = 1000;
  const log: Entry[] = [];
  const refused: { actor: Actor; command: Command; refusal: Refusal }[] = [];
  const give = (actor: Actor, command: Command, sky = game.sky): void => {
    const refusal = check(game, actor, command, at);
    if (refusal) {
      refused.push({ actor, command, refusal });
      return;
    }
    const entry: Entry = { seq: log.length, at, actor, id: `entry-${log.length}`, command };
    const before = game;
    log.push(entry);
    game = { ...apply(game, entry), sky };
    watch?.(before, entry, game);
  };
  list.forEach((step, index) => {
    at += 500;
    const { clock } = game.state;
    if (awaitsSky(game.state) && step.what % SKY_ARRIVES === 0) {
      const { outcome, sky } = resolveTurn(game);
      give({ role: 'server' }, { kind: 'resolved', outcome }, sky);
      return;
    }
    if (clock.endsAt !== null && step.what % TIME_PASSES === 0) {
      at = Math.max(at, clock.endsAt);
      give({ role: 'clock' }, { kind: 'expire', number: clock.number });
      return;
    }
    const number = Math.floor(step.what / TIME_PASSES);
    // A few tries: most moves of a game are ones that may be made, and some are not.
    for (let n = 0; n < TRIES; n++) {
      const pick = pickerOf(step.n.map((x) => x + 7 * n));
      const kind = step.wild
        ? only[number % only.length]!
        : clock.phase === 'lobby'
          ? only === KINDS
            ? LOBBY[number % LOBBY.length]!
            : 'start'
          : kindNow(game, number + 30 * Math.floor(n / 4), only);
      const seat = seats[(step.who + n) % seats.length]!;
      const command = makers[kind](game, seat, pick, `${index}`);
      const actor = actorFor(game, command, seat, pick, step.wild);
      if (n < TRIES - 1 && !step.wild && check(game, actor, command, at)) continue;
      give(actor, command);
      return;
    }
  });
  return { game, log, refused };
}
