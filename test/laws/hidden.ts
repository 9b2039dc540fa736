/**
 * Another truth behind the same appearances: everything of a game that a viewer may not know, changed. One line for each
 * field of the state, which the compiler keeps whole, so that a new field has to say here what of it is hidden from whom.
 */

import type { Lots } from '../../shared/game/incident.ts';
import type { Viewer } from '../../shared/game/roles.ts';
import type { Draft, Seat } from '../../shared/game/seat.ts';
import { trackedSizeM } from '../../shared/game/sight/knowing.ts';
import { heldPicture, publishedPicture } from '../../shared/game/sight/pictures.ts';
import type { Lot } from '../../shared/game/sight/reading.ts';
import { isTracked } from '../../shared/game/sight/tracked.ts';
import type { Game, State } from '../../shared/game/state.ts';
import { FIRST_CAUSAL_ID } from '../../shared/orbits/table/chance.ts';
import { ACTIVE, draftOf, type Population, pick } from '../../shared/orbits/table/population.ts';
import type { SeatId } from '../../shared/vocabulary/index.ts';
import { COMPARED } from './makers.ts';

/** Stands in everything that is made up here: it must never reach the viewer. */
export const CANARY = 'canary';

const own = (viewer: Viewer): SeatId | null => (viewer.kind === 'seat' ? viewer.seat : null);

const DRAFT: Draft = { order: { kind: 'manoeuvre', month: 7 }, confirmed: true };

/** A seat that is not the viewer's: its purse, plans, wishes and what only its own sensors and books say. */
const otherSeat = (seat: Seat): Seat => ({
  ...seat,
  creditsK: seat.creditsK > 300_000 ? 0 : seat.creditsK + 900_000,
  drafts: seat.drafts.p1 ? {} : { ...seat.drafts, p1: DRAFT },
  weights: [...seat.weights].reverse(),
  swapped: !seat.swapped,
  gate: seat.gate === 'passed' ? 'wrong' : 'passed',
  batches: seat.batches + 1,
  paidToFundK: seat.paidToFundK + 7,
  strikes: { low: seat.strikes.low + 1, mid: seat.strikes.mid + 1, high: seat.strikes.high + 1 },
  demonstration: seat.demonstration ? null : { turn: 1, band: 'high' },
  dataFrom: seat.dataFrom.length > 0 ? [] : [CANARY],
  avoidance: !seat.avoidance,
  counters: [...seat.counters, ...seat.counters],
  knownByShell: seat.knownByShell.map((n) => n + 1),
});

type Other = { readonly [K in keyof State]: (state: State, viewer: Viewer) => State[K] };

/** What each field could as well be, for all that the viewer may know. A public field stays as it is. */
export const OTHERWISE: Other = {
  // The payoff tables and briefs of other seats, and prepared events that have not happened.
  scenario: ({ scenario, injects }, viewer) => ({
    ...scenario,
    seats: scenario.seats.map((spec) =>
      spec.id === own(viewer)
        ? spec
        : {
            ...spec,
            brief: { record: [CANARY], alleged: [CANARY], invented: [CANARY] },
            premium: spec.premium ? { low: 1, mid: 2, high: 3 } : null,
            objectives: [...spec.objectives].reverse().map((o) => ({ ...o, id: `${CANARY}-${o.id}` })),
          },
    ),
    injects: scenario.injects.map((spec) =>
      injects.some((i) => i.id === spec.id && (i.status === 'fired' || i.status === 'withdrawn')) ||
      spec.effect.kind === 'swap-weights'
        ? spec
        : { ...spec, turn: 3, effect: { kind: 'open-fund' } },
    ),
  }),
  seed: () => 'feedfacefeedfacefeedfacefeedface',
  names: ({ names }) => names,
  solo: ({ solo }) => solo,
  boldBots: ({ boldBots }) => !boldBots,
  thin: ({ thin }) => thin,
  clock: ({ clock }) => clock,
  // How the texts of the talks stood when these ended, all have seen.
  ended: ({ clock, ended }) =>
    ended
      ? { ...ended, leftMs: ended.leftMs + 1, before: ended.before && { ...ended.before, standing: {} } }
      : { clock, leftMs: 1, before: null },
  delegates: ({ delegates }) =>
    Object.fromEntries(Object.entries(delegates).map(([id, d]) => [id, { ...d, lastAt: d.lastAt - 1 }])),
  seats: ({ seats }, viewer) =>
    Object.fromEntries(Object.entries(seats).map(([id, seat]) => [id, id === own(viewer) ? seat : otherSeat(seat)])),
  positions: ({ positions }) => positions,
  paperBefore: ({ paperBefore }) => paperBefore,
  instruments: ({ instruments }) => instruments,
  offers: ({ offers }, viewer) => [
    { ...offerTemplate, id: `${CANARY}-first` },
    ...offers.filter((o) => o.from === own(viewer) || o.to === own(viewer)),
    { ...offerTemplate, id: `${CANARY}-last` },
  ],
  press: ({ press }, viewer) => {
    const words = { at: 1, turn: 1, by: null, hidden: false };
    const mine = press.filter((m) => {
      const seat = own(viewer);
      return m.to === 'plenary' || m.to === 'all' || (seat !== null && (m.to === seat || m.from === seat));
    });
    const said = { ...words, id: `${CANARY}-said`, from: CANARY, to: CANARY };
    return [said, ...mine, { ...said, id: `${CANARY}-hidden`, to: 'plenary', hidden: true }];
  },
  orders: ({ orders }, viewer) => [
    { id: CANARY, seat: CANARY, turn: 1, slot: 'p1', order: DRAFT.order, confirmed: true },
    ...orders.filter((o) => o.seat === own(viewer)),
  ],
  // What a seat's own orders did it knows.
  facts: ({ facts }, viewer) => [
    ...facts.filter((fact) => fact.order !== null && fact.actor === own(viewer)),
    { id: CANARY, turn: 1, month: 1, actor: null, order: null, kind: 'reentries', count: 77_777, massKg: 77_777 },
  ],
  // Whether an accusation was right stays open until the matter is settled.
  incidents: ({ incidents }) =>
    incidents.map((incident) =>
      incident.settled
        ? incident
        : {
            ...incident,
            statements: incident.statements.map((s) => (s.kind === 'accuse' ? { ...s, right: s.right !== true } : s)),
          },
    ),
  evidence: ({ evidence }, viewer) =>
    evidence.flatMap((e) => {
      if (e.holder === own(viewer)) return [e];
      const seat = own(viewer);
      const shared = seat !== null && e.sharedWith.includes(seat);
      // With whom else it was shared is between them and the holder.
      if (shared) return [{ ...e, sharedWith: [seat, CANARY] }];
      return e.published ? [{ ...e, sharedWith: [CANARY] }] : [{ ...e, id: `${CANARY}-${e.id}`, bases: 77_777 }];
    }),
  // Another truth, and another chance, that would have been read in the same way by all that this viewer may put together.
  lots: (state, viewer) => ({ ...otherLots(state, viewer), [CANARY]: NO_LOTS }),
  findings: ({ findings }) => findings,
  ledger: ({ ledger }, viewer) => [
    { turn: 1, from: CANARY, to: CANARY, amountK: 77_777, cause: CANARY },
    ...ledger.filter((line) => line.from === own(viewer) || line.to === own(viewer)),
  ],
  fund: ({ fund }) => fund,
  news: ({ news }, viewer) => {
    const seat = own(viewer);
    const mine = news.filter((n) => n.to === null || (seat !== null && n.to.includes(seat)));
    const card = { id: CANARY, turn: 1, month: 1, to: [CANARY], words: { key: CANARY }, tone: 'loud' as const };
    return [card, ...mine, card];
  },
  injects: ({ injects }, viewer) =>
    injects.map((inject) =>
      inject.seat !== null && inject.seat === own(viewer) ? inject : { ...inject, seat: CANARY, candidate: 99 },
    ),
  registered: ({ registered }) => registered,
  turnsDone: ({ turnsDone }) => turnsDone.map((turn) => ({ ...turn, skyHash: CANARY })),
  cloudAtStations: () => CANARY,
  skyHash: () => CANARY,
  startSkyHash: ({ startSkyHash }) => startSkyHash,
  startActiveByShell: ({ startActiveByShell }) => startActiveByShell,
  revealed: ({ revealed }) => revealed,
  // The lines of the epilogue are on the wall; all else of the results waits for its step.
  results: ({ results }) => ({
    ...noResults,
    epilogue: results?.epilogue ?? [],
    frontier: [{ min: 77_777, sum: 77_777 }],
  }),
  counterfactuals: () => [{ ...COMPARED, id: CANARY, shown: true }],
  moment: ({ moment }) => (moment ? null : { turn: 1, month: 1, as: 'truth' }),
  wall: ({ wall }) => wall,
  halt: ({ halt }) => halt && { ...halt, detail: CANARY },
  engineVersion: ({ engineVersion }) => engineVersion,
  recent: () => [CANARY],
};

const NO_LOTS: Lots = { cause: { u: 0, truth: CANARY, order: [] }, who: { u: 0, truth: CANARY, order: [] } };

/** For each incident whose pictures leave it open: what was read rightly is read by mistake, and the other way round. */
function otherLots(state: State, viewer: Viewer): State['lots'] {
  const { turn } = state.clock;
  const seat = own(viewer);
  const change = (lot: Lot, errors: readonly number[]): Lot => {
    const { u, truth, order } = lot;
    if (truth !== null && errors.every((error) => u >= error)) return { u: 0, truth: null, order: [truth, ...order] };
    const [first, ...rest] = order;
    if (first === undefined || (truth !== null && errors.some((error) => u >= error))) return lot;
    return { u: 0.99, truth: first, order: truth === null ? rest : [...rest, truth] };
  };
  return Object.fromEntries(
    Object.entries(state.lots).map(([id, lots]) => {
      const seen = [
        publishedPicture(state, id, turn),
        seat === null ? null : heldPicture(state, id, seat, turn),
      ].filter((p) => p !== null);
      const errors = (of: 'error' | 'whoError') => seen.map((picture) => picture[of]);
      return [id, { cause: change(lots.cause, errors('error')), who: change(lots.who, errors('whoError')) }];
    }),
  );
}

const offerTemplate = {
  turn: 1,
  from: CANARY,
  to: CANARY,
  give: [],
  get: [{ kind: 'credits', credits: 77 }],
  status: 'open',
  kept: { give: [], get: [null] },
} as const;

const noResults = {
  seats: [],
  health: { j: 77_777, low: 77_777, high: 77_777 },
  leftOnTable: { points: 77_777, deal: null, terms: [] },
  jointGainUsed: 77_777,
  balance: 77_777,
  nash: 77_777,
  strikeCosts: [],
} as const;

/** The facilitator sees everything but the seed: only that, and what no screen shows, may differ. */
const FROM_ALL: readonly (keyof State)[] = ['seed', 'recent', 'skyHash'];

/** The same game to this viewer, and another one in truth. */
export function otherTruth({ state, sky }: Game, viewer: Viewer): Game {
  const desk = viewer.kind === 'facilitator';
  const fields = (desk ? FROM_ALL : Object.keys(OTHERWISE)) as (keyof State)[];
  const changed = Object.fromEntries(fields.map((field) => [field, OTHERWISE[field](state, viewer)]));
  return { state: { ...state, ...changed }, sky: desk ? sky : otherSky(sky, state, viewer) };
}

/**
 * Another sky for the same eyes: pieces too small to be seen from here are gone, those that are seen have another mass, and
 * whatever works will end its mission at another time. When a catalogue object stopped working everybody has seen.
 */
function otherSky(sky: Population, state: State, viewer: Viewer): Population {
  const seat = own(viewer);
  const seenFromM = seat === null ? state.scenario.publicSizeM : trackedSizeM(state, seat);
  const seen: number[] = [];
  for (let i = 0; i < sky.count; i++) if (isTracked(sky, i, seenFromM)) seen.push(i);
  const other = draftOf(pick(sky, seen));
  for (let i = 0; i < other.count; i++) {
    const listed = other.id[i]! < FIRST_CAUSAL_ID;
    if (!listed || (other.flags[i]! & ACTIVE) !== 0) other.missionEndMonth[i] = 1234;
    if (listed) continue;
    other.massKg[i] = 77_777;
    other.areaM2[i] = 77_777;
  }
  return other;
}
