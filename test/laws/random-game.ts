/**
 * Random games: every kind of command, allowed and not, by seats, guests, the facilitator, clock and server. A game is a list
 * of small numbers (moves), so that fast-check can shrink it; what a move means is read from the game as it stands.
 */
import fc from 'fast-check';
import {
  type Command,
  type CommandKind,
  type CommandOf,
  type Entry,
  SEAT_KINDS,
} from '../../shared/game/command-shape.ts';
import { commandRules, timing } from '../../shared/game/commands.ts';
import type { OfferTerm } from '../../shared/game/negotiation.ts';
import { awaitsSky } from '../../shared/game/phases.ts';
import { type Actor, SKY_VIEWS } from '../../shared/game/roles.ts';
import { apply, check, resolveTurn, viewFor } from '../../shared/game/rules.ts';
import type { Game } from '../../shared/game/state.ts';
import { orders } from '../../shared/orders/index.ts';
import {
  BREAKUP_CAUSES,
  CLAUSE_DIALS,
  DIALS,
  type Dial,
  type DialValue,
  JOBS,
  type Order,
  type Package,
  REVEAL_STEPS,
  type Refusal,
  type SeatId,
  SLOTS,
  type Slot,
} from '../../shared/vocabulary/index.ts';
import { lobby, scenario, seats } from './tables.ts';

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

/** Picks from lists by a move's own numbers. */
export type Picker = <T>(from: readonly T[]) => T | undefined;
export function pickerOf(numbers: readonly number[]): Picker {
  let i = 0;
  return (from) => from[numbers[i++ % numbers.length]! % Math.max(1, from.length)];
}

type Maker<K extends CommandKind> = (game: Game, seat: SeatId, pick: Picker, name: string) => CommandOf<K>;

const NOBODY = 'nobody';
type Named = { readonly id: string };
const idOf = (list: readonly Named[], pick: Picker): string => pick(list)?.id ?? 'nothing';
/** An id from the first list, or one time in five (or when that is empty) from the second. */
const likely = (first: readonly Named[], all: readonly Named[], pick: Picker): string =>
  idOf(first.length > 0 && pick([0, 1, 2, 3, 4]) !== 0 ? first : all, pick);
const onOff = (pick: Picker): boolean => pick([true, true, false])!;
const valuesOn = (dial: Dial): readonly DialValue[] =>
  dial === 'lead' ? seats : ((scenario.paper.dials[dial] ?? []) as readonly DialValue[]);

/** A text: positions that the seats have taken, so that some agree, else any value. */
function somePackage(pick: Picker): Package {
  return Object.fromEntries(DIALS.map((dial) => [dial, pick(valuesOn(dial))])) as Package;
}

/** An order as the seat's cards would give it, with choices and counts drawn; sometimes one that no card offers. */
function someOrder(game: Game, seat: SeatId, pick: Picker): Order {
  const cards = viewFor(game, { kind: 'seat', seat }).own?.cards ?? [];
  const open = cards.filter((card) => card.refusal === null);
  // A third of all orders are strikes, so that skies with clouds in them are met often.
  const strikes = open.filter(({ kind }) => kind === 'strike');
  const card = pick(
    strikes.length > 0 && pick([0, 1, 2]) === 0 ? strikes : open.length > 0 ? [...open, ...cards] : cards,
  );
  if (!card) return { kind: 'strike', month: 1 };
  const fields = card.fields.map((field): [string, unknown] => {
    if (field.kind === 'choice') return [field.name, pick(field.options)?.value ?? field.initial];
    if (field.kind === 'count') return [field.name, pick([field.initial, field.min, field.max, field.max + 1])];
    if (field.kind === 'toggle') return [field.name, pick([true, false])];
    return [field.name, [pick(field.options)?.value]];
  });
  return { month: 1 + (pick([0, 3, 7, 11]) ?? 0), ...Object.fromEntries(fields), kind: card.kind };
}

const slotOf = (order: Order, pick: Picker): Slot =>
  orders[order.kind]?.slot === 'security' ? 'security' : pick<Slot>(['p1', 'p2', 'p1', 'p2', 'security'])!;

function someTerm(game: Game, pick: Picker): OfferTerm {
  const turn = Math.max(1, game.state.clock.turn);
  const dial = pick(DIALS)!;
  return pick<OfferTerm>([
    { kind: 'credits', credits: 1 },
    { kind: 'credits', credits: 3 },
    { kind: 'sign', instrument: idOf(game.state.instruments, pick) },
    { kind: 'no-strike', turn },
    { kind: 'share-data', turn },
    { kind: 'fund', credits: 1, turn },
    { kind: 'dial', dial, value: pick(valuesOn(dial)) ?? null },
  ])!;
}

/** A comparison as it could be; the numbers in it are looked for where they must not be. */
export const COMPARED: CommandOf<'compared'>['comparison'] = {
  change: { kind: 'with-signature', seat: 'EU', instrument: 'i1' },
  seat: 'EU',
  act: 'signature',
  fromTurn: 1,
  played: {
    turns: [{ turn: 1, tracked: 77_001, passes: { EU: 77_002 } }],
    trackedIn25: 77_003,
    inForce: null,
    scores: { own: { EU: 77_004 }, health: { j: 77_005, low: 1, high: 99 } },
  },
  other: { turns: [], trackedIn25: 77_006, inForce: { number: 1, parties: ['EU'] }, scores: null },
  ownGain: -77_007,
  costToOthers: 77_008,
  skipped: [],
  otherSky: 'hash-of-a-hidden-sky',
  hashes: { recorded: 'hash-of-a-hidden-state', again: 'hash-of-a-hidden-state' },
  same: true,
};

/** One maker for each kind: the compiler keeps the list whole. `name` is new for each move. */
export const makers: { readonly [K in CommandKind]: Maker<K> } = {
  join: (_g, _s, pick, name) => ({ kind: 'join', seat: pick([...seats, NOBODY])!, text: `name:${name}` }),
  'take-job': (_g, _s, pick) => ({ kind: 'take-job', job: pick(JOBS)! }),
  'give-job': (game, _s, pick) => ({
    kind: 'give-job',
    job: pick(JOBS)!,
    delegate: pick(Object.keys(game.state.delegates)) ?? NOBODY,
  }),
  'answer-question': (_g, _s, pick) => ({ kind: 'answer-question', answer: pick([0, 1, 2, 2, 9])! }),
  say: (_g, seat, pick, name) => {
    const to = pick([...seats, 'plenary', 'plenary', 'facilitator'])!;
    return { kind: 'say', to, text: `say:${seat}>${to}:${name}` };
  },
  'draft-order': (game, seat, pick) => {
    const order = someOrder(game, seat, pick);
    return { kind: 'draft-order', slot: slotOf(order, pick), order };
  },
  'clear-order': (_g, _s, pick) => ({ kind: 'clear-order', slot: pick(SLOTS)! }),
  'confirm-order': () => ({ kind: 'confirm-order', slot: 'security' }),
  ready: (_g, _s, pick) => ({ kind: 'ready', on: onOff(pick) }),
  'set-dial': (_g, _s, pick) => {
    const dial = pick(DIALS)!;
    return { kind: 'set-dial', dial, value: pick([...valuesOn(dial), 'no-value'])! };
  },
  table: (_g, _s, pick) => ({ kind: 'table', values: somePackage(pick) }),
  'use-pen': (game, _s, pick) => {
    const dial = pick(CLAUSE_DIALS)!;
    return { kind: 'use-pen', instrument: idOf(game.state.instruments, pick), dial, value: pick(valuesOn(dial))! };
  },
  carry: (game, _s, pick) => ({ kind: 'carry', instrument: idOf(game.state.instruments, pick) }),
  'withdraw-text': (game, _s, pick) => ({ kind: 'withdraw-text', instrument: idOf(game.state.instruments, pick) }),
  pledge: (game, _s, pick) => ({
    kind: 'pledge',
    instrument: idOf(game.state.instruments, pick),
    condition: pick([
      { kind: 'none' } as const,
      { kind: 'none' } as const,
      { kind: 'at-least', count: 3 } as const,
      { kind: 'with', seats: [pick(seats)!] } as const,
    ])!,
  }),
  unpledge: (game, _s, pick) => ({ kind: 'unpledge', instrument: idOf(game.state.instruments, pick) }),
  block: (game, _s, pick) => {
    const dial = pick(CLAUSE_DIALS)!;
    return { kind: 'block', instrument: idOf(game.state.instruments, pick), dial, value: pick(valuesOn(dial))! };
  },
  object: (game, _s, pick) => ({ kind: 'object', instrument: idOf(game.state.instruments, pick) }),
  'give-notice': (game, _s, pick) => ({ kind: 'give-notice', instrument: idOf(game.state.instruments, pick) }),
  offer: (game, _s, pick) => ({
    kind: 'offer',
    to: pick(seats)!,
    give: [someTerm(game, pick)],
    get: pick([[], [someTerm(game, pick)]])!,
  }),
  'answer-offer': ({ state }, seat, pick) => ({
    kind: 'answer-offer',
    offer: likely(
      state.offers.filter((o) => o.to === seat && o.status === 'open'),
      state.offers,
      pick,
    ),
    accept: onOff(pick),
  }),
  'withdraw-offer': (game, _s, pick) => ({ kind: 'withdraw-offer', offer: idOf(game.state.offers, pick) }),
  'state-incident': (game, _s, pick) => ({
    kind: 'state-incident',
    incident: idOf(game.state.incidents, pick),
    say: pick(['admit', 'deny', 'consult'] as const)!,
  }),
  accuse: (game, _s, pick) => ({
    kind: 'accuse',
    incident: idOf(game.state.incidents, pick),
    cause: pick(BREAKUP_CAUSES)!,
    of: pick(seats)!,
  }),
  'publish-evidence': ({ state }, seat, pick) => ({
    kind: 'publish-evidence',
    evidence: likely(
      state.evidence.filter((e) => e.holder === seat),
      state.evidence,
      pick,
    ),
  }),
  'share-evidence': ({ state }, seat, pick) => ({
    kind: 'share-evidence',
    evidence: likely(
      state.evidence.filter((e) => e.holder === seat),
      state.evidence,
      pick,
    ),
    to: pick(seats)!,
  }),
  'swap-weights': (_g, _s, pick) => ({ kind: 'swap-weights', first: pick([0, 1])!, second: pick([1, 2])! }),
  'set-names': (_g, _s, pick) => ({ kind: 'set-names', names: pick(['real', 'fictional'] as const)! }),
  'set-bold-bots': (_g, _s, pick) => ({ kind: 'set-bold-bots', on: onOff(pick) }),
  'swap-seats': (_g, _s, pick) => ({ kind: 'swap-seats', first: pick(seats)!, second: pick(seats)! }),
  'begin-session': () => ({ kind: 'begin-session' }),
  'ask-question': () => ({ kind: 'ask-question' }),
  'waive-question': (_g, _s, pick) => ({ kind: 'waive-question', seat: pick(seats)! }),
  start: () => ({ kind: 'start' }),
  pause: () => ({ kind: 'pause' }),
  resume: () => ({ kind: 'resume' }),
  extend: (_g, _s, pick) => ({ kind: 'extend', seconds: pick([60, -60, 300])! }),
  'end-phase': () => ({ kind: 'end-phase' }),
  'go-back': () => ({ kind: 'go-back' }),
  shorten: () => ({ kind: 'shorten' }),
  lengthen: () => ({ kind: 'lengthen' }),
  'allow-overrun': (_g, _s, pick) => ({ kind: 'allow-overrun', on: onOff(pick) }),
  'fire-inject': (game, _s, pick) => ({ kind: 'fire-inject', inject: idOf(game.state.injects, pick) }),
  'withdraw-inject': (game, _s, pick) => ({ kind: 'withdraw-inject', inject: idOf(game.state.injects, pick) }),
  'skip-inject': (game, _s, pick) => ({ kind: 'skip-inject', inject: idOf(game.state.injects, pick) }),
  'restore-inject': (game, _s, pick) => ({ kind: 'restore-inject', inject: idOf(game.state.injects, pick) }),
  'edit-inject': (game, _s, pick, name) => ({
    kind: 'edit-inject',
    inject: idOf(game.state.injects, pick),
    text: pick([`card:${name}`, ''])!,
  }),
  'hold-seat': (_g, _s, pick) => ({ kind: 'hold-seat', seat: pick(seats)!, on: onOff(pick) }),
  'act-for': (game, seat, pick, name) => ({
    kind: 'act-for',
    seat,
    command: makers[pick(SEAT_KINDS)!](game, seat, pick, name),
  }),
  'set-bot': (_g, _s, pick) => ({ kind: 'set-bot', seat: pick(seats)!, on: onOff(pick) }),
  broadcast: (_g, _s, _pick, name) => ({ kind: 'broadcast', text: `all:${name}` }),
  reply: (_g, _s, pick, name) => {
    const to = pick(seats)!;
    return { kind: 'reply', to, text: `say:facilitator>${to}:${name}` };
  },
  'read-calls': (_g, _s, pick) => ({ kind: 'read-calls', seat: pick(seats)! }),
  'show-message': (game, _s, pick) => ({ kind: 'show-message', message: idOf(game.state.press, pick) }),
  'hide-message': (game, _s, pick) => ({ kind: 'hide-message', message: idOf(game.state.press, pick) }),
  mute: (game, _s, pick) => ({
    kind: 'mute',
    delegate: pick(Object.keys(game.state.delegates)) ?? NOBODY,
    on: onOff(pick),
  }),
  'remove-delegate': (game, _s, pick) => ({
    kind: 'remove-delegate',
    delegate: pick(Object.keys(game.state.delegates)) ?? NOBODY,
  }),
  'open-debrief': () => ({ kind: 'open-debrief' }),
  reveal: (game, _s, pick) => ({
    kind: 'reveal',
    step: pick([REVEAL_STEPS[game.state.revealed.length] ?? 'exit', pick(REVEAL_STEPS)!])!,
  }),
  unreveal: () => ({ kind: 'unreveal' }),
  'show-counterfactual': (game, _s, pick) => ({
    kind: 'show-counterfactual',
    counterfactual: idOf(game.state.counterfactuals, pick),
    on: onOff(pick),
  }),
  'show-moment': (_g, _s, pick) => ({
    kind: 'show-moment',
    turn: pick([1, 1, 2, 9])!,
    month: pick([1, 6, 12])!,
    as: pick([...seats, 'truth', 'public', NOBODY])!,
  }),
  'hide-moment': () => ({ kind: 'hide-moment' }),
  'show-on-wall': (_g, _s, pick) => ({ kind: 'show-on-wall', sky: pick(SKY_VIEWS)! }),
  compared: (_g, _s, _pick, name) => ({
    kind: 'compared',
    counterfactual: name,
    comparison: COMPARED,
  }),
  close: () => ({ kind: 'close' }),
  expire: (game) => ({ kind: 'expire', number: game.state.clock.number }),
  present: (game, _s, pick) => ({
    kind: 'present',
    delegate: pick(Object.keys(game.state.delegates)) ?? NOBODY,
    on: onOff(pick),
  }),
  // Stale on purpose: real outcomes are made when the phase comes to it.
  resolved: (game) => ({ kind: 'resolved', outcome: { turn: game.state.clock.turn + 1 } as never }),
  upgraded: (game) => ({ kind: 'upgraded', engineVersion: game.state.engineVersion }),
};
const KINDS = Object.keys(makers) as CommandKind[];
const isPeoples = (kind: CommandKind): boolean => commandRules[kind].by.includes('bot');
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
  pledge: 12,
  offer: 8,
  'answer-offer': 12,
  'share-evidence': 8,
  ready: 3,
  upgraded: 1,
  expire: 0,
  resolved: 0,
};

const GUESTS = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6'];

/** Whoever speaks for a seat: the person who holds a kind's job, else its bot. */
export function voiceOf(game: Game, seat: SeatId, kind: CommandKind): Actor {
  const { jobs, bot } = game.state.seats[seat]!;
  const holder = jobs[commandRules[kind].job ?? 'head'] ?? null;
  return bot || holder === null ? { role: 'bot', seat } : { role: 'delegate', delegate: holder, seat };
}

function actorFor(game: Game, kind: CommandKind, seat: SeatId, pick: Picker, wild: boolean): Actor {
  const roles = commandRules[kind].by;
  const role = wild ? pick(['facilitator', 'guest', 'bot', 'server', 'clock'] as const)! : roles[0]!;
  if (role === 'guest')
    return { role, delegate: pick(GUESTS.filter((id) => !game.state.delegates[id])) ?? pick(GUESTS)! };
  if (role === 'delegate' || role === 'bot') return voiceOf(game, seat, kind);
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
 * accepted. `only`: the kinds that are tried once play has begun; all without it.
 */
export function playMoves(
  seed: string,
  list: readonly Move[],
  watch?: (before: Game, entry: Entry, after: Game) => void,
  only: readonly CommandKind[] = KINDS,
): Played {
  let game = lobby(seed);
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
      const actor = actorFor(game, kind, seat, pick, step.wild);
      const command = makers[kind](game, seat, pick, `${index}`);
      if (n < TRIES - 1 && !step.wild && check(game, actor, command, at)) continue;
      give(actor, command);
      return;
    }
  });
  return { game, log, refused };
}
