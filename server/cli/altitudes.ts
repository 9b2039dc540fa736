import { parseArgs } from 'node:util';
import { geoOrthographic, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import land from 'world-atlas/land-110m.json' with { type: 'json' };
import { type Fallen, KEPT_YEARS, threeAltitudes } from '../../shared/orbits/motion/three-altitudes.ts';
import { draw, keyOf } from '../../shared/orbits/table/chance.ts';
import { EARTH_RADIUS_KM, stateOf } from '../../shared/orbits/table/elements.ts';
import { rowAt } from '../../shared/orbits/table/population.ts';
import { shippedSky } from '../sky-rows.ts';
import { outOf, readSky, writeText } from './files.ts';
import { print, type Subcommand } from './subcommand.ts';

/** Steps of the file: heights in tens of kilometres; places in the picture in thousandths of Earth's radius. */
const STEP_KM = 10;
const PER_RADIUS = 1000;
/** What of Earth and of the sky around it the picture may show, thousandths of its radius: across, up from its centre. */
const [HALF_WIDTH, FLOOR, CEILING] = [645, 700, 1290] as const;
/** The point of Earth nearest to the eye: Europe then lies under the limb. */
const EYE = { longitudeDeg: 12, latitudeDeg: -24 } as const;
/** Objects of the catalogue in the picture: a sample, so that the new pieces stand out. */
const DUST = 800;

/** Numbers up to 1,295 as two digits each to the base of 36: short, and plain text. */
const packed = (numbers: readonly number[]): string =>
  numbers
    .map((n) =>
      Math.max(0, Math.min(1295, Math.round(n)))
        .toString(36)
        .padStart(2, '0'),
    )
    .join('');

/** The file of the three dots: three break-ups by the engine, and what is seen behind them. */
export function threeDots(fallen: readonly Fallen[] = threeAltitudes()) {
  return {
    years: KEPT_YEARS,
    altitudes: fallen.map(({ altitudeKm, down, orbits }) => ({
      km: altitudeKm,
      down: packed(down),
      low: orbits.map(({ perigeeKm }) => packed(perigeeKm.map((km) => km / STEP_KM))),
      high: orbits.map(({ apogeeKm }) => packed(apogeeKm.map((km) => km / STEP_KM))),
    })),
    dust: dust(),
    land: coast(),
  };
}

/** A line for each entry, so that a change of it can be read. */
export const textOf = (file: ReturnType<typeof threeDots>): string => `${JSON.stringify(file, null, 2)}\n`;

/** Where a sample of the catalogue of September 2025 stands, seen from far away: across from the left edge, then up from the centre. */
function dust(): string {
  const { sky } = readSky(shippedSky('sky-2025-09.csv'));
  const key = keyOf('dust');
  const [lon, lat] = [(EYE.longitudeDeg * Math.PI) / 180, (EYE.latitudeDeg * Math.PI) / 180];
  const seen: { id: number; across: number; up: number }[] = [];
  for (let i = 0; i < sky.count; i++) {
    const row = rowAt(sky, i);
    const [x, y, z] = stateOf(row).rKm.map((km) => (PER_RADIUS * km) / EARTH_RADIUS_KM) as [number, number, number];
    const across = y * Math.cos(lon) - x * Math.sin(lon);
    const outward = x * Math.cos(lon) + y * Math.sin(lon);
    const up = z * Math.cos(lat) - outward * Math.sin(lat);
    const near = outward * Math.cos(lat) + z * Math.sin(lat);
    const hidden = near < 0 && Math.hypot(across, up) < PER_RADIUS;
    if (!hidden && Math.abs(across) < HALF_WIDTH && up > FLOOR && up < CEILING)
      seen.push({ id: row.id, across: across + HALF_WIDTH, up });
  }
  const by = new Map(seen.map(({ id }) => [id, draw(key, 'shown', id)]));
  const shown = seen.sort((a, b) => by.get(a.id)! - by.get(b.id)!).slice(0, DUST);
  return packed(shown.flatMap(({ across, up }) => [across, up]));
}

/** Land under the limb as an SVG path: to the right and down from Earth's centre. */
function coast(): string {
  const topology = land as unknown as Parameters<typeof feature>[0];
  const projection = geoOrthographic()
    .scale(PER_RADIUS)
    .translate([0, 0])
    .rotate([-EYE.longitudeDeg, -EYE.latitudeDeg])
    .clipExtent([
      [-HALF_WIDTH, -PER_RADIUS],
      [HALF_WIDTH, -FLOOR],
    ]);
  return geoPath(projection).digits(0)(feature(topology, topology.objects.land!)) ?? '';
}

export const altitudesCommand: Subcommand = {
  about: 'breaks one satellite up at 280, 500 and 850 km: what is left for 25 years',
  usage: [
    'kessler altitudes [--out F.json] [--json]',
    '',
    'Prints how many pieces of 10 cm and more are up at first and after 1, 5 and 25 years. --out writes what the page draws of it.',
    'A satellite of 740 kg is struck in September 2025 as the game plays it; one draw. Source: as kessler breakup and kessler evolve.',
    'Example: npx kessler altitudes --out client/panels/parts/three-dots.json',
  ].join('\n'),
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: { out: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const out = outOf(values);
    const fallen = threeAltitudes();
    if (out !== undefined) writeText(out, textOf(threeDots(fallen)));
    print(
      Object.fromEntries(
        fallen.map(({ altitudeKm, down }) => [
          `at${altitudeKm}km`,
          Object.fromEntries(
            [0, 1, 5, 25].map((years) => [
              `after${years}`,
              down.filter((month) => month === 0 || month > 12 * years).length,
            ]),
          ),
        ]),
      ),
      values.json,
      out === '-',
    );
    return 0;
  },
};
