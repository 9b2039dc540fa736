/** Explosions: the kicks that the pieces come away with, and the clouds of stages that burst in 2022 and 2024. */
import { breakUp } from '../../shared/orbits/breakup/breakup.ts';
import { cloudOf } from '../../shared/orbits/breakup/cloud.ts';
import { isTracked, trackedSizeM } from '../../shared/orbits/breakup/detection.ts';
import type { BreakUpSpec } from '../../shared/orbits/breakup/specification.ts';
import { PLAY_TUNING, scalesOf } from '../../shared/orbits/breakup/tuning.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import { EARTH_RADIUS_KM } from '../../shared/orbits/table/elements.ts';
import { fromRows, NO_ROW, PAYLOAD, pick, type Row, STAGE } from '../../shared/orbits/table/population.ts';
import { decimalYear, instantMs } from '../../shared/orbits/table/time.ts';
import { readSky } from '../cli/files.ts';
import { shippedSky } from '../sky-rows.ts';
import { monthOfDrag } from './carrying.ts';
import { type Line, near } from './line.ts';
import { spreadEnds, spreadLines } from './spreads.ts';

const SEEDS = 4;
const SMALLEST_KICK_MS = 1e-3;

/** A body of a kind on an orbit, for a burst. */
function bodyOf(kind: number, massKg: number, altitudeKm: number, inclinationDeg: number): Row {
  return {
    ...NO_ROW,
    id: 1,
    kind,
    massKg,
    sizeM: 4,
    semiMajorAxisKm: EARTH_RADIUS_KM + altitudeKm,
    eccentricity: 1e-4,
    inclinationRad: (inclinationDeg * Math.PI) / 180,
    meanAnomalyRad: 1,
  };
}

/** Mean of log10 of the kicks of drawn pieces less that of the law, as closed in mass and momentum. */
function meanOff(kind: number): number {
  let sum = 0;
  let count = 0;
  for (let seed = 0; seed < 20; seed++) {
    const spec: BreakUpSpec = {
      kind: 'explosion',
      breakupId: seed,
      target: bodyOf(kind, 1400, 800, 82),
      scaleS: 1,
      month: 0,
    };
    const { fragments } = cloudOf(spec, 0, keyOf(`kicks ${seed}`));
    const { dvScale } = scalesOf(spec, PLAY_TUNING);
    for (let i = 0; i < fragments.count; i++) {
      const ms = 1000 * Math.hypot(fragments.kickX[i]!, fragments.kickY[i]!, fragments.kickZ[i]!);
      sum += Math.log10(Math.max(ms, SMALLEST_KICK_MS)) - (0.2 * fragments.chi[i]! + 1.85 + Math.log10(dvScale));
      count++;
    }
  }
  return sum / count;
}

/** Stages of our day: designator of the pieces in the sky of September 2025, the day, the stage's orbit. */
const BURSTS = [
  {
    name: 'Chang Zheng 6A of November 2022',
    launch: '2022-151',
    day: '2022-11-12',
    altitudeKm: 848,
    inclinationDeg: 98.8,
  },
  { name: 'Chang Zheng 6A of August 2024', launch: '2024-140', day: '2024-08-06', altitudeKm: 815, inclinationDeg: 89 },
] as const;
const STAGE_KG = 6000;
const UNTIL = '2025-09-01';

function burstLines(progress: (share: number) => void): Line[] {
  const { sky, details } = readSky(shippedSky('sky-2025-09.csv'));
  return BURSTS.flatMap((burst, n) => {
    const rows = Array.from(sky.id.keys()).filter(
      (i) => details.intlDesignator[i]!.startsWith(burst.launch) && sky.kind[i] !== PAYLOAD && sky.kind[i] !== STAGE,
    );
    const target = bodyOf(STAGE, STAGE_KG, burst.altitudeKm, burst.inclinationDeg);
    const start = decimalYear(instantMs(burst.day)!);
    const end = decimalYear(instantMs(UNTIL)!);
    const clouds = Array.from({ length: SEEDS }, (_, seed) => {
      const spec: BreakUpSpec = { kind: 'explosion', breakupId: n, target, scaleS: 2, month: 0 };
      const broken = breakUp(spec, keyOf(`burst ${seed}`), { ...PLAY_TUNING, minSizeM: trackedSizeM(0) });
      let cloud = fromRows(broken.rows.filter(isTracked), { epochMonth: 0, owners: [''], fleets: [''] });
      for (let year = start + 1 / 24; year < end; year += 1 / 12) cloud = monthOfDrag(cloud, year);
      return spreadEnds([cloud]);
    });
    progress((n + 1) / BURSTS.length);
    const observed = spreadEnds([pick(sky, rows)]);
    const ours = observed.map((_, k) => clouds.reduce((sum, cloud) => sum + cloud[k]! / SEEDS, 0));
    return spreadLines(`${burst.name}, September 2025`, observed, ours, {
      tolerance: 0.3,
      source: `${rows.length} pieces in the catalogue`,
    });
  });
}

/** The lines of the comparison on explosions. `progress` is told the share done. */
export function explosionLines(progress: (share: number) => void): Line[] {
  const kicks = [
    ['a stage', STAGE],
    ['a payload', PAYLOAD],
  ] as const;
  return [
    ...kicks.map(([name, kind]) =>
      near(0.02, {
        quantity: `explosion of ${name}: mean of log10 of the kicks less that of the law, as played`,
        published: 0,
        ours: meanOff(kind),
        source: 'the law: 0.2 chi + 1.85, times the scale of its kind',
        rests: 'formula',
      }),
    ),
    ...burstLines(progress),
  ];
}
