/** Findings: what published evidence, words and the record say at the end of a year, and what follows for standing. */

import { type Article, dutyOf } from '../../clauses/articles.ts';
import { clauses } from '../../clauses/index.ts';
import { type BreakupCause, type Fact, interceptRead, isOnRecord, type SeatId, words } from '../../vocabulary/index.ts';
import type { Finding, Incident } from '../incident.ts';
import { duties } from '../paper.ts';
import { findingOn, isClosed, makerOf, standing, struckIt } from '../sight/knowing.ts';
import { bandOf } from '../sight/known.ts';
import { addStanding, allFacts, allFindings, tell, type Work } from './work.ts';

/** Findings on incidents from words and published evidence, with what they cost and bring; then the clauses. */
export function makeFindings(work: Work): void {
  work.incidents = work.incidents.map((incident) => weighAccusations(work, settledNow(work, incident)));
  for (const fact of [...onRecord(work), ...strikesRead(work)]) judge(work, fact);
}

/** An incident after the words and the evidence of this turn. What was found may turn; its maker's or owner's word ends the matter. */
function settledNow(work: Work, incident: Incident): Incident {
  const earlier = standing(allFindings(work), incident.id);
  // What was admitted when the proof was open already is found by the proof; from the next turn on its word stands.
  const word = incident.statements.find((s) => s.kind === 'admit' && !(s.late && s.turn === work.turn));
  if (word) return settledByWord(work, incident, word.seat, earlier);
  // Told when it happened: there is nothing to find.
  if (incident.settled !== null && !earlier && (incident.settled !== 'intercept' || incident.loud?.by)) return incident;
  const { scenario } = work.state;
  const { evidence, lots, incidents } = work;
  const finding = findingOn({ scenario, evidence, lots, incidents, findings: allFindings(work) }, incident, work.turn);
  if (!finding || (earlier && earlier.cause === finding.cause && earlier.party === finding.party)) return incident;
  // Of a strike that all saw only the maker is left to find.
  if (incident.loud && finding.party === null) return incident;
  return settledBy(work, earlier ? overturned(work, incident, earlier) : incident, finding);
}

/** Who admits what it did, or what happened to its object, settles it; no evidence is needed then. */
function settledByWord(work: Work, incident: Incident, seat: SeatId, earlier: Finding | null): Incident {
  const cause: BreakupCause = struckIt(allFacts(work), incident.id, seat) ? 'intercept' : 'explosion';
  const settled: Incident = { ...incident, settled: cause, loud: incident.loud && { ...incident.loud, by: seat } };
  if (!earlier || (earlier.cause === cause && earlier.party === seat)) return settled;
  work.findings.push({
    ...earlier,
    id: `f.${incident.id}.${work.turn}`,
    turn: work.turn,
    party: seat,
    confidence: 1,
    cause,
    basis: [],
    overturns: earlier.id,
  });
  return { ...overturned(work, incident, earlier), settled: cause, loud: settled.loud };
}

/** An incident as its finding leaves it; told to all. Whoever is found out in its silence pays for it. */
function settledBy(work: Work, incident: Incident, finding: Finding): Incident {
  const { party, cause } = finding;
  work.findings.push(finding);
  const percent = Math.round(finding.confidence * 100);
  tell(work, finding.id, work.months, null, words('news.finding', { cause: words(`cause.${cause}`), percent }), 'warn');
  if (party && cause === 'intercept') {
    const params = { seat: words(`seat.${party}`) };
    tell(work, `${finding.id}.maker`, work.months, null, words('news.finding.maker', params), 'warn');
  }
  const settled: Incident = {
    ...incident,
    settled: cause,
    loud: incident.loud && { ...incident.loud, by: party ?? incident.loud.by },
  };
  // Who has laid its own evidence open, or was about to admit, was not silent; who is named for a burst that was none has nothing
  // to admit.
  const open =
    work.evidence.some((e) => e.incident === incident.id && e.holder === party && e.published) ||
    incident.statements.some((s) => s.kind === 'admit' && s.seat === party);
  const owes = cause === 'explosion' ? party === incident.owner : incident.loud !== null;
  if (!party || open || !owes) return settled;
  const points = work.state.scenario.incidents.silentStanding;
  const params = { seat: words(`seat.${party}`), points: -points };
  tell(work, `${finding.id}.silent`, work.months, null, words('news.silent', params), 'warn');
  return moves(work, settled, party, points);
}

/** Moves a seat's standing by what an incident is settled as; noted, so that it can be put right. */
function moves(work: Work, incident: Incident, seat: SeatId, points: number): Incident {
  addStanding(work, seat, points);
  return { ...incident, moved: [...incident.moved, { seat, points }] };
}

/** An incident as if an earlier finding had not been made: what rested on it is put right, accusations are open again. */
function overturned(work: Work, incident: Incident, earlier: Finding): Incident {
  for (const { seat, points } of incident.moved) addStanding(work, seat, -points);
  for (const breach of allFindings(work).filter((f) => f.incident === incident.id && f.verdict === 'breach')) {
    if (allFindings(work).some((f) => f.overturns === breach.id)) continue;
    work.findings.push({
      ...breach,
      id: `${breach.id}.${work.turn}`,
      turn: work.turn,
      verdict: 'compliant',
      overturns: breach.id,
    });
    work.seats[breach.party!]!.breaches -= 1;
    addStanding(work, breach.party!, -work.state.scenario.incidents.breachStanding);
  }
  const was = words(`cause.${earlier.cause}`);
  tell(work, `${earlier.id}.turned`, work.months, null, words('news.finding.turned', { was }), 'warn');
  const statements = incident.statements.map((s) => (s.kind === 'accuse' ? { ...s, right: null } : s));
  return { ...incident, statements, settled: null, moved: [] };
}

/**
 * Accusations on a settled incident are right or wrong, once. To repeat what everybody knows already, by a finding of an
 * earlier year or by the owner's own word, gains nothing. What an untracked piece hit is nobody's act.
 */
function weighAccusations(work: Work, incident: Incident): Incident {
  const { rightStanding, wrongStanding } = work.state.scenario.incidents;
  if (!incident.settled || !incident.statements.some((s) => s.kind === 'accuse' && s.right === null)) return incident;
  const before = work.state.incidents.find((i) => i.id === incident.id);
  const same = before?.settled === incident.settled;
  const closedBefore = before !== undefined && same && isClosed(work.state, { ...before, statements: [] });
  const party = makerOf({ findings: allFindings(work) }, incident);
  let weighed = incident;
  let admitted = false;
  const statements = incident.statements.map((statement) => {
    if (statement.kind === 'admit') admitted = true;
    if (statement.kind !== 'accuse' || statement.right !== null) return statement;
    const right =
      statement.cause === incident.settled &&
      incident.settled !== 'impact' &&
      (statement.of === party || party === null);
    // The cause is right but nobody knows yet who: neither gain nor loss.
    if (right && party === null) return statement;
    const known = admitted || (closedBefore && statement.turn === work.turn);
    if (!right) weighed = moves(work, weighed, statement.seat, wrongStanding);
    else if (!known) weighed = moves(work, weighed, statement.seat, rightStanding);
    return { ...statement, right };
  });
  return { ...weighed, statements };
}

/** What is judged as it happened: launches, entries, data. Strikes are judged as they were read. */
const onRecord = (work: Work): readonly Fact[] => allFacts(work).filter(isOnRecord);

/** Strikes as everybody may know of them, told, admitted or found: never from the truth, so that what is found and not true is judged too. */
function strikesRead(work: Work): readonly Fact[] {
  return work.incidents.flatMap((incident): readonly Fact[] => {
    const actor = makerOf({ findings: allFindings(work) }, incident);
    if (incident.settled !== 'intercept' || !actor) return [];
    const { id, turn, month, altitudeKm, object: target, trackedPublic: tracked } = incident;
    const band = bandOf(work.state.scenario, actor, target);
    return [interceptRead({ id, turn, month, actor, band, altitudeKm, target, tracked })];
  });
}

/** Judges one fact by the clauses that bound its actor when it was done. */
function judge(work: Work, fact: Fact): void {
  const { actor } = fact;
  if (actor) for (const article of duties(work.state, actor, fact.turn)) judgeBy(work, fact, actor, article);
}

function judgeBy(work: Work, fact: Fact, actor: SeatId, article: Article): void {
  const registered = new Set([...work.state.registered, ...work.registered]);
  const verdict = dutyOf(article, fact, {
    registered: (id) => registered.has(id),
  });
  if (!verdict || verdict === 'compliant') return;
  const id = `f.${article.clause}.${fact.id}.${actor}`;
  if (allFindings(work).some((f) => f.id === id)) return;
  const { standard } = clauses[article.clause].proof;
  const proof = standard === 0 ? { confidence: 1, basis: [] } : proofOf(work, fact, actor);
  if (!proof || proof.confidence < standard) return;
  const incident = 'incident' in fact ? fact.incident : null;
  const finding: Finding = {
    id,
    turn: work.turn,
    incident,
    clause: article.clause,
    party: actor,
    verdict,
    confidence: proof.confidence,
    cause: null,
    basis: proof.basis,
    overturns: null,
  };
  work.findings.push(finding);
  const points = work.state.scenario.incidents.breachStanding;
  const params = { seat: words(`seat.${actor}`), clause: words(`dial.${article.clause}`), points: -points };
  tell(work, id, work.months, null, words(`news.${verdict}`, params), verdict === 'breach' ? 'loud' : 'warn');
  if (verdict !== 'breach') return;
  work.seats[actor]!.breaches += 1;
  addStanding(work, actor, points);
}

/**
 * What is public about the maker of a fact, or null where nothing is: its own word, what was found, or the report of a strike that
 * everybody has.
 */
function proofOf(
  work: Work,
  fact: Fact,
  actor: SeatId,
): { readonly confidence: number; readonly basis: readonly string[] } | null {
  if (!('incident' in fact) || !fact.incident) return null;
  const incident = work.incidents.find((i) => i.id === fact.incident);
  // Its maker's own word proves an act as nothing else does.
  if (incident?.statements.some((s) => s.kind === 'admit' && s.seat === actor)) return { confidence: 1, basis: [] };
  const found = standing(allFindings(work), fact.incident);
  if (found) return found.party === actor ? found : null;
  const reports = work.evidence.filter((e) => e.incident === fact.incident && e.who?.named === actor);
  if (incident?.loud?.by !== actor || !reports[0]) return null;
  return { confidence: reports[0].who!.belief[actor]!, basis: reports.map((e) => e.id).sort() };
}
