/** What others notice of this turn's facts, by the traces that each leaves; what is left to read becomes evidence. */
import { draw, FIRST_CAUSAL_ID } from '../../orbits/table/chance.ts';
import { announces, type Fact, type SeatId, type Trace, tracesOf, words } from '../../vocabulary/index.ts';
import { ANOTHER, type Evidence, type Incident } from '../incident.ts';
import { attributionConfidence, evidenceOn, sensorLevel } from '../sight/knowing.ts';
import { drawLots, isListed } from '../sight/pictures.ts';
import { byLevel, hundredths } from '../sight/reading.ts';
import { allFacts, tell, type Work } from './work.ts';

type As<K extends Trace['as']> = Extract<Trace, { as: K }>;

/** Sensors look at what the turn's facts have left. */
export function gatherEvidence(work: Work): void {
  for (const fact of work.facts)
    for (const trace of tracesOf(fact))
      if (trace.as === 'news') tell(work, trace.id, fact.month, null, trace.words, trace.tone);
      else if (trace.as === 'passage') seePassage(work, fact, trace);
      else seePieces(work, fact, trace);
}

/**
 * Known to all within the month but for a rare miss; who did it is known with a confidence, and a draw says if at all. Whoever
 * gave notice has said so, and so has whoever lists the object as its own target.
 */
function seePieces(work: Work, fact: Fact, trace: As<'pieces'>): void {
  const { state, turn } = work;
  const { scenario } = state;
  const { cause, object, altitudeKm, tracked, symptoms, news } = trace;
  const actor = fact.actor!;
  const seen = draw(work.key, 'detection', fact.id) < scenario.strike.detection;
  const confidence = attributionConfidence(state, allFacts(work), actor);
  const announced = work.facts.some((f) => f.order === fact.order && announces(f));
  const plain = announced || isListed(scenario, object);
  const attributed = seen && (plain || draw(work.key, 'attribution', fact.id) < confidence);
  const incident: Incident = {
    id: trace.incident,
    turn,
    month: fact.month,
    object,
    // Whose a catalogue object is, everybody knows; a target that was flown for the test is its maker's secret.
    owner: attributed || object < FIRST_CAUSAL_ID ? actor : null,
    altitudeKm,
    trackedPublic: tracked,
    loud: seen ? { cause, by: attributed ? actor : null } : null,
    statements: [],
    settled: seen ? cause : null,
    moved: [],
  };
  work.incidents.push(incident);
  const params = { altitudeKm, tracked };
  if (attributed) {
    // Nothing is left to read: all hold the same report.
    work.evidence.push(...scenario.seats.map(({ id }) => reportOf(incident, id, trace, actor, confidence)));
    tell(work, incident.id, fact.month, null, words(news.known, { seat: words(`seat.${actor}`), ...params }), 'loud');
    return;
  }
  const symptom = seen ? symptoms.seen : symptoms.missed;
  const lots = drawLots(scenario, state.seed, symptom, incident, cause, actor);
  work.lots[incident.id] = lots;
  work.evidence.push(...evidenceOn(state, lots, symptom, incident, cause, actor));
  const said = words(seen ? news.unknown : news.missed, params);
  tell(work, incident.id, fact.month, null, said, seen ? 'loud' : 'warn');
}

/** The report that everybody has of an act whose maker was told, and how sure it is of the maker. */
const reportOf = (
  incident: Incident,
  holder: SeatId,
  { cause, symptoms }: As<'pieces'>,
  actor: SeatId,
  confidence: number,
): Evidence => ({
  id: `e.${incident.id}.${holder}`,
  incident: incident.id,
  holder,
  turn: incident.turn,
  symptom: symptoms.seen,
  sources: [],
  bases: 0,
  cause: { named: cause, error: 0, belief: { [cause]: 1 } },
  who: {
    named: actor,
    error: hundredths(1 - confidence),
    belief: { [actor]: hundredths(confidence), [ANOTHER]: hundredths(1 - confidence) },
  },
  file: false,
  published: true,
  sharedWith: [],
});

/**
 * A passage is told to nobody else than those who noticed. One draw for all: whoever has better sensors sees whatever others
 * see.
 */
function seePassage(work: Work, fact: Fact, { id: cause, words: said, symptom }: As<'passage'>): void {
  const { scenario } = work.state;
  const { missed } = scenario.evidence.symptoms[symptom]!;
  const u = draw(work.key, 'reading', fact.id, 'missed');
  for (const { id } of scenario.seats) {
    if (id === fact.actor || u < byLevel(missed, sensorLevel(work.state, id))) continue;
    tell(work, `${cause}.${id}`, fact.month, [id], said, 'warn');
  }
}
