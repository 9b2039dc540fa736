/**
 * What became of the objects of one shipped sky by the next one: who is down, and how far the others fell, by the engine and in fact.
 */
import { recordedWeather } from '../../shared/orbits/motion/atmosphere.ts';
import { decayOrbits } from '../../shared/orbits/motion/decay.ts';
import { PULLED_ABOVE_KM, pullOrbits } from '../../shared/orbits/motion/pull.ts';
import { driftAngles } from '../../shared/orbits/motion/secular.ts';
import {
  apogeeAltitudeKm,
  DAYS_PER_MONTH,
  EARTH_RADIUS_KM,
  perigeeAltitudeKm,
} from '../../shared/orbits/table/elements.ts';
import {
  ACTIVE,
  DEBRIS,
  draftOf,
  MANOEUVRABLE,
  PAYLOAD,
  type Population,
  STAGE,
} from '../../shared/orbits/table/population.ts';
import { decimalYear, monthsBetween } from '../../shared/orbits/table/time.ts';
import { readSky } from '../cli/files.ts';
import { readSkyRows, shippedSky } from '../sky-rows.ts';
import { type Line, printed, within, withinFactor } from './line.ts';
import { referenceLines } from './reference-bodies.ts';

/** The skies that ship, and the spans between them. */
const SPANS = [
  { from: 'sky-2006-11.csv', to: 'sky-2008-10.csv' },
  { from: 'sky-2008-10.csv', to: 'sky-2021.csv' },
  { from: 'sky-2021.csv', to: 'sky-2025-09.csv' },
] as const;
type Span = (typeof SPANS)[number];

/**
 * An object that is missing from the later sky was lost, not down, if even with so much more drag than it is taken to have its
 * mean altitude would still be above LOST_ABOVE_KM. Elongated orbits are down when they are missing.
 */
const LOST_DRAG = 1.5;
const LOST_ABOVE_KM = 500;

type Fate = {
  readonly id: number;
  readonly kind: number;
  readonly perigeeKm: number;
  readonly apogeeKm: number;
  readonly areaToMassM2Kg: number;
  /** what the elements of the start say of its drag; null where nothing */
  readonly publishedRate: number | null;
  readonly observed: 'up' | 'down' | 'lost';
  /** fall of the semi-major axis, km; NaN where it is not up */
  readonly observedFallKm: number;
  /** months until it is down by the engine, Infinity where it is up */
  readonly downMonth: number;
  readonly fallKm: number;
};
type Fates = { readonly span: Span; readonly years: number; readonly fates: readonly Fate[] };

/** Lowers a sky by the engine's own motion, month by month: nobody works, keeps station, collides or bursts. */
function carried(
  sky: Population,
  fromYear: number,
  months: number,
  areaFactor: number,
): { draft: Population; down: Float64Array } {
  const draft = draftOf(sky);
  for (let i = 0; i < draft.count; i++) {
    draft.areaToMassM2Kg[i] = draft.areaToMassM2Kg[i]! * areaFactor;
    draft.flags[i] = draft.flags[i]! & ~(ACTIVE | MANOEUVRABLE);
  }
  const down = new Float64Array(draft.count).fill(Number.POSITIVE_INFINITY);
  const whole = Math.max(1, Math.round(months));
  const days = (months / whole) * DAYS_PER_MONTH;
  for (let month = 0; month < whole; month++) {
    const year = fromYear + ((month + 0.5) * months) / whole / 12;
    pullOrbits(draft, days, year - days / 2 / 365.25);
    driftAngles(draft, days);
    for (const i of decayOrbits(draft, days, recordedWeather(year))) down[i] = Math.min(down[i]!, month);
  }
  return { draft, down };
}

/** The fates of everything in the first sky of a span that does not keep its orbit by engines. */
function fatesOf(span: Span): Fates {
  const { sky, startMs } = readSky(shippedSky(span.from));
  const later = readSky(shippedSky(span.to));
  const rates = new Map(readSkyRows(shippedSky(span.from)).rows.map((row) => [Number(row.noradId), row.meanMotionDot]));
  const months = monthsBetween(startMs, later.startMs);
  const year = decimalYear(startMs);
  const ours = carried(sky, year, months, 1);
  const most = carried(sky, year, months, LOST_DRAG);
  const place = new Map(Array.from(later.sky.id, (id, n) => [id, n]));
  const keeps = ACTIVE | MANOEUVRABLE;
  const fates: Fate[] = [];
  for (let i = 0; i < sky.count; i++) {
    if ((sky.flags[i]! & keeps) === keeps) continue;
    const id = sky.id[i]!;
    const a = sky.semiMajorAxisKm[i]!;
    const e = sky.eccentricity[i]!;
    const at = place.get(id);
    const stillHigh =
      most.down[i] === Number.POSITIVE_INFINITY && most.draft.semiMajorAxisKm[i]! - EARTH_RADIUS_KM > LOST_ABOVE_KM;
    const elongated = apogeeAltitudeKm(a, e) > PULLED_ABOVE_KM;
    const rate = rates.get(id);
    fates.push({
      id,
      kind: sky.kind[i]!,
      perigeeKm: perigeeAltitudeKm(a, e),
      apogeeKm: apogeeAltitudeKm(a, e),
      areaToMassM2Kg: sky.areaToMassM2Kg[i]!,
      publishedRate: rate === undefined || rate === '' ? null : Number(rate),
      observed: at !== undefined ? 'up' : stillHigh && !elongated ? 'lost' : 'down',
      observedFallKm: at === undefined ? Number.NaN : a - later.sky.semiMajorAxisKm[at]!,
      downMonth: ours.down[i]!,
      fallKm: a - ours.draft.semiMajorAxisKm[i]!,
    });
  }
  return { span, years: months / 12, fates };
}
const KIND_NAMES = new Map([
  [PAYLOAD, 'payloads'],
  [STAGE, 'stages'],
  [DEBRIS, 'debris'],
]);

const SOURCE = 'the two catalogues';
const AIR =
  'the three numbers of motion/air.ts and the reference bodies come from those that are still up between these very skies; none of what came down was used';
/** A band with fewer observed re-entries is printed, not judged. */
const ENOUGH = 100;
const BAND_KM = 100;
/** No elements show a rate under this, rev/day^2: pieces with less count as not measured. */
const UNMEASURED_RATE = 2e-6;
const UNMEASURED_BELOW_KM = 1000;
const ELONGATED_PERIGEE_KM = 1000;

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const isDown = (fate: Fate): boolean => fate.downMonth < Number.POSITIVE_INFINITY;
const plusChance =
  (base: number) =>
  (count: number): number =>
    base + 2 / Math.sqrt(count);
/** Square root of the 84th over the 16th percentile's ratio: how far single objects are off. */
function factorOfOne(ratios: readonly number[]): number {
  const logs = ratios.map(Math.log).sort((a, b) => a - b);
  return Math.exp((logs[Math.floor(0.84 * logs.length)]! - logs[Math.floor(0.16 * logs.length)]!) / 2);
}
const nameOf = ({ span }: Fates): string => `${span.from.slice(4, -4)} to ${span.to.slice(4, -4)}`;

/** Ours and observed as a count, judged within a limit by the observed count where there are enough. */
function countLine(quantity: string, fates: readonly Fate[], limit: (count: number) => number, note?: string): Line {
  const observed = fates.filter((fate) => fate.observed === 'down').length;
  const wronglyDown = fates.filter((fate) => fate.observed === 'up' && isDown(fate)).length;
  const wronglyUp = fates.filter((fate) => fate.observed === 'down' && !isDown(fate)).length;
  const lost = fates.filter((fate) => fate.observed === 'lost').length;
  const line = within(limit(observed), {
    quantity,
    published: observed,
    ours: fates.filter((fate) => fate.observed !== 'lost' && isDown(fate)).length,
    source: SOURCE,
    note: `one by one: ${wronglyDown} of ours are up in fact, ${wronglyUp} of theirs up with us; ${lost} more are missing but lost, not down${note ? `; ${note}` : ''}`,
  });
  return observed >= ENOUGH ? line : { ...line, pass: null, tolerance: 'printed' };
}

/** Payloads and stages that reach above 2,000 km and dip low. */
const elongatedOf = ({ fates }: Fates): Fate[] =>
  fates.filter(
    (f) =>
      f.apogeeKm > PULLED_ABOVE_KM && f.perigeeKm < ELONGATED_PERIGEE_KM && (f.kind === PAYLOAD || f.kind === STAGE),
  );
const ELONGATED_NAME = 'payloads and stages with an apogee over 2,000 km';
const ELONGATED_NOTE =
  'moved by Sun, Moon and sunlight as well (motion/pull.ts); of debris there a third are lost sight of';

function linesOfSpan(of: Fates): Line[] {
  const { fates } = of;
  const low = fates.filter(({ apogeeKm }) => apogeeKm <= PULLED_ABOVE_KM);
  const lines: Line[] = [];
  for (const [kind, name] of KIND_NAMES)
    for (let from = 100; from < 900; from += BAND_KM) {
      const band = low.filter((f) => f.kind === kind && f.perigeeKm >= from && f.perigeeKm < from + BAND_KM);
      if (band.filter((f) => f.observed === 'down').length >= ENOUGH)
        lines.push(countLine(`re-entries ${nameOf(of)}, ${name}, perigee from ${from} km`, band, plusChance(0.2), AIR));
    }
  lines.push(
    countLine(
      `re-entries ${nameOf(of)}, ${of.years.toFixed(1)} years, all below 2,000 km`,
      low,
      plusChance(of.years < 2 ? 0.25 : 0.2),
      AIR,
    ),
  );
  lines.push(
    countLine(`re-entries ${nameOf(of)}, ${ELONGATED_NAME}`, elongatedOf(of), plusChance(0.3), ELONGATED_NOTE),
  );
  const unmeasured = low.filter(
    (f) =>
      f.kind === DEBRIS &&
      f.observed === 'up' &&
      !isDown(f) &&
      f.perigeeKm < UNMEASURED_BELOW_KM &&
      f.publishedRate !== null &&
      f.publishedRate < UNMEASURED_RATE,
  );
  lines.push(
    withinFactor(1.25, {
      quantity: `${nameOf(of)}: debris without a measured decay, perigee below ${UNMEASURED_BELOW_KM} km, mean fall, km`,
      published: sum(unmeasured.map((f) => f.observedFallKm)) / unmeasured.length,
      ours: sum(unmeasured.map((f) => f.fallKm)) / unmeasured.length,
      source: SOURCE,
      rests: 'fitted',
      note: `${unmeasured.length} that are still up; what is usual for a piece comes from these spans (table/estimates.ts)`,
    }),
  );
  const survivors = low.filter((f) => f.observed === 'up' && !isDown(f) && f.observedFallKm > 2 && f.fallKm > 0);
  lines.push(
    printed(
      `${nameOf(of)}: fall of one survivor, computed over observed, one sigma`,
      '-',
      `factor ${factorOfOne(survivors.map((f) => f.fallKm / f.observedFallKm)).toFixed(2)}`,
      {
        source: SOURCE,
        note: `${survivors.length} below 2,000 km that fell by more than 2 km`,
      },
    ),
  );
  return lines;
}

/** The lines of the comparison on fates. `progress` is told the share done. */
export function fateLines(progress: (share: number) => void): Line[] {
  const all = SPANS.map((span, n) => {
    const fates = fatesOf(span);
    progress((n + 1) / SPANS.length);
    return fates;
  });
  return [
    ...referenceLines(),
    ...all.flatMap(linesOfSpan),
    countLine(`re-entries in all three spans, ${ELONGATED_NAME}`, all.flatMap(elongatedOf), () => 0.3, ELONGATED_NOTE),
  ];
}
