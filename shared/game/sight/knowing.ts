/**
 * Who knows what: whose data a seat reads, who holds what evidence of a break-up, what published evidence proves.
 * The truth stays in facts; what is made here is what a seat may see of it.
 */
import { articlesOf, demandsOf } from '../../clauses/articles.ts';
import type { BreakUp } from '../../effects/effect.ts';
import { partiesOf } from '../../forums/instrument.ts';
import {
  type BreakupCause,
  type Fact,
  hides,
  type IncidentId,
  type InjectId,
  isIntercept,
  type SeatId,
} from '../../vocabulary/index.ts';
import { ANOTHER, type Evidence, type Finding, type Incident, type Lots, type Picture } from '../incident.ts';
import { inForce } from '../paper.ts';
import type { State } from '../state.ts';
import { drawLots, fileOn, lookAt, publishedPicture } from './pictures.ts';
import { specOf } from './sight.ts';

/** Seats whose whole catalogue a seat reads beside its own: by data orders, and by the pool of the text in force. */
export function dataSources(state: State, seat: SeatId): readonly SeatId[] {
  const sources = new Set(state.seats[seat]!.dataFrom);
  const text = inForce(state);
  const { shareDataWith } = text ? demandsOf(articlesOf(text.values)) : {};
  if (text && shareDataWith) {
    const parties = partiesOf(text);
    if (shareDataWith === 'all' || parties.includes(seat)) for (const party of parties) sources.add(party);
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

/** Whether a seat has left a launch unregistered, which makes its acts harder to attribute. */
export const hidesObjects = (facts: readonly Fact[], seat: SeatId): boolean =>
  facts.some((fact) => fact.actor === seat && hides(fact));

/** Confidence with which an act of a seat is attributed, after the discount for launches it did not register. */
export function attributionConfidence(state: State, facts: readonly Fact[], actor: SeatId): number {
  const { strike, unregisteredConfidence } = state.scenario;
  return strike.attribution + (hidesObjects(facts, actor) ? unregisteredConfidence : 0);
}

/** Looks of every seat at an incident that leaves something to read; who knows for certain holds its own file. */
export function evidenceOn(
  state: State,
  lots: Lots,
  symptom: string,
  incident: Pick<Incident, 'id' | 'turn' | 'object' | 'owner'>,
  truth: BreakupCause,
  maker: SeatId | null,
): Evidence[] {
  const { scenario } = state;
  return scenario.seats.map(({ id: holder }) =>
    holder === incident.owner || holder === maker
      ? fileOn(scenario, symptom, incident, holder, truth)
      : lookAt(scenario, lots, symptom, incident, holder, [holder, ...dataSources(state, holder)].sort()),
  );
}

/**
 * What becomes known at once of a prepared break-up: the incident, each seat's evidence, and what is hidden: the truth as a fact, and
 * the lots. The pieces follow in the first month of the turn's resolution, the same whatever it was.
 */
export function breakupIncident(
  state: State,
  inject: InjectId,
  { object, owner, altitudeKm, tracked, cause }: BreakUp,
): { incident: Incident; evidence: Evidence[]; fact: Fact; lots: Lots } {
  const { scenario, seed } = state;
  const head = { id: `i.${inject}`, turn: state.clock.turn, owner, object };
  const lots = drawLots(scenario, seed, 'break-up', head, cause, null);
  return {
    incident: {
      ...head,
      month: 1,
      altitudeKm,
      trackedPublic: tracked,
      loud: null,
      statements: [],
      settled: null,
      moved: [],
    },
    evidence: evidenceOn(state, lots, 'break-up', head, cause, null),
    lots,
    fact: {
      id: head.id,
      turn: head.turn,
      month: 1,
      actor: null,
      order: null,
      kind: 'breakup',
      incident: head.id,
      object,
      cause,
      owner,
      tracked,
      altitudeKm,
    },
  };
}

/** The finding on the cause of an incident that stands: the last that none has overturned. */
export function standing(findings: readonly Finding[], incident: IncidentId): Finding | null {
  const gone = new Set(findings.map((f) => f.overturns));
  return findings.findLast((f) => f.incident === incident && f.clause === null && !gone.has(f.id)) ?? null;
}

/**
 * Who did it, as far as everybody knows: told when it happened, by its own word, or found on published evidence. What burst is its
 * owner's matter; what was hit by an untracked piece is nobody's.
 */
export function makerOf({ findings }: Pick<State, 'findings'>, incident: Incident): SeatId | null {
  if (incident.loud?.by) return incident.loud.by;
  const word = incident.statements.find((s) => s.kind === 'admit');
  if (word) return word.seat;
  const found = standing(findings, incident.id);
  if (found) return found.party;
  return incident.settled === 'explosion' ? incident.owner : null;
}

/** Whether nothing is left to find: the cause is settled, and of a missile also whose it was. */
export const isClosed = (state: Pick<State, 'findings'>, incident: Incident): boolean =>
  incident.settled !== null && (incident.settled !== 'intercept' || makerOf(state, incident) !== null);

/** Whether a seat's own missile made this break-up: what only that seat knows while nobody else can say. */
export const struckIt = (facts: readonly Fact[], incident: IncidentId, seat: SeatId): boolean =>
  facts.some((f) => isIntercept(f) && f.incident === incident && f.actor === seat);

/** The seat of this table that a picture proves to be behind an incident, or null under the standard of proof. */
export const provedParty = ({ party, proof }: Picture, provedAt: number): SeatId | null =>
  proof >= provedAt && party !== ANOTHER ? party : null;

/**
 * The finding that published evidence makes on an incident, or null under the standard of proof: belief in the cause times belief in
 * its maker. It is made from what was read, which may be wrong.
 */
export function findingOn(
  state: Pick<State, 'evidence' | 'scenario' | 'lots' | 'incidents' | 'findings'>,
  incident: Incident,
  turn: number,
): Finding | null {
  const picture = publishedPicture(state, incident.id, turn);
  const { provedAt } = state.scenario.incidents;
  if (!picture || picture.proof < provedAt) return null;
  const earlier = standing(state.findings, incident.id);
  return {
    id: earlier ? `f.${incident.id}.${turn}` : `f.${incident.id}`,
    turn,
    incident: incident.id,
    clause: null,
    party: provedParty(picture, provedAt),
    // No clause forbids that a stage bursts: it is a matter to talk about.
    verdict: 'arguable',
    confidence: picture.proof,
    cause: picture.cause,
    basis: picture.basis,
    overturns: earlier?.id ?? null,
  };
}
