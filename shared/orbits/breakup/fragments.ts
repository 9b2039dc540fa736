/**
 * What one fragment is: the laws of NASA's standard break-up model (EVOLVE 4.0) for size, area-to-mass ratio, area, mass
 * and ejection speed, and a sampler that draws many fragments at once.
 *
 * Source: N. L. Johnson, P. H. Krisko, J.-C. Liou, P. D. Anz-Meador, "NASA's new breakup model of EVOLVE 4.0", Advances in
 * Space Research 28(9), 2001, 1377-1384; P. H. Krisko, Orbital Debris Quarterly News 15(4), 2011. Notation: Lc
 * characteristic length (m), lambda = log10 Lc, chi = log10 of A/M (m^2/kg), N(mu, sigma) the normal law.
 */

import type { Stream } from '../table/chance.ts';

/** How a body comes apart; the two have their own number and speed laws. */
export type BreakUpKind = 'collision' | 'explosion';

const LN10 = Math.LN10;

/** The count of fragments of size >= Lc falls as Lc^-p: p = 1.71 after a collision, 1.6 after an explosion. */
const SIZE_EXPONENT: { readonly [K in BreakUpKind]: number } = { collision: 1.71, explosion: 1.6 };

/** log10 of the ejection speed in m/s ~ N(slope chi + offset, 0.4). */
const SPEED_LAW: { readonly [K in BreakUpKind]: { slope: number; offset: number } } = {
  collision: { slope: 0.9, offset: 2.9 },
  explosion: { slope: 0.2, offset: 1.85 },
};
const SPEED_SIGMA = 0.4;

const clamp = (x: number, low: number, high: number): number => (x < low ? low : x > high ? high : x);

/**
 * chi of one fragment of `sizeM`, lambda = log10 sizeM.
 *
 * From 11 cm the law is a mixture p(chi) = alpha N(mu1, s1) + (1 - alpha) N(mu2, s2), with parameters by parent: a branch is
 * chosen with probability alpha and one normal is drawn from it (a weighted sum of two draws would lose both peaks). Below
 * 8 cm it is one normal for all parents. From 8 to 11 cm the first is used with probability (Lc - 0.08) / 0.03.
 * `uBridge` and `uBranch` are uniform in [0, 1), `z` is standard normal.
 */
export function fragmentChi(
  sizeM: number,
  lambda: number,
  fromStage: boolean,
  uBridge: number,
  uBranch: number,
  z: number,
): number {
  if (uBridge >= (sizeM - 0.08) / 0.03) {
    const mu = clamp(-0.3 - 1.4 * (lambda + 1.75), -1, -0.3);
    const sigma = lambda <= -3.5 ? 0.2 : 0.2 + 0.1333 * (lambda + 3.5);
    return mu + sigma * z;
  }
  if (fromStage) {
    const alpha = lambda <= -1.4 ? 1 : lambda >= 0 ? 0.5 : 1 - 0.3571 * (lambda + 1.4);
    if (uBranch < alpha) return clamp(-0.45 - 0.9 * (lambda + 0.5), -0.9, -0.45) + 0.55 * z;
    const s2 = lambda <= -1 ? 0.28 : lambda >= 0.1 ? 0.1 : 0.28 - 0.1636 * (lambda + 1);
    return -0.9 + s2 * z;
  }
  const alpha = lambda <= -1.95 ? 0 : lambda >= 0.55 ? 1 : 0.3 + 0.4 * (lambda + 1.2);
  if (uBranch < alpha) {
    const mu1 = lambda <= -1.1 ? -0.6 : lambda >= 0 ? -0.95 : -0.6 - 0.318 * (lambda + 1.1);
    const s1 = lambda <= -1.3 ? 0.1 : lambda >= -0.3 ? 0.3 : 0.1 + 0.2 * (lambda + 1.3);
    return mu1 + s1 * z;
  }
  const mu2 = lambda <= -0.7 ? -1.2 : lambda >= -0.1 ? -2 : -1.2 - 1.333 * (lambda + 0.7);
  const s2 = lambda <= -0.5 ? 0.5 : lambda >= -0.3 ? 0.3 : 0.5 - (lambda + 0.5);
  return mu2 + s2 * z;
}

/** Mean cross-section (m^2) of a fragment: 0.540424 Lc^2 below 1.67 mm, 0.556945 Lc^2.0047077 from there. */
export const fragmentAreaM2 = (sizeM: number): number =>
  sizeM < 0.00167 ? 0.540424 * sizeM * sizeM : 0.556945 * sizeM ** 2.0047077;

/**
 * Median ejection speed (m/s) of a kind at chi, scaled, and no slower than a floor: hypot(scale 10^(slope chi + offset), floor). The
 * published law is scale 1, floor 0.
 */
export type SpeedLaw = { readonly kind: BreakUpKind; readonly scale: number; readonly floorMs: number };

/** Ejection speed (km/s) of a fragment for a standard normal `z`. */
export const ejectionSpeedKms = ({ kind, scale, floorMs }: SpeedLaw, chi: number, z: number): number =>
  Math.hypot(scale * Math.exp(LN10 * (SPEED_LAW[kind].slope * chi + SPEED_LAW[kind].offset)), floorMs) *
  Math.exp(LN10 * (SPEED_SIGMA * z - 3));

/** A body that comes apart. */
export type FragmentSource = { readonly massKg: number; readonly sizeM: number; readonly fromStage: boolean };

/** Fragments as columns; `parent` is the index of the fragment's source; the kick is relative to that source. */
export type Fragments = {
  readonly count: number;
  readonly sizeM: Float64Array;
  readonly chi: Float64Array;
  readonly areaM2: Float64Array;
  readonly massKg: Float64Array;
  readonly kickX: Float64Array;
  readonly kickY: Float64Array;
  readonly kickZ: Float64Array;
  readonly parent: Uint8Array;
};

/** Columns for `count` fragments, all zero. */
export function emptyFragments(count: number): Fragments {
  const all = new Float64Array(count * 7);
  const column = (k: number): Float64Array => all.subarray(k * count, (k + 1) * count);
  return {
    count,
    sizeM: column(0),
    chi: column(1),
    areaM2: column(2),
    massKg: column(3),
    kickX: column(4),
    kickY: column(5),
    kickZ: column(6),
    parent: new Uint8Array(count),
  };
}

/** The first `count` fragments of columns made for at least as many. */
export const firstFragments = (of: Fragments, count: number): Fragments => ({
  count,
  sizeM: of.sizeM.subarray(0, count),
  chi: of.chi.subarray(0, count),
  areaM2: of.areaM2.subarray(0, count),
  massKg: of.massKg.subarray(0, count),
  kickX: of.kickX.subarray(0, count),
  kickY: of.kickY.subarray(0, count),
  kickZ: of.kickZ.subarray(0, count),
  parent: of.parent.subarray(0, count),
});

export type SampleOf = {
  readonly kind: BreakUpKind;
  readonly count: number;
  readonly minSizeM: number;
  readonly maxSizeM: number;
  /** one or two bodies; a fragment larger or heavier than the lighter body comes from the heavier one */
  readonly sources: readonly FragmentSource[];
  /** kick law: factor on the published ejection speed, and floor of its median, m/s */
  readonly dvScale: number;
  readonly floorMs: number;
  /** cap on the kick, km/s, after the factor */
  readonly maxKickKms: number;
};

/**
 * Draws `count` fragments: size by the inverse of the truncated power law
 * Lc = (Lmin^-p - u (Lmin^-p - Lmax^-p))^(-1/p), source in proportion to the sources' masses not yet given out, chi by the
 * source's class, area, mass = area / 10^chi, kick with uniform direction. Eight numbers of the stream per fragment,
 * whatever they turn out to be, so the n-th fragment is the same for every count that includes it and one source. They are
 * written into `out`, new columns by default.
 */
export function sampleFragments(of: SampleOf, next: Stream, out: Fragments = emptyFragments(of.count)): Fragments {
  const { sizeM, chi, areaM2, massKg, kickX, kickY, kickZ, parent } = out;
  const p = SIZE_EXPONENT[of.kind];
  const top = of.minSizeM ** -p;
  const span = top - of.maxSizeM ** -p;
  const { slope, offset } = SPEED_LAW[of.kind];
  const speedOffset = LN10 * offset + Math.log(of.dvScale);
  const floor2 = of.floorMs * of.floorMs;
  const first = of.sources[0]!;
  const second = of.sources[1];
  const lighter = second && second.massKg < first.massKg ? 1 : 0;
  const light = of.sources[lighter]!;
  const left = [first.massKg, second?.massKg ?? 0];
  for (let i = 0; i < of.count; i++) {
    const at = DRAWS * (i % BLOCK);
    if (at === 0) next.fill(block.subarray(0, DRAWS * Math.min(BLOCK, of.count - i)));
    const lnSize = Math.log(top - block[at]! * span) / -p;
    const size = Math.exp(lnSize);
    const lambda = lnSize / LN10;
    const uParent = block[at + 1]!;
    const uBridge = block[at + 2]!;
    const uBranch = block[at + 3]!;
    const radius = Math.sqrt(-2 * Math.log(1 - block[at + 4]!));
    const turn = block[at + 5]!;
    const cosTurn = cosineOfTurn(turn);
    const zChi = radius * cosTurn;
    let from = 0;
    if (second) {
      from = uParent * (left[0]! + left[1]!) < left[0]! ? 0 : 1;
      if (from === lighter && size > light.sizeM) from = 1 - lighter;
    }
    let x = fragmentChi(size, lambda, of.sources[from]!.fromStage, uBridge, uBranch, zChi);
    const area = size * size * (size < 0.00167 ? 0.540424 : 0.556945 * expOfSmall(0.0047077 * lnSize));
    let mass = area * Math.exp(-LN10 * x);
    if (second && from === lighter && mass > left[lighter]!) {
      from = 1 - lighter;
      x = fragmentChi(size, lambda, of.sources[from]!.fromStage, uBridge, uBranch, zChi);
      mass = area * Math.exp(-LN10 * x);
    }
    if (second) left[from] = Math.max(0, left[from]! - mass);
    // Sines from cosines: cheaper, and exact enough.
    const zSpeed = radius * sineOf(cosTurn, turn);
    const byLaw = Math.exp(LN10 * slope * x + speedOffset);
    const median = floor2 > 0 ? Math.sqrt(byLaw * byLaw + floor2) : byLaw;
    const kick = Math.min(of.maxKickKms, median * Math.exp(LN10 * (SPEED_SIGMA * zSpeed - 3)));
    const cosPolar = 2 * block[at + 6]! - 1;
    const sinPolar = Math.sqrt(1 - cosPolar * cosPolar);
    const around = block[at + 7]!;
    sizeM[i] = size;
    chi[i] = x;
    areaM2[i] = area;
    massKg[i] = mass;
    const cosAround = cosineOfTurn(around);
    kickX[i] = kick * sinPolar * cosAround;
    kickY[i] = kick * sinPolar * sineOf(cosAround, around);
    kickZ[i] = kick * cosPolar;
    parent[i] = from;
  }
  return out;
}

/** exp(x) for |x| < 0.04 to 1e-15, by its series: what is left of Lc^2.0047077 beyond Lc^2. */
const expOfSmall = (x: number): number =>
  1 + x * (1 + (x / 2) * (1 + (x / 3) * (1 + (x / 4) * (1 + (x / 5) * (1 + (x / 6) * (1 + x / 7))))));

/** Numbers of the stream per fragment, and fragments for which they are drawn at once. */
const DRAWS = 8;
const BLOCK = 512;
const block = new Float64Array(DRAWS * BLOCK);

/**
 * cos(2 pi u) for u in [0, 1), a multiple of 2^-53, to 1e-15: folded to an eighth of a turn, then the Taylor polynomials of cosine
 * and sine with the last digits fitted (fdlibm, k_cos.c and k_sin.c). Which of them, and its sign, is looked up by the eighth:
 * random arguments leave a processor nothing to guess. Three times as fast as Math.cos.
 */
function cosineOfTurn(u: number): number {
  const row = EIGHTH * ((8 * u) | 0);
  const x = 2 * Math.PI * (EIGHTHS[row]! + EIGHTHS[row + 1]! * u);
  const z = x * x;
  const series =
    1 -
    z *
      (EIGHTHS[row + 4]! -
        z *
          (EIGHTHS[row + 5]! -
            z * (EIGHTHS[row + 6]! - z * (EIGHTHS[row + 7]! - z * (EIGHTHS[row + 8]! - z * EIGHTHS[row + 9]!)))));
  return (EIGHTHS[row + 2]! + EIGHTHS[row + 3]! * x) * series;
}

/** sin(2 pi u) for u in [0, 1) whose cosine is known. */
const sineOf = (cosine: number, u: number): number => SIGN_OF_SINE[(2 * u) | 0]! * Math.sqrt(1 - cosine * cosine);
const SIGN_OF_SINE = Float64Array.of(1, -1);

/** Coefficients by falling power of the angle's square: cos x = 1 - z (...), sin x = x (1 - z (...)). */
const COSINE = [
  0.5, 0.0416666666666666, 0.001388888888887411, 0.00002480158728947673, 2.7557314351390663e-7, 2.087572321298175e-9,
];
const SINE = [
  0.16666666666666632, 0.00833333333332249, 0.0001984126982985795, 0.0000027557313707070068, 2.5050760253406863e-8, 0,
];
const EIGHTH = 10;
/** For each eighth of a turn: angle = (a + b u) turns, factor = c + d angle, and the coefficients. */
const EIGHTHS = Float64Array.from(
  [
    [0, 1, 1, 0, ...COSINE],
    [0.25, -1, 0, 1, ...SINE],
    [0.25, -1, 0, 1, ...SINE],
    [0.5, -1, -1, 0, ...COSINE],
    [-0.5, 1, -1, 0, ...COSINE],
    [-0.75, 1, 0, 1, ...SINE],
    [-0.75, 1, 0, 1, ...SINE],
    [1, -1, 1, 0, ...COSINE],
  ].flat(),
);
