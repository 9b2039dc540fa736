import { parseArgs } from 'node:util';
import { bands, type Plan, projectShells, type Strike, shellState } from '../../shared/orbits/decades/shells.ts';
import { drawCycle, f107At } from '../../shared/orbits/motion/atmosphere.ts';
import { SHELL_COUNT, shellOf } from '../../shared/orbits/table/altitudes.ts';
import { keyOf, narrow } from '../../shared/orbits/table/chance.ts';
import { decimalYear } from '../../shared/orbits/table/time.ts';
import { outOf, readSky, writeTable } from './files.ts';
import { neededText, numberOf } from './options.ts';
import { progressBar } from './progress.ts';
import { print, type Subcommand, WrongUse } from './subcommand.ts';

export const forecastCommand: Subcommand = {
  about: 'decades of low orbit by the shell model, with bands over seeds',
  usage: [
    'kessler forecast --sky F [--years 50] [--seeds 20] [--launches-per-year 0] [--launch-altitude-km 550] [--most-working N]',
    '                 [--mission-years 6] [--within-years 25] [--success 0] [--avoidance 0.99] [--removals-per-year 0]',
    '                 [--strike ALT:KG:YEAR ...] [--tests ALT:KG:PER-YEAR ...] [--test-ban-above-km H] [--seed 1]',
    '                 [--out F.csv] [--any-checksum] [--json]',
    '',
    '  --seeds N                   runs, each with chances and solar cycles of its own, over which the bands are; same --seed, same runs',
    '  --launches-per-year         satellites a year into the shell of --launch-altitude-km; --mission-years is how long they work',
    '  --most-working N            a cap: launches stop where more than N satellites would work',
    '  --within-years, --success   disposal rule: satellites that end their mission leave within so many years, this share',
    '  --avoidance                 share of its collisions with tracked objects that a working satellite avoids',
    '  --removals-per-year         spent stages taken away, from where they are most exposed',
    '  --strike ALT:KG:YEAR        a destructive test at an altitude (km), of both bodies together (kg), in a year from now',
    '  --tests ALT:KG:PER-YEAR     such tests by chance, with this probability in each year',
    '  --test-ban-above-km H       leaves out the tests above this altitude',
    '  --any-checksum              takes two-line sets whose checksum is wrong or left out',
    '',
    'Tracked objects (10 cm and more), 150-2,050 km. The CSV has a line a year: year, tracked p10, p50, p90, and means of working',
    'satellites, pieces of 1-10 cm, and collisions, tests and satellites lost so far (to tracked objects and to small ones).',
    'Steps of half a year; in each at most one collision and one explosion in a shell of 50 km. More objects with the same --seed',
    'never mean fewer or lighter collisions in a step: two plans differ by what they do, not by the draw.',
    'Source: a source-sink model by shell in the family of MOCAT-SSEM (D’Ambrosio, Lifson, Linares, J. Spacecr. Rockets 60(6), 2023).',
    'Example: npx kessler forecast --sky shared/data/sky-2025-09.csv --years 50 --launches-per-year 1500 --success 0.9 --json',
  ].join('\n'),
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        sky: { type: 'string' },
        years: { type: 'string', default: '50' },
        seeds: { type: 'string', default: '20' },
        'launches-per-year': { type: 'string' },
        'launch-altitude-km': { type: 'string' },
        'mission-years': { type: 'string' },
        'within-years': { type: 'string' },
        success: { type: 'string' },
        'removals-per-year': { type: 'string' },
        'most-working': { type: 'string' },
        avoidance: { type: 'string' },
        strike: { type: 'string', multiple: true, default: [] },
        tests: { type: 'string', multiple: true, default: [] },
        'test-ban-above-km': { type: 'string' },
        'any-checksum': { type: 'boolean', default: false },
        seed: { type: 'string', default: '1' },
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const out = outOf(values);
    const years = Math.round(numberOf(values, 'years', 1, 500)!);
    const seeds = Math.round(numberOf(values, 'seeds', 1, 10_000)!);
    const { sky, startMs } = readSky(neededText(values, 'sky'), { anyChecksum: values['any-checksum'] });
    const launches = new Float64Array(SHELL_COUNT);
    launches[shellOf(numberOf(values, 'launch-altitude-km', 150, 2049) ?? 550)] =
      numberOf(values, 'launches-per-year', 0, 1e6) ?? 0;
    const mostWorking = numberOf(values, 'most-working', 0, 1e7);
    const avoidance = numberOf(values, 'avoidance', 0, 1);
    const banAboveKm = numberOf(values, 'test-ban-above-km', 0, 2050) ?? Number.POSITIVE_INFINITY;
    const strikes = [
      ...values.strike.map((text, n) => strikeOf('strike', text, n)),
      ...values.tests.map((text, n) => strikeOf('tests', text, n, years)),
    ];
    const plan = {
      years,
      stepMonths: 6,
      launchesPerYear: launches,
      missionYears: numberOf(values, 'mission-years', 0.5, 100) ?? 6,
      disposal: {
        withinYears: numberOf(values, 'within-years', 0.5, 500) ?? 25,
        success: numberOf(values, 'success', 0, 1) ?? 0,
      },
      removalsPerYear: numberOf(values, 'removals-per-year', 0, 1e4) ?? 0,
      ...(avoidance === undefined ? {} : { avoidanceResidual: 1 - avoidance }),
      ...(mostWorking === undefined ? {} : { mostWorking }),
      strikes: strikes.filter((strike) => strike.altitudeKm <= banAboveKm),
    };
    const state = shellState(sky);
    const bar = progressBar('forecast');
    const runs = Array.from({ length: seeds }, (_, n) => {
      const key = narrow(keyOf(values.seed), 'forecast', n);
      const sun = drawCycle(key, decimalYear(startMs));
      const run = projectShells(state, { ...plan, f107: (month) => f107At(month, sun) } satisfies Plan, key);
      bar((n + 1) / seeds);
      return run;
    });
    const tracked = bands(runs.map((run) => run.total));
    const mean = (of: (run: (typeof runs)[number]) => Float64Array, year: number): number =>
      runs.reduce((sum, run) => sum + of(run)[year]! / seeds, 0);
    const table = Array.from({ length: years + 1 }, (_, year) => ({
      year,
      trackedP10: Math.round(tracked.p10[year]!),
      trackedP50: Math.round(tracked.p50[year]!),
      trackedP90: Math.round(tracked.p90[year]!),
      workingMean: Number(mean((run) => run.live, year).toFixed(1)),
      smallMean: Math.round(mean((run) => run.small, year)),
      collisionsMean: Number(mean((run) => run.collisions, year).toFixed(3)),
      testsMean: Number(mean((run) => run.strikes, year).toFixed(3)),
      lostMean: Number(mean((run) => run.lost, year).toFixed(3)),
    }));
    if (out !== undefined) writeTable(out, table);
    print(
      { years, seeds, seed: values.seed, start: table[0], end: table[years], out: out ?? null },
      values.json,
      out === '-',
    );
    return 0;
  },
};

/** "850:900:3" as a strike in the third year from now, or as tests with a probability in each of so many years. */
function strikeOf(option: 'strike' | 'tests', text: string, place: number, years?: number): Strike {
  const [altitudeKm = 0, massKg = 0, last = -1, ...more] = text.split(':').map(Number);
  const good = altitudeKm >= 150 && altitudeKm < 2050 && massKg > 0 && last >= 0 && more.length === 0;
  const unfit = years === undefined ? !good : !good || last > 1;
  if (unfit)
    throw new WrongUse(
      option === 'strike'
        ? `--strike ${text}: altitude in km (150-2050), mass in kg and year, as 850:900:3`
        : `--tests ${text}: altitude in km (150-2050), mass in kg and probability a year, as 850:900:0.05`,
    );
  const body = { id: `${option} ${place}`, altitudeKm, massKg };
  return years === undefined
    ? { ...body, atYear: last }
    : { ...body, probabilityPerYear: last, fromYear: 0, untilYear: years };
}
