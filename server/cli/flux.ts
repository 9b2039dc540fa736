import { parseArgs } from 'node:util';
import { RELATIVE_SPEED_KMS } from '../../shared/orbits/risk/collisions.ts';
import { DIRECTION_STEP_DEG, FLUX_SIZES_M, type FluxLine, fluxLines } from '../../shared/orbits/risk/flux.ts';
import {
  SHELL_STEP_KM,
  SHELL_VOLUMES_KM3,
  shellCounts,
  shellFloorKm,
  shellOf,
} from '../../shared/orbits/table/altitudes.ts';
import { OBJECT_KINDS, pick } from '../../shared/orbits/table/population.ts';
import { outOf, readSky, writeTable } from './files.ts';
import { instantOf, neededText, numberOf } from './options.ts';
import { print, type Subcommand, WrongUse } from './subcommand.ts';

const SECONDS_PER_YEAR = 365.25 * 86_400;

/** Objects per km^3 times km/s as hits per m^2 and year. */
export const fluxPerM2Yr = (densityPerKm3: number, speedKms: number): number =>
  densityPerKm3 * speedKms * SECONDS_PER_YEAR * 1e-6;

const rounded = (x: number): number => Number(x.toPrecision(4));
/** Most of what works alone in low orbit follows the Sun. */
const USUAL_INCLINATION_DEG = 98;

const detailOf = ({ shell, size, direction, perM2Yr, speedKms }: FluxLine) => ({
  shellFloorKm: shellFloorKm(shell),
  shellTopKm: shellFloorKm(shell) + SHELL_STEP_KM,
  sizeFromM: FLUX_SIZES_M[size]!,
  offFromDeg: direction * DIRECTION_STEP_DEG,
  offToDeg: (direction + 1) * DIRECTION_STEP_DEG,
  fluxPerM2Yr: rounded(perM2Yr),
  meanSpeedKms: rounded(speedKms),
});

export const fluxCommand: Subcommand = {
  about: 'how often objects pass through a square metre, by altitude, size and direction',
  usage: [
    'kessler flux --sky F [--altitude-km H] [--out F.csv] [--detail F.csv [--inclination-deg 98]] [--at DATE] [--speed-kms 10]',
    '             [--any-checksum] [--json]',
    '',
    '  --sky     a sky CSV, OMM (CSV, JSON, XML or KVN) or two-line element sets; no drag is applied between its epoch and --at',
    '',
    '  --any-checksum  takes two-line sets whose checksum is wrong or left out',
    '  --out     a table of all shells instead, one line each, same columns; - is standard output',
    '',
    '  --detail  a table of all shells, sizes and directions in one call, on a body in a circular orbit of --inclination-deg: least size',
    '            (0.01 m: with pieces that nobody tracks, estimated; 0.1: all that is tracked; 0.3, 1, 3 by length), degrees off the',
    '            direction of flight from which it comes (0-15 ahead, to 165-180 behind; left and right are alike), hits per m2 of',
    '            what is seen from there and year, and their mean speed. --speed-kms is not used. Adds up: directions of one size',
    '',
    'The shell of 50 km that holds the altitude: time-weighted objects over volume, times the mean relative speed, --speed-kms.',
    'Source of --detail: D. J. Kessler, Icarus 48, 1981: densities by latitude, both headings, in bands of 2 degrees.',
    '--seed is taken and changes nothing: no chance is in this.',
    'Example: npx kessler flux --sky shared/data/sky-2025-09.csv --altitude-km 778 --detail flux.csv --json',
  ].join('\n'),
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        sky: { type: 'string' },
        'altitude-km': { type: 'string' },
        out: { type: 'string' },
        detail: { type: 'string' },
        'inclination-deg': { type: 'string' },
        at: { type: 'string' },
        'speed-kms': { type: 'string' },
        'any-checksum': { type: 'boolean', default: false },
        seed: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const altitudeKm = numberOf(values, 'altitude-km', 150, 2049.999);
    const out = outOf(values);
    const detail = outOf(values, 'detail');
    if (altitudeKm === undefined && out === undefined && detail === undefined)
      throw new WrongUse('--altitude-km H, --out FILE or --detail FILE: one of them at least');
    if (out === '-' && detail === '-') throw new WrongUse('--out, --detail: standard output has room for one table');
    const inclinationDeg = numberOf(values, 'inclination-deg', 0, 180);
    if (inclinationDeg !== undefined && detail === undefined) throw new WrongUse('--inclination-deg is for --detail');
    const speedKms = numberOf(values, 'speed-kms', 0.1, 20) ?? RELATIVE_SPEED_KMS;
    const startMs = instantOf(values, 'at');
    const { sky, refused } = readSky(neededText(values, 'sky'), {
      anyChecksum: values['any-checksum'],
      ...(startMs !== undefined && { startMs }),
    });
    const counts = [null, ...OBJECT_KINDS.keys()].map((kind) => {
      const rows = Array.from({ length: sky.count }, (_, i) => i).filter((i) => kind === null || sky.kind[i] === kind);
      return shellCounts(pick(sky, rows));
    });
    const of = (shell: number): Record<string, number> => {
      const [all = 0, ...kinds] = counts.map((count) => count[shell]! / SHELL_VOLUMES_KM3[shell]!);
      return {
        shellFloorKm: shellFloorKm(shell),
        shellTopKm: shellFloorKm(shell) + SHELL_STEP_KM,
        objectsPerKm3: rounded(all),
        relativeSpeedKms: speedKms,
        fluxPerM2Yr: rounded(fluxPerM2Yr(all, speedKms)),
        ...Object.fromEntries(
          OBJECT_KINDS.map((kind, k) => [`${kind}PerM2Yr`, rounded(fluxPerM2Yr(kinds[k]!, speedKms))]),
        ),
      };
    };
    const told = altitudeKm === undefined ? {} : { altitudeKm, ...of(shellOf(altitudeKm)) };
    if (out !== undefined) {
      const table = Array.from(SHELL_VOLUMES_KM3, (_, shell) => of(shell));
      writeTable(out, table);
    }
    if (detail !== undefined)
      writeTable(detail, fluxLines(sky, ((inclinationDeg ?? USUAL_INCLINATION_DEG) * Math.PI) / 180).map(detailOf));
    print(
      {
        ...told,
        refusedRows: refused.length,
        ...(out !== undefined && { out }),
        ...(detail !== undefined && { detail, inclinationDeg: inclinationDeg ?? USUAL_INCLINATION_DEG }),
      },
      values.json,
      out === '-' || detail === '-',
    );
    return 0;
  },
};
