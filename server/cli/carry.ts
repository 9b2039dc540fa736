/** A sky carried month by month, with what happened in it: the run behind `kessler evolve`. */
import type { Weather } from '../../shared/orbits/motion/atmosphere.ts';
import { decayOrbits } from '../../shared/orbits/motion/decay.ts';
import type { SkyEvent } from '../../shared/orbits/motion/events.ts';
import { evolveMonth } from '../../shared/orbits/motion/evolve.ts';
import { pullOrbits } from '../../shared/orbits/motion/pull.ts';
import { driftAngles } from '../../shared/orbits/motion/secular.ts';
import { smallPiecesAfter, smallPiecesOf } from '../../shared/orbits/risk/small-pieces.ts';
import type { keyOf } from '../../shared/orbits/table/chance.ts';
import { DAYS_PER_MONTH } from '../../shared/orbits/table/elements.ts';
import {
  ACTIVE,
  DEBRIS,
  draftOf,
  indexOf,
  NO_ROW,
  OBJECT_KINDS,
  PAYLOAD,
  type Population,
  pick,
  STAGE,
  UNKNOWN,
} from '../../shared/orbits/table/population.ts';
import { trafficOf, withSuccessors, withTraffic } from '../../shared/orbits/table/traffic.ts';

export const MS_PER_MONTH = DAYS_PER_MONTH * 86_400_000;
const sumOf = (numbers: Float64Array): number => numbers.reduce((a, b) => a + b, 0);
export const hundredths = (x: number): number => Math.round(100 * x) / 100;
export const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** What became of an object of the starting sky, by id. */
export type End = { readonly state: 'decayed' | 'disposed' | 'broken-up'; readonly atMs: number };

export type Run = {
  readonly months: number;
  /** the air by months since the computation began, as ages and draws are */
  readonly weather: (month: number) => Weather & { year: number };
  readonly breakUps: boolean;
  readonly launches: 'none' | 'as-now' | 'repeat';
  readonly key: ReturnType<typeof keyOf>;
  readonly fromMs: number;
  /** months computed before this run */
  readonly monthsBefore: number;
  /** told the share done */
  readonly progress: (share: number) => void;
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

/**
 * Evolves month by month; what is left of a month at the end is drift and drag alone. Month 0 of weather, ages and draws is where
 * the computation began, so that a sky goes on from its file as if it had not stopped.
 */
export function carry(
  read: Population,
  { months, weather, breakUps, launches, key, fromMs, monthsBefore, progress }: Run,
) {
  const start = laterBy(read, monthsBefore);
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
    const atMs = fromMs + (event.month - monthsBefore + 0.5) * MS_PER_MONTH;
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
  let sky = start;
  let small = smallPiecesOf(start);
  counts.smallPieces = Math.round(sumOf(small));
  const lines = [lineOf(fromMs, start, counts)];
  for (let month = 0; month < Math.floor(months + 1e-9); month++) {
    const at = monthsBefore + month;
    const step = { ...weather(at + 0.5), month: at, explosions: breakUps, collisions: breakUps };
    const next = evolveMonth(sky, step, key);
    for (const event of next.events) note(event, sky);
    const served =
      launches === 'as-now'
        ? withSuccessors(sky, next.sky, next.events)
        : launches === 'repeat'
          ? withTraffic(next.sky, traffic, at, key)
          : { sky: next.sky, launched: 0 };
    counts.launched += served.launched;
    const { pieces, hits } = smallPiecesAfter(small, sky, next.events, step.f107);
    small = pieces;
    counts.smallPieces = Math.round(sumOf(small));
    counts.smallHits += hits;
    sky = served.sky;
    lines.push(lineOf(fromMs + (month + 1) * MS_PER_MONTH, sky, counts));
    progress((month + 1) / months);
  }
  const rest = months - Math.floor(months + 1e-9);
  if (rest > 1e-9) {
    const month = monthsBefore + Math.floor(months);
    const draft = draftOf(sky);
    pullOrbits(draft, rest * DAYS_PER_MONTH, weather(month).year);
    driftAngles(draft, rest * DAYS_PER_MONTH);
    const down = new Set(decayOrbits(draft, rest * DAYS_PER_MONTH, weather(month + rest / 2)));
    for (const i of down) note({ kind: 'reentry', id: draft.id[i]!, month, massKg: draft.massKg[i]! }, draft);
    const left = pick(
      draft,
      Array.from({ length: draft.count }, (_, i) => i).filter((i) => !down.has(i)),
    );
    // A month begun is a month drawn.
    sky = { ...left, epochMonth: month + 1 };
    lines.push(lineOf(fromMs + months * MS_PER_MONTH, sky, counts));
    progress(1);
  }
  // A cratered target is a body that broke up and is still there.
  for (const id of [...ends.keys()]) if (indexOf(sky, id) >= 0) ends.delete(id);
  return { sky, ends, counts, lines };
}

/** A sky whose months are counted from `months` earlier. */
function laterBy(sky: Population, months: number): Population {
  if (months === 0) return sky;
  const out = draftOf(sky);
  for (let i = 0; i < out.count; i++) {
    out.birthMonth[i] = out.birthMonth[i]! + months;
    if (out.missionEndMonth[i] !== NO_ROW.missionEndMonth) out.missionEndMonth[i] = out.missionEndMonth[i]! + months;
  }
  return { ...out, epochMonth: months };
}

/** One line of the series. */
export type MonthLine = ReturnType<typeof lineOf>;
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
    breakUps: rest.collisions + rest.explosions,
    pieces: sky.breakupId.reduce((n, id) => n + (id > 0 ? 1 : 0), 0),
    smallPieces: rest.smallPieces,
    smallHits: hundredths(rest.smallHits),
  };
}
