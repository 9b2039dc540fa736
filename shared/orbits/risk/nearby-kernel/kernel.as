/**
 * Pairs of bodies whose chords come near in a step (nearby.ts says how): AssemblyScript; `npm run kernel` builds bytes.ts from it.
 * Directions are sorted and radii compared four at a time.
 */

/** Where everything stands in memory; written by nearby.ts, in this order. Addresses in bytes. */
@unmanaged
class Grid {
  /** distance asked for, km */
  closeKm: f64;
  bodies: u32;
  bands: u32;
  /** bit m: is a pair with m of the fleet asked for? */
  wanted: u32;
  /** whether the fleet is small: then its bodies alone are single */
  small: u32;
  // By body: u8 whether it is of the fleet; f32 slack and doubt, km; i32 column, -1 for one that is not there.
  fleet: usize;
  slack: usize;
  doubt: usize;
  column: usize;
  // By place: i32 body; f32 middle of the radius and half its range with the slack, km; chord; u8 flags.
  order: usize;
  middle: usize;
  reach: usize;
  chords: usize;
  flags: usize;
  /** i32: places of single bodies */
  single: usize;
  // By column, i32: first place. By band: i32 columns and first column, f64 turns that are near and far.
  starts: usize;
  columns: usize;
  firstColumn: usize;
  near: usize;
  far: usize;
  /** u8: band by sine of latitude, directions.ts; how many there are */
  bandBySine: usize;
  sines: u32;
  columnCount: u32;
  /** room for two vectors */
  scratch: usize;
}

@external("env", "found")
declare function found(i: i32, j: i32): void;

/** A whole turn. */
const TURN: f64 = 4;
/** A chord: x, y, z at its start, doubt, and x, y, z from start to end, f32. */
const CHORD_BYTES: usize = 32;
/** Of the radius: more than what rounding its middle and difference can do. */
const ROUNDING: f32 = 2.5e-7;
/** What rounding can do to the least distance of two chords, km. */
const CHORD_ROUNDING_KM: f32 = 0.005;
const IN_FLEET: u32 = 1;
const SINGLE: u32 = 2;

// @ts-ignore: decorator
@inline function int(list: usize, n: i32): i32 { return load<i32>(list + (<usize>n << 2)); }
// @ts-ignore: decorator
@inline function flagsAt(grid: Grid, place: i32): u32 { return load<u8>(grid.flags + place); }

// @ts-ignore: decorator
@inline function dot(a: v128, b: v128): f32 {
  const m = f32x4.mul(a, b);
  return f32x4.extract_lane(m, 0) + f32x4.extract_lane(m, 1) + f32x4.extract_lane(m, 2);
}

/** The turn of four directions (directions.ts has what it is), 0 to 4, from x and y. */
// @ts-ignore: decorator
@inline function turnOf(x: v128, y: v128): v128 {
  const share = f32x4.div(x, f32x4.add(f32x4.add(f32x4.abs(x), f32x4.abs(y)), f32x4.splat(1e-30)));
  const north = f32x4.sub(f32x4.splat(1), share);
  return v128.bitselect(f32x4.add(f32x4.splat(3), share), north, f32x4.lt(y, f32x4.splat(0)));
}

/** Finds each body's column by its direction in the middle of a step, -1 for one that is not there, and where columns start. */
export function sort(grid: Grid, start: usize, end: usize): void {
  memory.fill(grid.starts, 0, (grid.columnCount + 2) << 2);
  const scale = <f32>grid.sines * 0.5;
  for (let i: u32 = 0; i < grid.bodies; i += 4) {
    const at = i << 4;
    const a = f32x4.add(v128.load(start + at), v128.load(end + at));
    const b = f32x4.add(v128.load(start + at, 16), v128.load(end + at, 16));
    const c = f32x4.add(v128.load(start + at, 32), v128.load(end + at, 32));
    const d = f32x4.add(v128.load(start + at, 48), v128.load(end + at, 48));
    const lowAB = i32x4.shuffle(a, b, 0, 4, 1, 5);
    const lowCD = i32x4.shuffle(c, d, 0, 4, 1, 5);
    const x = i32x4.shuffle(lowAB, lowCD, 0, 1, 4, 5);
    const y = i32x4.shuffle(lowAB, lowCD, 2, 3, 6, 7);
    const z = i32x4.shuffle(i32x4.shuffle(a, b, 2, 6, 2, 6), i32x4.shuffle(c, d, 2, 6, 2, 6), 0, 1, 4, 5);
    const r2 = f32x4.add(f32x4.add(f32x4.mul(x, x), f32x4.mul(y, y)), f32x4.mul(z, z));
    const sine = f32x4.div(z, f32x4.sqrt(r2));
    const entry = i32x4.trunc_sat_f32x4_s(f32x4.mul(f32x4.add(sine, f32x4.splat(1)), f32x4.splat(scale)));
    const bounded = i32x4.max_s(i32x4.min_s(entry, i32x4.splat(grid.sines - 1)), i32x4.splat(0));
    // All ones, -1, for one that is not there.
    v128.store(grid.scratch, v128.or(bounded, f32x4.ne(sine, sine)));
    v128.store(grid.scratch, turnOf(x, y), 16);
    const count = min(4, grid.bodies - i);
    for (let k: u32 = 0; k < count; k++) {
      const own = grid.column + ((i + k) << 2);
      const sineEntry = load<i32>(grid.scratch + (k << 2));
      if (sineEntry < 0) {
        store<i32>(own, -1);
        continue;
      }
      const band: i32 = load<u8>(grid.bandBySine + sineEntry);
      const across = int(grid.columns, band);
      const turned = <i32>(load<f32>(grid.scratch + (k << 2), 16) * (<f32>across * 0.25));
      const column = int(grid.firstColumn, band) + min(across - 1, turned);
      store<i32>(own, column);
      const counted = grid.starts + (<usize>(column + 2) << 2);
      store<i32>(counted, load<i32>(counted) + 1);
    }
  }
  let sum = 0;
  for (let c: u32 = 2; c < grid.columnCount + 2; c++) {
    const at = grid.starts + (c << 2);
    sum += load<i32>(at);
    store<i32>(at, sum);
  }
}

/** The turn of one direction: for the test of how far turns of near directions can be apart. */
export function turn(x: f32, y: f32): f32 {
  return f32x4.extract_lane(turnOf(f32x4.splat(x), f32x4.splat(y)), 0);
}

/**
 * Puts each body at the next place of its column: `start` and `end` have x, y, z and the distance from Earth's centre of each body
 * at both ends of the step, km, f32. Returns how many are looked at one by one: a small fleet, or those that turn faster than
 * bands are made for.
 */
export function place(grid: Grid, start: usize, end: usize, fastest2: f32): i32 {
  let singles = 0;
  for (let i: u32 = 0; i < grid.bodies; i++) {
    const c = int(grid.column, i);
    if (c < 0) continue;
    const next = grid.starts + (<usize>(c + 1) << 2);
    const to = load<i32>(next);
    store<i32>(next, to + 1);
    const from = v128.load(start + (i << 4));
    const until = v128.load(end + (i << 4));
    const chord = f32x4.sub(until, from);
    const r0 = f32x4.extract_lane(from, 3);
    const r1 = f32x4.extract_lane(until, 3);
    const middle = (r0 + r1) * 0.5;
    const doubt = load<f32>(grid.doubt + (i << 2));
    store<i32>(grid.order + (to << 2), i);
    store<f32>(grid.middle + (to << 2), middle);
    store<f32>(
      grid.reach + (to << 2),
      abs<f32>(r1 - r0) * 0.5 + load<f32>(grid.slack + (i << 2)) + doubt + middle * ROUNDING,
    );
    const into = grid.chords + CHORD_BYTES * to;
    v128.store(into, f32x4.replace_lane(from, 3, doubt));
    v128.store(into, chord, 16);
    const own: u32 = load<u8>(grid.fleet + i);
    const isSingle = grid.small ? own === 1 : dot(chord, chord) > fastest2 * r0 * r1;
    store<u8>(grid.flags + to, own | (isSingle ? SINGLE : 0));
    if (isSingle) store<i32>(grid.single + (singles++ << 2), to);
  }
  return singles;
}

/** Tells of a pair of places if it is asked for and comes near, moving evenly along its chords. */
function tell(grid: Grid, p: i32, q: i32, members: u32): void {
  if (!((grid.wanted >> members) & 1)) return;
  const a = grid.chords + CHORD_BYTES * p;
  const b = grid.chords + CHORD_BYTES * q;
  const fromA = v128.load(a);
  const fromB = v128.load(b);
  const away = f32x4.sub(fromA, fromB);
  const drift = f32x4.sub(v128.load(a, 16), v128.load(b, 16));
  const towards = -dot(away, drift);
  const length2 = dot(drift, drift);
  const u: f32 = towards <= 0 ? 0 : towards >= length2 ? 1 : towards / length2;
  const least = f32x4.add(away, f32x4.mul(f32x4.splat(u), drift));
  const close =
    <f32>grid.closeKm + CHORD_ROUNDING_KM + f32x4.extract_lane(fromA, 3) + f32x4.extract_lane(fromB, 3);
  if (dot(least, least) < close * close) found(int(grid.order, p), int(grid.order, q));
}

/** Compares places [first, end) with places [from, to), or each with those after it where `from` is -1. Single ones are left out. */
// @ts-ignore: decorator
@inline function compare(grid: Grid, first: i32, end: i32, from: i32, to: i32): void {
  for (let p = first; p < end; p++) {
    const own = flagsAt(grid, p);
    if (own & SINGLE) continue;
    const radius = v128.load32_splat(grid.middle + (p << 2));
    const span = v128.load32_splat(grid.reach + (p << 2));
    for (let q = from < 0 ? p + 1 : from; q < to; q += 4) {
      const apart = f32x4.abs(f32x4.sub(radius, v128.load(grid.middle + (q << 2))));
      let level = i32x4.bitmask(f32x4.le(apart, f32x4.add(span, v128.load(grid.reach + (q << 2)))));
      if (to - q < 4) level &= (1 << (to - q)) - 1;
      for (; level !== 0; level &= level - 1) {
        const other = q + ctz(level);
        const theirs = flagsAt(grid, other);
        if (!(theirs & SINGLE)) tell(grid, p, other, (own & IN_FLEET) + (theirs & IN_FLEET));
      }
    }
  }
}

/** Places of a band between two turns: [firstA, endA), and [firstB, endB) where `parts` is two. */
let firstA: i32 = 0;
let endA: i32 = 0;
let firstB: i32 = 0;
let endB: i32 = 0;
let parts: i32 = 0;

/** Finds the places of a band between two turns, west and east. */
function findRanges(grid: Grid, band: i32, west: f64, east: f64): void {
  const across = int(grid.columns, band);
  const base = int(grid.firstColumn, band);
  const low = <i32>floor((west * across) / TURN);
  const high = <i32>floor((east * across) / TURN);
  const whole = high - low >= across - 1;
  firstA = int(grid.starts, base + (whole ? 0 : max(0, low)));
  endA = int(grid.starts, base + (whole ? across : min(across, high + 1)));
  parts = whole || (low >= 0 && high < across) ? 1 : 2;
  if (parts === 1) return;
  firstB = int(grid.starts, base + (low < 0 ? low + across : 0));
  endB = int(grid.starts, base + (low < 0 ? across : high - across + 1));
}

/** Compares the bodies of each column with those near them: in their own band those to the east, and in the next band north. */
export function compareBands(grid: Grid): void {
  for (let band: i32 = 0; band < <i32>grid.bands; band++) {
    const across = int(grid.columns, band);
    const base = int(grid.firstColumn, band);
    const turn = load<f64>(grid.near + (band << 3));
    const reach = <i32>ceil((turn * across) / TURN);
    const width = TURN / across;
    for (let c = 0; c < across; c++) {
      const first = int(grid.starts, base + c);
      const end = int(grid.starts, base + c + 1);
      if (first === end) continue;
      // In its own band each looks east, as far as one may be near; where east is west too, each looks at those after it.
      const east = across > 2 * reach ? c + reach : across - 1;
      compare(grid, first, end, -1, int(grid.starts, base + min(east, across - 1) + 1));
      if (east >= across) compare(grid, first, end, int(grid.starts, base), int(grid.starts, base + east - across + 1));
      if (band + 1 === <i32>grid.bands) continue;
      findRanges(grid, band + 1, c * width - turn, (c + 1) * width + turn);
      compare(grid, first, end, firstA, endA);
      if (parts === 2) compare(grid, first, end, firstB, endB);
    }
  }
}

/** Compares single body p with the places [first, end). A pair of single ones is found once. */
function compareOne(grid: Grid, p: i32, first: i32, end: i32): void {
  const own = flagsAt(grid, p) & IN_FLEET;
  const radius = load<f32>(grid.middle + (p << 2));
  const span = load<f32>(grid.reach + (p << 2));
  for (let q = first; q < end; q++) {
    if (abs<f32>(radius - load<f32>(grid.middle + (q << 2))) > span + load<f32>(grid.reach + (q << 2))) continue;
    const theirs = flagsAt(grid, q);
    if (theirs & SINGLE && q <= p) continue;
    tell(grid, p, q, own + (theirs & IN_FLEET));
  }
}

/** Compares each of the single bodies with all within twice the usual distance: either may be fast. */
export function compareSingles(grid: Grid, count: i32): void {
  for (let n = 0; n < count; n++) {
    const p = int(grid.single, n);
    const c = int(grid.column, int(grid.order, p));
    let band: i32 = 0;
    while (band + 1 < <i32>grid.bands && int(grid.firstColumn, band + 1) <= c) band++;
    const far = load<f64>(grid.far + (band << 3));
    const width = TURN / int(grid.columns, band);
    const west = (c - int(grid.firstColumn, band)) * width - far;
    const east = (c - int(grid.firstColumn, band) + 1) * width + far;
    for (let b = max(0, band - 2); b <= min(<i32>grid.bands - 1, band + 2); b++) {
      findRanges(grid, b, west, east);
      compareOne(grid, p, firstA, endA);
      if (parts === 2) compareOne(grid, p, firstB, endB);
    }
  }
}
