import { parseArgs } from 'node:util';
import { isRecorded, weatherAt } from '../../shared/orbits/motion/atmosphere.ts';
import { isModelled } from '../../shared/orbits/motion/pull.ts';
import type { Key } from '../../shared/orbits/table/chance.ts';
import { apogeeAltitudeKm, perigeeAltitudeKm } from '../../shared/orbits/table/elements.ts';
import type { Population } from '../../shared/orbits/table/population.ts';
import { decimalYear } from '../../shared/orbits/table/time.ts';
import { bandsOf, keyOfRun } from './bands.ts';
import { carry, type End, hundredths, isoDay, MS_PER_MONTH } from './carry.ts';
import { writeSky } from './computed-sky.ts';
import { outOf, readSky, writeCsv, writeTable } from './files.ts';
import { instantOf, neededText, numberOf, oneOf } from './options.ts';
import { progressBar } from './progress.ts';
import { recordOf, SOLAR_USAGE, sunOf, tellOutsideRecord } from './solar.ts';
import { print, type Subcommand, WrongUse } from './subcommand.ts';
import { WINDOW_COLUMNS, windowsOf } from './windows.ts';

/** More runs than anybody waits for. */
const MOST_RUNS = 10_000;
/** What a function makes of the runs after the first. */
const others = <T>(runs: number, of: (run: number) => T): T[] => Array.from({ length: runs - 1 }, (_, n) => of(n + 1));

export const evolveCommand: Subcommand = {
  about: 'carries a sky from one date to another',
  usage: [
    'kessler evolve --sky F --from DATE --to DATE --out F.csv [--sky-out F.csv] [--series F.csv] [--solar historic|cycle|FILE] [--f107 F]',
    '               [--epoch-f107 F] [--am-from-bstar] [--launches none|as-now|repeat] [--break-ups on|off] [--seed 1]',
    '               [--runs N --bands F.csv] [--windows F.csv] [--any-checksum] [--json]',
    '',
    '  --sky          a sky CSV (columns of shared/data/README.md), OMM (CSV, JSON, XML or KVN), or two-line element sets',
    '  --from, --to   dates, UTC; elements are carried to --from by J2, without drag: take a date near their epoch',
    '  --out          what became of each object, by --to; --series: how many there were after each month, ready to plot',
    '  --sky-out      the sky at --to, with area-to-mass, mass, size and flags of each object: every command reads it, and evolve goes on',
    '                 from it as if it had not stopped (to 1e-10 rev/day), where --to is whole months of 30.4375 days after --from;',
    '                 smallPieces start anew, and --launches repeat repeats what is still up',
    '  --runs N       N runs that differ by chance: break-ups, disposal, launches, drawn cycles of the Sun; --bands: the 5th, 50th and',
    '                 95th percentile over them of each column of --series, month by month (inOrbitP5, inOrbitP50 and so on). The other',
    '                 tables are of the first run, which is that of --seed alone; more runs change none of those before them',
    '  --windows      for each object of --sky that comes down by itself: noradId, name, decayDate as in --out, and the dates before',
    '                 which it comes down with 5, 50 and 95 % (dateP5, dateP50, dateP95); empty: four times as far as --to and later, or an',
    '                 apogee above 2,000 km, where Sun and Moon say when',
    ...SOLAR_USAGE,
    '  --f107 F       a constant flux instead, sfu',
    '  --epoch-f107   flux against which the decay of the elements is read; default: the record, ten days before them',
    '  --launches     none (default); as-now: every satellite that is retired or comes down is replaced by its like, so that',
    '                 fleets stay as large as they are; growth and the stages that launches leave are not in it;',
    '                 repeat: the satellites and stages launched in the eight years before --from and still up are launched',
    '                 again, month by month (the traffic cycle of IADC-12-08)',
    '  --any-checksum takes two-line sets whose checksum is wrong or left out',
    '  --break-ups    on: collisions and explosions by chance (--seed); off: drag, ends of mission and disposal only',
    '',
    'Area-to-mass ratios are read from the drag terms of the sky: the ratio with which the drag of the model, at the flux of',
    'the elements, gives the published rate of the mean motion (meanMotionDot); where that is lost in noise, from mass and',
    'size. --am-from-bstar takes 12.74 bstar / 2.2 instead, as others do: its density does not follow the Sun.',
    '--out has noradId, state (orbit, decayed, disposed, broken-up), decayDate, perigeeKm, apogeeKm, modelled (above the equatorial radius,',
    'at --to; empty for what is down); dates are the middle of their month. Fragments and what is launched have numbers from 2^40.',
    '--series has date, inOrbit, working, payloads, stages, fragments, unknown, and decayed, disposed (brought down at the end',
    'of its mission), graveyard (raised above the geostationary belt), launched, collisions, explosions, breakUps (both) since --from; pieces,',
    'the fragments of computed break-ups in orbit;',
    'smallPieces (1-10 cm, untracked, in low orbit) and smallHits, the hits of them on working satellites expected since --from.',
    'Windows: the spread of the area-to-mass ratio as it was read, e^0.3 by which single bodies fall otherwise, and e^0.34 on what',
    'a cycle of the Sun that no record has yet adds to a quiet Sun; shared/orbits/motion/windows.ts.',
    'Satellites that work keep their orbit. Sun, Moon and sunlight move orbits that reach above 2,000 km; modelled is no for those',
    'that reach above 150,000 km, where the model of their pull does not hold.',
    'Source: drag as in kessler decay, collisions by cubes of 50 km (Liou and others, Adv. Space Res. 34(5), 2004), break-ups as in',
    'kessler breakup with the scales that fit real clouds; rates of explosions and disposal: shared/orbits/motion/evolve.ts.',
    'Example: npx kessler evolve --sky shared/data/sky-2025-09.csv --from 2025-09-01 --to 2035-09-01 \\',
    '           --out end.csv --series months.csv --sky-out sky-2035.csv',
  ].join('\n'),
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        sky: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        out: { type: 'string' },
        'sky-out': { type: 'string' },
        series: { type: 'string' },
        runs: { type: 'string' },
        bands: { type: 'string' },
        windows: { type: 'string' },
        solar: { type: 'string', default: 'historic' },
        f107: { type: 'string' },
        'epoch-f107': { type: 'string' },
        'any-checksum': { type: 'boolean', default: false },
        'am-from-bstar': { type: 'boolean', default: false },
        launches: { type: 'string', default: 'none' },
        'break-ups': { type: 'string', default: 'on' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
      },
    });
    const file = neededText(values, 'sky');
    neededText(values, 'out');
    const out = outOf(values)!;
    const series = outOf(values, 'series');
    const skyOut = outOf(values, 'sky-out');
    const bands = outOf(values, 'bands');
    const runs = numberOf(values, 'runs', 1, MOST_RUNS);
    if ((runs === undefined) !== (bands === undefined)) throw new WrongUse('--runs N and --bands FILE: both or none');
    if (runs !== undefined && !Number.isInteger(runs)) throw new WrongUse(`--runs ${runs}: a whole number`);
    const windows = outOf(values, 'windows');
    const onStdout = [out, series, skyOut, bands, windows].filter((name) => name === '-').length;
    if (onStdout > 1)
      throw new WrongUse('--out, --series, --sky-out, --bands, --windows: standard output has room for one table');
    const fromMs = instantOf(values, 'from');
    const toMs = instantOf(values, 'to');
    if (fromMs === undefined || toMs === undefined) throw new WrongUse('--from and --to are needed');
    if (toMs < fromMs) throw new WrongUse('--to is before --from');
    const launches = oneOf(values, 'launches', ['none', 'as-now', 'repeat']);
    const solar = neededText(values, 'solar');
    const record = recordOf(solar);
    const breakUps = oneOf(values, 'break-ups', ['on', 'off']) === 'on';
    const epochF107 = numberOf(values, 'epoch-f107', 60, 300);
    const fixed = numberOf(values, 'f107', 60, 300);
    const start = readSky(file, {
      startMs: fromMs,
      anyChecksum: values['any-checksum'],
      amFromBstar: values['am-from-bstar'],
      ...(record && { record }),
      ...(epochF107 === undefined ? {} : { air: { f107: epochF107, year: decimalYear(fromMs) } }),
    });
    // A sky that goes on has the Sun and the months of where it began.
    const startYear = decimalYear(fromMs - start.monthsBefore * MS_PER_MONTH);
    const bar = progressBar('evolving');
    /** The air of a run by months since the computation began. */
    const airOfRun = (key: Key) => {
      const sun = sunOf(solar, record, key, startYear);
      return (month: number) => {
        const year = startYear + month / 12;
        const recorded = fixed !== undefined || isRecorded(month, sun);
        return fixed === undefined ? { ...weatherAt(month, sun), year, recorded } : { f107: fixed, year, recorded };
      };
    };
    const runOf = (n: number) => {
      const key = keyOfRun(values.seed, n);
      const weather = airOfRun(key);
      return carry(start.sky, {
        months: (toMs - fromMs) / MS_PER_MONTH,
        weather,
        breakUps,
        launches,
        key,
        fromMs,
        monthsBefore: start.monthsBefore,
        progress: (share) => bar((n + share) / (runs ?? 1)),
      });
    };
    tellOutsideRecord(solar, record, startYear);
    const { sky, ends, counts, lines } = runOf(0);
    const table = bands === undefined ? [] : bandsOf([lines, ...others(runs!, (n) => runOf(n).lines)]);
    if (bands !== undefined) writeTable(bands, table);
    if (windows !== undefined) {
      const weather = airOfRun(keyOfRun(values.seed, 0));
      const span = { fromMs, toMs, fromYear: decimalYear(fromMs) };
      const lines = windowsOf(start, ends, (year) => weather(12 * (year - startYear)), span);
      writeTable(windows, lines, WINDOW_COLUMNS);
    }
    writeCsv(
      out,
      ['noradId', 'state', 'decayDate', 'perigeeKm', 'apogeeKm', 'modelled'],
      tableOf(start.sky, sky, ends),
    );
    if (skyOut !== undefined) writeSky(skyOut, start, sky, toMs);
    if (series !== undefined) writeTable(series, lines);
    print(
      {
        sky: file,
        from: isoDay(fromMs),
        to: isoDay(toMs),
        objects: start.sky.count,
        refusedRows: start.refused.length,
        epochF107: Number(start.air.f107.toFixed(1)),
        ...counts,
        smallHits: hundredths(counts.smallHits),
        fragmentsInOrbit: sky.breakupId.reduce((n, id) => n + (id > 0 ? 1 : 0), 0),
        inOrbit: sky.count,
        seed: values.seed,
        out,
        series: series ?? null,
        skyOut: skyOut ?? null,
        ...(windows !== undefined && { windows }),
        ...(bands !== undefined && { runs, bands, bandsAtEnd: table.at(-1) }),
      },
      values.json,
      onStdout > 0,
    );
    return 0;
  },
};

function* tableOf(
  start: Population,
  sky: Population,
  ends: ReadonlyMap<number, End>,
): Generator<readonly (string | number)[]> {
  for (let i = 0; i < start.count; i++) {
    const end = ends.get(start.id[i]!);
    if (end !== undefined) yield [start.id[i]!, end.state, isoDay(end.atMs), '', '', ''];
  }
  for (let i = 0; i < sky.count; i++) {
    const a = sky.semiMajorAxisKm[i]!;
    const e = sky.eccentricity[i]!;
    const altitudes = [perigeeAltitudeKm(a, e).toFixed(1), apogeeAltitudeKm(a, e).toFixed(1)];
    yield [sky.id[i]!, 'orbit', '', ...altitudes, isModelled(a, e) ? 'yes' : 'no'];
  }
}
