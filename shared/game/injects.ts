/** Prepared events: a public or private card, and what it sets going. Draws are keyed by the inject, not by when it fires. */
import { draw, keyOf } from '../orbits/chance.ts';
import type { InjectSpec } from '../scenarios/schema.ts';
import type { SeatId, Words } from '../vocabulary/index.ts';
import { words } from '../vocabulary/index.ts';
import { breakupIncident } from './knowing.ts';
import type { Game, InjectState, News, State } from './state.ts';

/** Fires what is planned for the start of a turn and has not been skipped. */
export function fireTurnInjects(game: Game, turn: number): State {
  let state = game.state;
  for (const spec of state.scenario.injects) {
    const inject = state.injects.find((i) => i.id === spec.id)!;
    if (spec.turn === turn && inject.status === 'waiting') state = fireInject({ ...game, state }, spec);
  }
  return state;
}

/** Seats that get the card of an inject; null: everybody. */
function audienceOf(state: State, spec: InjectSpec, drawn: SeatId | null): readonly SeatId[] | null {
  if (spec.to === 'all') return null;
  if (spec.to === 'strikers') return state.scenario.seats.filter((seat) => seat.strike).map((seat) => seat.id);
  if (spec.to === 'owner' || spec.to === 'drawn-state') return drawn ? [drawn] : [];
  return [spec.to];
}

/** Fires one inject: its card goes out, its draw is made, what must be known at once becomes known. */
export function fireInject(game: Game, spec: InjectSpec): State {
  const { state } = game;
  const key = keyOf(state.seed);
  const { effect } = spec;
  let candidate: number | null = null;
  let seat: SeatId | null = null;
  if (effect.kind === 'breakup') {
    candidate = Math.floor(draw(key, 'inject-candidate', spec.id) * effect.candidates.length);
    seat = effect.candidates[candidate]!.owner;
  }
  if (spec.to === 'owner') seat = ownerDrawn(state);
  if (spec.to === 'drawn-state') {
    const states = state.scenario.seats.filter((s) => s.kind !== 'operator');
    seat = states[Math.floor(draw(key, 'inject-seat', spec.id) * states.length)]!.id;
  }
  const { text } = state.injects.find((i) => i.id === spec.id)!;
  const fired: InjectState = { id: spec.id, status: 'fired', turn: state.clock.turn, seat, candidate, text };
  const to = audienceOf(state, spec, seat);
  const card: News = {
    id: `card-${spec.id}`,
    turn: state.clock.turn,
    month: 0,
    to,
    words: cardWords(spec, game, candidate),
    ...(text ? { text } : {}),
    tone: effect.kind === 'breakup' || effect.kind === 'shelter' ? 'warn' : 'calm',
  };
  let next: State = {
    ...state,
    injects: state.injects.map((i) => (i.id === spec.id ? fired : i)),
    news: [...state.news, card],
  };
  if (effect.kind === 'open-fund') next = { ...next, fund: { ...next.fund, open: true } };
  if (effect.kind === 'breakup') {
    const known = breakupIncident(next, spec.id, effect, candidate!);
    next = {
      ...next,
      incidents: [...next.incidents, known.incident],
      evidence: [...next.evidence, ...known.evidence],
      facts: [...next.facts, known.fact],
    };
  }
  return next;
}

/** The owner drawn by the break-up that has fired, whose private card says what only it knows. */
function ownerDrawn(state: State): SeatId | null {
  const breakup = state.scenario.injects.find((spec) => spec.effect.kind === 'breakup');
  return state.injects.find((i) => i.id === breakup?.id)?.seat ?? null;
}

function cardWords(spec: InjectSpec, game: Game, candidate: number | null): Words {
  const key = `scenario.inject.${spec.id}`;
  if (spec.effect.kind !== 'breakup' || candidate === null) return words(key);
  return words(key, {
    object: words(`scenario.object.${spec.effect.candidates[candidate]!.object}`),
    turn: game.state.clock.turn,
  });
}

/** The prepared card of an inject, before its draw is made. */
export const injectCard = (spec: InjectSpec): Words =>
  words(`scenario.inject.${spec.id}`, { object: words('inject.object'), turn: spec.turn });

/** The words of an inject for the facilitator's list, before it fires. */
export const injectTitle = (spec: InjectSpec): Words => words(`scenario.inject.${spec.id}.title`);
