/** What sensors saw of this turn's acts: a destructive strike is loud, a passage is not; what is left to read becomes evidence. */
import { draw, FIRST_CAUSAL_ID } from '../../orbits/table/chance.ts';
import { type FactOf, type SeatId, words } from '../../vocabulary/index.ts';
import { ANOTHER, type Evidence, type Incident } from '../incident.ts';
import { attributionConfidence, evidenceOn, sensorLevel } from '../sight/knowing.ts';
import { drawLots, isListed } from '../sight/pictures.ts';
import { byLevel, hundredths } from '../sight/reading.ts';
import { allFacts, tell, type Work } from './work.ts';

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
 * gave notice has said so, and so has whoever lists the object as its own target.
 */
function seeStrike(work: Work, fact: FactOf<'destructive-intercept'>): void {
  const { state, turn } = work;
  const { scenario } = state;
  const actor = fact.actor!;
  const seen = draw(work.key, 'detection', fact.id) < scenario.strike.detection;
  const confidence = attributionConfidence(state, allFacts(work), actor);
  const announced = work.facts.some(
    (f) => f.kind === 'notification' && f.subject === 'strike' && f.order === fact.order,
  );
  const plain = announced || isListed(scenario, fact.target);
  const attributed = seen && (plain || draw(work.key, 'attribution', fact.id) < confidence);
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
    moved: [],
  };
  work.incidents.push(incident);
  const params = { altitudeKm: fact.altitudeKm, tracked: fact.tracked };
  const name = fact.incident;
  if (attributed) {
    // Nothing is left to read: all hold the same report.
    work.evidence.push(...scenario.seats.map(({ id }) => reportOf(incident, id, actor, confidence)));
    tell(work, name, fact.month, null, words('news.strike', { seat: words(`seat.${actor}`), ...params }), 'loud');
    return;
  }
  const symptom = seen ? 'strike' : 'break-up';
  const lots = drawLots(scenario, state.seed, symptom, incident, 'intercept', actor);
  work.lots[incident.id] = lots;
  work.evidence.push(...evidenceOn(state, lots, symptom, incident, 'intercept', actor));
  if (seen) tell(work, name, fact.month, null, words('news.strike-unknown', params), 'loud');
  else tell(work, name, fact.month, null, words('news.explosion', params), 'warn');
}

/** The report that everybody has of a strike whose maker was told, and how sure it is of the maker. */
const reportOf = (incident: Incident, holder: SeatId, actor: SeatId, confidence: number): Evidence => ({
  id: `e.${incident.id}.${holder}`,
  incident: incident.id,
  holder,
  turn: incident.turn,
  symptom: 'strike',
  sources: [],
  bases: 0,
  cause: { named: 'intercept', error: 0, belief: { intercept: 1 } },
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
 * A passage that breaks nothing is told to nobody else than those who noticed. One draw for all: whoever has better sensors sees
 * whatever others see.
 */
function seeFlyBy(work: Work, fact: FactOf<'intercept-test'>): void {
  const { scenario } = work.state;
  const { missed } = scenario.evidence.symptoms.flight!;
  const u = draw(work.key, 'reading', fact.id, 'missed');
  for (const { id } of scenario.seats) {
    if (id === fact.actor || u < byLevel(missed, sensorLevel(work.state, id))) continue;
    const params = { seat: words(`seat.${fact.actor}`), altitudeKm: Math.round(fact.altitudeKm) };
    tell(work, `fly-by.${fact.target}.${fact.month}.${id}`, fact.month, [id], words('news.fly-by', params), 'warn');
  }
}
