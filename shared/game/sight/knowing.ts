/**
 * Who knows what: whose data a seat reads, what its sensors say about a break-up, what published evidence proves.
 * The truth stays in facts; what is made here is what a seat may see of it.
 */
import { partiesOf } from '../../forums/instrument.ts';
import { draw, type Key, keyOf, narrow } from '../../orbits/table/chance.ts';
import type { InjectSpec, Scenario } from '../../scenarios/schema.ts';
import {
  BREAKUP_CAUSES,
  type BreakupCause,
  type Fact,
  type IncidentId,
  type InjectId,
  type SeatId,
} from '../../vocabulary/index.ts';
import type { Evidence, Finding, Incident, Picture } from '../incident.ts';
import { inForce } from '../paper.ts';
import type { State } from '../state.ts';
import { specOf } from './sight.ts';

export type BreakupEffect = Extract<InjectSpec['effect'], { kind: 'breakup' }>;

/** Seats whose whole catalogue a seat reads beside its own: by data orders, and by the pool of the text in force. */
export function dataSources(state: State, seat: SeatId): readonly SeatId[] {
  const sources = new Set(state.seats[seat]!.dataFrom);
  const text = inForce(state);
  if (text?.values.N17) {
    const parties = partiesOf(text);
    if (text.values.N17 === 'all' || parties.includes(seat)) for (const party of parties) sources.add(party);
  }
  sources.delete(seat);
  return [...sources].sort();
}

/** The sensor level with which a seat sees: the best among its own and those whose data it reads. */
export function sensorLevel(state: State, seat: SeatId): number {
  const levels = [seat, ...dataSources(state, seat)].map((id) => specOf(state.scenario, id).ssaLevel);
  return Math.max(...levels);
}

/** Size from which a seat tracks objects that are not in the public catalogue, m. */
export function trackedSizeM(state: State, seat: SeatId): number {
  return sensorOf(state, sensorLevel(state, seat)).trackedSizeM;
}

function sensorOf(state: State, level: number): State['scenario']['sensors'][number] {
  const sensors = [...state.scenario.sensors].sort((a, b) => a.level - b.level);
  return sensors.filter((s) => s.level <= level).pop() ?? sensors[0]!;
}

/** Two or more seats' data together make one picture. */
const pools = (state: State, seat: SeatId): boolean => dataSources(state, seat).length > 0;

/** Whether a seat has left a launch unregistered, which makes its acts harder to attribute. */
export const hidesObjects = (facts: readonly Fact[], seat: SeatId): boolean =>
  facts.some((fact) => fact.kind === 'launch' && fact.actor === seat && !fact.registered);

/** Confidence with which an act of a seat is attributed, after the discount for launches it did not register. */
export function attributionConfidence(state: State, facts: readonly Fact[], actor: SeatId): number {
  const { strike, unregisteredConfidence } = state.scenario;
  return strike.attribution + (hidesObjects(facts, actor) ? unregisteredConfidence : 0);
}

const hundredths = (x: number): number => Math.round(x * 100) / 100;

/** The true cause gets `confidence`; the rest is shared between the other causes by a draw between a third and two. */
function estimate(truth: BreakupCause, confidence: number, u: number): Readonly<Record<BreakupCause, number>> {
  const share = (1 + u) / 3;
  const [first, second] = BREAKUP_CAUSES.filter((cause) => cause !== truth);
  const firstShare = hundredths((1 - confidence) * share);
  return { [truth]: confidence, [first!]: firstShare, [second!]: hundredths(1 - confidence - firstShare) } as Record<
    BreakupCause,
    number
  >;
}

/** What an owner knows of its own object. */
const OWNER_CONFIDENCE = 0.95;

/**
 * What each seat's sensors make of an ambiguous break-up: the cause by sensor level, better with pooled data. An explosion
 * or an impact points to the owner of the object; an intercept to those who can strike.
 */
export function ambiguousEvidence(
  state: State,
  key: Key,
  incident: Pick<Incident, 'id' | 'turn' | 'owner'>,
  truth: BreakupCause,
): Evidence[] {
  const strikers = state.scenario.seats.filter((s) => s.strike).map((s) => s.id);
  return state.scenario.seats.map(({ id: holder }) => {
    const own = sensorOf(state, specOf(state.scenario, holder).ssaLevel).explosionConfidence;
    const confidence =
      holder === incident.owner ? OWNER_CONFIDENCE : pools(state, holder) ? state.scenario.pooledConfidence : own;
    const causes = estimate(truth, confidence, draw(key, 'estimate', incident.id, holder));
    const attribution: Record<SeatId, number> = {};
    const others = strikers.filter((seat) => seat !== holder);
    for (const seat of others) attribution[seat] = hundredths(causes.intercept / others.length);
    if (incident.owner) attribution[incident.owner] = hundredths((attribution[incident.owner] ?? 0) + causes.explosion);
    return {
      id: `e.${incident.id}.${holder}`,
      incident: incident.id,
      holder,
      turn: incident.turn,
      causes,
      attribution,
      confidence,
      published: false,
      sharedWith: [],
    };
  });
}

/** Tracked pieces of a prepared break-up: `pieces` give or take `spread`, by the inject and not by the time. */
export function breakupPieces(seed: string, inject: InjectId, effect: BreakupEffect): number {
  return Math.round(effect.pieces + effect.spread * (2 * draw(keyOf(seed), 'inject-pieces', inject) - 1));
}

/**
 * What becomes known at once of a prepared break-up: the incident, each seat's evidence, and the hidden truth as a fact.
 * The pieces follow in the first month of the turn's resolution.
 */
export function breakupIncident(
  state: State,
  inject: InjectId,
  effect: BreakupEffect,
  candidate: number,
): { incident: Incident; evidence: Evidence[]; fact: Fact } {
  const { object, owner, altitudeKm } = effect.candidates[candidate]!;
  const tracked = breakupPieces(state.seed, inject, effect);
  const head = { id: `i.${inject}`, turn: state.clock.turn, owner };
  return {
    incident: {
      ...head,
      month: 1,
      object,
      altitudeKm,
      trackedPublic: tracked,
      loud: null,
      statements: [],
      settled: null,
    },
    evidence: ambiguousEvidence(state, narrow(keyOf(state.seed), 'inject-evidence'), head, 'explosion'),
    fact: {
      id: head.id,
      turn: head.turn,
      month: 1,
      actor: null,
      order: null,
      kind: 'breakup',
      incident: head.id,
      object,
      cause: 'explosion',
      owner,
      tracked,
      altitudeKm,
    },
  };
}

/**
 * What evidence on one incident says together. One holder's counts as it stands; that of several is combined as independent,
 * 1 - product of (1 - p), up to what a full pool can reach. Null where there is none.
 */
export function jointPicture(scenario: Scenario, evidence: readonly Evidence[]): Picture | null {
  if (evidence.length === 0) return null;
  const most = Math.max(scenario.pooledConfidence, ...evidence.map((e) => e.confidence));
  const joint = (values: readonly number[]): number => {
    const together = 1 - values.reduce((rest, p) => rest * (1 - p), 1);
    return values.length === 1 ? values[0]! : Math.min(most, together);
  };
  const mean = (cause: BreakupCause): number => evidence.reduce((sum, e) => sum + e.causes[cause], 0);
  const cause = [...BREAKUP_CAUSES].sort((a, b) => mean(b) - mean(a))[0]!;
  const parties = [...new Set(evidence.flatMap((e) => Object.keys(e.attribution)))].sort();
  const named = parties
    .map((seat) => ({ seat, p: joint(evidence.map((e) => e.attribution[seat] ?? 0)) }))
    .sort((a, b) => b.p - a.p)[0];
  return {
    cause,
    confidence: joint(evidence.map((e) => e.causes[cause])),
    party: named?.seat ?? null,
    partyConfidence: named?.p ?? 0,
    basis: evidence.map((e) => e.id).sort(),
  };
}

/** What all published evidence on an incident says together; null where nothing is published. */
export const publishedPicture = (
  { scenario, evidence }: Pick<State, 'evidence' | 'scenario'>,
  incident: IncidentId,
): Picture | null =>
  jointPicture(
    scenario,
    evidence.filter((e) => e.incident === incident && e.published),
  );

/**
 * Who did it, as far as everybody knows: told when it happened, found on published evidence, or by its own word. What burst or was
 * hit by chance is its owner's matter.
 */
export function makerOf({ findings }: Pick<State, 'findings'>, incident: Incident): SeatId | null {
  if (incident.loud?.by) return incident.loud.by;
  const found = findings.find((f) => f.incident === incident.id && f.clause === null && f.party !== null);
  if (found) return found.party;
  const word = incident.statements.find((s) => s.kind === 'admit');
  if (word) return word.seat;
  return incident.loud || incident.settled === 'intercept' ? null : incident.owner;
}

/** Whether nothing is left to find: the cause is settled, and of a missile also whose it was. */
export const isClosed = (state: Pick<State, 'findings'>, incident: Incident): boolean =>
  incident.settled !== null && (incident.settled !== 'intercept' || makerOf(state, incident) !== null);

/** Whether a seat's own missile made this break-up: what only that seat knows while nobody else can say. */
export const struckIt = (facts: readonly Fact[], incident: IncidentId, seat: SeatId): boolean =>
  facts.some((f) => f.kind === 'destructive-intercept' && f.incident === incident && f.actor === seat);

/** The seat that evidence proves to be behind an incident, or null under the standard of proof. */
export const provedParty = ({ party, partyConfidence, confidence }: Picture, provedAt: number): SeatId | null =>
  confidence >= provedAt && partyConfidence >= provedAt ? party : null;

/**
 * The finding that published evidence makes on an incident, or null under the standard of proof. Where the cause is settled only
 * the maker is left to find.
 */
export function findingOn(
  state: Pick<State, 'evidence' | 'scenario'>,
  incident: Incident,
  turn: number,
): Finding | null {
  const picture = publishedPicture(state, incident.id);
  const { provedAt } = state.scenario.incidents;
  if (!picture || picture.confidence < provedAt) return null;
  const party = provedParty(picture, provedAt);
  if (incident.settled && (party === null || picture.cause !== incident.settled)) return null;
  return {
    id: incident.settled ? `f.maker.${incident.id}` : `f.${incident.id}`,
    turn,
    incident: incident.id,
    clause: null,
    party,
    // No clause forbids that a stage bursts: it is a matter to talk about.
    verdict: 'arguable',
    confidence: picture.confidence,
    cause: picture.cause,
    basis: picture.basis,
  };
}
