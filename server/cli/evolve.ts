import { parseArgs } from 'node:util';
import { drawCycle, f107At } from '../../shared/orbits/atmosphere.ts';
import { keyOf } from '../../shared/orbits/chance.ts';
import { decayRange } from '../../shared/orbits/decay.ts';
import { apogeeAltitudeKm, DAYS_PER_MONTH, perigeeAltitudeKm } from '../../shared/orbits/elements.ts';
import { evolveMonth, type SkyEvent } from '../../shared/orbits/evolve.ts';
import { draftOf, indexOf, type Population, pick } from '../../shared/orbits/population.ts';
import { driftAngles } from '../../shared/orbits/secular.ts';
import { decimalYear } from '../../shared/orbits/time.ts';
import { readSky, writeCsv } from './files.ts';
import { instantOf, neededText, numberOf, oneOf } from './options.ts';
import { progressBar } from './progress.ts';
import { print, type Subcommand, WrongUse } from './subcommand.ts';

const MS_PER_MONTH = DAYS_PER_MONTH * 86_400_000;
const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** What became of an object of the starting sky, by id. */
type End = { readonly state: 'decayed' | 'disposed' | 'broken-up'; readonly atMs: number };

export const evolveCommand: Subcommand = {
  about: 'carries a sky from one date to another',
  usage: [
    'kessler evolve --sky F --from DATE --to DATE --out F.csv [--solar historic|cycle] [--f107 F] [--epoch-f107 F]',
    '               [--launches none] [--break-ups on|off] [--seed 1] [--json]',
    '',
    '  --sky          a sky CSV (columns of shared/data/README.md), OMM as CSV or JSON, or two-line element sets',
    '  --solar        historic: recorded monthly means of F10.7 as far as they go, then drawn cycles (default);',
    '                 cycle: drawn cycles from --from on. --f107 F: a constant flux instead',
    '  --epoch-f107   flux against which the decay of the elements is read; default: the record, ten days before them',
    '  --break-ups    on: collisions and explosions by chance (--seed); off: drag, ends of mission and disposal only',
    '',
    'Area-to-mass ratios are read from the drag terms of the sky: the ratio with which the drag of the model, at the flux of',
    'the elements, gives the published rate of the mean motion (meanMotionDot); where that is lost in noise, from mass and',
    'size. bstar is not used: its density does not follow the Sun. The CSV has noradId, state (orbit, decayed, disposed,',
    'broken-up), decayDate, perigeeKm, apogeeKm (above the equatorial radius, at --to; empty for what is down); dates are the',
    'middle of their month. New fragments have numbers from 2^40. Left out: launches, Sun and Moon, radiation pressure.',
    'Example: kessler import gp.json --out sky.csv && kessler evolve --sky sky.csv --from 2025-09-01 --to 2035-09-01 --out end.csv',
  ].join('\n'),
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        sky: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        out: { type: 'string' },
        solar: { type: 'string', default: 'historic' },
        f107: { type: 'string' },
        'epoch-f107': { type: 'string' },
        launches: { type: 'string', default: 'none' },
        'break-ups': { type: 'string', default: 'on' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
      },
    });
    const file = neededText(values, 'sky');
    const out = neededText(values, 'out');
    const fromMs = instantOf(values, 'from');
    const toMs = instantOf(values, 'to');
    if (fromMs === undefined || toMs === undefined) throw new WrongUse('--from and --to are needed');
    if (toMs < fromMs) throw new WrongUse('--to is before --from');
    oneOf(values, 'launches', ['none']);
    const solar = oneOf(values, 'solar', ['historic', 'cycle']);
    const breakUps = oneOf(values, 'break-ups', ['on', 'off']) === 'on';
    const epochF107 = numberOf(values, 'epoch-f107', 60, 300);
    const start = readSky(file, { startMs: fromMs, ...(epochF107 === undefined ? {} : { f107: epochF107 }) });
    const key = keyOf(values.seed);
    const startYear = decimalYear(fromMs);
    const sun = solar === 'historic' ? drawCycle(key, startYear) : drawCycle(key, startYear, startYear);
    const fixed = numberOf(values, 'f107', 60, 300);
    const flux = (month: number): number => fixed ?? f107At(month, sun);
    const { sky, ends, counts } = carry(start.sky, (toMs - fromMs) / MS_PER_MONTH, flux, breakUps, key, fromMs);
    writeCsv(out, ['noradId', 'state', 'decayDate', 'perigeeKm', 'apogeeKm'], tableOf(start.sky, sky, ends));
    print(
      {
        sky: file,
        from: isoDay(fromMs),
        to: isoDay(toMs),
        objects: start.sky.count,
        refusedRows: start.refused.length,
        epochF107: Number(start.f107.toFixed(1)),
        ...counts,
        fragmentsInOrbit: sky.count - start.sky.count + ends.size,
        inOrbit: sky.count,
        seed: values.seed,
        out,
      },
      values.json,
    );
    return 0;
  },
};

/** Evolves month by month; what is left of a month at the end is drift and drag alone. */
function carry(
  start: Population,
  months: number,
  flux: (month: number) => number,
  breakUps: boolean,
  key: ReturnType<typeof keyOf>,
  fromMs: number,
) {
  const ends = new Map<number, End>();
  const counts = { decayed: 0, disposed: 0, collisions: 0, explosions: 0, fragmentsDecayed: 0 };
  const note = (event: SkyEvent): void => {
    const atMs = fromMs + (event.month + 0.5) * MS_PER_MONTH;
    if (event.kind === 'missionEnd' && !event.disposed) return;
    const state = event.kind === 'reentry' ? 'decayed' : event.kind === 'missionEnd' ? 'disposed' : 'broken-up';
    if (event.kind === 'reentry') counts[indexOf(start, event.id) >= 0 ? 'decayed' : 'fragmentsDecayed']++;
    else if (event.kind === 'missionEnd') counts.disposed++;
    else counts[event.kind === 'collision' ? 'collisions' : 'explosions']++;
    for (const id of 'ids' in event ? event.ids : [event.id])
      if (indexOf(start, id) >= 0) ends.set(id, { state, atMs });
  };
  const bar = progressBar('evolving');
  let sky = start;
  for (let month = 0; month < Math.floor(months + 1e-9); month++) {
    const step = { month, f107: flux(month + 0.5), explosions: breakUps, collisions: breakUps };
    const next = evolveMonth(sky, step, key);
    sky = next.sky;
    next.events.forEach(note);
    bar((month + 1) / months);
  }
  const rest = months - Math.floor(months + 1e-9);
  if (rest > 1e-9) {
    const month = Math.floor(months);
    const draft = draftOf(sky);
    driftAngles(draft, rest * DAYS_PER_MONTH);
    const down = new Set(decayRange(draft, rest * DAYS_PER_MONTH, flux(month + rest / 2)));
    for (const i of down) note({ kind: 'reentry', id: draft.id[i]!, month, massKg: draft.massKg[i]! });
    sky = pick(
      draft,
      Array.from({ length: draft.count }, (_, i) => i).filter((i) => !down.has(i)),
    );
    bar(1);
  }
  // A cratered target is a body that broke up and is still there.
  for (const id of [...ends.keys()]) if (indexOf(sky, id) >= 0) ends.delete(id);
  return { sky, ends, counts };
}

function* tableOf(
  start: Population,
  sky: Population,
  ends: ReadonlyMap<number, End>,
): Generator<readonly (string | number)[]> {
  for (let i = 0; i < start.count; i++) {
    const end = ends.get(start.id[i]!);
    if (end !== undefined) yield [start.id[i]!, end.state, isoDay(end.atMs), '', ''];
  }
  for (let i = 0; i < sky.count; i++) {
    const a = sky.semiMajorAxisKm[i]!;
    const e = sky.eccentricity[i]!;
    yield [sky.id[i]!, 'orbit', '', perigeeAltitudeKm(a, e).toFixed(1), apogeeAltitudeKm(a, e).toFixed(1)];
  }
}
