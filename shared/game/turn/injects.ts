/** Prepared events: a public or private card, and what it sets going. Draws are keyed by the inject, not by when it fires. */

import type { EffectRule, Event, EventHands, InYear } from '../../effects/effect.ts';
import { type Effect, ruleOf } from '../../effects/index.ts';
import { draw, keyOf } from '../../orbits/table/chance.ts';
import { ownedBy } from '../../scenarios/cards.ts';
import type { InjectSpec } from '../../scenarios/schema.ts';
import {
  type IncidentId,
  type InjectId,
  type ObjectId,
  type PhaseName,
  type SeatId,
  takesAway,
  type Words,
  words,
} from '../../vocabulary/index.ts';
import type { InjectState, News } from '../news.ts';
import { onScale } from '../seat.ts';
import { breakupIncident } from '../sight/knowing.ts';
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

const specOf = ({ scenario }: State, id: InjectId): InjectSpec => scenario.injects.find((spec) => spec.id === id)!;

/** An event of the scenario as far as it has gone. */
function eventOf({ seed, clock, injects }: State, { id }: InjectSpec): Event {
  const { candidate = null, turn = null } = injects.find((i) => i.id === id) ?? {};
  return { id, seed, turn: turn ?? clock.turn, candidate };
}

/** What an event does in the year of its turn. */
export const inYearOf = (state: State, spec: InjectSpec): InYear =>
  ruleOf(spec.effect).inYear(spec.effect, eventOf(state, spec));

/** Whether a seat was dealt a card that allows it a command. */
export const allowedBy = (state: State, command: EffectRule<Effect>['allows'], seat: SeatId): boolean =>
  state.injects.some(
    ({ id, status, seat: whose }) =>
      status === 'fired' && whose === seat && ruleOf(specOf(state, id).effect).allows === command,
  );

/** Seats that get the card of an inject; null: everybody. */
function audienceOf(state: State, spec: InjectSpec, drawn: SeatId | null): readonly SeatId[] | null {
  if (spec.to === 'all') return null;
  if (spec.to === 'strikers') return state.scenario.seats.filter((seat) => seat.strike).map((seat) => seat.id);
  if (spec.to === 'owner' || spec.to === 'drawn-state') return drawn ? [drawn] : [];
  return [spec.to];
}

/** Whom the draw of an event names: the owner of what it, or the event its card is about, has come to; or one of the states. */
function drawnSeat(state: State, spec: InjectSpec): SeatId | null {
  if (spec.to === 'drawn-state') {
    const states = state.scenario.seats.filter((s) => s.kind !== 'operator');
    return states[Math.floor(draw(keyOf(state.seed), 'inject-seat', spec.id) * states.length)]!.id;
  }
  const about = spec.to === 'owner' ? ownedBy(state.scenario, spec) : spec;
  return about ? (ruleOf(about.effect).owner?.of(about.effect, eventOf(state, about)) ?? null) : null;
}

/** The state with what an event has done, or has undone. */
function after(state: State, spec: InjectSpec, event: Event, act: 'fire' | 'withdraw'): State {
  let next = state;
  const hands: EventHands = {
    openFund: (open) => {
      next = { ...next, fund: { ...next.fund, open } };
    },
    breakUp: (what) => {
      const { incident, evidence, lots, fact } = breakupIncident(next, spec.id, what);
      next = {
        ...next,
        incidents: [...next.incidents, incident],
        evidence: [...next.evidence, ...evidence],
        lots: { ...next.lots, [incident.id]: lots },
        facts: [...next.facts, fact],
      };
    },
    undoBreakUp: () => {
      const cards = next.scenario.injects.filter((other) => ownedBy(next.scenario, other)?.id === spec.id);
      for (const { id } of cards)
        if (next.injects.some((i) => i.id === id && i.status === 'fired')) next = markWithdrawn(next, id);
      next = withoutIncident(next, `i.${spec.id}`);
    },
  };
  ruleOf(spec.effect)[act](spec.effect, event, hands);
  return next;
}

/** Fires one inject: its card goes out, its draw is made, what must be known at once becomes known. */
export function fireInject({ state }: Pick<Game, 'state'>, spec: InjectSpec): State {
  const rule = ruleOf(spec.effect);
  const isGone = (object: ObjectId) => state.facts.some((fact) => takesAway(fact, object));
  const candidate = rule.draw(spec.effect, eventOf(state, spec), isGone);
  const marked = (change: Partial<InjectState>, of: State): State => ({
    ...of,
    injects: of.injects.map((i) => (i.id === spec.id ? { ...i, ...change } : i)),
  });
  let next = marked({ status: 'fired', turn: state.clock.turn, seat: null, candidate }, state);
  const seat = drawnSeat(next, spec);
  next = marked({ seat }, next);
  const { text } = next.injects.find((i) => i.id === spec.id)!;
  const card: News = {
    id: newCard(state, spec.id),
    turn: state.clock.turn,
    month: 0,
    to: audienceOf(state, spec, seat),
    words: cardWords(spec, next),
    ...(text ? { text } : {}),
    tone: rule.tone,
  };
  return after({ ...next, news: [...next.news, card] }, spec, eventOf(next, spec), 'fire');
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
  !(ruleOf(specOf(state, inject.id).effect).allows && inject.seat !== null && state.seats[inject.seat]!.swapped);

const TAKING_BACK: readonly PhaseName[] = ['briefing', 'negotiation', 'seal'];

/**
 * Takes a fired event back: what it set going is undone, its card is marked, and those who got the card are told. A break-up takes
 * its owner's card along; what an admission of it moved is given back.
 */
export function withdrawInject(state: State, id: InjectId): State {
  const spec = specOf(state, id);
  return after(markWithdrawn(state, id), spec, eventOf(state, spec), 'withdraw');
}

function markWithdrawn(state: State, id: InjectId): State {
  const spec = specOf(state, id);
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

/** What a card says: its own event, and of the event whose owner gets it. */
function cardWords(spec: InjectSpec, state: State): Words {
  const { incidents, cloudAtStations } = state;
  const seen = { cloudKnown: isPublic(incidents, cloudAtStations) };
  const own = ruleOf(spec.effect).told(spec.effect, eventOf(state, spec), seen);
  const about = ownedBy(state.scenario, spec);
  const happened = about && state.injects.some(({ id, status }) => id === about.id && status === 'fired');
  const owners = happened ? ruleOf(about.effect).owner?.told(about.effect, eventOf(state, about)) : undefined;
  const { ending = '', params } = { ...own, ...owners };
  return words(`scenario.inject.${spec.id}${ending}`, params);
}

/** The prepared card of an inject, before its draw is made. */
export const injectCard = (spec: InjectSpec): Words =>
  words(`scenario.inject.${spec.id}`, { object: words('inject.object'), turn: spec.turn });

/** The words of an inject for the facilitator's list, before it fires. */
export const injectTitle = (spec: InjectSpec): Words => words(`scenario.inject.${spec.id}.title`);
