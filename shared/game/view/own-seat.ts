/** What a seat knows of itself: brief, objectives, what each open text would give it, money, proof, orders. */
import { type Instrument, isOpen } from '../../forums/instrument.ts';
import { wouldSign } from '../../forums/pledges.ts';
import { type SeatId, STRIKE_BANDS, type StrikeBand, words } from '../../vocabulary/index.ts';
import { againstSaying, maySwapWeights } from '../commands/incidents.ts';
import { canRatify, penHolder } from '../paper.ts';
import { asPlanned, noDeal, outcomeOf, type PackageOutcome, withStrike, withText } from '../score/package.ts';
import { ownScore } from '../score/scores.ts';
import { asKnownTo } from '../sight/known.ts';
import { heldPicture } from '../sight/pictures.ts';
import type { Game, State } from '../state.ts';
import { briefView, question } from './brief.ts';
import { orderBook } from './order-book.ts';
import type { OwnSeat } from './own-seat-shape.ts';
import { together, withoutSharing } from './public.ts';

/** All that belongs to one seat alone; money in k$, scores in points. */
export function ownSeat(game: Game, id: SeatId): OwnSeat {
  const { state } = game;
  const { scenario } = state;
  const seat = state.seats[id]!;
  const spec = scenario.seats.find((s) => s.id === id)!;
  // Before the last turn the launches still wanted count as flown: a fair comparison.
  const soFar = outcomeOf(asKnownTo(state, id));
  const now = state.turnsDone.length < state.clock.lastTurn ? asPlanned(scenario, soFar) : soFar;
  const score = ownScore(scenario, id, now, seat.weights);
  const open = state.instruments.filter(isOpen);
  return {
    seat: id,
    brief: briefView(scenario, spec),
    question:
      seat.gate === 'none' || seat.gate === 'waived'
        ? null
        : {
            gate: seat.gate,
            ...question(scenario),
            picture: seat.gate === 'passed' ? (scenario.talk.picture ?? null) : null,
          },
    objectives: score.grades.map((line) => ({
      id: line.objective,
      words: words(`scenario.objective.${id}.${line.objective}`),
      weight: line.weight,
      grade: line.grade,
      causes: line.causes,
    })),
    ownNow: score.own,
    premium: score.premium,
    breach: score.breach,
    noDeal: ownScore(scenario, id, noDeal(scenario), seat.weights).own,
    withText: Object.fromEntries(
      open.map((text) => [text.id, ownScore(scenario, id, ifInForce(state, now, text, id), seat.weights).own]),
    ),
    withStrike: strikesOpen(state, id)
      ? perBand((band) => ownScore(scenario, id, withStrike(scenario, now, id, band), seat.weights).own)
      : null,
    pivotal: open.filter((text) => isPivotal(state, text, id)).map((text) => text.id),
    jobs: seat.jobs,
    creditsK: seat.creditsK,
    ...orderBook(game, id),
    evidence: state.evidence
      .filter((e) => e.holder === id || e.sharedWith.includes(id))
      .map((e) => (e.holder === id ? e : withoutSharing(e))),
    heldTogether: together(state, (incident) => heldPicture(state, incident, id, state.clock.turn)),
    ledger: state.ledger.filter((line) => line.from === id || line.to === id),
    counters: seat.counters,
    orders: state.orders.filter((o) => o.seat === id),
    privateCards: state.news
      .filter((n) => n.to?.includes(id) && !n.withdrawn)
      .map((n) => ({ id: n.id, turn: n.turn, words: n.words, ...(n.text ? { text: n.text } : {}) })),
    canSwapWeights: maySwapWeights(state, id),
    sayings: Object.fromEntries(
      state.incidents.map((incident) => [
        incident.id,
        {
          admit: againstSaying(state, id, incident.id, 'admit'),
          deny: againstSaying(state, id, incident.id, 'deny'),
          consult: againstSaying(state, id, incident.id, 'consult'),
        },
      ]),
    ),
    batches: { flown: seat.batches, wanted: spec.batchesWanted },
    paidToFundK: seat.paidToFundK,
    knownByShell: seat.knownByShell,
    fleetByShell: seat.fleetByShell,
  };
}

/** Whether a first test is still open to a seat. */
const strikesOpen = ({ scenario, seats, clock }: State, id: SeatId): boolean =>
  scenario.seats.some((spec) => spec.id === id && spec.strike) &&
  seats[id]!.demonstration === null &&
  clock.turn <= scenario.strike.lastTurn;

const perBand = (of: (band: StrikeBand) => number): Record<StrikeBand, number> =>
  Object.fromEntries(STRIKE_BANDS.map((band) => [band, of(band)])) as Record<StrikeBand, number>;

/** What a text would give this seat if it entered into force with it and with all who would sign as pledges stand. */
function ifInForce(state: State, now: PackageOutcome, text: Instrument, id: SeatId): PackageOutcome {
  const signers = new Set([...wouldSign(withPledge(text, id)), id]);
  const parties = state.scenario.seats.map((s) => s.id).filter((seat) => signers.has(seat));
  const lead = penHolder(state, text.values.lead, parties) ?? text.values.lead;
  return withText(now, { ...text.values, lead }, parties);
}

const withPledge = (text: Instrument, id: SeatId): Instrument => ({
  ...text,
  pledges: { ...text.pledges, [id]: { kind: 'none' } },
});

/** Whether this seat's own signature would bring the text into force. */
function isPivotal(state: State, text: Instrument, id: SeatId): boolean {
  const need = state.scenario.paper.inForceAt;
  if (text.status === 'in-force' || text.signatures.some((s) => s.seat === id)) return false;
  const count = (signers: readonly SeatId[]): number => signers.filter((seat) => canRatify(state, seat)).length;
  const others = { ...text, pledges: Object.fromEntries(Object.entries(text.pledges).filter(([seat]) => seat !== id)) };
  return count(wouldSign(others)) < need && count(wouldSign(withPledge(text, id))) >= need;
}
