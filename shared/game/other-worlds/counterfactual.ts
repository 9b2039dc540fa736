/**
 * A counterfactual: the log played again with one order left out or one signature added. Everything else is done as recorded;
 * what is refused in the other world is skipped and listed. Turns before the change are not resolved again: their outcomes
 * stand in the log and their sky in the store.
 */

import { signs } from '../../forums/acts/on-text.ts';
import { partiesOf } from '../../forums/instrument.ts';
import {
  type InstrumentId,
  type OrderId,
  type OrderRecord,
  type Refusal,
  refuse,
  type SeatId,
} from '../../vocabulary/index.ts';
import { asDone } from '../commands/act-for.ts';
import type { Entry } from '../commands/index.ts';
import { apply, check } from '../commands.ts';
import { stateHash } from '../hash.ts';
import { inForce } from '../paper.ts';
import type { Results } from '../score/results-shape.ts';
import type { Game, State } from '../state.ts';
import type { Arm, Change, Comparison, Skipped } from './counterfactual-shape.ts';
import { type Replay, type ReplayOptions, replay } from './replay.ts';

/** Worlds that one debrief compares at most: each stays in the log. */
const MOST_COMPARED = 30;

/** What speaks against a change of this game; null: nothing that can be told without playing it. */
export function checkChange(state: State, change: Change): Refusal | null {
  if (!state.results || state.clock.phase !== 'debrief')
    return refuse('wrong-phase', { phase: { key: `phase.${state.clock.phase}` } });
  if (state.counterfactuals.length >= MOST_COMPARED) return refuse('amount-out-of-range', { most: MOST_COMPARED });
  if (change.kind === 'without-order')
    return orderOf(state, change.order) ? null : refuse('malformed', { reason: 'order' }, 'change.order');
  if (!state.seats[change.seat]) return refuse('seat-unknown', { seat: change.seat }, 'change.seat');
  const text = state.instruments.find((i) => i.id === change.instrument);
  if (!text) return refuse('instrument-unknown', {}, 'change.instrument');
  const signed = text.signatures.find((s) => s.seat === change.seat);
  return signed && signed.turn <= text.tabledTurn ? refuse('already-signed') : null;
}

/** The turn in which the change falls. */
export function turnOfChange(state: State, change: Change): number {
  return change.kind === 'without-order'
    ? orderOf(state, change.order)!.turn
    : state.instruments.find((i) => i.id === change.instrument)!.tabledTurn;
}

const orderOf = (state: State, id: OrderId): OrderRecord | undefined => state.orders.find((o) => o.id === id);

/** Entries up to and with the resolution of a turn, and those after it. Turn 0: none and all. */
export function splitAfterTurn(
  entries: readonly Entry[],
  turn: number,
): readonly [through: readonly Entry[], after: readonly Entry[]] {
  const last =
    turn === 0 ? -1 : entries.findIndex((e) => e.command.kind === 'resolved' && e.command.outcome.turn === turn);
  return [entries.slice(0, last + 1), entries.slice(last + 1)];
}

/** How a log is played with a change. */
export type Played = { readonly replay: Replay } | { readonly refusal: Refusal };

/**
 * Plays the rest of a log.
 * @param start the game before the turn of the change, with its sky
 * @param rest the entries from there on
 * @param change null: as it was
 * @returns a refusal where the added signature may not be given
 */
export function playArm(
  start: Game,
  rest: readonly Entry[],
  change: { readonly change: Change; readonly turn: number } | null,
  onTurn?: (turn: number) => void,
): Played {
  const options: ReplayOptions = { resolve: true, ...(onTurn ? { onTurn } : {}) };
  if (!change) return { replay: replay(start, rest, options) };
  const { change: what, turn } = change;
  if (what.kind === 'without-order') {
    const leaveOut = (entry: Entry, game: Game): boolean => draftsOrder(entry, game, what.order);
    return { replay: replay(start, rest, { ...options, leaveOut }) };
  }
  const { seat, instrument } = what;
  let refusal: Refusal | null = refuse('instrument-unknown', {}, 'change.instrument');
  const before = (entry: Entry, game: Game): Game => {
    if (!endsTalk(entry, game, turn)) return game;
    refusal = checkSignature(game, seat, instrument, entry.at);
    return refusal ? game : signed(game, seat, instrument, entry);
  };
  // The signature falls in the first turn that is played: whether it may be given is known before its year is resolved.
  const [talk] = splitAfterTurn(rest, turn);
  replay(start, talk.slice(0, -1), { resolve: false, before });
  return refusal ? { refusal } : { replay: replay(start, rest, { ...options, before }) };
}

/** Whether an entry drafts, clears or confirms the order of this id, in the turn that the game is in. */
function draftsOrder(entry: Entry, { state }: Game, id: OrderId): boolean {
  const { actor, command } = asDone(entry);
  if (actor.role !== 'delegate' && actor.role !== 'bot') return false;
  return 'slot' in command && `t${state.clock.turn}.${actor.seat}.${command.slot}` === id;
}

/** Whether the negotiation of a turn ends with this entry: signatures are made then. */
function endsTalk(entry: Entry, game: Game, turn: number): boolean {
  const { phase, turn: now } = game.state.clock;
  if (phase !== 'negotiation' || now !== turn) return false;
  return check(game, entry.actor, entry.command, entry.at) === null && apply(game, entry).state.clock.phase === 'seal';
}

/** Whether the rules let the seat sign, whoever holds the pen of its delegation. */
function checkSignature(game: Game, seat: SeatId, instrument: InstrumentId, at: number): Refusal | null {
  const { state } = game;
  const own = { ...state.seats[seat]!, bot: true };
  const asBot = { ...game, state: { ...state, seats: { ...state.seats, [seat]: own } } };
  return check(asBot, { role: 'bot', seat }, signs(instrument), at);
}

function signed(game: Game, seat: SeatId, instrument: InstrumentId, { seq, at }: Entry): Game {
  const actor = { role: 'bot', seat } as const;
  return apply(game, { seq, at, actor, id: 'counterfactual-signature', command: signs(instrument) });
}

/** What a world came to, from its last state. */
export function armOf(state: State): Arm {
  const text = inForce(state);
  const results = state.results;
  return {
    turns: state.turnsDone.map((summary, i) => ({
      turn: summary.turn,
      tracked: summary.trackedPublic,
      passes: Object.fromEntries(
        Object.entries(state.seats).map(([id, seat]) => [id, seat.counters[i]?.closePassesPerSatYear ?? 0]),
      ),
    })),
    trackedIn25: results?.epilogue.find((line) => line.line === 'played')?.tracked.at(-1) ?? 0,
    inForce: text ? { number: text.number, parties: partiesOf(text) } : null,
    scores: results && { own: ownOf(results), health: results.health },
  };
}

const ownOf = (results: Results): Readonly<Record<SeatId, number>> =>
  Object.fromEntries(results.seats.map((r) => [r.seat, r.own]));

/** What is told of the entries that were skipped. */
export const skippedOf = ({ skipped }: Replay): Skipped[] =>
  skipped.map(({ entry, turn, refusal }) => {
    const { actor, command } = asDone(entry);
    const seat = 'seat' in actor ? actor.seat : null;
    return { seq: entry.seq, turn, role: entry.actor.role, seat, kind: command.kind, refusal };
  });

/** One world as a worker hands it back. */
export type ArmDone = { readonly arm: Arm; readonly hash: string; readonly skipped: readonly Skipped[] };

/** A finished replay in short. */
export const armDone = (done: Replay): ArmDone => ({
  arm: armOf(done.game.state),
  hash: stateHash(done.game.state),
  skipped: skippedOf(done),
});

/**
 * The two worlds side by side.
 * @param state the game as recorded
 * @param played the log as it was, resolved again, with the hash of the state as recorded
 * @param other the log with the change, with the hash of its last sky
 */
export function compare(
  state: State,
  change: Change,
  played: ArmDone & { readonly recorded: string },
  other: ArmDone & { readonly skyHash: string },
): Comparison {
  const order = change.kind === 'without-order' ? orderOf(state, change.order)! : null;
  const seat = change.kind === 'without-order' ? order!.seat : change.seat;
  const { recorded } = played;
  // The world with the act less the one without it: an order was given as played, a signature in the other world.
  const [withIt, without] = order ? [played.arm, other.arm] : [other.arm, played.arm];
  const gained = (id: SeatId): number => (withIt.scores?.own[id] ?? 0) - (without.scores?.own[id] ?? 0);
  const others = Object.keys(state.seats).filter((id) => id !== seat);
  return {
    change,
    seat,
    act: order ? order.order.kind : 'signature',
    fromTurn: turnOfChange(state, change),
    played: played.arm,
    other: other.arm,
    ownGain: gained(seat),
    costToOthers: -others.reduce((sum, id) => sum + gained(id), 0),
    skipped: other.skipped,
    otherSky: other.skyHash,
    hashes: { recorded, again: played.hash },
    same: recorded === played.hash,
  };
}
