/** What the debrief has opened so far, for everybody in the room. */
import { orders } from '../../orders/index.ts';
import { type Fact, type OrderRecord, type RevealStep, type Words, words } from '../../vocabulary/index.ts';
import type { Arm, Counterfactual } from '../other-worlds/counterfactual-shape.ts';
import type { Moment } from '../roles.ts';
import { saidAndDone } from '../score/said-and-done.ts';
import { sightOf } from '../sight/sight.ts';
import type { Game, State } from '../state.ts';
import type { Debrief, MomentView } from './view-shape.ts';

/** A comparison as the room sees it: no hashes of hidden states, and no scores before the results are opened. */
function forRoom(c: Counterfactual, scores: boolean): Counterfactual {
  const arm = (a: Arm): Arm => (scores ? a : { ...a, scores: null });
  return { ...c, hashes: null, otherSky: '', played: arm(c.played), other: arm(c.other) };
}

/** Facts as they happened; a resolution notes what follows from a year after all that happened in it. */
const inOrder = (facts: readonly Fact[]): readonly Fact[] =>
  facts.toSorted((a, b) => a.turn - b.turn || a.month - b.month);

function momentView(state: State, moment: Moment): MomentView {
  const { turn, month, as } = moment;
  const then = (thing: { readonly turn: number; readonly month: number }): boolean =>
    thing.turn === turn && thing.month <= month;
  return {
    ...moment,
    facts: as === 'truth' ? inOrder(state.facts.filter(then)) : null,
    news: as === 'truth' ? [] : state.news.filter((n) => then(n) && (n.to === null || n.to.includes(as))),
    evidence: state.evidence.filter((e) => e.turn === turn && (as === 'truth' || e.holder === as)),
  };
}

/**
 * Each part once its step is opened, null before.
 * @param all the facilitator's view, or a game that is closed: every part
 */
export function debrief(game: Game, revealed: readonly RevealStep[], all: boolean): Debrief {
  const { state } = game;
  const { scenario } = state;
  const shown = (step: RevealStep): boolean => all || revealed.includes(step);
  const summaryOf = (o: OrderRecord): Words => orders[o.order.kind]!.summary(o.order, sightOf(game, o.seat, o.slot));
  return {
    objectives: shown('objectives')
      ? Object.fromEntries(
          scenario.seats.map((spec) => [
            spec.id,
            spec.objectives.map((o, i) => ({
              id: o.id,
              words: words(`scenario.objective.${spec.id}.${o.id}`),
              weight: state.seats[spec.id]!.weights[i]!,
            })),
          ]),
        )
      : null,
    orders: shown('orders') ? state.orders.map((o) => ({ ...o, summary: summaryOf(o) })) : null,
    truth: shown('truth') ? { facts: inOrder(state.facts), evidence: state.evidence } : null,
    counterfactual: shown('counterfactual')
      ? state.counterfactuals.filter((c) => c.shown).map((c) => forRoom(c, shown('results')))
      : null,
    promises: shown('truth') ? saidAndDone(state) : null,
    moment: shown('truth') && state.moment ? momentView(state, state.moment) : null,
    results: shown('results') ? state.results : null,
    frontier: shown('frontier') ? (state.results?.frontier ?? null) : null,
    history: shown('history')
      ? scenario.history.map((h) => ({ words: words(`scenario.history.${h.id}`), source: h.source }))
      : null,
  };
}
