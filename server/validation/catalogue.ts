/**
 * The whole catalogue, carried through recorded years without launches, against what became of it: re-entries from the sky of
 * November 2021 to that of September 2025, and the flux through Iridium's orbits in 2016.
 */

import { decayOrbits } from '../../shared/orbits/motion/decay.ts';
import { recordedF107 } from '../../shared/orbits/motion/solar-record.ts';
import { RELATIVE_SPEED_KMS } from '../../shared/orbits/risk/collisions.ts';
import { SHELL_VOLUMES_KM3, shellCounts, shellOf } from '../../shared/orbits/table/altitudes.ts';
import { DAYS_PER_MONTH, EARTH_RADIUS_KM, perigeeAltitudeKm } from '../../shared/orbits/table/elements.ts';
import {
  ACTIVE,
  DEBRIS,
  draftOf,
  MANOEUVRABLE,
  type Population,
  rowAt,
  STAGE,
  withRows,
} from '../../shared/orbits/table/population.ts';
import { decimalYear, instantMs } from '../../shared/orbits/table/time.ts';
import { readSky } from '../cli/files.ts';
import { fluxPerM2Yr } from '../cli/flux.ts';
import { readSkyRows, shippedSky } from '../sky-rows.ts';
import { monthOfDrag } from './carrying.ts';
import { breakUpOf, followedPieces, realEvents } from './events.ts';
import { type Line, within } from './line.ts';

const START = '2021-11-09';
const END = '2025-09-01';
const SOURCE = 'public catalogue of 2025-09-01';
/** Lower edges of the bands by perigee at the start, km. */
const BANDS = [0, 300, 400, 500, 600, 700, 800, 900, 1000, 2000] as const;
/** A band with fewer observed re-entries is printed, not judged. */
const ENOUGH = 150;
/**
 * An object that is missing from the later catalogue was lost, not down, if even with so much more drag than its elements
 * show its mean altitude would still be above LOST_ABOVE_KM. Drag read from elements is right to a factor of about 1.2, so
 * this is two deviations; it calls as large a share of pieces lost below 900 km as is missing above, where none come down.
 */
const LOST_DRAG = 1.5;
const LOST_ABOVE_KM = 500;

/** Lowers a sky in place, month by month, and returns which rows came down. Everything drifts; nobody keeps station. */
function lower(
  sky: Population,
  areaFactor: number,
  fromYear: number,
  months: number,
  progress: (share: number) => void,
) {
  const draft = draftOf(sky);
  for (let i = 0; i < draft.count; i++) {
    draft.areaToMassM2Kg[i] = draft.areaToMassM2Kg[i]! * areaFactor;
    draft.flags[i] = draft.flags[i]! & ~(ACTIVE | MANOEUVRABLE);
  }
  const down = new Uint8Array(draft.count);
  const whole = Math.round(months);
  const days = (months / whole) * DAYS_PER_MONTH;
  for (let month = 0; month < whole; month++) {
    for (const i of decayOrbits(draft, days, recordedF107(fromYear + (month + 0.5) / 12))) down[i] = 1;
    progress((month + 1) / whole);
  }
  return { draft, down };
}

type Count = { observed: number; ours: number; lost: number };

function reentryLines(progress: (share: number) => void): Line[] {
  const startMs = instantMs(START)!;
  const months = (instantMs(END)! - startMs) / 86_400_000 / DAYS_PER_MONTH;
  const { sky } = readSky(shippedSky('sky-2021.csv'), { startMs });
  const later = new Set(readSkyRows(shippedSky('sky-2025-09.csv')).rows.map((row) => Number(row.noradId)));
  const year = decimalYear(startMs);
  const ours = lower(sky, 1, year, months, (share) => progress(share / 2));
  const most = lower(sky, LOST_DRAG, year, months, (share) => progress((1 + share) / 2));
  const bands = BANDS.map((): Count => ({ observed: 0, ours: 0, lost: 0 }));
  for (let i = 0; i < sky.count; i++) {
    if (sky.kind[i] !== DEBRIS && sky.kind[i] !== STAGE) continue;
    const perigee = perigeeAltitudeKm(sky.semiMajorAxisKm[i]!, sky.eccentricity[i]!);
    const band = bands[BANDS.findLastIndex((low) => perigee >= low)];
    if (band === undefined) continue;
    if (ours.down[i]) band.ours++;
    if (later.has(sky.id[i]!)) continue;
    const stillHigh = !most.down[i] && most.draft.semiMajorAxisKm[i]! - EARTH_RADIUS_KM > LOST_ABOVE_KM;
    if (stillHigh) band.lost++;
    else band.observed++;
  }
  const note = (count: Count): string => `${count.lost} more are missing from the later catalogue, but lost, not down`;
  const lines = bands.map((count, k) => {
    const line = within(0.25, {
      quantity: `re-entries 2021-11 to 2025-09, debris and stages, perigee from ${BANDS[k]} km`,
      published: count.observed,
      ours: count.ours,
      source: SOURCE,
      note: note(count),
    });
    return count.observed >= ENOUGH ? line : { ...line, pass: null, tolerance: 'printed' };
  });
  const sum = bands.reduce((a, b) => ({
    observed: a.observed + b.observed,
    ours: a.ours + b.ours,
    lost: a.lost + b.lost,
  }));
  return [
    ...lines,
    within(0.15, {
      quantity: 're-entries 2021-11 to 2025-09, debris and stages, all',
      published: sum.observed,
      ours: sum.ours,
      source: SOURCE,
      note: note(sum),
    }),
  ];
}

/** Altitude of Iridium's satellites, km. */
const IRIDIUM_KM = 778;

function fluxLine(progress: (share: number) => void): Line {
  const event = realEvents().find(({ clouds }) => clouds.length === 2)!;
  const startMs = instantMs('2008-10-11')!;
  let { sky } = readSky(shippedSky('sky-2008-10.csv'), { startMs });
  let broken = false;
  const end = 2016.46;
  for (let year = decimalYear(startMs) + 1 / 24; year < end; year += 1 / 12) {
    if (!broken && year > event.year) {
      broken = true;
      const pieces = event.clouds.map(({ parent }) => followedPieces(breakUpOf(event, 0), parent));
      sky = withRows(
        sky,
        pieces.flatMap((cloud) => Array.from({ length: cloud.count }, (_, i) => rowAt(cloud, i))),
      );
    }
    sky = monthOfDrag(sky, year);
    progress((year - 2008) / (end - 2008));
  }
  const shell = shellOf(IRIDIUM_KM);
  const ours = fluxPerM2Yr(shellCounts(sky)[shell]! / SHELL_VOLUMES_KM3[shell]!, RELATIVE_SPEED_KMS);
  return {
    quantity: `flux of tracked objects at ${IRIDIUM_KM} km in June 2016, per m2 and year`,
    published: '1.59e-5',
    ours: ours.toExponential(3),
    tolerance: '1.2e-5 to 2.0e-5',
    pass: ours >= 1.2e-5 && ours <= 2e-5,
    source: 'Pardini & Anselmo, IAC-16-A6.2.2',
    note: 'from the sky of October 2008 and the collision of 2009, without launches',
  };
}

/** @param progress is told the share done */
export function catalogueLines(progress: (share: number) => void): Line[] {
  return [...reentryLines((share) => progress(share * 0.6)), fluxLine((share) => progress(0.6 + share * 0.4))];
}
