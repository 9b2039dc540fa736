import { parseArgs } from 'node:util';
import { satrecOf, stateAt } from '../../shared/orbits/motion/propagate.ts';
import { type Conjunction, findConjunctions, type Tracked } from '../../shared/orbits/risk/conjunctions.ts';
import { maximumProbability } from '../../shared/orbits/risk/probability.ts';
import { relativeRtn } from '../../shared/orbits/risk/rtn.ts';
import { standingPairs } from '../../shared/orbits/risk/standing.ts';
import { type Exposed, type Warning, warningOf } from '../../shared/orbits/risk/warnings.ts';
import { readCatalogue } from '../../shared/orbits/table/catalogue.ts';
import { indexOf } from '../../shared/orbits/table/population.ts';
import type { CatalogueRow } from '../../shared/orbits/table/record-shape.ts';
import { fleetOf, foreignField, textOf } from '../../shared/orbits/table/records.ts';
import { instantMs } from '../../shared/orbits/table/time.ts';
import { readSkyRows } from '../sky-rows.ts';
import { epochAir, nameRefused, outOf, tellStale, writeCsv } from './files.ts';
import { neededText, numberOf } from './options.ts';
import { progressBar } from './progress.ts';
import { print, type Subcommand, WrongUse } from './subcommand.ts';

/** SGP4 is for days about the epochs, and what is further off than this is no conjunction. */
const MOST_HOURS = 24 * 31;
const MOST_THRESHOLD_KM = 500;

export const screenCommand: Subcommand = {
  about: 'finds the conjunctions of a catalogue over hours or days, by SGP4',
  usage: [
    'kessler screen --sky FILE --at DATE [--hours 24] [--threshold-km 5] [--program NAME | --ids N,N,...]',
    '               [--warn P] [--out FILE.csv] [--any-checksum] [--json]',
    '',
    '  --sky FILE        a sky CSV, OMM (CSV, JSON, XML or KVN) or two-line element sets; - is standard input',
    '  --at DATE         start, UTC: 2025-09-01 or 2025-09-01T12:00:00Z; SGP4 is for days about the epochs',
    '  --hours H         length of the span from --at, at most 744',
    '  --threshold-km D  miss distances up to D, at most 500',
    '  --program NAME    only pairs with an object of this program: a constellation as a whole (Starlink, OneWeb, Iridium) or one',
    '                    of its batches, as in column program',
    '  --ids N,N,...     only pairs with one of these objects',
    '  --warn P          only those with a probability of a hit of at least P (0: all), with the errors of catalogue elements',
    '  --out FILE        writes idA, idB, time, missKm, speedKms; where B is from A on its own axes: radialKm (up), alongKm,',
    '                    acrossKm; and at: closest for a closest approach, start or end for a pair that is close without one in the',
    '                    span (it flies as one, or is closest at that end). In order of time; with --warn also sigmaMinorKm,',
    '                    sigmaMajorKm, hardBodyM, probabilityFoster, probabilityMaximum (the most with errors of another size)',
    '                    and shortEncounter (does-not-hold: too slow for the probability to mean much). - is standard output',
    '  --any-checksum    takes two-line sets whose checksum is wrong or left out',
    '',
    'Objects for which SGP4 has no state at the start or the end are printed by name. Of two rows of one object the newer counts.',
    'Source: SGP4 as in AIAA 2006-6753; errors of catalogue elements by regime and age: shared/orbits/risk/warnings.ts.',
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
        'any-checksum': { type: 'boolean', default: false },
        seed: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const file = neededText(values, 'sky');
    const fromMs = instantMs(values.at ?? '');
    if (fromMs === null) throw new WrongUse(`--at ${values.at ?? ''}: a date such as 2025-09-01`);
    const hours = numberOf(values, 'hours', 1e-3, MOST_HOURS)!;
    const thresholdKm = numberOf(values, 'threshold-km', 1e-3, MOST_THRESHOLD_KM)!;
    if (values.program !== undefined && values.ids !== undefined)
      throw new WrongUse('--program and --ids: one of them, not both');
    const out = outOf(values);
    const warnFrom = numberOf(values, 'warn', 0, 1);
    const { rows, bodies, refused, fleet } = readBodies(file, values.program, values.ids, values['any-checksum']);
    nameRefused(file, refused, bodies.length);
    tellStale(file, rows, fromMs);
    const withoutState = stateless(bodies, fromMs, hours);
    const onProgress = progressBar('screening');
    const start = performance.now();
    const search = { fromMs, hours, thresholdKm, onProgress, ...(fleet && { fleet }) };
    const met = await findConjunctions(bodies, search);
    const standing = standingPairs(bodies, search, met);
    const found: readonly Found[] = [...met.map((c): Found => ({ ...c, at: 'closest' })), ...standing].sort(
      (p, q) => p.timeMs - q.timeMs || p.idA - q.idA || p.idB - q.idB,
    );
    const seconds = (performance.now() - start) / 1000;
    const sets = new Map(bodies.map((body) => [body.id, body.set]));
    const warned = warnFrom === undefined ? null : warnedOf(found, withAreas(bodies, rows, fromMs), warnFrom);
    const cells = (c: Found): (string | number)[] => {
      const { radialKm, alongKm, acrossKm } = relativeRtn(sets.get(c.idA)!, sets.get(c.idB)!, c.timeMs)!;
      const numbers = [c.missKm, c.speedKms, radialKm, alongKm, acrossKm].map((x) => x.toFixed(6));
      return [c.idA, c.idB, timeText(c.timeMs), ...numbers, c.at];
    };
    if (out !== undefined)
      writeCsv(
        out,
        [...COLUMNS, ...(warned === null ? [] : WARNING_COLUMNS)],
        warned?.map(([c, warning]) => [...cells(c), ...warningCells(warning)]) ?? found.map(cells),
      );
    const closest = found.reduce<Found | null>((best, c) => (best && best.missKm <= c.missKm ? best : c), null);
    print(
      {
        objects: bodies.length,
        ...(fleet && { fleetObjects: fleet.size }),
        at: timeText(fromMs),
        hours,
        thresholdKm,
        conjunctions: met.length,
        closeWithout: standing.length,
        closest: closest && { ...closest, timeMs: undefined, time: timeText(closest.timeMs) },
        ...(warned && {
          warnings: warned.length,
          mostLikely: warned.reduce((most, [, { probability }]) => Math.max(most, probability), 0),
        }),
        withoutState,
        refused,
        seconds: Number(seconds.toFixed(3)),
        out: out ?? null,
      },
      values.json,
      out === '-',
    );
    return 0;
  },
};

/** A closest approach, or a pair that is close without one. */
type Found = Conjunction & { readonly at: 'closest' | 'start' | 'end' };

const COLUMNS = ['idA', 'idB', 'time', 'missKm', 'speedKms', 'radialKm', 'alongKm', 'acrossKm', 'at'];
const WARNING_COLUMNS = [
  'sigmaMinorKm',
  'sigmaMajorKm',
  'hardBodyM',
  'probabilityFoster',
  'probabilityMaximum',
  'shortEncounter',
];
const warningCells = (w: Warning): (string | number)[] => [
  ...[...w.sigmaKm, 1000 * w.hardBodyKm, w.probability, maximumProbability(w.encounter, w.hardBodyKm)].map((x) =>
    Number(x.toPrecision(5)),
  ),
  w.isShort ? 'holds' : 'does-not-hold',
];

/** Those with a probability from `from` up, as they come; two that fly as one have none. */
function warnedOf(
  found: readonly Found[],
  bodies: readonly (Tracked & Exposed)[],
  from: number,
): (readonly [Found, Warning])[] {
  const byId = new Map(bodies.map((body) => [body.id, body]));
  return found.flatMap((c) => {
    const warning = warningOf(c, byId.get(c.idA)!, byId.get(c.idB)!);
    return warning !== null && warning.probability >= from ? [[c, warning] as const] : [];
  });
}

/** Bodies for which SGP4 has no state at the start or the end, and why. */
function stateless(
  bodies: readonly Tracked[],
  fromMs: number,
  hours: number,
): { id: number; at: string; reason: string }[] {
  return bodies.flatMap(({ id, set }) => {
    for (const atMs of [fromMs, fromMs + hours * 3_600_000]) {
      const state = stateAt(set, atMs);
      if (typeof state === 'string') return [{ id, at: timeText(atMs), reason: state }];
    }
    return [];
  });
}

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
  anyChecksum: boolean,
): {
  rows: readonly CatalogueRow[];
  bodies: readonly Tracked[];
  refused: readonly Refused[];
  fleet: ReadonlySet<number> | null;
} {
  const { rows, refused: unreadable } = readSkyRows(file, { anyChecksum });
  const bodies = new Map<number, Tracked & { row: number }>();
  const refused: Refused[] = [...unreadable];
  const refuse = (row: number, field: string, reason: string): void =>
    void refused.push({ row: row + 1, field, reason });
  for (const [at, row] of rows.entries()) {
    const id = Number(textOf(row, 'noradId'));
    const foreign = foreignField(row);
    const wrong = foreign ?? NUMBERS.find((field) => textOf(row, field) === '' || !Number.isFinite(Number(row[field])));
    const set = wrong === undefined ? satrecOf(row) : null;
    if (set === null) {
      refuse(at, wrong ?? 'epoch', foreign ? 'not-listed' : 'not a value');
      continue;
    }
    const other = bodies.get(id);
    const isNewer = other === undefined || other.set.epochMs < set.epochMs;
    if (isNewer) bodies.set(id, { id, set, row: at });
    if (other) refuse(isNewer ? other.row : at, 'noradId', 'twice');
  }
  const all = [...bodies.values()];
  const asked = ids === undefined ? null : new Set(ids.split(',').map(Number));
  const missing = [...(asked ?? [])].find((id) => !bodies.has(id));
  if (missing !== undefined) throw new WrongUse(`--ids: ${missing} is not in ${file}`);
  const isAsked = ({ id, row }: { id: number; row: number }): boolean => {
    const own = textOf(rows[row]!, 'program');
    return asked ? asked.has(id) : own !== '' && (own === program || fleetOf(own) === program);
  };
  const fleet = asked || program !== undefined ? new Set(all.filter(isAsked).map(({ id }) => id)) : null;
  if (fleet?.size === 0) throw new WrongUse(`--program ${program}: none of it in ${file}; ${programsIn(rows)}`);
  return { rows, bodies: all, refused, fleet };
}

/** The largest programs of rows, as fleets are joined. */
function programsIn(rows: readonly CatalogueRow[]): string {
  const sizes = new Map<string, number>();
  for (const row of rows) {
    const name = fleetOf(textOf(row, 'program'));
    if (name !== '') sizes.set(name, (sizes.get(name) ?? 0) + 1);
  }
  const names = [...sizes].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  return names.length === 0 ? 'no row has a program' : `there is ${names.slice(0, 8).join(', ')} and others`;
}

/** ISO 8601 to the millisecond. */
const timeText = (ms: number): string => new Date(Math.round(ms)).toISOString();
