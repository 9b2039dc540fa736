/** Prepared events: a public or private card, and what it sets going. Draws are keyed by the inject, not by when it fires. */

import { draw, keyOf } from '../../orbits/table/chance.ts';
import type { InjectSpec } from '../../scenarios/schema.ts';
import {
  type BreakupCause,
  type IncidentId,
  type InjectId,
  type PhaseName,
  type SeatId,
  takesAway,
  type Words,
  words,
} from '../../vocabulary/index.ts';
import type { InjectState, News } from '../news.ts';
import { onScale } from '../seat.ts';
import { type BreakupEffect, breakupIncident, breakupTruth } from '../sight/knowing.ts';
import type { Game, State } from '../state.ts';
import { isPublic } from './stations.ts';

/** Fires what is planned for the start of a turn and has not been skipped. */
export function fireTurnInjects(game: Game, turn: number): State {
  let state = game.state;
  for (const spec of state.scenario.injects) {
    const inject = state.injects.find((i) => i.id === spec.id)!;
    if (spec.turn === turn && inject.status === 'waiting') state = fireInject({ ...game, state }, spec);
  }
  return state;
}

/** The candidate that was drawn, or the next one that the game has not brought down or broken; the drawn one where none is left. */
function stillThere({ facts }: State, { candidates }: BreakupEffect, drawn: number): number {
  const left = candidates.map((_, i) => (drawn + i) % candidates.length);
  return left.find((i) => !facts.some((fact) => takesAway(fact, candidates[i]!.object))) ?? drawn;
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
    candidate = stillThere(
      state,
      effect,
      Math.floor(draw(key, 'inject-candidate', spec.id) * effect.candidates.length),
    );
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
    id: newCard(state, spec.id),
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
      lots: { ...next.lots, [known.incident.id]: known.lots },
      facts: [...next.facts, known.fact],
    };
  }
  return next;
}

/** An event may be dealt, taken back and dealt again: each time it is another card. */
function newCard(state: State, id: InjectId): string {
  const before = state.news.filter((n) => isCardOf(n, id)).length;
  return before === 0 ? `card-${id}` : `card-${id}-${before + 1}`;
}
const isCardOf = ({ words: { key } }: News, id: InjectId): boolean =>
  key === `scenario.inject.${id}` || key.startsWith(`scenario.inject.${id}.`);

/** Whether a fired event can still be taken back: until its year is computed, and its card has not been used for good. */
export const mayWithdraw = (state: State, inject: InjectState): boolean =>
  inject.turn === state.clock.turn &&
  TAKING_BACK.includes(state.clock.phase) &&
  !(effectOf(state, inject.id) === 'swap-weights' && inject.seat !== null && state.seats[inject.seat]!.swapped);

const TAKING_BACK: readonly PhaseName[] = ['briefing', 'negotiation', 'seal'];
const effectOf = (state: State, id: InjectId) => state.scenario.injects.find((spec) => spec.id === id)!.effect.kind;

/**
 * Takes a fired event back: what it set going is undone, its card is marked, and those who got the card are told. A break-up takes
 * its owner's card along; what an admission of it moved is given back.
 */
export function withdrawInject(state: State, id: InjectId): State {
  const effect = effectOf(state, id);
  let next = markWithdrawn(state, id);
  if (effect === 'open-fund') next = { ...next, fund: { ...next.fund, open: false } };
  if (effect !== 'breakup') return next;
  for (const spec of state.scenario.injects)
    if (spec.to === 'owner' && state.injects.some((i) => i.id === spec.id && i.status === 'fired'))
      next = markWithdrawn(next, spec.id);
  return withoutIncident(next, `i.${id}`);
}

function markWithdrawn(state: State, id: InjectId): State {
  const spec = state.scenario.injects.find((s) => s.id === id)!;
  const card = state.news.findLast((n) => isCardOf(n, id));
  const notice: News = {
    id: `${card?.id ?? id}-withdrawn`,
    turn: state.clock.turn,
    month: 0,
    to: card?.to ?? null,
    words: words('news.withdrawn', { what: injectTitle(spec) }),
    tone: 'warn',
  };
  return {
    ...state,
    injects: state.injects.map((i) => (i.id === id ? { ...i, status: 'withdrawn', seat: null, candidate: null } : i)),
    news: [...state.news.map((n) => (n === card ? { ...n, withdrawn: true as const } : n)), notice],
  };
}

/** The state without an incident that did not happen after all. */
function withoutIncident(state: State, id: IncidentId): State {
  const incident = state.incidents.find((i) => i.id === id);
  const admits = incident?.statements.filter((s) => s.kind === 'admit') ?? [];
  const { admitStanding, admitApproval } = state.scenario.incidents;
  const seats = { ...state.seats };
  for (const { seat } of admits) {
    const { standing, approval } = seats[seat]!;
    seats[seat] = {
      ...seats[seat]!,
      standing: onScale(standing - admitStanding),
      approval: onScale(approval - admitApproval),
    };
  }
  return {
    ...state,
    seats,
    incidents: state.incidents.filter((i) => i.id !== id),
    evidence: state.evidence.filter((e) => e.incident !== id),
    lots: Object.fromEntries(Object.entries(state.lots).filter(([incident]) => incident !== id)),
    facts: state.facts.filter((f) => f.id !== id),
  };
}

/** The owner drawn by the break-up that has fired, whose private card says what only it knows. */
function ownerDrawn(state: State): SeatId | null {
  const breakup = state.scenario.injects.find((spec) => spec.effect.kind === 'breakup');
  return state.injects.find((i) => i.id === breakup?.id)?.seat ?? null;
}

/** What the break-up that has fired truly was: its owner's card says so. */
function truthDrawn({ scenario, seed, injects }: State): BreakupCause | null {
  const spec = scenario.injects.find(({ effect }) => effect.kind === 'breakup');
  if (spec?.effect.kind !== 'breakup' || injects.find((i) => i.id === spec.id)?.status !== 'fired') return null;
  return breakupTruth(seed, spec.id, spec.effect);
}

function cardWords(spec: InjectSpec, game: Game, candidate: number | null): Words {
  const key = `scenario.inject.${spec.id}`;
  if (spec.effect.kind === 'shelter') {
    const { incidents, cloudAtStations } = game.state;
    return words(isPublic(incidents, cloudAtStations) ? `${key}.cloud` : key);
  }
  if (spec.to === 'owner' && truthDrawn(game.state) === 'impact') return words(`${key}.impact`);
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
