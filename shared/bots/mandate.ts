/** A bot's written mandate: what its seat would get from any text, and what it asks for by now. */

import { textsOn } from '../clauses/articles.ts';
import type { Package } from '../clauses/text.ts';
import { noDeal, withText } from '../game/score/package.ts';
import { reading } from '../game/score/reading.ts';
import { ownValue } from '../game/score/scores.ts';
import type { OwnSeat } from '../game/view/own-seat-shape.ts';
import type { View } from '../game/view/view-shape.ts';
import type { Scenario } from '../scenarios/schema.ts';
import type { Persona } from './personas.ts';

export type Scored = { readonly text: Package; readonly score: number };
export type Mandate = {
  readonly persona: Persona;
  /** what a text must give this seat for it to agree in this turn */
  readonly asks: number;
  /** whether bots of this scenario table texts of their own */
  readonly tables: boolean;
  /** standing a lead sponsor needs */
  readonly leadStanding: number;
  /** standing that a signature needs */
  readonly signStanding: number;
  /** every text of the menu among everybody, with this seat's own score, best first */
  readonly menu: readonly Scored[];
};

/**
 * The mandate of a seat now. It knows the public numbers of the scenario and its own payoff table, nobody else's.
 * It asks for its reserve or a share of what it could gain, whichever is more; the share falls by a step a turn, and where the
 * scenario sets the steps never below the least it names.
 */
export function mandateOf(view: View, own: OwnSeat, scenario: Scenario, persona: Persona): Mandate {
  const menu = menuOf(view, own, scenario);
  const { share, concessions } = scenario.bots;
  const steps = persona.asks.length > 0 ? persona.asks : concessions.map((step) => Math.max(share, step));
  const step = steps[Math.min(Math.max(0, view.clock.turn - 1), steps.length - 1)]!;
  const gain = Math.max(0, (menu[0]?.score ?? 0) - own.noDeal);
  const reserve = persona.reserve ?? scenario.bots.reserve;
  return {
    persona,
    asks: own.noDeal + Math.max(reserve, step * gain),
    tables: scenario.bots.table ?? true,
    leadStanding: scenario.paper.leadStanding,
    signStanding: scenario.paper.signStanding,
    menu,
  };
}

/** Menus by scenario, seat and weights: the same for a whole game, but for a private card that swaps weights. */
const menus = new WeakMap<Scenario, Map<string, readonly Scored[]>>();

function menuOf(view: View, own: OwnSeat, scenario: Scenario): readonly Scored[] {
  const weights = own.objectives.map((o) => o.weight);
  const known = menus.get(scenario) ?? new Map<string, readonly Scored[]>();
  menus.set(scenario, known);
  const name = `${own.seat} ${weights.join(' ')}`;
  const old = known.get(name);
  if (old) return old;
  const everybody = view.seats.map((seat) => seat.id);
  const base = noDeal(scenario);
  const menu = textsOf(view)
    .map((text) => ({ text, score: ownValue(scenario, reading(withText(base, text, everybody), own.seat), weights) }))
    .sort((a, b) => b.score - a.score);
  known.set(name, menu);
  return menu;
}

/** Every text the dials can make, led by one who may lead. */
function textsOf(view: View): readonly Package[] {
  const menu = Object.fromEntries(view.dials.map(({ dial, values }) => [dial, values.map(({ value }) => value)]));
  const leads = new Set(view.seats.filter((seat) => seat.kind !== 'operator').map((seat) => seat.id));
  return textsOn(menu).filter(({ lead }) => leads.has(lead));
}
