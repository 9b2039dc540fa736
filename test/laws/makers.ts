/**
 * A command of every kind, made from small numbers: what they mean is read from the game as it stands, so that most commands are
 * such as could be given in it, and some are not.
 */

import { CLAUSE_IDS } from '../../shared/clauses/index.ts';
import { DIALS, type Dial, type DialValue, type Package } from '../../shared/clauses/text.ts';
import { textActs } from '../../shared/forums/acts/index.ts';
import { onText } from '../../shared/forums/acts/on-text.ts';
import {
  COMMAND_KINDS,
  type CommandKind,
  type CommandOf,
  commands,
  type SeatCommand,
} from '../../shared/game/commands/index.ts';
import { SKY_VIEWS } from '../../shared/game/roles.ts';
import { viewFor } from '../../shared/game/rules.ts';
import type { Game } from '../../shared/game/state.ts';
import { orders } from '../../shared/orders/index.ts';
import { type OfferTerm, ruleOf, TERM_KINDS } from '../../shared/terms/index.ts';
import {
  BREAKUP_CAUSES,
  type Field,
  JOBS,
  type Order,
  REVEAL_STEPS,
  type SeatId,
  SLOTS,
  type Slot,
} from '../../shared/vocabulary/index.ts';

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
const seatsIn = ({ state }: Pick<Game, 'state'>): readonly SeatId[] => state.scenario.seats.map((seat) => seat.id);
const valuesOn = (game: Game, dial: Dial): readonly DialValue[] =>
  dial === 'lead' ? seatsIn(game) : ((game.state.scenario.paper.dials[dial] ?? []) as readonly DialValue[]);

/** A text: positions that the seats have taken, so that some agree, else any value. */
function somePackage(game: Game, pick: Picker): Package {
  return Object.fromEntries(DIALS.map((dial) => [dial, pick(valuesOn(game, dial))])) as Package;
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
  const fields = card.fields.map((field): [string, unknown] => [field.name, someValue(field, pick)]);
  return { month: 1 + (pick([0, 3, 7, 11]) ?? 0), ...Object.fromEntries(fields), kind: card.kind };
}

/** What could be chosen in a field, and now and then a little more than could. */
function someValue(field: Field, pick: Picker): unknown {
  if (field.kind === 'choice') return (pick(field.options) ?? { value: field.initial }).value;
  if (field.kind === 'count') return pick([field.initial, field.min, field.max, field.max + 1]);
  if (field.kind === 'toggle') return pick([true, false]);
  return [pick(field.options)?.value];
}

const slotOf = (order: Order, pick: Picker): Slot =>
  orders[order.kind]?.slot === 'security' ? 'security' : pick<Slot>(['p1', 'p2', 'p1', 'p2', 'security'])!;

/** A term as the form gives it, each field as those before it leave it; where there is nothing to promise, a name under no text. */
function someTerm(game: Game, seat: SeatId, pick: Picker): OfferTerm {
  const view = viewFor(game, { kind: 'seat', seat });
  const kind = pick(TERM_KINDS)!;
  const { form } = ruleOf({ kind });
  const chosen: Record<string, unknown> = {};
  for (const { name } of form(view, {}) ?? []) {
    const field = form(view, chosen as Partial<OfferTerm>)!.find((one) => one.name === name)!;
    chosen[name] = someValue(field, pick);
  }
  return Object.keys(chosen).length > 0 ? ({ kind, ...chosen } as OfferTerm) : { kind: 'sign', instrument: 'nothing' };
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

const SEAT_KINDS = COMMAND_KINDS.filter((kind): kind is SeatCommand['kind'] => commands[kind].forSeat);

/** One maker for each kind: the compiler keeps the list whole. `name` is new for each move. */
export const makers: { readonly [K in CommandKind]: Maker<K> } = {
  join: (game, _s, pick, name) => ({ kind: 'join', seat: pick([...seatsIn(game), NOBODY])!, text: `name:${name}` }),
  'take-job': (_g, _s, pick) => ({ kind: 'take-job', job: pick(JOBS)! }),
  'give-job': (game, _s, pick) => ({
    kind: 'give-job',
    job: pick(JOBS)!,
    delegate: pick(Object.keys(game.state.delegates)) ?? NOBODY,
  }),
  'answer-question': (_g, _s, pick) => ({ kind: 'answer-question', answer: pick([0, 1, 2, 2, 9])! }),
  say: (game, seat, pick, name) => {
    const to = pick([...seatsIn(game), 'plenary', 'plenary', 'facilitator'])!;
    return { kind: 'say', to, text: `say:${seat}>${to}:${name}` };
  },
  'draft-order': (game, seat, pick) => {
    const order = someOrder(game, seat, pick);
    return { kind: 'draft-order', slot: slotOf(order, pick), order };
  },
  'clear-order': (_g, _s, pick) => ({ kind: 'clear-order', slot: pick(SLOTS)! }),
  'confirm-order': () => ({ kind: 'confirm-order', slot: 'security' }),
  ready: (_g, _s, pick) => ({ kind: 'ready', on: onOff(pick) }),
  'set-dial': (game, _s, pick) => {
    const dial = pick(DIALS)!;
    return { kind: 'set-dial', dial, value: pick([...valuesOn(game, dial), 'no-value'])! };
  },
  table: (game, _s, pick) => ({ kind: 'table', values: somePackage(game, pick) }),
  'act-on-text': (game, _s, pick) => {
    const act = pick(['pledge', 'pledge', 'pledge', ...Object.keys(textActs)])!;
    const dial = pick(CLAUSE_IDS)!;
    const change = { dial, value: pick(valuesOn(game, dial))! };
    const conditions = [
      { condition: 'none' },
      { condition: 'none' },
      { condition: 'at-least', count: 3 },
      { condition: 'with', seats: [pick(seatsIn(game))!] },
    ];
    const values = act === 'pledge' ? pick(conditions)! : act === 'use-pen' || act === 'block' ? change : {};
    return onText(idOf(game.state.instruments, pick), act, values);
  },
  offer: (game, seat, pick) => ({
    kind: 'offer',
    to: pick(seatsIn(game))!,
    give: [someTerm(game, seat, pick)],
    get: pick([[], [someTerm(game, seat, pick)]])!,
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
    of: pick(seatsIn(game))!,
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
    to: pick(seatsIn({ state }))!,
  }),
  'swap-weights': (_g, _s, pick) => ({ kind: 'swap-weights', first: pick([0, 1])!, second: pick([1, 2])! }),
  'set-names': (_g, _s, pick) => ({ kind: 'set-names', names: pick(['real', 'fictional'] as const)! }),
  'set-bold-bots': (_g, _s, pick) => ({ kind: 'set-bold-bots', on: onOff(pick) }),
  'swap-seats': (game, _s, pick) => ({ kind: 'swap-seats', first: pick(seatsIn(game))!, second: pick(seatsIn(game))! }),
  'begin-session': () => ({ kind: 'begin-session' }),
  'ask-question': () => ({ kind: 'ask-question' }),
  'waive-question': (game, _s, pick) => ({ kind: 'waive-question', seat: pick(seatsIn(game))! }),
  start: () => ({ kind: 'start' }),
  pause: () => ({ kind: 'pause' }),
  resume: () => ({ kind: 'resume' }),
  extend: (_g, _s, pick) => ({ kind: 'extend', seconds: pick([60, -60, 300])! }),
  'end-phase': () => ({ kind: 'end-phase' }),
  'go-back': () => ({ kind: 'go-back' }),
  'try-again': () => ({ kind: 'try-again' }),
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
  'hold-seat': (game, _s, pick) => ({ kind: 'hold-seat', seat: pick(seatsIn(game))!, on: onOff(pick) }),
  'act-for': (game, seat, pick, name) => ({
    kind: 'act-for',
    seat,
    command: makers[pick(SEAT_KINDS)!](game, seat, pick, name),
  }),
  'set-bot': (game, _s, pick) => ({ kind: 'set-bot', seat: pick(seatsIn(game))!, on: onOff(pick) }),
  broadcast: (_g, _s, _pick, name) => ({ kind: 'broadcast', text: `all:${name}` }),
  reply: (game, _s, pick, name) => {
    const to = pick(seatsIn(game))!;
    return { kind: 'reply', to, text: `say:facilitator>${to}:${name}` };
  },
  'read-calls': (game, _s, pick) => ({ kind: 'read-calls', seat: pick(seatsIn(game))! }),
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
  'show-moment': (game, _s, pick) => ({
    kind: 'show-moment',
    turn: pick([1, 1, 2, 9])!,
    month: pick([1, 6, 12])!,
    as: pick([...seatsIn(game), 'truth', 'public', NOBODY])!,
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
  halted: (_g, _s, pick) => ({
    kind: 'halted',
    halt: pick([null, { why: 'year', detail: 'no sky' }] as const) ?? null,
  }),
  outage: (_g, _s, pick) => ({ kind: 'outage', ms: pick([5_000, 45 * 60_000] as const) ?? 1 }),
  upgraded: (game) => ({ kind: 'upgraded', engineVersion: game.state.engineVersion }),
};
