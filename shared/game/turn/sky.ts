/** The sky's own steps: the prepared break-up, the clean-up contract, and one month of nature. */

import { expectedCounts } from '../../orbits/breakup/breakup-laws.ts';
import type { BreakUpEvent, SkyEvent } from '../../orbits/motion/events.ts';
import { applyBreakUps, evolveMonth } from '../../orbits/motion/evolve.ts';
import { causalId, narrow } from '../../orbits/table/chance.ts';
import { indexOf, type Population, rowAt } from '../../orbits/table/population.ts';
import { withSuccessors } from '../../orbits/table/traffic.ts';
import { type Fact, words } from '../../vocabulary/index.ts';
import { hasContract } from '../score/package.ts';
import { breakupIncident } from '../sight/knowing.ts';
import { trackedPieces } from '../sight/tracked.ts';
import { fleetIndex, meanAltitudeKm, seatIndex } from './fleets.ts';
import { inYearOf } from './injects.ts';
import { without } from './orders.ts';
import { tell, type Work } from './work.ts';

/** Sizes between which the number law draws fragments, m. */
const SMALLEST_M = 0.1;
const LARGEST_M = 1;

/**
 * The object of a break-up that was fired this turn comes apart. The explosion's scale S is set so that it gives the pieces
 * that were told: those of the number law, N(0.1 m) - N(1 m) = 6 S (0.1^-1.6 - 1), and the large ones. An impact of an untracked
 * piece throws the same cloud: what it was is not to be read off the sky. Nothing happens if it was not fired.
 */
export function breakPrepared(work: Work): void {
  const { state, turn } = work;
  for (const spec of state.scenario.injects) {
    const { breakUp } = inYearOf(state, spec);
    const fired = state.injects.find((i) => i.id === spec.id);
    if (!breakUp || fired?.status !== 'fired' || fired.turn !== turn) continue;
    if (!work.incidents.some((i) => i.id === `i.${spec.id}`)) {
      const known = breakupIncident(work.game.state, spec.id, breakUp);
      work.incidents.push(known.incident);
      work.evidence.push(...known.evidence);
      work.lots[known.incident.id] = known.lots;
      work.facts.push(known.fact);
    }
    const incident = work.incidents.find((i) => i.id === `i.${spec.id}`)!;
    const row = indexOf(work.sky, incident.object);
    if (row < 0) continue;
    const breakupId = causalId('inject', spec.id);
    const perScale = expectedCounts('explosion', 1, SMALLEST_M) - expectedCounts('explosion', 1, LARGEST_M);
    const before = work.sky;
    const target = rowAt(before, row);
    const brokenInto = (pieces: number): Population => {
      const breakUp = {
        kind: 'explosion',
        breakupId,
        target,
        scaleS: pieces / perScale,
        month: work.startMonth,
      } as const;
      return applyBreakUps(before, [breakUp], narrow(work.key, 'inject', spec.id), work.tuning, []);
    };
    const piecesOf = (sky: Population): number => trackedPieces(sky, breakupId, state.scenario.publicSizeM);
    // Large pieces of the mass closure come on top of the law's, and some leave: as many fewer or more are drawn.
    const told = incident.trackedPublic;
    work.sky = brokenInto(2 * told - piecesOf(brokenInto(told)));
    work.byMonth[0]!.fragments += piecesOf(work.sky);
  }
}

/** The listed stages that are still there come down: by the fund's contractors in turn, or by a firm where none has a contract. */
export function removeListed(work: Work): void {
  const { removes, contractors } = work.state.scenario.fund;
  const there = removes.filter((id) => indexOf(work.sky, id) >= 0);
  work.sky = without(work.sky, there);
  const seats = contractors.map(({ seat }) => seat).filter((seat) => hasContract(work.books.lines, seat));
  const hands = seats.length > 0 ? seats : [null];
  hands.forEach((seat, i) => {
    const objects = there.filter((_, k) => k % hands.length === i);
    if (objects.length > 0)
      work.facts.push({
        id: `fund.${work.turn}.${seat ?? 'market'}`,
        turn: work.turn,
        month: work.months,
        actor: seat,
        order: null,
        kind: 'removal',
        objects,
        contractor: seat,
      });
  });
}

/** One month of the sky: drift, decay, re-entries, collisions, explosions; each noted as a fact. */
export function passMonth(work: Work, month: number): void {
  const { turn } = work;
  const before = work.sky;
  const { sky, events } = evolveMonth(
    before,
    {
      month: work.startMonth + month - 1,
      f107: work.f107,
      year: work.startYear + (work.startMonth + month - 0.5) / 12,
      tuning: work.tuning,
    },
    narrow(work.key, 'month', month),
  );
  // Fleets stay as large as they are, seat at the table or not, but for what collisions and strikes take; batches are growth.
  work.sky = withSuccessors(before, sky, events, { takesOver: true }).sky;
  const down = events.filter((e) => e.kind === 'reentry');
  if (down.length > 0) {
    // A row of a thinned sky stands for several objects.
    const weightOf = (id: number): number => before.weight[indexOf(before, id)]!;
    const count = Math.round(down.reduce((sum, e) => sum + weightOf(e.id), 0));
    const massKg = Math.round(down.reduce((sum, e) => sum + weightOf(e.id) * e.massKg, 0));
    work.byMonth[month - 1]!.reentered += count;
    work.facts.push({
      id: `reentries.${turn}.${month}`,
      turn,
      month,
      actor: null,
      order: null,
      kind: 'reentries',
      count,
      massKg,
    });
  }
  for (const event of events)
    if (event.kind === 'collision' || event.kind === 'explosion') noteBreakUp(work, event, before, month);
  countLost(work, events, before);
}

/** Working satellites of seats that collisions took. */
function countLost(work: Work, events: readonly SkyEvent[], before: Population): void {
  const hit = events.flatMap((event) => (event.kind === 'collision' ? event.ids : []));
  if (hit.length === 0) return;
  const { seats } = work.state.scenario;
  const fleet = fleetIndex(work.state.scenario, before);
  for (const id of hit) {
    const row = indexOf(before, id);
    const seat = row >= 0 ? seats[fleet[row]!] : undefined;
    if (seat) work.lost[seat.id]! += 1;
  }
}

/** A collision makes an incident whose cause is plain; an explosion of the background is news and a fact. */
function noteBreakUp(work: Work, event: BreakUpEvent, before: Work['sky'], month: number): void {
  const { scenario } = work.state;
  const { turn } = work;
  const row = indexOf(before, event.ids[0]!);
  const altitudeKm = row < 0 ? 0 : Math.round(meanAltitudeKm(before, row));
  const owner = row < 0 ? null : (scenario.seats[seatIndex(scenario, before)[row]!]?.id ?? null);
  const tracked = trackedPieces(work.sky, event.breakupId, scenario.publicSizeM);
  const incident = `i.${event.kind}.${event.ids.join('.')}.${turn}.${month}`;
  work.byMonth[month - 1]!.fragments += tracked;
  const head = { id: incident, turn, month, actor: null, order: null, incident, tracked, altitudeKm } as const;
  const fact: Fact =
    event.kind === 'collision'
      ? {
          ...head,
          kind: 'collision',
          objects: [event.ids[0]!, event.ids[1]!],
          speedKms: event.speedKms,
          energyJPerG: event.energyJPerG,
        }
      : { ...head, kind: 'breakup', object: event.ids[0]!, cause: 'explosion', owner };
  work.facts.push(fact);
  if (event.kind === 'collision') {
    work.incidents.push({
      id: incident,
      turn,
      month,
      object: event.ids[0]!,
      owner,
      altitudeKm,
      trackedPublic: tracked,
      loud: { cause: 'impact', by: null },
      statements: [],
      settled: 'impact',
      moved: [],
    });
  }
  tell(
    work,
    incident,
    month,
    null,
    words(`news.${event.kind}`, { altitudeKm, tracked }),
    event.kind === 'collision' ? 'loud' : 'warn',
  );
}
