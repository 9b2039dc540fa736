/** check and apply: what holds for every kind of command, and then its own rule. */
import { type Refusal, refuse, type SeatId } from '../vocabulary/index.ts';
import { type Command, type CommandKind, commands, type Entry } from './commands/index.ts';
import { jobOf, timingOf } from './commands/rule.ts';
import { hasPassed } from './meaning.ts';
import type { Actor } from './roles.ts';
import type { Game, State } from './state.ts';
import { onceAllReady } from './time/phases.ts';

/** Commands whose ids are known: a person who comes back from a silence asks again for what had no answer, and it is done once. */
const REMEMBERED = 1_000;

/**
 * May this actor do this now? Changes nothing and reads only what the actor may know.
 * @param at instant in milliseconds since 1970, handed in
 * @returns null, or why not
 */
export function check(game: Game, actor: Actor, command: Command, at: number): Refusal | null {
  const rule = commands[command.kind];
  return (
    standing(game.state, actor, command) ??
    hasPassed(game.state, 'seat' in actor ? actor.seat : null, command, rule.about) ??
    rule.check?.(game, actor, command, at) ??
    null
  );
}

/** What speaks against a kind of command before its content is looked at: role, seat, phase, pause, job. */
function standing(state: State, actor: Actor, command: Command): Refusal | null {
  const { kind } = command;
  const rule = commands[kind];
  if (actor.role === 'guest' && !rule.by.includes('guest') && rule.by.includes('delegate')) return refuse('not-seated');
  if (!isFor(state, actor.role, kind)) return refuse('not-your-role');
  if (actor.role === 'delegate' && state.delegates[actor.delegate]?.seat !== actor.seat) return refuse('not-your-seat');
  if (actor.role === 'bot' && !state.seats[actor.seat]?.bot) return refuse('not-your-seat');
  const no = timing(state, kind);
  if (no) return no;
  if ((actor.role === 'delegate' || actor.role === 'bot') && isHeld(state, actor.seat, kind))
    return refuse('seat-held');
  const job = jobOf(rule, command);
  if (actor.role === 'delegate' && job && state.seats[actor.seat]!.jobs[job] !== actor.delegate)
    return refuse('not-your-job', { job: { key: `job.${job}` } });
  return null;
}

/** Whether a kind of command is for a role; one who plays alone also gives some of a facilitator's. */
export const isFor = ({ solo }: State, role: Actor['role'], kind: CommandKind): boolean => {
  const rule = commands[kind];
  return rule.by.includes(role) || (role === 'delegate' && Boolean(solo && rule.solo));
};

/** What phase and pause say to a kind of command, whoever gives it. */
export const timing = (state: State, kind: CommandKind): Refusal | null => timingOf(commands[kind], state);

/** Whether a seat may not do this because the facilitator holds it: it can still talk. */
export const isHeld = (state: State, seat: SeatId, kind: CommandKind): boolean =>
  state.seats[seat]!.held && commands[kind].forSeat;

/** The game after an accepted command. Trusts `check`; after `resolved` the caller puts the new sky beside the state. */
export function apply(game: Game, entry: Entry): Game {
  const done = seen(commands[entry.command.kind].apply(game, entry), entry);
  const state = onceAllReady({ ...game, state: done }, entry.at);
  return { ...game, state: { ...state, recent: [...state.recent.slice(1 - REMEMBERED), entry.id] } };
}

/** Notes when a delegate last did something, for the facilitator's list of silent seats. */
function seen(state: State, { actor, at }: Entry): State {
  const delegate = actor.role === 'delegate' ? state.delegates[actor.delegate] : undefined;
  if (actor.role !== 'delegate' || !delegate) return state;
  return { ...state, delegates: { ...state.delegates, [actor.delegate]: { ...delegate, lastAt: at } } };
}
