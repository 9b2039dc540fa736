/** Bots get a View and send Commands, as a person does. What a bot may not know it cannot use. */

import type { Command } from '../game/commands/index.ts';
import { meant } from '../game/meaning.ts';
import type { View } from '../game/view/view-shape.ts';
import type { Key } from '../orbits/table/chance.ts';
import type { Scenario } from '../scenarios/schema.ts';
import type { PhaseName } from '../vocabulary/index.ts';
import { mandateOf } from './mandate.ts';
import type { Moment } from './moment.ts';
import { draftOrders, promisedOrders, sealOrders } from './orders.ts';
import { type PersonaName, personas } from './personas.ts';
import { talk } from './talk.ts';
import { debts } from './word.ts';

/**
 * What a bot does now.
 * @param view the seat's own view, the same bytes a person would get
 * @param scenario public numbers, and the payoff table of the bot's own seat only
 * @param key narrowed to seat and turn: the bot's own luck
 * @param round counts the bot's turns to speak within a phase from 0
 * @returns commands in order; each is checked like anybody's
 */
export function decide(
  view: View,
  scenario: Scenario,
  key: Key,
  round: number,
  persona: PersonaName = 'class',
): Command[] {
  if (!view.own || view.clock.pausedLeftMs !== null) return [];
  const act = BY_PHASE[view.clock.phase];
  if (!act) return [];
  const mandate = mandateOf(view, view.own, scenario, personas[persona]);
  return act({ view, own: view.own, mandate, key, round }).map((command) => meant(command, view));
}

/** Rounds of talk after which a bot beside one person says that it is ready; it answers offers after that as before. */
export const ROUNDS_BESIDE_ONE = 3;

/** Beside one person who plays alone a bot says when it is done, so that the phase ends when both are. */
const readyBesideOne = ({ view, own }: Moment): Command[] =>
  view.solo && !view.seats.some((seat) => seat.id === own.seat && seat.ready) ? [{ kind: 'ready', on: true }] : [];

/** The orders of the year, in its first round; what was promised since is added to them. */
function drafting(moment: Moment): Command[] {
  const drafted = draftOrders(moment);
  return drafted.length > 0 ? drafted : promisedOrders(moment, debts(moment));
}

const BY_PHASE: { readonly [P in PhaseName]?: (moment: Moment) => Command[] } = {
  briefing: (moment) => [...drafting(moment), ...readyBesideOne(moment)],
  negotiation: (moment) => [
    ...drafting(moment),
    ...talk(moment),
    ...(moment.round < ROUNDS_BESIDE_ONE ? [] : readyBesideOne(moment)),
  ],
  seal: sealOrders,
};
