/** The turn's clock: which phase follows which, and what happens between them. */

import { signed } from '../../forums/decisions.ts';
import { type Instrument, isForgotten, isOpen } from '../../forums/instrument.ts';
import { withoutPledges } from '../../forums/pledges.ts';
import { type PhaseName, type SeatId, words } from '../../vocabulary/index.ts';
import type { News } from '../news.ts';
import { forumOf, heirOfPen, penHolder } from '../paper.ts';
import { onScale } from '../seat.ts';
import type { Game, State } from '../state.ts';
import { fireTurnInjects } from '../turn/injects.ts';
import type { EndedPhase } from './clock.ts';
import { isOwnTempo, lastTurnInTime, phaseMs, playFromS } from './plan.ts';

function enter(state: State, phase: PhaseName, turn: number, at: number): State {
  const seats = Object.fromEntries(
    Object.entries(state.seats).map(([id, seat]) => [id, seat.ready ? { ...seat, ready: false } : seat]),
  );
  const entered = {
    ...state.clock,
    phase,
    turn,
    number: state.clock.number + 1,
    startedAt: at,
    endsAt: null,
    pausedLeftMs: null,
    extendedS: 0,
  };
  const clock = { ...entered, lastTurn: lastTurnInTime({ ...state, clock: entered }, at) };
  const length = phaseMs({ ...state, clock }, at);
  return { ...state, seats, ended: null, clock: { ...clock, endsAt: length === null ? null : at + length } };
}

/** From the lobby into the first turn. A session that was not begun by hand counts as on time. */
export function beginPlay(game: Game, at: number): State {
  const { clock, scenario } = game.state;
  const sessionStartedAt = clock.sessionStartedAt ?? at - playFromS(scenario) * 1000;
  const state = { ...game.state, clock: { ...clock, playStartedAt: at, sessionStartedAt } };
  return { ...beginTurn({ ...game, state }, 1, at), ended: endedNow(game.state, at) };
}

/** The briefing of a turn, with what is planned for it. From the second on, what becomes of the paper is told from here. */
export function beginTurn(game: Game, turn: number, at: number): State {
  const { positions, instruments } = game.state;
  const state = { ...game.state, paperBefore: turn > 1 ? { positions, instruments } : null };
  return fireTurnInjects({ ...game, state: enter(state, 'briefing', turn, at) }, turn);
}

/** Whether the sky of this turn still has to be resolved. */
export const awaitsSky = (state: State): boolean =>
  state.clock.phase === 'resolution' && state.turnsDone.length < state.clock.turn;

/** The phase after this one. Resolution waits for its sky, however long that takes. */
export function advance(game: Game, at: number): State {
  const { state } = game;
  const { phase, turn } = state.clock;
  if (phase === 'briefing') return { ...enter(state, 'negotiation', turn, at), ended: endedNow(state, at) };
  if (phase === 'negotiation')
    return { ...enter(closeTalks(state), 'seal', turn, at), ended: { ...endedNow(state, at), before: talks(state) } };
  if (phase === 'seal') return enterResolution(state, at);
  if (phase === 'resolution')
    return awaitsSky(state) ? { ...state, clock: { ...state.clock, endsAt: null } } : afterResolution(game, at);
  if (phase === 'epilogue') return { ...enter(state, 'debrief', turn, at), ended: endedNow(state, at) };
  return state;
}

function endedNow({ clock }: State, at: number): EndedPhase {
  const leftMs = clock.pausedLeftMs ?? Math.max(0, (clock.endsAt ?? at) - at);
  return { clock, leftMs, before: null };
}

/** What the end of the talks changes: texts, and standing for blocks and adoptions. */
const talks = ({ instruments, seats }: State): EndedPhase['before'] => ({
  instruments,
  standing: Object.fromEntries(Object.entries(seats).map(([id, seat]) => [id, seat.standing])),
});

/** Orders meet the sky, those of seats on hold aside. */
function enterResolution(state: State, at: number): State {
  const seats = Object.fromEntries(
    Object.entries(state.seats).map(([id, seat]) => [id, seat.held ? { ...seat, drafts: {} } : seat]),
  );
  return { ...enter({ ...state, seats }, 'resolution', state.clock.turn, at), ended: endedNow(state, at) };
}

/** The sky has been resolved: people look at it until the phase's time is up, one alone for as long as they like. */
export function skyArrived(game: Game, at: number): State {
  const { endsAt, pausedLeftMs, toDebrief } = game.state.clock;
  const waiting = pausedLeftMs !== null || isOwnTempo(game.state) || (endsAt !== null && at < endsAt);
  return waiting && !toDebrief ? game.state : afterResolution(game, at);
}

/** The year is looked at from now on, for as long as that phase lasts; a game that is paused stays so. */
export function lookFrom(state: State, at: number): State {
  const ms = state.clock.pausedLeftMs === null ? phaseMs(state, at) : null;
  return ms === null ? state : { ...state, clock: { ...state.clock, endsAt: at + ms } };
}

/** Where the game goes after the sky. */
function afterResolution(game: Game, at: number): State {
  const { state } = game;
  const { turn, lastTurn, toDebrief } = state.clock;
  if (turn < lastTurn) return beginTurn(game, turn + 1, at);
  if (toDebrief) return enter(state, 'debrief', turn, at);
  // Nothing is dealt or decided by this step: the last year may be looked at again.
  return { ...enter(state, 'epilogue', turn, at), ended: endedNow(state, at) };
}

/**
 * Play ends now: nothing that was drafted is carried out, one year passes in which nobody acts, and the debrief opens on
 * the results of that.
 */
export function endPlay(state: State, at: number): State {
  const turn = Math.max(state.clock.turn, state.turnsDone.length + 1);
  const seats = Object.fromEntries(Object.entries(state.seats).map(([id, seat]) => [id, { ...seat, drafts: {} }]));
  const clock = { ...state.clock, lastTurn: turn, toDebrief: true };
  return enter({ ...state, seats, clock }, 'resolution', turn, at);
}

/** Play ends on the years that could be computed: the debrief opens without results, and the phase can be gone back to. */
export function endUnresolved(state: State, at: number): State {
  const clock = { ...state.clock, toDebrief: false };
  const halt = state.halt?.why === 'scenario' ? state.halt : null;
  return { ...enter({ ...state, halt, clock }, 'debrief', clock.turn, at), ended: endedNow(state, at) };
}

/**
 * True when every seat that people hold, with somebody there, has said ready. Nobody waits for a seat on hold; one who plays alone
 * waits for the bots, so that these have had their say.
 */
export function allReady(state: State): boolean {
  const held = Object.entries(state.seats).filter(
    ([id, seat]) => !seat.bot && !seat.held && Object.values(state.delegates).some((d) => d.seat === id && d.present),
  );
  const bots = state.solo ? Object.values(state.seats).filter((seat) => seat.bot) : [];
  return held.length > 0 && held.every(([, seat]) => seat.ready) && bots.every((seat) => seat.ready);
}

/** Phases that end when everybody is ready, before their time. */
export const READY: readonly PhaseName[] = ['briefing', 'negotiation', 'seal'];

/**
 * The state, in the next phase where nobody is waited for any more: the last one said ready, has left, is held, has been handed to a
 * bot or taken off the seat. While the game is paused nothing ends.
 */
export function onceAllReady(game: Game, at: number): State {
  const { state } = game;
  const { phase, pausedLeftMs } = state.clock;
  const runs = READY.includes(phase) && pausedLeftMs === null && state.halt === null;
  return runs && allReady(state) ? advance(game, at) : state;
}

/** Votes and signatures, once a turn, when the talk ends. */
export function closeTalks(state: State): State {
  let next: State = { ...state, instruments: state.instruments.map((text) => withoutLow(state, text)) };
  for (const { id } of next.instruments) {
    next = passPen(next, textOf(next, id));
    const text = textOf(next, id);
    if (isForgotten(text, state.clock.turn)) next = replaceText(next, { ...text, status: 'ended' });
    else if (text.status === 'tabled') next = decide(next, text);
    else if (text.status === 'adopted' || text.status === 'in-force')
      next = replaceText(next, signed(text, state.clock.turn));
  }
  return next;
}

/** A pledge of an earlier turn lapses where its maker's standing has fallen too low to sign. */
const withoutLow = (state: State, text: Instrument): Instrument =>
  withoutPledges(
    text,
    Object.keys(text.pledges).filter((id) => state.seats[id]!.standing < state.scenario.paper.signStanding),
  );

/**
 * A lead sponsor that people hold and nobody of whom was there during the whole of the talks loses the pen to the named state
 * with the highest standing. A device that fails at the bell costs nothing.
 */
function passPen(state: State, text: Instrument): State {
  const { lead } = text.values;
  const since = state.clock.startedAt;
  const wasThere = Object.values(state.delegates).some((d) => d.seat === lead && (d.present || d.lastAt >= since));
  if (state.seats[lead]!.bot || wasThere || !isOpen(text)) return state;
  const heir = heirOfPen(state, lead, [...text.signatures.map((s) => s.seat), ...Object.keys(text.pledges)]);
  return heir === null ? state : handPen(state, text, heir, 'news.pen-away');
}

/** The pen goes to another seat when the talks end, and everybody is told. */
function handPen(state: State, text: Instrument, to: SeatId, why: 'news.pen' | 'news.pen-away'): State {
  const { number, turn } = state.clock;
  const item: News = {
    id: `${talksNews(number)}pen.${text.id}`,
    turn,
    month: 0,
    to: null,
    words: words(why, { number: text.number, seat: words(`seat.${to}`), lead: words(`seat.${text.values.lead}`) }),
    tone: 'warn',
  };
  const next = replaceText(state, { ...text, values: { ...text.values, lead: to } });
  return { ...next, news: [...next.news, item] };
}

/** How the ids of news begin that the end of the talks has brought. `number`: of that phase. */
const talksNews = (number: number): string => `talks-${number}.`;

/** The news of talks that go on after all, marked as void. `number`: of the phase that ended too early. */
export const withoutTalksNews = (news: readonly News[], number: number): readonly News[] =>
  news.map((item) => (item.id.startsWith(talksNews(number)) ? { ...item, withdrawn: true } : item));

/** What the bell makes of a text by the rule of its forum; what that costs somebody is taken off its standing. */
function decide(state: State, text: Instrument): State {
  const { forum, rule } = forumOf(state, text.values);
  const { blockCost, signStanding } = state.scenario.paper;
  const isWeak = (id: SeatId): boolean => state.seats[id]!.standing < signStanding;
  const decided = rule.decide(text, text.votes ?? {}, { turn: state.clock.turn, forum, blockCost, isWeak });
  const seats = { ...state.seats };
  for (const [id, cost] of Object.entries(decided.costs))
    seats[id] = { ...seats[id]!, standing: onScale(seats[id]!.standing - cost) };
  const next = { ...replaceText(state, decided.text), seats };
  return decided.text.status === 'adopted' ? adoptedUnder(next, decided.text) : next;
}

/** A text is adopted under the pen of one that has signed it. */
function adoptedUnder(state: State, text: Instrument): State {
  const { lead } = text.values;
  const holder = penHolder(
    state,
    lead,
    text.signatures.map((s) => s.seat),
  );
  if (holder === null) return state;
  return praiseLead(holder === lead ? state : handPen(state, text, holder, 'news.pen'), holder);
}

/** The lead sponsor gains standing when its text is adopted. */
function praiseLead(state: State, lead: SeatId): State {
  const seat = state.seats[lead]!;
  return {
    ...state,
    seats: {
      ...state.seats,
      [lead]: { ...seat, standing: onScale(seat.standing + state.scenario.paper.leadGain) },
    },
  };
}

const textOf = (state: State, id: string): Instrument => state.instruments.find((text) => text.id === id)!;

/** The state with another version of one of its texts, found by id. */
export function replaceText(state: State, text: Instrument): State {
  return { ...state, instruments: state.instruments.map((i) => (i.id === text.id ? text : i)) };
}
