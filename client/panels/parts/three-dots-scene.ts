/**
 * Where things stand in the picture of the three dots, and when. Heights above the limb are in true scale with Earth's radius, and each
 * piece stays between its own perigee and apogee; along the orbit the pieces are drawn together, so that all of them are in the picture. No
 * canvas here.
 */
import file from './three-dots.json';

const EARTH_RADIUS_KM = 6378.137;
/** Of the file: two digits to the base of 36 each, heights in tens of kilometres. */
const DIGITS = 2;
const STEP_KM = 10;
/** A piece is down at this height, km: from here it is seen to fall. */
const REENTRY_KM = 120;

/** A burst flies apart for so long, then the years run; ms. */
export const BURST_MS = 900;
const YEARS_MS = 5_000;
export const LAST_YEAR = file.years.at(-1)!;
/** What came down late is still seen falling for a while. */
const FALL_MS = { least: 500, more: 900 } as const;
export const RUN_MS = BURST_MS + YEARS_MS + FALL_MS.least + FALL_MS.more;

const unpacked = (text: string): readonly number[] =>
  Array.from({ length: text.length / DIGITS }, (_, i) => parseInt(text.slice(DIGITS * i, DIGITS * (i + 1)), 36));
const heights = (text: string): readonly number[] => unpacked(text).map((n) => n * STEP_KM);

export type Altitude = {
  readonly km: number;
  /** month in which each piece is down, the longest up first; 0: still up at the end */
  readonly down: readonly number[];
  readonly low: readonly (readonly number[])[];
  readonly high: readonly (readonly number[])[];
};
export const ALTITUDES: readonly Altitude[] = file.altitudes.map(({ km, down, low, high }) => ({
  km,
  down: unpacked(down),
  low: low.map(heights),
  high: high.map(heights),
}));

/** Pieces that are up so many years after the break-up. */
export const upAfter = ({ down }: Altitude, years: number): number =>
  down.filter((month) => month === 0 || month > 12 * years).length;

/** Years that have passed so long after a burst. */
export const yearsAt = (ms: number): number => Math.min(1, Math.max(0, (ms - BURST_MS) / YEARS_MS)) * LAST_YEAR;

/** The picture's measures in pixels: Earth's radius, its centre, the size of the whole. */
export type Scene = {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly cx: number;
  readonly cy: number;
  /** where each dot stands: angle from the vertical, rad */
  readonly angles: readonly number[];
};

/** Less than this is a phone, or a column of a page. */
const WIDE_PX = 760;

/** Fits the limb and the three dots into a box: `floor` pixels of Earth are seen under the top of the limb. */
export function sceneOf(width: number, height: number, floor: number): Scene {
  const wide = width >= WIDE_PX;
  const radius = wide ? 0.97 * width : Math.max(2.4 * width, 800);
  const cx = width * (wide ? 0.6 : 0.5);
  const cy = height - floor + radius;
  const across = wide ? [0.56, 0.7, 0.85] : [0.2, 0.52, 0.82];
  const angles = ALTITUDES.map(({ km }, i) => Math.asin((across[i]! * width - cx) / radiusAt(radius, km)));
  return { width, height, radius, cx, cy, angles };
}

const radiusAt = (radius: number, km: number): number => radius * (1 + km / EARTH_RADIUS_KM);

/** A height over a place of the limb, in pixels from the top left. */
export function placeAt({ radius, cx, cy }: Scene, km: number, angle: number): readonly [x: number, y: number] {
  const r = radiusAt(radius, km);
  return [cx + r * Math.sin(angle), cy - r * Math.cos(angle)];
}

/** A number from 0 to 1 that is always the same for a piece; for looks only. */
const scatter = (i: number, salt: number): number => {
  const x = Math.sin(i * 12.9898 + salt * 78.233) * 43758.5453;
  return x - Math.floor(x);
};

/** Perigee and apogee of a piece at a time, or of the moment it is down. */
function orbitAt({ low, high, down }: Altitude, i: number, years: number): readonly [low: number, high: number] {
  let k = 0;
  while (k + 1 < file.years.length && file.years[k + 1]! <= years) k++;
  while (i >= low[k]!.length) k--;
  const from = file.years[k]!;
  const isUpThen = k + 1 < file.years.length && i < low[k + 1]!.length;
  const to = isUpThen ? file.years[k + 1]! : down[i] ? down[i]! / 12 : LAST_YEAR + 1;
  const share = to > from ? Math.min(1, (years - from) / (to - from)) : 1;
  const between = (now: number, then: number): number => now + (then - now) * share;
  return [
    between(low[k]![i]!, isUpThen ? low[k + 1]![i]! : down[i] ? REENTRY_KM : low[k]![i]!),
    between(high[k]![i]!, isUpThen ? high[k + 1]![i]! : down[i] ? REENTRY_KM : high[k]![i]!),
  ];
}

/** Where a piece is, and how far its fall has come (0: it flies, 1: gone). */
export type Piece = { readonly km: number; readonly angle: number; readonly fall: number };

/** A piece so long after its burst; null once it is gone. `angle`: where the dot stood. */
export function pieceAt(altitude: Altitude, i: number, ms: number, angle: number, spread: number): Piece | null {
  const years = yearsAt(ms);
  const month = altitude.down[i]!;
  const downMs = month === 0 ? Number.POSITIVE_INFINITY : BURST_MS + (month / 12 / LAST_YEAR) * YEARS_MS;
  const fall = Math.max(0, (ms - downMs) / (FALL_MS.least + FALL_MS.more * scatter(i, 3)));
  if (fall >= 1) return null;
  const flying = Math.min(ms, downMs);
  const [low, high] = orbitAt(altitude, i, Math.min(years, month === 0 ? years : (month - 0.5) / 12));
  // It begins where the satellite was, and goes on between its lowest and highest point.
  const begin = Math.acos(Math.max(-1, Math.min(1, 1 - (2 * (altitude.km - low)) / Math.max(1, high - low))));
  const sense = scatter(i, 1) < 0.5 ? -1 : 1;
  const phase = sense * begin + (flying / 1_000) * (0.5 + 0.7 * scatter(i, 2));
  const flown = 1 - (1 - Math.min(1, ms / BURST_MS)) ** 3;
  const drift = (ms / 1_000) * 0.006;
  const aside = scatter(i, 4) + scatter(i, 5) - 1;
  const swing = low + ((high - low) * (1 - Math.cos(phase))) / 2;
  const there = altitude.km + (swing - altitude.km) * flown;
  return {
    km: there * (1 - fall * fall),
    angle: angle + spread * aside * flown + drift * flown + fall * 0.05,
    fall,
  };
}
