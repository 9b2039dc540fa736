import { parseArgs } from 'node:util';
import { satrecOf } from '../../shared/orbits/motion/propagate.ts';
import { type Conjunction, findConjunctions, type Tracked } from '../../shared/orbits/risk/conjunctions.ts';
import { type Exposed, type Warning, warningsAmong } from '../../shared/orbits/risk/warnings.ts';
import { type CatalogueRow, readCatalogue } from '../../shared/orbits/table/catalogue.ts';
import { indexOf } from '../../shared/orbits/table/population.ts';
import { foreignField, textOf } from '../../shared/orbits/table/records.ts';
import { instantMs } from '../../shared/orbits/table/time.ts';
import { readSkyRows } from '../sky-rows.ts';
import { epochAir, nameRefused, outOf, tellStale, writeCsv } from './files.ts';
import { numberOf as probabilityOf } from './options.ts';
import { progressBar } from './progress.ts';
import { print, type Subcommand, WrongUse } from './subcommand.ts';

export const screenCommand: Subcommand = {
  about: 'finds the conjunctions of a catalogue over hours or days, by SGP4',
  usage: [
    'kessler screen --sky FILE --at DATE [--hours 24] [--threshold-km 5] [--program NAME | --ids N,N,...]',
    '               [--warn P] [--out FILE.csv] [--json]',
    '',
    '  --sky FILE        a sky CSV, OMM (CSV, JSON, XML or KVN) or two-line element sets',
    '  --at DATE         start, UTC: 2025-09-01 or 2025-09-01T12:00:00Z; SGP4 is for days about the epochs',
    '  --hours H         length of the span from --at',
    '  --threshold-km D  miss distances up to D',
    '  --program NAME    only pairs with an object of this program (column program)',
    '  --ids N,N,...     only pairs with one of these objects',
    '  --warn P          only those with a probability of a hit of at least P (0: all), with the errors of catalogue elements',
    '  --out FILE        writes idA, idB, time, missKm, speedKms, in order of time; with --warn also sigmaMinorKm, sigmaMajorKm,',
    '                    hardBodyM, probabilityFoster, probabilityMaximum',
    '',
    'Source: SGP4 as in AIAA 2006-6753; errors of catalogue elements, km: shared/orbits/risk/warnings.ts.',
    '--seed is taken and changes nothing: no chance is in this.',
    'Example: npx kessler screen --sky shared/data/sky-2025-09.csv --at 2025-09-01 --hours 2 --out conjunctions.csv',
  ].join('\n'),
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        sky: { type: 'string' },
        at: { type: 'string' },
        hours: { type: 'string', default: '24' },
        'threshold-km': { type: 'string', default: '5' },
        program: { type: 'string' },
        ids: { type: 'string' },
        warn: { type: 'string' },
        out: { type: 'string' },
        seed: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    if (!values.sky) throw new WrongUse('--sky FILE: which catalogue?');
    const fromMs = instantMs(values.at ?? '');
    if (fromMs === null) throw new WrongUse(`--at ${values.at ?? ''}: a date such as 2025-09-01`);
    const hours = numberOf('hours', values.hours);
    const thresholdKm = numberOf('threshold-km', values['threshold-km']);
    if (values.program !== undefined && values.ids !== undefined)
      throw new WrongUse('--program and --ids: one of them, not both');
    const out = outOf(values);
    const warnFrom = probabilityOf(values, 'warn', 0, 1);
    const { rows, bodies, refused, fleet } = readBodies(values.sky, values.program, values.ids);
    nameRefused(values.sky, refused, bodies.length);
    tellStale(values.sky, rows, fromMs);
    const onProgress = progressBar('screening');
    const start = performance.now();
    const found = await findConjunctions(bodies, { fromMs, hours, thresholdKm, onProgress, ...(fleet && { fleet }) });
    const seconds = (performance.now() - start) / 1000;
    const warnings = warnFrom === undefined ? null : warningsAmong(found, withAreas(bodies, rows, fromMs), warnFrom);
    if (out !== undefined)
      writeCsv(
        out,
        [...COLUMNS, ...(warnings === null ? [] : WARNING_COLUMNS)],
        [
          ...(warnings?.map(({ conjunction, warning }) => [...cells(conjunction), ...warningCells(warning)]) ??
            found.map(cells)),
        ],
      );
    const closest = found.reduce<Conjunction | null>((best, c) => (best && best.missKm <= c.missKm ? best : c), null);
    print(
      {
        objects: bodies.length,
        ...(fleet && { fleetObjects: fleet.size }),
        at: timeText(fromMs),
        hours,
        thresholdKm,
        conjunctions: found.length,
        closest: closest && { ...closest, timeMs: undefined, time: timeText(closest.timeMs) },
        ...(warnings && {
          warnings: warnings.length,
          mostLikely: warnings.reduce((most, { warning }) => Math.max(most, warning.probability), 0),
        }),
        refused,
        seconds: Number(seconds.toFixed(3)),
        out: out ?? null,
      },
      values.json,
    );
    return 0;
  },
};

const COLUMNS = ['idA', 'idB', 'time', 'missKm', 'speedKms'];
const cells = (c: Conjunction): (string | number)[] => [
  c.idA,
  c.idB,
  timeText(c.timeMs),
  c.missKm.toFixed(6),
  c.speedKms.toFixed(6),
];

const WARNING_COLUMNS = ['sigmaMinorKm', 'sigmaMajorKm', 'hardBodyM', 'probabilityFoster', 'probabilityMaximum'];
const warningCells = (w: Warning): number[] =>
  [...w.sigmaKm, 1000 * w.hardBodyKm, w.probability, w.probabilityMost].map((x) => Number(x.toPrecision(5)));

/** The bodies with their cross-sections as the catalogue has them. */
function withAreas(
  bodies: readonly Tracked[],
  rows: readonly CatalogueRow[],
  startMs: number,
): readonly (Tracked & Exposed)[] {
  const { sky } = readCatalogue(rows, { startMs, air: epochAir(rows) });
  return bodies.map((body) => {
    const at = indexOf(sky, body.id);
    return { ...body, areaM2: at < 0 ? TYPICAL_AREA_M2 : sky.areaM2[at]! };
  });
}
/** For a body that the catalogue refuses and SGP4 does not, m^2. */
const TYPICAL_AREA_M2 = 1;

function numberOf(name: string, text: string): number {
  const number = Number(text);
  if (!(number > 0 && Number.isFinite(number))) throw new WrongUse(`--${name} ${text}: a number above zero`);
  return number;
}

const NUMBERS = [
  'noradId',
  'meanMotion',
  'eccentricity',
  'inclinationDeg',
  'raanDeg',
  'argPericenterDeg',
  'meanAnomalyDeg',
  'bstar',
] as const;

/** A row that was left out: its place in the file, the field at fault and why. */
type Refused = { readonly row: number; readonly field: string; readonly reason: string };

/** The bodies of a catalogue file, the rows that are none, and the ids that were asked for. */
function readBodies(
  file: string,
  program: string | undefined,
  ids: string | undefined,
): {
  rows: readonly CatalogueRow[];
  bodies: Tracked[];
  refused: Refused[];
  fleet: ReadonlySet<number> | null;
} {
  const { rows, refused: unreadable } = readSkyRows(file);
  const bodies: Tracked[] = [];
  const refused: Refused[] = [...unreadable];
  const asked = ids === undefined ? null : new Set(ids.split(',').map(Number));
  const fleet = new Set<number>();
  const seen = new Set<number>();
  rows.forEach((row, at) => {
    const id = Number(textOf(row, 'noradId'));
    const foreign = foreignField(row);
    const wrong = foreign ?? NUMBERS.find((field) => textOf(row, field) === '' || !Number.isFinite(Number(row[field])));
    const set = wrong === undefined ? satrecOf(row) : null;
    const field = wrong ?? (set === null ? 'epoch' : seen.has(id) ? 'noradId' : null);
    if (field !== null || set === null)
      refused.push({
        row: at + 1,
        field: field!,
        reason: foreign ? 'not-listed' : seen.has(id) ? 'twice' : 'not a value',
      });
    else {
      seen.add(id);
      bodies.push({ id, set });
      if (asked ? asked.has(id) : program !== undefined && textOf(row, 'program') === program) fleet.add(id);
    }
  });
  const missing = [...(asked ?? [])].find((id) => !fleet.has(id));
  if (missing !== undefined) throw new WrongUse(`--ids: ${missing} is not in ${file}`);
  if (program !== undefined && fleet.size === 0) throw new WrongUse(`--program ${program}: none of it in ${file}`);
  return { rows, bodies, refused, fleet: fleet.size > 0 ? fleet : null };
}

/** ISO 8601 to the millisecond. */
const timeText = (ms: number): string => new Date(Math.round(ms)).toISOString();
