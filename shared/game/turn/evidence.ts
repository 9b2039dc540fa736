/** What sensors saw of this turn's acts, and what follows from what is public: findings, standing, breaches. */
import { clauses } from '../../clauses/index.ts';
import { draw, FIRST_CAUSAL_ID, narrow } from '../../orbits/table/chance.ts';
import {
  CLAUSE_DIALS,
  type ClauseDial,
  type Fact,
  type FactOf,
  type Package,
  type SeatId,
  words,
} from '../../vocabulary/index.ts';
import type { Evidence, Finding, Incident } from '../incident.ts';
import {
  ambiguousEvidence,
  attributionConfidence,
  findingOn,
  isClosed,
  makerOf,
  publishedPicture,
  sensorLevel,
  struckIt,
} from '../sight/knowing.ts';
import { boundIn } from '../sight/sight.ts';
import { addStanding, allFacts, allFindings, tell, type Work } from './work.ts';

/** Sensors look at the turn's strikes: a destructive one is loud, a passage is not. */
export function gatherEvidence(work: Work): void {
  for (const fact of work.facts) {
    if (fact.kind === 'destructive-intercept') seeStrike(work, fact);
    if (fact.kind === 'intercept-test') seeFlyBy(work, fact);
    if (fact.kind === 'launch') tellLaunch(work, fact);
    if (fact.kind === 'notification' && fact.subject === 'strike' && fact.actor)
      tell(
        work,
        `notice.${fact.actor}`,
        fact.month,
        null,
        words('news.notice', { seat: words(`seat.${fact.actor}`) }),
        'warn',
      );
  }
}

function tellLaunch(work: Work, fact: FactOf<'launch'>): void {
  const count = fact.objects.length;
  const said = words('news.launch', {
    seat: words(`seat.${fact.actor}`),
    count,
    altitudeKm: fact.altitudeKm,
    notified: fact.notified ? 'yes' : 'no',
    registered: fact.registered ? 'yes' : 'no',
  });
  // Named by what was launched: the order's own name would say which slot it came from.
  tell(work, `launch.${fact.objects[0]}`, fact.month, null, said);
}

/**
 * Known to all within the month but for a rare miss; who did it is known with a confidence, and a draw says if at all. Whoever
 * gave notice has said so.
 */
function seeStrike(work: Work, fact: FactOf<'destructive-intercept'>): void {
  const { state, turn } = work;
  const actor = fact.actor!;
  const { detection } = state.scenario.strike;
  const seen = draw(work.key, 'detection', fact.id) < detection;
  const confidence = attributionConfidence(state, allFacts(work), actor);
  const announced = work.facts.some(
    (f) => f.kind === 'notification' && f.subject === 'strike' && f.order === fact.order,
  );
  const attributed = seen && (announced || draw(work.key, 'attribution', fact.id) < confidence);
  const incident: Incident = {
    id: fact.incident,
    turn,
    month: fact.month,
    object: fact.target,
    // Whose a catalogue object is, everybody knows; a target that was flown for the test is its maker's secret.
    owner: attributed || fact.target < FIRST_CAUSAL_ID ? actor : null,
    altitudeKm: fact.altitudeKm,
    trackedPublic: fact.tracked,
    loud: seen ? { cause: 'intercept', by: attributed ? actor : null } : null,
    statements: [],
    settled: seen ? 'intercept' : null,
  };
  work.incidents.push(incident);
  const params = { altitudeKm: fact.altitudeKm, tracked: fact.tracked };
  const name = fact.incident;
  if (attributed) {
    work.evidence.push(
      ...state.scenario.seats.map(({ id }) => plainEvidence(incident, id, actor, detection, confidence)),
    );
    tell(work, name, fact.month, null, words('news.strike', { seat: words(`seat.${actor}`), ...params }), 'loud');
  } else if (seen) {
    work.evidence.push(
      ...state.scenario.seats.map(({ id }) =>
        unsureEvidence(work, plainEvidence(incident, id, actor, detection, 0.1 * (1 + sensorLevel(state, id))), actor),
      ),
    );
    tell(work, name, fact.month, null, words('news.strike-unknown', params), 'loud');
  } else {
    work.evidence.push(...ambiguousEvidence(state, narrow(work.key, 'strike-evidence'), incident, 'intercept'));
    tell(work, name, fact.month, null, words('news.explosion', params), 'warn');
  }
}

/** Evidence of a strike that was seen: the cause is plain, `attribution` says how surely its maker is known. */
function plainEvidence(
  incident: Incident,
  holder: SeatId,
  actor: SeatId,
  detection: number,
  attribution: number,
): Evidence {
  const rest = Math.round((1 - detection) * 50) / 100;
  return {
    id: `e.${incident.id}.${holder}`,
    incident: incident.id,
    holder,
    turn: incident.turn,
    causes: { intercept: detection, explosion: rest, impact: rest },
    attribution: { [actor]: Math.round(attribution * 100) / 100 },
    confidence: detection,
    published: incident.loud?.by === actor,
    sharedWith: [],
  };
}

/** Evidence that leaves room for others: what it does not give to the maker it shares among all who can strike. */
function unsureEvidence(work: Work, evidence: Evidence, actor: SeatId): Evidence {
  const others = work.state.scenario.seats.filter((s) => s.strike && s.id !== actor && s.id !== evidence.holder);
  const rest = 1 - evidence.attribution[actor]!;
  const share = Math.floor((rest * 100) / (others.length + 1)) / 100;
  return {
    ...evidence,
    attribution: { ...evidence.attribution, ...Object.fromEntries(others.map((s) => [s.id, share])) },
  };
}

/** A passage that breaks nothing is seen by each seat for itself, by the level of its sensors, and told to nobody else. */
function seeFlyBy(work: Work, fact: FactOf<'intercept-test'>): void {
  const { scenario } = work.state;
  const { flyByDetection, flyByPerLevel } = scenario.strike;
  for (const { id } of scenario.seats) {
    if (id === fact.actor) continue;
    const chance = flyByDetection + flyByPerLevel * sensorLevel(work.state, id);
    if (draw(work.key, 'fly-by', fact.id, id) >= chance) continue;
    const params = { seat: words(`seat.${fact.actor}`), altitudeKm: Math.round(fact.altitudeKm) };
    tell(work, `fly-by.${fact.target}.${fact.month}.${id}`, fact.month, [id], words('news.fly-by', params), 'warn');
  }
}

/** Findings on incidents from published evidence, with what they cost and bring; then the clauses. */
export function makeFindings(work: Work): void {
  work.incidents = work.incidents.map((incident) =>
    weighAccusations(work, withMaker(work, settledNow(work, incident))),
  );
  for (const fact of allFacts(work)) judge(work, fact);
}

/** An incident of which something is left to find, after the words and the evidence of this turn. */
function settledNow(work: Work, incident: Incident): Incident {
  const now = { scenario: work.state.scenario, evidence: work.evidence, findings: allFindings(work) };
  const admits = incident.statements.find((s) => s.kind === 'admit');
  // Who admits what it did, or what happened to its object, settles it; no evidence is needed then.
  if (incident.settled === null && admits)
    return {
      ...incident,
      settled: struckIt(allFacts(work), incident.id, admits.seat) ? 'intercept' : 'explosion',
    };
  const finding = isClosed(now, incident) ? null : findingOn(now, incident, work.turn);
  if (!finding) return incident;
  work.findings.push(finding);
  const cause = words(`cause.${finding.cause}`);
  const percent = Math.round(finding.confidence * 100);
  const { party } = finding;
  tell(work, finding.id, work.months, null, words('news.finding', { cause, percent }), 'warn');
  if (party && finding.cause === 'intercept')
    tell(
      work,
      `${finding.id}.maker`,
      work.months,
      null,
      words('news.finding.maker', { seat: words(`seat.${party}`) }),
      'warn',
    );
  // Who has laid its own evidence open was not silent.
  const open = work.evidence.some((e) => e.incident === incident.id && e.holder === party && e.published);
  if (party && !open && (party === incident.owner || finding.cause === 'intercept')) {
    const points = work.state.scenario.incidents.silentStanding;
    addStanding(work, party, points);
    const params = { seat: words(`seat.${party}`), points: -points };
    tell(work, `${finding.id}.silent`, work.months, null, words('news.silent', params), 'warn');
  }
  return { ...incident, settled: finding.cause };
}

/** A strike that all saw, with its maker once that is known. */
function withMaker(work: Work, incident: Incident): Incident {
  const { loud } = incident;
  if (loud?.cause !== 'intercept' || loud.by !== null) return incident;
  return { ...incident, loud: { ...loud, by: makerOf({ findings: allFindings(work) }, incident) } };
}

/**
 * Accusations on a settled incident are right or wrong, once. To repeat what everybody knows already, by a finding of an
 * earlier year or by the owner's own word, gains nothing.
 */
function weighAccusations(work: Work, incident: Incident): Incident {
  const { rightStanding, wrongStanding } = work.state.scenario.incidents;
  if (!incident.settled || !incident.statements.some((s) => s.kind === 'accuse' && s.right === null)) return incident;
  const before = work.state.incidents.find((i) => i.id === incident.id);
  const closedBefore = before !== undefined && isClosed(work.state, { ...before, statements: [] });
  const party = makerOf({ findings: allFindings(work) }, incident);
  let admitted = false;
  const statements = incident.statements.map((statement) => {
    if (statement.kind === 'admit') admitted = true;
    if (statement.kind !== 'accuse' || statement.right !== null) return statement;
    const right = statement.cause === incident.settled && (statement.of === party || party === null);
    // The cause is right but nobody knows yet who: neither gain nor loss.
    if (right && party === null) return statement;
    const known = admitted || (closedBefore && statement.turn === work.turn);
    if (!right) addStanding(work, statement.seat, wrongStanding);
    else if (!known) addStanding(work, statement.seat, rightStanding);
    return { ...statement, right };
  });
  return { ...incident, statements };
}

/** Judges one fact by the clauses that bound its actor when it was done. */
function judge(work: Work, fact: Fact): void {
  const { actor } = fact;
  const bound = actor ? boundIn(work.state, actor, fact.turn) : null;
  if (!actor || !bound) return;
  for (const dial of CLAUSE_DIALS) {
    const value = bound[dial];
    if (value !== null) judgeBy(work, fact, actor, dial, value);
  }
}

function judgeBy<D extends ClauseDial>(
  work: Work,
  fact: Fact,
  actor: SeatId,
  dial: D,
  value: NonNullable<Package[D]>,
): void {
  const clause = clauses[dial];
  const registered = new Set([...work.state.registered, ...work.registered]);
  const verdict = clause.duty(value, fact, {
    registered: (id) => registered.has(id),
  });
  if (!verdict || verdict === 'compliant') return;
  const id = `f.${dial}.${fact.id}`;
  if (allFindings(work).some((f) => f.id === id)) return;
  const proof = clause.standardOfProof === 0 ? { confidence: 1, basis: [] } : proofOf(work, fact, actor);
  if (!proof || proof.confidence < clause.standardOfProof) return;
  const incident = 'incident' in fact ? fact.incident : null;
  const finding: Finding = {
    id,
    turn: work.turn,
    incident,
    clause: dial,
    party: actor,
    verdict,
    confidence: proof.confidence,
    cause: null,
    basis: proof.basis,
  };
  work.findings.push(finding);
  const points = work.state.scenario.incidents.breachStanding;
  const params = { seat: words(`seat.${actor}`), clause: words(`dial.${dial}`), points: -points };
  tell(work, id, work.months, null, words(`news.${verdict}`, params), verdict === 'breach' ? 'loud' : 'warn');
  if (verdict !== 'breach') return;
  work.seats[actor]!.breaches += 1;
  addStanding(work, actor, points);
}

/**
 * What is public about the maker of a fact, or null where nothing is. A loud strike speaks for itself: all seats hold the
 * same report then, which is not several witnesses. Otherwise published evidence is put together.
 */
function proofOf(work: Work, fact: Fact, actor: SeatId): { confidence: number; basis: readonly string[] } | null {
  if (!('incident' in fact) || !fact.incident) return null;
  const incident = work.incidents.find((i) => i.id === fact.incident);
  // Its maker's own word proves an act as nothing else does.
  if (incident?.statements.some((s) => s.kind === 'admit' && s.seat === actor)) return { confidence: 1, basis: [] };
  const picture = publishedPicture({ scenario: work.state.scenario, evidence: work.evidence }, fact.incident);
  if (picture?.party !== actor) return null;
  const own = work.evidence.find((e) => e.incident === fact.incident && e.holder === actor);
  const foundLater = allFindings(work).some((f) => f.incident === fact.incident && f.cause === 'intercept');
  const reported = incident?.loud?.by === actor && !foundLater ? own?.attribution[actor] : undefined;
  return { confidence: reported ?? picture.partyConfidence, basis: picture.basis };
}
