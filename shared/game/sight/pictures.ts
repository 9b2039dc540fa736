/** What seats' looks at an incident say, each by itself and read as one. All that is hidden of it is in the state's lots. */
import { type Key, keyOf, narrow } from '../../orbits/table/chance.ts';
import type { Scenario } from '../../scenarios/schema.ts';
import type { BreakupCause, IncidentId, SeatId } from '../../vocabulary/index.ts';
import { ANOTHER, type Evidence, type Incident, type Lots, type Picture } from '../incident.ts';
import type { State } from '../state.ts';
import { byLevel, errorAfter, hundredths, lotOf, type Prior, type Reading, readAsOne, reading } from './reading.ts';
import { specOf } from './sight.ts';

type Table = Pick<State, 'scenario' | 'evidence' | 'lots'>;
type Seen = Pick<Incident, 'object' | 'owner'>;

const rowOf = (scenario: Scenario, symptom: string) => scenario.evidence.symptoms[symptom]!;

/** What everybody may assume that a symptom is. */
function causePrior(scenario: Scenario, symptom: string): Prior {
  const causes = Object.entries(rowOf(scenario, symptom).causes ?? {});
  return Object.fromEntries(causes.map(([cause, { prior }]) => [cause, prior]));
}

/**
 * Whose doing a cause would be, for all that anybody may assume: equal weights; null where there is nobody to name. Tests are flown
 * at own objects only, so whoever lists an object as its target is the one that would strike it. A reader knows of itself.
 */
function whoPrior(
  scenario: Scenario,
  symptom: string,
  { object, owner }: Seen,
  cause: string,
  reader: SeatId | null,
): Prior | null {
  const who = rowOf(scenario, symptom).causes?.[cause]?.who;
  if (who === 'owner') return owner ? { [owner]: 1 } : null;
  if (who !== 'capable') return null;
  const listed = scenario.seats.find(({ targets }) => targets?.mid === object || targets?.high === object);
  if (listed) return { [listed.id]: 1 };
  const capable = scenario.seats.filter(({ id, strike }) => strike && id !== reader).map(({ id }) => id);
  return Object.fromEntries([...capable, ANOTHER].map((name) => [name, 1]));
}

/** Whether everybody can tell whose missile it was from what it hit: the object stands on somebody's list of targets. */
export const isListed = ({ seats }: Scenario, object: number): boolean =>
  seats.some(({ targets }) => targets?.mid === object || targets?.high === object);

/** Draws what will be read of an incident, once for all. `maker`: of a strike; null where nobody struck. */
export function drawLots(
  scenario: Scenario,
  seed: string,
  symptom: string,
  incident: Pick<Incident, 'id'> & Seen,
  truth: BreakupCause,
  maker: SeatId | null,
): Lots {
  const key: Key = narrow(keyOf(seed), 'evidence');
  const causes = causePrior(scenario, symptom);
  return {
    cause: lotOf(key, incident.id, 'cause', truth, causes),
    who: lotOf(key, incident.id, 'who', maker, whoPrior(scenario, symptom, incident, 'intercept', null) ?? {}),
  };
}

type Look = Pick<Evidence, 'symptom' | 'sources' | 'file' | 'cause' | 'who'>;

/** Looks at an incident, read as one by a seat or (null) by everybody; bases beyond sensors come on top. */
function readTogether(
  scenario: Scenario,
  lots: Lots,
  incident: Seen,
  looks: readonly Pick<Look, 'symptom' | 'sources'>[],
  reader: SeatId | null,
  moreBases: number,
) {
  const { error, others } = scenario.evidence;
  const [{ symptom } = { symptom: 'break-up' }] = looks;
  const { causeError, whoError } = rowOf(scenario, symptom);
  const { level, bases } = readAsOne(looks, (id) => specOf(scenario, id).ssaLevel, others);
  const at = (errors: readonly number[] | undefined): number =>
    errorAfter(byLevel(errors, level), bases + moreBases, error);
  const cause = reading(lots.cause, at(causeError), causePrior(scenario, symptom));
  const prior = whoPrior(scenario, symptom, incident, cause.named, reader);
  return { level, bases: bases + moreBases, cause, who: prior && reading(lots.who, at(whoError), prior) };
}

/** What a seat's own sensors, and those whose data it reads, say of an incident in its first turn. */
export function lookAt(
  scenario: Scenario,
  lots: Lots,
  symptom: string,
  incident: Pick<Incident, 'id' | 'turn'> & Seen,
  holder: SeatId,
  sources: readonly SeatId[],
): Evidence {
  const { bases, cause, who } = readTogether(scenario, lots, incident, [{ symptom, sources }], holder, 0);
  return { ...headOf(incident, holder, symptom), sources, bases, cause, who, file: false };
}

/** What a seat knows for certain: of its own object's end, or of its own act. */
export function fileOn(
  scenario: Scenario,
  symptom: string,
  incident: Pick<Incident, 'id' | 'turn'> & Seen,
  holder: SeatId,
  truth: BreakupCause,
): Evidence {
  const { fileError } = scenario.evidence;
  const prior = causePrior(scenario, symptom);
  const others = Object.keys(prior).filter((cause) => cause !== truth);
  const share = hundredths(fileError / Math.max(1, others.length));
  const known = others.length === 0 ? 1 : hundredths(1 - fileError);
  const belief = Object.fromEntries([...others.map((cause) => [cause, share] as const), [truth, known] as const]);
  const who = rowOf(scenario, symptom).causes?.[truth]?.who === 'nobody' ? null : sure(holder);
  return {
    ...headOf(incident, holder, symptom),
    sources: [holder],
    bases: 0,
    cause: { named: truth, error: fileError, belief },
    who,
    file: true,
  };
}

const sure = (seat: SeatId): Reading => ({ named: seat, error: 0, belief: { [seat]: 1 } });

const headOf = ({ id, turn }: Pick<Incident, 'id' | 'turn'>, holder: SeatId, symptom: string) => ({
  id: `e.${id}.${holder}`,
  incident: id,
  holder,
  turn,
  symptom,
  published: false,
  sharedWith: [],
});

/**
 * What some evidence on an incident says together, read as one by a seat or (null) by everybody, in a turn: sources are counted
 * once, later turns are bases. An owner's own file ends the matter. Null where there is none.
 */
export function pictureOf(
  { scenario, lots }: Table,
  incident: Incident,
  evidence: readonly Evidence[],
  reader: SeatId | null,
  turn: number,
): Picture | null {
  const lot = lots[incident.id];
  if (evidence.length === 0 || !lot) return null;
  const later = Math.min(scenario.evidence.laterMost, Math.max(0, turn - incident.turn));
  const file = evidence.find((e) => e.file);
  const read = readTogether(scenario, lot, incident, evidence, reader, later);
  const { cause, who } = file ?? read;
  const confidence = cause.belief[cause.named]!;
  const partyConfidence = who ? who.belief[who.named]! : 0;
  return {
    cause: cause.named as BreakupCause,
    confidence,
    causes: cause.belief,
    party: who?.named ?? null,
    partyConfidence,
    parties: who?.belief ?? {},
    // Never rounded up to a standard that it does not meet.
    proof: Math.floor(100 * confidence * (who ? partyConfidence : 1) + 1e-9) / 100,
    level: read.level,
    bases: file ? 0 : read.bases,
    error: cause.error,
    whoError: who?.error ?? 0,
    basis: evidence.map((e) => e.id).sort(),
  };
}

/** What all published evidence on an incident says together in a turn; null where nothing is published. */
export function publishedPicture(
  state: Table & Pick<State, 'incidents'>,
  id: IncidentId,
  turn: number,
): Picture | null {
  const incident = state.incidents.find((i) => i.id === id)!;
  return pictureOf(
    state,
    incident,
    state.evidence.filter((e) => e.incident === id && e.published),
    null,
    turn,
  );
}

/**
 * What all that a seat holds or can read on an incident says together in a turn; null where that is no more than its own look as it
 * was.
 */
export function heldPicture(
  state: Table & Pick<State, 'incidents'>,
  id: IncidentId,
  seat: SeatId,
  turn: number,
): Picture | null {
  const incident = state.incidents.find((i) => i.id === id)!;
  const held = state.evidence.filter(
    (e) => e.incident === id && (e.holder === seat || e.published || e.sharedWith.includes(seat)),
  );
  return held.length > 1 || turn > incident.turn ? pictureOf(state, incident, held, seat, turn) : null;
}
