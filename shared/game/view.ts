/**
 * viewFor: the one door. All that a viewer may know, and what it may do next; nothing else but skyFor's bytes leaves the server.
 *
 * Every number here is public, the viewer's own, or opened at the debrief. A new field of the state is not seen by anybody
 * until a line here lets it through.
 */

import { clauses } from '../clauses/index.ts';
import { type Instrument, isOpen, partiesOf } from '../forums/instrument.ts';
import { wouldSign } from '../forums/pledges.ts';
import { shellFloorKm } from '../orbits/altitudes.ts';
import { orders } from '../orders/index.ts';
import type { Scenario, SeatSpec } from '../scenarios/schema.ts';
import {
  CLAUSE_DIALS,
  DIALS,
  type Dial,
  type DialValue,
  K_PER_CREDIT,
  type OrderRecord,
  type PhaseName,
  type RevealStep,
  refuse,
  type SeatId,
  SLOTS,
  type Slot,
  type Words,
  words,
} from '../vocabulary/index.ts';
import type { CommandKind } from './command-shape.ts';
import { maySwapWeights } from './commands/incidents.ts';
import { valuesOf } from './commands/paper.ts';
import { commandRules, isFor, isHeld, timing } from './commands.ts';
import type { Arm, Counterfactual } from './counterfactual-shape.ts';
import { wayBack } from './going-back.ts';
import type { Evidence, Incident } from './incident.ts';
import { injectCard, injectTitle, mayWithdraw } from './injects.ts';
import { asKnownTo } from './known.ts';
import { lessonFor } from './lesson.ts';
import type { TurnSummary } from './outcome.ts';
import { overlayVersion } from './overlay.ts';
import { asPlanned, noDeal, outcomeOf, type PackageOutcome, withText } from './package.ts';
import { canRatify } from './paper.ts';
import { debriefDueAt, playLeftS, sessionPlan } from './plan.ts';
import type { Moment, Viewer } from './roles.ts';
import { saidAndDone } from './said-and-done.ts';
import { ownScore } from './scores.ts';
import { sightOf } from './sight.ts';
import type { Game, State } from './state.ts';
import type {
  BriefView,
  Debrief,
  DialView,
  FacilitatorDesk,
  InstrumentView,
  MomentView,
  OrderBook,
  OrderCard,
  OwnSeat,
  SeatCard,
  View,
} from './view-shape.ts';

/** Phases in which the next 25 years are on the wall. */
const LATER: readonly PhaseName[] = ['epilogue', 'debrief', 'closed'];
/** Every kind of command, in the order of the rules. */
const KINDS = Object.keys(commandRules) as CommandKind[];

/**
 * The view of one viewer. Two games equal in everything the viewer may know give the same view.
 * @param revealed steps of the debrief the facilitator has opened
 */
export function viewFor(game: Game, viewer: Viewer, revealed: readonly RevealStep[] = game.state.revealed): View {
  const { state } = game;
  const { scenario } = state;
  const seat = viewer.kind === 'seat' ? viewer.seat : null;
  const desk = viewer.kind === 'facilitator';
  const press = state.press.filter(
    (m) =>
      desk ||
      (!m.hidden && (m.to === 'plenary' || m.to === 'all' || (seat !== null && (m.to === seat || m.from === seat)))),
  );
  const news = state.news.filter((n) => desk || n.to === null || (seat !== null && n.to.includes(seat)));
  const mine = (e: Evidence): boolean => e.holder === seat || (seat !== null && e.sharedWith.includes(seat));
  const delegates = Object.fromEntries(
    Object.entries(state.delegates).map(([id, d]) => [
      id,
      { seat: d.seat, name: d.name, present: d.present, muted: d.muted },
    ]),
  );
  const opened = debrief(game, revealed, desk || state.clock.phase === 'closed');
  return {
    viewer,
    title: words('scenario.title'),
    names: state.names,
    solo: state.solo,
    languages: scenario.languages,
    clock: state.clock,
    seconds: scenario.seconds as Readonly<Record<string, number>>,
    turns: scenario.turns,
    lesson: lessonFor(state, seat),
    seats: scenario.seats.map((spec) => seatCard(state, spec.id)),
    delegates,
    dials: DIALS.map((dial) => dialView(state, dial)),
    instruments: state.instruments.map((text) => instrumentView(state, text)),
    offers: state.offers.filter((o) => desk || o.from === seat || o.to === seat),
    press,
    incidents: state.incidents.map(publicIncident),
    publishedEvidence: state.evidence.filter((e) => e.published && !mine(e)).map(withoutSharing),
    findings: state.findings,
    news,
    fund: {
      open: state.fund.open,
      met: state.fund.met,
      thresholdK: scenario.fund.thresholdCredits * K_PER_CREDIT,
      balanceK: state.fund.balanceK,
    },
    turnsDone: state.turnsDone.map(publicSummary),
    startSky: state.startSkyHash,
    overlay: overlayVersion(state, viewer, revealed),
    own: seat === null ? null : ownSeat(game, seat),
    desk: desk ? facilitatorDesk(game) : null,
    revealed,
    epilogue: LATER.includes(state.clock.phase) ? (state.results?.epilogue ?? null) : null,
    epilogueAssumed: LATER.includes(state.clock.phase) ? words('epilogue.assumed', scenario.epilogue) : null,
    debrief: opened,
    may: may(state, viewer),
    texts: [
      ...press.map((m) => m.id),
      ...Object.values(delegates).flatMap((d) => d.name ?? []),
      ...[...news, ...(opened.moment?.news ?? [])].flatMap((n) => n.text ?? []),
      ...(desk ? state.injects.flatMap((i) => i.text ?? []) : []),
    ],
  };
}

/** The truth's address and what settles an accusation stay here until they are public. */
const publicSummary = (t: TurnSummary): TurnSummary => ({ ...t, skyHash: '' });
const publicIncident = (i: Incident): Incident =>
  i.settled ? i : { ...i, statements: i.statements.map((s) => (s.kind === 'accuse' ? { ...s, right: null } : s)) };
/** Whom the holder has shown a piece of evidence is the holder's business. */
const withoutSharing = (e: Evidence): Evidence => ({ ...e, sharedWith: [] });

function seatCard(state: State, id: SeatId): SeatCard {
  const spec = state.scenario.seats.find((s) => s.id === id)!;
  const seat = state.seats[id]!;
  return {
    id,
    kind: spec.kind,
    emblem: spec.emblem,
    colour: spec.colour,
    name: words(`seat.${id}`),
    owners: spec.owners,
    fleets: spec.fleets,
    bot: seat.bot,
    held: seat.held,
    ready: seat.ready,
    present: Object.values(state.delegates).filter((d) => d.seat === id && d.present).length,
    standing: seat.standing,
    approval: seat.approval,
    strike: spec.strike,
    ssaLevel: spec.ssaLevel,
    active: Math.round(seat.active),
    shells: seat.fleetByShell.flatMap((count, k) =>
      count >= 0.5 ? [{ altitudeKm: shellFloorKm(k), count: Math.round(count) }] : [],
    ),
    positions: state.positions[id] ?? {},
  };
}

const valueKey = (value: DialValue): string => (value === null ? 'none' : String(value));

/** How a value of a dial is called. */
function valueWords(dial: Dial, value: DialValue): Words {
  return dial === 'lead' ? words(`seat.${value}`) : words(`dial.${dial}.${valueKey(value)}`);
}

const dialView = (state: State, dial: Dial): DialView => ({
  dial,
  label: words(`dial.${dial}`),
  values: valuesOf(state, dial).map((value) => ({ value, label: valueWords(dial, value) })),
  note: words(`dial.${dial}.note`),
});

function instrumentView(state: State, text: Instrument): InstrumentView {
  const sentences: { dial: Dial; words: Words }[] = [];
  for (const dial of CLAUSE_DIALS) {
    const value = text.values[dial];
    if (value !== null) sentences.push({ dial, words: clauses[dial].sentence(value as never) });
  }
  const parties = text.status === 'in-force' ? partiesOf(text) : [];
  return { ...text, sentences, parties, wouldSign: wouldSign(text), needs: state.scenario.paper.inForceAt };
}

function may(state: State, viewer: Viewer): View['may'] {
  const roles = {
    seat: 'delegate',
    facilitator: 'facilitator',
    guest: 'guest',
    projector: null,
    spectator: null,
  } as const;
  const role = roles[viewer.kind];
  const seat = viewer.kind === 'seat' ? viewer.seat : null;
  const out: { -readonly [K in keyof View['may']]: View['may'][K] } = {};
  if (role)
    for (const kind of KINDS)
      if (isFor(state, role, kind))
        out[kind] = {
          refusal: timing(state, kind) ?? (seat !== null && isHeld(state, seat, kind) ? refuse('seat-held') : null),
          job: commandRules[kind].job ?? null,
        };
  return out;
}

function ownSeat(game: Game, id: SeatId): OwnSeat {
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
    brief: briefView(spec),
    question: seat.gate === 'none' || seat.gate === 'waived' ? null : { gate: seat.gate, ...question(scenario) },
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
    pivotal: open.filter((text) => isPivotal(state, text, id)).map((text) => text.id),
    jobs: seat.jobs,
    creditsK: seat.creditsK,
    ...orderBook(game, id),
    evidence: state.evidence
      .filter((e) => e.holder === id || e.sharedWith.includes(id))
      .map((e) => (e.holder === id ? e : withoutSharing(e))),
    ledger: state.ledger.filter((line) => line.from === id || line.to === id),
    counters: seat.counters,
    orders: state.orders.filter((o) => o.seat === id),
    privateCards: state.news
      .filter((n) => n.to?.includes(id) && !n.withdrawn)
      .map((n) => ({ id: n.id, turn: n.turn, words: n.words, ...(n.text ? { text: n.text } : {}) })),
    canSwapWeights: maySwapWeights(state, id),
    batches: { flown: seat.batches, wanted: spec.batchesWanted },
    paidToFundK: seat.paidToFundK,
    knownByShell: seat.knownByShell,
    fleetByShell: seat.fleetByShell,
  };
}

const scenarioWords = (keys: readonly string[]): Words[] => keys.map((key) => words(`scenario.${key}`));
const briefView = ({ brief }: SeatSpec): BriefView => ({
  record: scenarioWords(brief.record),
  alleged: scenarioWords(brief.alleged),
  invented: scenarioWords(brief.invented),
});
const question = ({ talk }: Scenario): { words: Words; answers: Words[] } => ({
  words: words(`scenario.${talk.question}`),
  answers: scenarioWords(talk.answers),
});

/** What a text would give this seat if it entered into force with it and with all who would sign as pledges stand. */
function ifInForce(state: State, now: PackageOutcome, text: Instrument, id: SeatId): PackageOutcome {
  const parties = new Set([...wouldSign(withPledge(text, id)), id]);
  return withText(
    now,
    text.values,
    state.scenario.seats.map((s) => s.id).filter((seat) => parties.has(seat)),
  );
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

function orderBook(game: Game, id: SeatId): OrderBook {
  const { drafts } = game.state.seats[id]!;
  return {
    freeK: sightOf(game, id, null).freeK,
    drafts: Object.fromEntries(SLOTS.flatMap((slot) => (drafts[slot] ? [[slot, draftView(game, id, slot)]] : []))),
    cards: orderCards(game, id),
  };
}

function draftView(game: Game, id: SeatId, slot: Slot): NonNullable<OwnSeat['drafts'][Slot]> {
  const draft = game.state.seats[id]!.drafts[slot]!;
  const rule = orders[draft.order.kind]!;
  const sight = sightOf(game, id, slot);
  return {
    order: draft.order,
    confirmed: draft.confirmed,
    costK: rule.costK(draft.order, sight),
    summary: rule.summary(draft.order, sight),
    warning: rule.warnings?.(draft.order, sight) ?? [],
  };
}

function orderCards(game: Game, id: SeatId): OrderCard[] {
  return game.state.scenario.orders.flatMap((kind) => {
    const rule = orders[kind];
    if (!rule) return [];
    const sight = sightOf(game, id, freeSlot(game.state, id, rule.slot));
    const fields = rule.fields(sight);
    const blank = rule.parse({
      kind,
      month: 6,
      ...Object.fromEntries(fields.map((field) => [field.name, field.initial])),
    });
    if ('code' in blank) return [{ kind, slot: rule.slot, hostile: rule.hostile, fields, costK: 0, refusal: blank }];
    const costK = rule.costK(blank, sight);
    return [{ kind, slot: rule.slot, hostile: rule.hostile, fields, costK, refusal: rule.check(blank, sight) }];
  });
}

/** The slot a new order of a kind would go to: a free one if there is one. */
function freeSlot(state: State, id: SeatId, kind: 'programme' | 'security'): Slot {
  const { drafts } = state.seats[id]!;
  if (kind === 'security') return 'security';
  return drafts.p1 && !drafts.p2 ? 'p2' : 'p1';
}

function facilitatorDesk(game: Game): FacilitatorDesk {
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
    briefs: Object.fromEntries(
      scenario.seats.map((spec) => [
        spec.id,
        {
          ...briefView(spec),
          objectives: spec.objectives.map((o) => ({
            words: words(`scenario.objective.${spec.id}.${o.id}`),
            weight: o.weight,
          })),
        },
      ]),
    ),
    rules: scenarioWords(scenario.talk.rules),
    question: { ...question(scenario), right: scenario.talk.right },
    plan: sessionPlan(scenario, clock.lastTurn),
    playLeftS: playLeftS(scenario, clock),
    debriefDueAt: debriefDueAt(state),
    facts: state.facts,
    evidence: state.evidence,
    orders: state.orders,
    ledger: state.ledger,
    lastAt: Object.fromEntries(Object.entries(state.delegates).map(([id, d]) => [id, d.lastAt])),
    boldBots: state.boldBots,
    results: state.results,
    counterfactuals: state.counterfactuals.map((c) => ({ ...c, otherSky: '' })),
  };
}

/** A comparison as the room sees it: no hashes of hidden states, and no scores before the results are opened. */
function forRoom(c: Counterfactual, scores: boolean): Counterfactual {
  const arm = (a: Arm): Arm => (scores ? a : { ...a, scores: null });
  return { ...c, hashes: null, otherSky: '', played: arm(c.played), other: arm(c.other) };
}

function momentView(state: State, moment: Moment): MomentView {
  const { turn, month, as } = moment;
  const then = (thing: { readonly turn: number; readonly month: number }): boolean =>
    thing.turn === turn && thing.month <= month;
  return {
    ...moment,
    facts: as === 'truth' ? state.facts.filter(then) : null,
    news: as === 'truth' ? [] : state.news.filter((n) => then(n) && (n.to === null || n.to.includes(as))),
    evidence: state.evidence.filter((e) => e.turn === turn && (as === 'truth' || e.holder === as)),
  };
}

function debrief(game: Game, revealed: readonly RevealStep[], all: boolean): Debrief {
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
    truth: shown('truth') ? { facts: state.facts, evidence: state.evidence } : null,
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
