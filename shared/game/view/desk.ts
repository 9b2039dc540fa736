/** The facilitator's desk: what is seen there beyond the table. */
import { words } from '../../vocabulary/index.ts';
import { timing } from '../commands.ts';
import type { Game, State } from '../state.ts';
import { wayBack } from '../time/going-back.ts';
import { debriefDueAt, playLeftS, sessionPlan } from '../time/plan.ts';
import { injectCard, injectTitle, mayWithdraw } from '../turn/injects.ts';
import { briefView, caseWord, question, scenarioWords } from './brief.ts';
import type { FacilitatorDesk } from './desk-shape.ts';
import { orderBook } from './order-book.ts';

/** Everything hidden but the seed and the address of the other world's sky; money in k$, time left in seconds. */
export function facilitatorDesk(game: Game): FacilitatorDesk {
  const { state } = game;
  const { scenario, clock } = state;
  return {
    seats: state.seats,
    injects: state.scenario.injects.map((spec) => ({
      ...state.injects.find((i) => i.id === spec.id)!,
      words: injectTitle(spec),
      card: injectCard(spec),
      planned: spec.turn,
      revocable: state.injects.some((i) => i.id === spec.id && i.status === 'fired' && mayWithdraw(state, i)),
    })),
    books: Object.fromEntries(
      Object.entries(state.seats).flatMap(([id, seat]) => (seat.bot ? [] : [[id, orderBook(game, id)]])),
    ),
    drafting: timing(state, 'draft-order'),
    back: wayBack(state),
    halt: state.halt?.detail ?? null,
    briefs: Object.fromEntries(
      scenario.seats.map((spec) => [
        spec.id,
        {
          ...briefView(scenario, spec),
          objectives: spec.objectives.map((o) => ({
            words: words(`scenario.objective.${spec.id}.${o.id}`),
            weight: o.weight,
          })),
        },
      ]),
    ),
    hook: caseWord(scenario, 'hook'),
    screw: caseWord(scenario, 'screw'),
    rules: scenarioWords(scenario.talk.rules),
    asks: scenarioWords(scenario.asks ?? []),
    question: { ...question(scenario), right: scenario.talk.right },
    plan: sessionPlan(scenario, clock.lastTurn),
    playLeftS: playLeftS(scenario, clock),
    debriefDueAt: debriefDueAt(state),
    evidence: state.evidence,
    orders: state.orders,
    lastAt: Object.fromEntries(Object.entries(state.delegates).map(([id, d]) => [id, d.lastAt])),
    boldBots: state.boldBots,
    manyBots: manyBots(state),
    results: state.results,
    counterfactuals: state.counterfactuals.map((c) => ({ ...c, otherSky: '' })),
  };
}

/** Seats that bots play beside a class where these are more than the scenario advises; else null. It is advice: play goes on. */
function manyBots({ scenario, seats, solo }: State): FacilitatorDesk['manyBots'] {
  const bots = Object.values(seats).filter((seat) => seat.bot).length;
  const { most } = scenario.bots;
  return most === undefined || solo || bots <= most ? null : { bots, most };
}
