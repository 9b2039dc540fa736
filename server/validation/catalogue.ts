import { RELATIVE_SPEED_KMS } from '../../shared/orbits/risk/collisions.ts';
import { SHELL_VOLUMES_KM3, shellCounts, shellOf } from '../../shared/orbits/table/altitudes.ts';
import { rowAt, withRows } from '../../shared/orbits/table/population.ts';
import { decimalYear, instantMs } from '../../shared/orbits/table/time.ts';
import { readSky } from '../cli/files.ts';
import { fluxPerM2Yr } from '../cli/flux.ts';
import { shippedSky } from '../sky-rows.ts';
import { monthOfDrag } from './carrying.ts';
import { breakUpOf, followedPieces, realEvents } from './events.ts';
import type { Line } from './line.ts';

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
export const catalogueLines = (progress: (share: number) => void): Line[] => [fluxLine(progress)];
