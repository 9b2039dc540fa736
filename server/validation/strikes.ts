/** What a strike does to those who fly where it happens: pieces up and close passes after a year, in the sky of 2025. */
import { breakUp } from '../../shared/orbits/breakup/breakup.ts';
import { isTracked, trackedSizeM } from '../../shared/orbits/breakup/detection.ts';
import { PLAY_TUNING } from '../../shared/orbits/breakup/tuning.ts';
import { decayOrbits } from '../../shared/orbits/motion/decay.ts';
import { closePassesPerYear } from '../../shared/orbits/risk/collisions.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import { DAYS_PER_MONTH, EARTH_RADIUS_KM } from '../../shared/orbits/table/elements.ts';
import {
  ACTIVE,
  draftOf,
  fromRows,
  indexOf,
  type Population,
  type Row,
  rowAt,
  withRows,
} from '../../shared/orbits/table/population.ts';
import { readSky } from '../cli/files.ts';
import { shippedSky } from '../sky-rows.ts';
import { without } from './carrying.ts';
import { type Line, printed } from './line.ts';

/** Dead bodies near 850 km: a satellite as heavy as most that were struck, and a stage. */
const TARGETS = [27431, 15333] as const;
const INTERCEPTOR = { massKg: 20, speedKms: 9.4 } as const;
/** Mean of a solar cycle or so, sfu. */
const F107 = 145;
const [LOW_KM, HIGH_KM] = [800, 900];

const NOTE =
  'the game plays pieces of 10 cm and more; at this height catalogues follow them from 5.5 cm on (shared/orbits/breakup/detection.ts), and ' +
  'the sky that the passes are counted in is such a catalogue: what is played is 0.4 of what would be seen';

/** Close passes under 1 km per satellite-year of all that work between the two altitudes. */
function passes(sky: Population): number {
  const group = Int8Array.from({ length: sky.count }, (_, i) => {
    const altitudeKm = sky.semiMajorAxisKm[i]! - EARTH_RADIUS_KM;
    return sky.flags[i]! & ACTIVE && altitudeKm >= LOW_KM && altitudeKm < HIGH_KM ? 0 : -1;
  });
  return closePassesPerYear(sky, group, 1)[0]!;
}

/** The pieces that are up after a year. */
function aYearOn(rows: readonly Row[]): Population {
  let pieces = fromRows(rows, { epochMonth: 0, owners: [''], fleets: [''] });
  for (let month = 0; month < 12; month++) {
    const draft = draftOf(pieces);
    pieces = without(draft, new Set(decayOrbits(draft, DAYS_PER_MONTH, F107)));
  }
  return pieces;
}

const rowsOf = (sky: Population): Row[] => Array.from(sky.id, (_, i) => rowAt(sky, i));

/** The lines of the comparison on strikes. */
export function strikeLines(): Line[] {
  const { sky, names } = readSky(shippedSky('sky-2025-09.csv'));
  const before = passes(sky);
  return TARGETS.flatMap((id) => {
    const at = indexOf(sky, id);
    const target = rowAt(sky, at);
    const spec = { kind: 'collision', breakupId: 1, target, projectile: INTERCEPTOR, month: 0 } as const;
    const others = without(sky, new Set([at]));
    const line = (what: string, rows: readonly Row[]): Line => {
      const up = aYearOn(rows);
      const more = passes(withRows(others, rowsOf(up))) / before - 1;
      const height = Math.round(target.semiMajorAxisKm - EARTH_RADIUS_KM);
      return printed(
        `strike on ${names[at]} (${target.massKg} kg, ${height} km): ${what} up after a year, close passes at 800-900 km`,
        '-',
        `${up.count}, +${Math.round(100 * more)} %`,
        { source: 'estimate', note: NOTE },
      );
    };
    const played = breakUp(spec, keyOf('strike'), PLAY_TUNING).rows;
    const all = breakUp(spec, keyOf('strike'), { ...PLAY_TUNING, minSizeM: trackedSizeM(0) }).rows;
    return [line('pieces of 10 cm', played), line('pieces that are followed', all.filter(isTracked))];
  });
}
