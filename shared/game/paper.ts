/** What a state of the game says of its texts: which is in force, whom it binds, who may ratify, lead, take part. */
import { type Article, articlesOf, mergeArticles } from '../clauses/articles.ts';
import type { Dial, Package } from '../clauses/text.ts';
import type { ActSight } from '../forums/acts/act.ts';
import type { Forum } from '../forums/forum.ts';
import { boundDuring, type Instrument, partiesOf } from '../forums/instrument.ts';
import { forumRules } from '../forums/rules/index.ts';
import type { ForumRule } from '../forums/rules/rule.ts';
import type { SeatId } from '../vocabulary/index.ts';
import type { State } from './state.ts';

/** Whether a seat's home approval lets it ratify now. */
export const canRatify = (state: Pick<State, 'scenario' | 'seats'>, seat: SeatId): boolean =>
  state.seats[seat]!.approval >= state.scenario.paper.ratifyApproval;

/** What a scenario leaves open about a text, in the order of its menu. */
export const dialsOf = ({ paper }: State['scenario']): readonly Dial[] => Object.keys(paper.dials) as Dial[];

/**
 * What bound a seat's conduct in a turn, by every text that did so. What is signed at the end of a negotiation binds from the next
 * turn on, since orders of the turn were drafted without it.
 */
export const duties = ({ instruments }: Pick<State, 'instruments'>, seat: SeatId, turn: number): readonly Article[] =>
  mergeArticles(instruments.flatMap((text) => (boundDuring(text, seat, turn) ? articlesOf(text.values) : [])));

/** The text in force, if any. Since a text needs a majority of the seats, there is at most one. */
export const inForce = (state: State): Instrument | null =>
  state.instruments.find((i) => i.status === 'in-force') ?? null;

/** The values that bind a seat now: those of the text in force to which it is party. */
export function boundBy(state: State, seat: SeatId): Package | null {
  const text = inForce(state);
  return text && partiesOf(text).includes(seat) ? text.values : null;
}

/** The state with the highest standing among those that have named themselves, the present lead aside; an operator never leads. */
export function heirOfPen(
  state: Pick<State, 'scenario' | 'seats'>,
  lead: SeatId,
  named: readonly SeatId[],
): SeatId | null {
  let best: SeatId | null = null;
  for (const { id, kind } of state.scenario.seats) {
    if (id === lead || kind === 'operator' || !named.includes(id)) continue;
    if (best === null || state.seats[id]!.standing > state.seats[best]!.standing) best = id;
  }
  return best;
}

/**
 * Who holds the pen among those who have put their names to a text: its lead sponsor, or in its place the state with the highest
 * standing. Null where only operators have.
 */
export const penHolder = (
  state: Pick<State, 'scenario' | 'seats'>,
  lead: SeatId,
  named: readonly SeatId[],
): SeatId | null => (named.includes(lead) ? lead : heirOfPen(state, lead, named));

/** The forum that a text is before, and the rule by which it decides. A scenario has one for each road on its menu. */
export function forumOf({ scenario }: Pick<State, 'scenario'>, { road }: Package): { forum: Forum; rule: ForumRule } {
  const forum = scenario.forums.find(({ id }) => id === road)!;
  return { forum, rule: forumRules[forum.rule]! };
}

/** Whether a text enters into force as it stands, without being adopted by its forum. */
export const standsAlone =
  (state: Pick<State, 'scenario'>) =>
  (text: Instrument): boolean =>
    forumOf(state, text.values).rule.result === 'as-it-stands';

/** What of the game an act of a seat on a text reads. */
export function actSight(state: State, text: Instrument, seat: SeatId): ActSight {
  const { scenario, seats, clock } = state;
  const roads = (scenario.paper.dials.road ?? []) as readonly string[];
  return {
    seat,
    turn: clock.turn,
    seats: scenario.seats.map(({ id }) => id),
    standing: seats[seat]!.standing,
    signStanding: scenario.paper.signStanding,
    needs: scenario.paper.inForceAt,
    menu: scenario.paper.dials as ActSight['menu'],
    forum: forumOf(state, text.values).forum,
    elsewhere: roads.filter((road) => road !== text.values.road),
  };
}
