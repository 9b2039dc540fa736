/** Real clouds: how many pieces are catalogued, how they spread, how long they stay. */

import { CATALOGUING_DELAY_DAYS } from '../../shared/orbits/breakup/detection.ts';
import { PLAY_TUNING } from '../../shared/orbits/breakup/tuning.ts';
import { recordedWeather } from '../../shared/orbits/motion/atmosphere.ts';
import { decayOrbits } from '../../shared/orbits/motion/decay.ts';
import { draftOf, type Population } from '../../shared/orbits/table/population.ts';
import { monthOfDrag, without } from './carrying.ts';
import { breakUpOf, type CloudName, followedPieces, type RealEvent, realEvents } from './events.ts';
import { atMost, holds, type Line, near, withinFactor } from './line.ts';
import { type SpreadEnds, spreadEnds, spreadLines } from './spreads.ts';

/** Ends of a spread hang on a few dozen pieces of a cloud: ten clouds together are within 2 % of others, twenty within 1 %. */
const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);
const CATALOGUE = 'yearly catalogue snapshots, mean of shares of pieces ever seen and ever catalogued';

/** Years after the event, share still up of those up after a month, how far ours may be off (null: printed only). */
const SURVIVAL: readonly { cloud: CloudName; years: number; share: number; tolerance: number | null }[] = [
  { cloud: 'Fengyun-1C', years: 5, share: 0.88, tolerance: 0.08 },
  { cloud: 'Fengyun-1C', years: 13, share: 0.77, tolerance: 0.08 },
  { cloud: 'Fengyun-1C', years: 18.6, share: 0.56, tolerance: 0.08 },
  { cloud: 'Cosmos 2251', years: 3, share: 0.855, tolerance: 0.12 },
  { cloud: 'Cosmos 2251', years: 11, share: 0.64, tolerance: 0.12 },
  { cloud: 'Cosmos 2251', years: 16.6, share: 0.38, tolerance: 0.12 },
  { cloud: 'Iridium 33', years: 3, share: 0.845, tolerance: null },
  { cloud: 'Iridium 33', years: 11, share: 0.52, tolerance: null },
  { cloud: 'Iridium 33', years: 16.6, share: 0.18, tolerance: null },
];
/** What was chosen by looking at these very figures. Meeting them shows that one rule does for all, not that it foretells others. */
const FITTED =
  `fitted to these clouds, one rule for all: A/M x ${PLAY_TUNING.amScale}, of dense pieces x ${PLAY_TUNING.denseAmScale}, kicks x ` +
  `${PLAY_TUNING.dvScale} with a floor of ${PLAY_TUNING.floorMs} m/s, a push downrange of ${PLAY_TUNING.pushMs} m/s at 10 cm, A/M by the lightness of the body ` +
  '(shared/orbits/breakup); published model: 1, 1, 1, 0, 0, 1';
const IRIDIUM_BIAS = `${FITTED}; bias: pieces lost sight of count as down in the snapshots, and real ones are lighter still than their body`;
/** What a catalogue takes in is fitted too. */
const FITTED_DETECTION =
  'by size and altitude and still up after 35 days (shared/orbits/breakup/detection.ts): 5.5 cm and the delay are fitted to these counts';

/** Perigees p5, p50, p95 and apogees p5, p50, p95, km, of clouds with at least 300 pieces in a snapshot; what is known of a bias. */
const GABBARD: readonly { cloud: CloudName; year: number; km: SpreadEnds; bias?: string }[] = [
  { cloud: 'Fengyun-1C', year: 2008, km: [432, 792, 857, 843, 935, 1345] },
  { cloud: 'Fengyun-1C', year: 2022, km: [534, 777, 849, 698, 898, 1275] },
  { cloud: 'Cosmos 2251', year: 2010, km: [410, 701, 773, 744, 794, 1179] },
  {
    cloud: 'Iridium 33',
    year: 2010,
    km: [609, 761, 777, 760, 808, 986],
    bias: 'known bias: the real cloud is half as wide; one rule for all bodies throws its pieces too far',
  },
  {
    cloud: 'Cosmos 1408',
    year: 2022,
    km: [315, 440, 467, 418, 518, 899],
    bias: 'known bias: the real cloud reaches less far up; with kicks that meet it the pieces of March 2019 come down too soon',
  },
];
/** How far a spread may be off, as a share of its real width. */
const SPREAD_TOLERANCE = 0.3;
/** Pieces ever catalogued, and the factor within which ours must be. */
const COUNTS: readonly { clouds: readonly CloudName[]; published: number; factor: number }[] = [
  { clouds: ['Fengyun-1C'], published: 3549, factor: 2 },
  { clouds: ['Cosmos 2251', 'Iridium 33'], published: 2375, factor: 2 },
  { clouds: ['Cosmos 1408'], published: 1562, factor: 2 },
  { clouds: ['Microsat-R'], published: 130, factor: 3 },
];

/** One cloud of one seed, month after month to September 2025. */
type History = { readonly afterDelay: number; readonly months: readonly Population[]; readonly year: number };

const END_YEAR = 2025.67;

function historyOf(event: RealEvent, parent: number, seed: number): History {
  let sky = followedPieces(breakUpOf(event, seed), parent);
  const delayed = draftOf(sky);
  const years = CATALOGUING_DELAY_DAYS / 365.25;
  const gone = decayOrbits(delayed, CATALOGUING_DELAY_DAYS, recordedWeather(event.year + years / 2));
  const afterDelay = without(delayed, new Set(gone)).count;
  const months: Population[] = [];
  for (let year = event.year + 1 / 24; year < END_YEAR; year += 1 / 12) {
    sky = monthOfDrag(sky, year);
    months.push(sky);
  }
  return { afterDelay, months, year: event.year };
}

const monthAt = (history: History, years: number): Population =>
  history.months[Math.min(Math.round(years * 12), history.months.length) - 1]!;

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** Share of what was up after a month, mean over the seeds. */
const survival = (histories: readonly History[], years: number): number =>
  mean(histories.map((h) => monthAt(h, years).count / h.months[0]!.count));

/** @param progress is told the share done */
export function cloudLines(progress: (share: number) => void): Line[] {
  const of = new Map<CloudName, History[]>();
  const events = realEvents();
  events.forEach((event, n) => {
    for (const { name, parent } of event.clouds)
      of.set(
        name,
        SEEDS.map((seed) => historyOf(event, parent, seed)),
      );
    progress((n + 1) / events.length);
  });
  const lines: Line[] = COUNTS.map(({ clouds, published, factor }) =>
    withinFactor(factor, {
      quantity: `pieces catalogued: ${clouds.join(' + ')}`,
      published,
      ours: mean(SEEDS.map((_, n) => clouds.reduce((sum, cloud) => sum + of.get(cloud)![n]!.afterDelay, 0))),
      source: 'satellite catalogue',
      note: FITTED_DETECTION,
    }),
  );
  for (const { cloud, years, share, tolerance } of SURVIVAL) {
    const judged = {
      quantity: `${cloud}: up after ${years} years, share of those up after a month`,
      published: share,
      ours: survival(of.get(cloud)!, years),
      source: CATALOGUE,
      note: tolerance === null ? IRIDIUM_BIAS : FITTED,
    };
    lines.push(tolerance === null ? { ...near(0, judged), pass: null, tolerance: 'printed' } : near(tolerance, judged));
  }
  const last = (['Iridium 33', 'Cosmos 2251', 'Fengyun-1C'] as const).map((cloud) => survival(of.get(cloud)!, 16.6));
  lines.push(
    holds(
      'after 16.6 years Iridium 33 < Cosmos 2251 < Fengyun-1C',
      last[0]! < last[1]! && last[1]! < last[2]!,
      last.map((x) => x.toFixed(3)).join(' < '),
      CATALOGUE,
      FITTED,
    ),
    atMost(0.02, survival(of.get('Cosmos 1408')!, 3.79), {
      quantity: 'Cosmos 1408: share up by September 2025, 3.8 years on (published for 4.5)',
      source: CATALOGUE,
      note: FITTED,
    }),
  );
  for (const { cloud, year, km, bias } of GABBARD) {
    const ours = spreadEnds(of.get(cloud)!.map((h) => monthAt(h, year - h.year)));
    lines.push(
      ...spreadLines(`${cloud}, January ${year}`, km, ours, {
        tolerance: bias ? null : SPREAD_TOLERANCE,
        source: 'catalogue snapshots (Gabbard)',
        note: bias ?? FITTED,
      }),
    );
  }
  return lines;
}
