import { parseArgs } from 'node:util';
import type { Weather } from '../../shared/orbits/motion/atmosphere.ts';
import { weatherAt } from '../../shared/orbits/motion/atmosphere.ts';
import { decayOrbits } from '../../shared/orbits/motion/decay.ts';
import type { SkyEvent } from '../../shared/orbits/motion/events.ts';
import { evolveMonth } from '../../shared/orbits/motion/evolve.ts';
import { isModelled, pullOrbits } from '../../shared/orbits/motion/pull.ts';
import { driftAngles } from '../../shared/orbits/motion/secular.ts';
import { smallPiecesAfter, smallPiecesOf } from '../../shared/orbits/risk/small-pieces.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import { apogeeAltitudeKm, DAYS_PER_MONTH, perigeeAltitudeKm } from '../../shared/orbits/table/elements.ts';
import {
  ACTIVE,
  DEBRIS,
  draftOf,
  indexOf,
  OBJECT_KINDS,
  PAYLOAD,
  type Population,
  pick,
  STAGE,
  UNKNOWN,
} from '../../shared/orbits/table/population.ts';
import { decimalYear } from '../../shared/orbits/table/time.ts';
import { trafficOf, withSuccessors, withTraffic } from '../../shared/orbits/table/traffic.ts';
import { outOf, readSky, writeCsv } from './files.ts';
import { instantOf, neededText, numberOf, oneOf } from './options.ts';
import { progressBar } from './progress.ts';
import { recordOf, SOLAR_USAGE, sunOf } from './solar.ts';
import { print, type Subcommand, WrongUse } from './subcommand.ts';

const MS_PER_MONTH = DAYS_PER_MONTH * 86_400_000;
const sumOf = (numbers: Float64Array): number => numbers.reduce((a, b) => a + b, 0);
const hundredths = (x: number): number => Math.round(100 * x) / 100;
const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** What became of an object of the starting sky, by id. */
type End = { readonly state: 'decayed' | 'disposed' | 'broken-up'; readonly atMs: number };

export const evolveCommand: Subcommand = {
  about: 'carries a sky from one date to another',
  usage: [
    'kessler evolve --sky F --from DATE --to DATE --out F.csv [--series F.csv] [--solar historic|cycle|FILE] [--f107 F]',
    '               [--epoch-f107 F] [--am-from-bstar] [--launches none|as-now|repeat] [--break-ups on|off] [--seed 1]',
    '               [--json]',
    '',
    '  --sky          a sky CSV (columns of shared/data/README.md), OMM (CSV, JSON, XML or KVN), or two-line element sets',
    '  --from, --to   dates, UTC; elements are carried to --from by J2, without drag: take a date near their epoch',
    '  --out          what became of each object, by --to; --series: how many there were after each month, ready to plot',
    ...SOLAR_USAGE,
    '  --f107 F       a constant flux instead, sfu',
    '  --epoch-f107   flux against which the decay of the elements is read; default: the record, ten days before them',
    '  --launches     none (default); as-now: every satellite that is retired or comes down is replaced by its like, so that',
    '                 fleets stay as large as they are; growth and the stages that launches leave are not in it;',
    '                 repeat: the satellites and stages launched in the eight years before --from and still up are launched',
    '                 again, month by month (the traffic cycle of IADC-12-08)',
    '  --break-ups    on: collisions and explosions by chance (--seed); off: drag, ends of mission and disposal only',
    '',
    'Area-to-mass ratios are read from the drag terms of the sky: the ratio with which the drag of the model, at the flux of',
    'the elements, gives the published rate of the mean motion (meanMotionDot); where that is lost in noise, from mass and',
    'size. --am-from-bstar takes 12.74 bstar / 2.2 instead, as others do: its density does not follow the Sun.',
    '--out has noradId, state (orbit, decayed, disposed, broken-up), decayDate, perigeeKm, apogeeKm, modelled (above the equatorial radius,',
    'at --to; empty for what is down); dates are the middle of their month. Fragments and what is launched have numbers from 2^40.',
    '--series has date, inOrbit, working, payloads, stages, fragments, unknown, and decayed, disposed (brought down at the end',
    'of its mission), graveyard (raised above the geostationary belt), launched, collisions, explosions since --from;',
    'smallPieces (1-10 cm, untracked, in low orbit) and smallHits, the hits of them on working satellites expected since --from.',
    'Satellites that work keep their orbit. Sun, Moon and sunlight move orbits that reach above 2,000 km; modelled is no for those',
    'that reach above 150,000 km, where the model of their pull does not hold.',
    'Source: drag as in kessler decay, collisions by cubes of 50 km (Liou and others, Adv. Space Res. 34(5), 2004), break-ups as in',
    'kessler breakup with the scales that fit real clouds; rates of explosions and disposal: shared/orbits/motion/evolve.ts.',
    'Example: npx kessler evolve --sky shared/data/sky-2025-09.csv --from 2025-09-01 --to 2035-09-01 \\',
    '           --out end.csv --series months.csv',
  ].join('\n'),
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        sky: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        out: { type: 'string' },
        series: { type: 'string' },
        solar: { type: 'string', default: 'historic' },
        f107: { type: 'string' },
        'epoch-f107': { type: 'string' },
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
    if (out === '-' && series === '-')
      throw new WrongUse('--out - and --series -: standard output has room for one table');
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
    const startYear = decimalYear(fromMs);
    const start = readSky(file, {
      startMs: fromMs,
      amFromBstar: values['am-from-bstar'],
      ...(record && { record }),
      ...(epochF107 === undefined ? {} : { air: { f107: epochF107, year: startYear } }),
    });
    const key = keyOf(values.seed);
    const sun = sunOf(solar, record, key, startYear);
    const weather = (month: number): Weather & { year: number } => {
      const year = startYear + month / 12;
      return fixed === undefined ? { ...weatherAt(month, sun), year } : { f107: fixed, year };
    };
    const run = { months: (toMs - fromMs) / MS_PER_MONTH, weather, breakUps, launches, key, fromMs };
    const { sky, ends, counts, lines } = carry(start.sky, run);
    writeCsv(
      out,
      ['noradId', 'state', 'decayDate', 'perigeeKm', 'apogeeKm', 'modelled'],
      tableOf(start.sky, sky, ends),
    );
    if (series !== undefined)
      writeCsv(
        series,
        Object.keys(lines[0]!),
        lines.map((line) => Object.values(line)),
      );
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
      },
      values.json,
      out === '-' || series === '-',
    );
    return 0;
  },
};

type Run = {
  readonly months: number;
  readonly weather: (month: number) => Weather & { year: number };
  readonly breakUps: boolean;
  readonly launches: 'none' | 'as-now' | 'repeat';
  readonly key: ReturnType<typeof keyOf>;
  readonly fromMs: number;
};

/** What happened so far. */
type Counts = {
  decayed: number;
  disposed: number;
  /** raised from the geostationary belt to above it */
  graveyard: number;
  collisions: number;
  explosions: number;
  fragmentsDecayed: number;
  launched: number;
  /** pieces of 1-10 cm now, and expected hits of them on working satellites */
  smallPieces: number;
  smallHits: number;
};

/** Evolves month by month; what is left of a month at the end is drift and drag alone. */
function carry(start: Population, { months, weather, breakUps, launches, key, fromMs }: Run) {
  const ends = new Map<number, End>();
  const counts: Counts = {
    decayed: 0,
    disposed: 0,
    graveyard: 0,
    collisions: 0,
    explosions: 0,
    fragmentsDecayed: 0,
    launched: 0,
    smallPieces: 0,
    smallHits: 0,
  };
  const note = (event: SkyEvent, before: Population): void => {
    const atMs = fromMs + (event.month + 0.5) * MS_PER_MONTH;
    if (event.kind === 'missionEnd' && event.disposal !== 'down') {
      if (event.disposal === 'graveyard') counts.graveyard++;
      return;
    }
    const state = event.kind === 'reentry' ? 'decayed' : event.kind === 'missionEnd' ? 'disposed' : 'broken-up';
    if (event.kind === 'reentry') {
      const isFragment = before.breakupId[indexOf(before, event.id)]! > 0;
      counts[isFragment ? 'fragmentsDecayed' : 'decayed']++;
    } else if (event.kind === 'missionEnd') counts.disposed++;
    else counts[event.kind === 'collision' ? 'collisions' : 'explosions']++;
    for (const id of 'ids' in event ? event.ids : [event.id])
      if (indexOf(start, id) >= 0) ends.set(id, { state, atMs });
  };
  const traffic = trafficOf(start);
  const bar = progressBar('evolving');
  let sky = start;
  let small = smallPiecesOf(start);
  counts.smallPieces = Math.round(sumOf(small));
  const lines = [lineOf(fromMs, start, counts)];
  for (let month = 0; month < Math.floor(months + 1e-9); month++) {
    const step = { ...weather(month + 0.5), month, explosions: breakUps, collisions: breakUps };
    const next = evolveMonth(sky, step, key);
    for (const event of next.events) note(event, sky);
    const served =
      launches === 'as-now'
        ? withSuccessors(sky, next.sky, next.events)
        : launches === 'repeat'
          ? withTraffic(next.sky, traffic, month, key)
          : { sky: next.sky, launched: 0 };
    counts.launched += served.launched;
    const { pieces, hits } = smallPiecesAfter(small, sky, next.events, step.f107);
    small = pieces;
    counts.smallPieces = Math.round(sumOf(small));
    counts.smallHits += hits;
    sky = served.sky;
    lines.push(lineOf(fromMs + (month + 1) * MS_PER_MONTH, sky, counts));
    bar((month + 1) / months);
  }
  const rest = months - Math.floor(months + 1e-9);
  if (rest > 1e-9) {
    const month = Math.floor(months);
    const draft = draftOf(sky);
    pullOrbits(draft, rest * DAYS_PER_MONTH, weather(month).year);
    driftAngles(draft, rest * DAYS_PER_MONTH);
    const down = new Set(decayOrbits(draft, rest * DAYS_PER_MONTH, weather(month + rest / 2)));
    for (const i of down) note({ kind: 'reentry', id: draft.id[i]!, month, massKg: draft.massKg[i]! }, draft);
    sky = pick(
      draft,
      Array.from({ length: draft.count }, (_, i) => i).filter((i) => !down.has(i)),
    );
    lines.push(lineOf(fromMs + months * MS_PER_MONTH, sky, counts));
    bar(1);
  }
  // A cratered target is a body that broke up and is still there.
  for (const id of [...ends.keys()]) if (indexOf(sky, id) >= 0) ends.delete(id);
  return { sky, ends, counts, lines };
}

/** One line of the series. */
function lineOf(atMs: number, sky: Population, { decayed, fragmentsDecayed, ...rest }: Counts) {
  const kinds = OBJECT_KINDS.map((_, kind) => sky.kind.reduce((n, k) => n + (k === kind ? 1 : 0), 0));
  return {
    date: isoDay(atMs),
    inOrbit: sky.count,
    working: sky.flags.reduce((n, flags) => n + (flags & ACTIVE ? 1 : 0), 0),
    payloads: kinds[PAYLOAD]!,
    stages: kinds[STAGE]!,
    fragments: kinds[DEBRIS]!,
    unknown: kinds[UNKNOWN]!,
    decayed: decayed + fragmentsDecayed,
    disposed: rest.disposed,
    graveyard: rest.graveyard,
    launched: rest.launched,
    collisions: rest.collisions,
    explosions: rest.explosions,
    smallPieces: rest.smallPieces,
    smallHits: hundredths(rest.smallHits),
  };
}

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
