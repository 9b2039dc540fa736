import { parseArgs } from 'node:util';
import { CARRIED_COLUMNS, isCarried } from '../../shared/orbits/table/carried.ts';
import { readCatalogue } from '../../shared/orbits/table/catalogue.ts';
import type { CatalogueRow } from '../../shared/orbits/table/record-shape.ts';
import { readSkyRows, SKY_COLUMNS, shippedSky } from '../sky-rows.ts';
import { epochAir, medianEpochMs, outOf, writeCsv } from './files.ts';
import { scenarioOf } from './scenarios.ts';
import { print, type Subcommand, WrongUse } from './subcommand.ts';

/** Newest sky that ships with the program: who owns what, and what it weighs. */
const NEWEST = 'sky-2025-09.csv';
/** Columns that say what an object is; the others say where it is. */
const DETAILS = SKY_COLUMNS.slice(3, 15);

export const importCommand: Subcommand = {
  about: 'turns OMM files and two-line element sets into a sky',
  usage: [
    'kessler import FILE...|--scenario NAME [--out sky.csv] [--details FILE|none] [--any-checksum] [--json]',
    '',
    '  FILE        OMM as JSON (or an object a line), CSV, XML or KVN (CelesTrak, Space-Track), two-line element sets, or a sky CSV to be checked',
    '              several files make one sky: of two rows of one object the newer is kept, in whichever file it stands',
    '  --scenario  the starting sky that a scenario names (its id, or its folder) instead: what a game would start from',
    `  --details   sky CSV from which type, owner, mission, mass and size are taken by catalogue number where FILE has none;`,
    `              default: shared/data/${NEWEST}`,
    '',
    '  --any-checksum  takes two-line sets whose checksum is wrong or left out',
    '',
    'CelesTrak has the catalogue at https://celestrak.org/NORAD/elements/gp.php?GROUP=active&FORMAT=json (csv, xml, kvn, tle).',
    'Every refused row is named with its field and reason; the others are written with the columns of shared/data/README.md.',
    'A scenario may name a file of any of these forms as its sky.',
    '--seed is taken and changes nothing: no chance is in this.',
    'Example: npx kessler import shared/data/sky-2025-09.csv --out sky.csv',
  ].join('\n'),
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        details: { type: 'string' },
        'any-checksum': { type: 'boolean', default: false },
        scenario: { type: 'string' },
        seed: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const named =
      values.scenario === undefined ? undefined : shippedSky(scenarioOf(values.scenario, { onSky: false }).sky.file);
    const files = named ? [named] : positionals;
    if (files.length === 0 || (named && positionals.length > 0)) throw new WrongUse('one or more files, or --scenario');
    if (files.filter((file) => file === '-').length > 1) throw new WrongUse('-: standard input has one file');
    const out = outOf(values);
    const { formats, rows, places, unreadable } = readAll(files, values['any-checksum']);
    const known =
      values.details === 'none'
        ? new Map<string, CatalogueRow>()
        : new Map(readSkyRows(values.details ?? shippedSky(NEWEST)).rows.map((row) => [row.noradId ?? '', row]));
    const whole = rows.map((row) => withDetails(row, known.get(row.noradId ?? '')));
    const startMs = medianEpochMs(whole);
    const { sky, refused } = readCatalogue(whole, { startMs: startMs ?? 0, air: epochAir(whole) });
    const left = new Set(refused.map((flaw) => flaw.row));
    const good = whole.filter((_, index) => !left.has(index + 1));
    // A sky without a row is no sky: the file is not written.
    const written = sky.count > 0 ? out : undefined;
    const columns = good.some(isCarried) ? [...SKY_COLUMNS, ...CARRIED_COLUMNS] : SKY_COLUMNS;
    if (written !== undefined)
      writeCsv(
        written,
        columns,
        good.map((row) => columns.map((column) => row[column] ?? '')),
      );
    print(
      {
        file: files.map(String).join(' '),
        format: [...new Set(formats)].join(' '),
        objects: sky.count,
        withDetails: good.filter((row) => known.has(row.noradId ?? '')).length,
        medianEpoch: startMs === null ? null : new Date(startMs).toISOString(),
        refused: [...unreadable, ...refused.map((flaw) => ({ ...flaw, ...places[flaw.row - 1]! }))],
        out: written ?? null,
      },
      values.json,
      written === '-',
    );
    return sky.count > 0 ? 0 : 1;
  },
};

/** The rows of files one after another, each with its place, and what is unreadable; the file is named where there are several. */
function readAll(files: readonly (string | URL)[], anyChecksum: boolean) {
  const parts = files.map((file) => ({
    ...readSkyRows(file, { anyChecksum }),
    from: files.length > 1 ? { file: String(file) } : {},
  }));
  return {
    formats: parts.map(({ format }) => format),
    rows: parts.flatMap(({ rows }) => rows),
    places: parts.flatMap(({ rows, from }) => rows.map((_, n) => ({ ...from, row: n + 1 }))),
    unreadable: parts.flatMap(({ refused, from }) => refused.map((flaw) => ({ ...from, ...flaw }))),
  };
}

/** A row with what another says of the same object. A type guessed from a name gives way to the catalogue's. */
function withDetails(row: CatalogueRow, known: CatalogueRow | undefined): CatalogueRow {
  if (known === undefined) return row;
  const out: Record<string, string> = { ...row };
  for (const column of DETAILS) if (!row[column] || column === 'objectType') out[column] = known[column] ?? '';
  return out;
}
