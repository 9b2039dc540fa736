/**
 * SGP4 for near-earth element sets, two per vector: AssemblyScript; `npm run kernel` builds bytes.ts from it.
 *
 * Source of the theory: Vallado, Crawford, Hujsak, Kelso, "Revisiting Spacetrack Report #3", AIAA 2006-6753; what depends on the
 * set alone is worked out before (sets.ts). Sine and cosine: reduction by pi/2 in three parts (Cody and Waite, "Software Manual for
 * the Elementary Functions", 1980), polynomials of fdlibm's __kernel_sin and __kernel_cos (Sun Microsystems, 1993). Only plain
 * f64x2 operations, no relaxed ones: the same bits on every machine, whatever set stands in the other half.
 */

/** Numbers of a set in a block of two, in the order of FIELDS in sets.ts. */
const BLOCK_BYTES: usize = 33 * 16;

const EARTH_RADIUS_KM: f64 = 6378.135;
const XKE: f64 = 60.0 / sqrt<f64>((6378.135 * 6378.135 * 6378.135) / 398600.8);
const KM_PER_S: f64 = (EARTH_RADIUS_KM * XKE) / 60.0;
const J2: f64 = 0.001082616;

let sine: v128 = f64x2.splat(0);
let cosine: v128 = f64x2.splat(0);

@inline function add(a: v128, b: v128): v128 { return f64x2.add(a, b); }
@inline function sub(a: v128, b: v128): v128 { return f64x2.sub(a, b); }
@inline function mul(a: v128, b: v128): v128 { return f64x2.mul(a, b); }
@inline function div(a: v128, b: v128): v128 { return f64x2.div(a, b); }
@inline function all(x: f64): v128 { return f64x2.splat(x); }
@inline function field(block: usize, n: usize): v128 { return v128.load(block + (n << 4)); }

/** Sets `sine` and `cosine` of two angles, rad; good to 1e-16 of a turn below 1e6 rad. */
@inline function sincos(x: v128): void {
  const quarters = f64x2.nearest(mul(x, all(0.6366197723675814)));
  let r = sub(x, mul(quarters, all(1.5707963267341256)));
  r = sub(r, mul(quarters, all(6.077100506303966e-11)));
  r = sub(r, mul(quarters, all(2.0222662487959506e-21)));
  const z = mul(r, r);
  let s = add(all(-2.50507602534068634195e-8), mul(z, all(1.58969099521155010221e-10)));
  s = add(all(2.75573137070700676789e-6), mul(z, s));
  s = add(all(-1.98412698298579493134e-4), mul(z, s));
  s = add(all(8.33333333332248946124e-3), mul(z, s));
  s = add(all(-1.66666666666666324348e-1), mul(z, s));
  s = add(r, mul(mul(r, z), s));
  let c = add(all(2.08757232129817482790e-9), mul(z, all(-1.13596475577881948265e-11)));
  c = add(all(-2.75573143513906633035e-7), mul(z, c));
  c = add(all(2.48015872894767294178e-5), mul(z, c));
  c = add(all(-1.38888888888741095749e-3), mul(z, c));
  c = add(all(4.16666666666666019037e-2), mul(z, c));
  c = add(sub(all(1), mul(all(0.5), z)), mul(mul(z, z), c));
  // The quarter as an integer in the low bits of a large number.
  const q = f64x2.add(quarters, all(6755399441055744.0));
  const odd = i64x2.ne(v128.and(q, i64x2.splat(1)), i64x2.splat(0));
  const signSine = i64x2.shl(v128.and(q, i64x2.splat(2)), 62);
  const signCosine = i64x2.shl(v128.and(i64x2.add(q, i64x2.splat(1)), i64x2.splat(2)), 62);
  sine = v128.xor(v128.bitselect(c, s, odd), signSine);
  cosine = v128.xor(v128.bitselect(s, c, odd), signCosine);
}

/** Turns `sine` and `cosine` on by small angles (under an eighth: rest below 1e-15), by their series. */
@inline function turn(d: v128): void {
  const z = mul(d, d);
  let s = add(all(-1.0 / 5040), mul(z, all(1.0 / 362880)));
  s = add(all(1.0 / 120), mul(z, s));
  s = add(all(-1.0 / 6), mul(z, s));
  s = add(d, mul(mul(d, z), s));
  let c = add(all(-1.0 / 720), mul(z, all(1.0 / 40320)));
  c = add(all(1.0 / 24), mul(z, c));
  c = mul(z, add(all(-0.5), mul(z, c)));
  const before = sine;
  sine = add(before, add(mul(before, c), mul(cosine, s)));
  cosine = add(cosine, sub(mul(cosine, c), mul(before, s)));
}

/** Sets `sine` and `cosine` of `angle`, which is `d` further than what they are of: turned on where that is near enough. */
@inline function further(d: v128, angle: v128): void {
  const near = f64x2.lt(f64x2.abs(d), all(0.125));
  if (i64x2.all_true(near)) {
    turn(d);
    return;
  }
  const s = sine;
  const c = cosine;
  sincos(angle);
  if (!v128.any_true(near)) return;
  const farSine = sine;
  const farCosine = cosine;
  sine = s;
  cosine = c;
  turn(d);
  sine = v128.bitselect(sine, farSine, near);
  cosine = v128.bitselect(cosine, farCosine, near);
}

/**
 * States of `blocks` blocks of two sets at `count` instants (ms since 1970, at `instants`): six numbers per set (km, km/s) at
 * out + 48 * place, for each further instant `stride` further on; NaN where there is no state. Addresses in bytes.
 */
export function statesAt(
  sets: usize,
  blocks: u32,
  places: usize,
  instants: usize,
  count: u32,
  out: usize,
  stride: usize,
): void {
  for (let b: u32 = 0; b < blocks; b++) {
    const block = sets + BLOCK_BYTES * b;
    const first = out + 48 * load<u32>(places + 8 * b);
    const second = out + 48 * load<u32>(places + 8 * b + 4);
    for (let k: u32 = 0; k < count; k++) stateInto(block, load<f64>(instants + 8 * k), first + stride * k, second + stride * k);
  }
}

/** The states of a block's two sets at an instant (ms since 1970). */
@inline function stateInto(block: usize, atMs: f64, first: usize, second: usize): void {
  const t = div(sub(all(atMs), field(block, 0)), all(60000));
  const t2 = mul(t, t);
  const t3 = mul(t2, t);
  const t4 = mul(t2, t2);
  // Secular terms of gravity and drag.
  const xmdf = add(field(block, 1), mul(field(block, 2), t));
  const argpdf = add(field(block, 3), mul(field(block, 4), t));
  const node = add(add(field(block, 5), mul(field(block, 6), t)), mul(field(block, 7), t2));
  sincos(xmdf);
  const stretch = add(all(1), mul(field(block, 8), cosine));
  const lag = add(
    mul(field(block, 9), t),
    mul(field(block, 10), sub(mul(mul(stretch, stretch), stretch), field(block, 11))),
  );
  let mm = add(xmdf, lag);
  further(lag, mm);
  const argp = sub(argpdf, lag);
  let tempa = sub(all(1), mul(field(block, 12), t));
  tempa = sub(sub(sub(tempa, mul(field(block, 13), t2)), mul(field(block, 14), t3)), mul(field(block, 15), t4));
  const tempe = add(mul(field(block, 16), t), mul(field(block, 17), sub(sine, field(block, 18))));
  const templ = add(
    add(mul(field(block, 19), t2), mul(field(block, 20), t3)),
    mul(t4, add(field(block, 21), mul(t, field(block, 22)))),
  );
  const am = mul(mul(field(block, 23), tempa), tempa);
  const rootA = f64x2.sqrt(am);
  let em = sub(field(block, 24), tempe);
  // What has no state: kept as a mask, written as NaN at the end.
  let none = v128.or(f64x2.ge(em, all(1)), f64x2.lt(em, all(-0.001)));
  none = v128.or(none, f64x2.le(tempa, all(0)));
  em = f64x2.pmax(em, all(1e-6));
  mm = add(mm, mul(field(block, 25), templ));
  // Long-period terms.
  sincos(argp);
  const axnl = mul(em, cosine);
  const long = div(all(1), mul(am, sub(all(1), mul(em, em))));
  const aynl = add(mul(em, sine), mul(long, field(block, 26)));
  let u = add(add(mm, argp), mul(mul(long, field(block, 27)), axnl));
  const turns = f64x2.nearest(mul(u, all(0.15915494309189535)));
  u = sub(u, mul(turns, all(6.2831853069365025)));
  u = sub(u, mul(turns, all(2.4308402025215864e-10)));
  u = sub(u, mul(turns, all(8.0890649951838e-21)));
  // Kepler's equation, by Newton's method with bounded steps; sine and cosine are of the place before the last step.
  sincos(u);
  let anomaly = u;
  let open = f64x2.eq(u, u);
  for (let round = 0; round < 10; round++) {
    let d = div(
      add(sub(sub(u, mul(aynl, cosine)), anomaly), mul(axnl, sine)),
      sub(sub(all(1), mul(cosine, axnl)), mul(sine, aynl)),
    );
    open = v128.and(open, f64x2.ge(f64x2.abs(d), all(1e-12)));
    if (round === 9 || !v128.any_true(open)) break;
    d = v128.and(f64x2.pmax(f64x2.pmin(d, all(0.95)), all(-0.95)), open);
    anomaly = add(anomaly, d);
    further(d, anomaly);
  }
  // Short-period terms.
  const ecose = add(mul(axnl, cosine), mul(aynl, sine));
  const esine = sub(mul(axnl, sine), mul(aynl, cosine));
  const el2 = add(mul(axnl, axnl), mul(aynl, aynl));
  const pl = mul(am, sub(all(1), el2));
  none = v128.or(none, f64x2.lt(pl, all(0)));
  const rl = mul(am, sub(all(1), ecose));
  const perR = div(all(1), rl);
  const rdotl = mul(mul(rootA, esine), perR);
  const rvdotl = mul(f64x2.sqrt(pl), perR);
  const betal = f64x2.sqrt(sub(all(1), el2));
  const share = div(esine, add(all(1), betal));
  const scale = mul(am, perR);
  const sinu = mul(scale, sub(sub(sine, aynl), mul(axnl, share)));
  const cosu = mul(scale, add(sub(cosine, axnl), mul(aynl, share)));
  const sin2u = mul(add(cosu, cosu), sinu);
  const cos2u = sub(all(1), mul(mul(all(2), sinu), sinu));
  const perP = div(all(1), pl);
  const temp1 = mul(all(0.5 * J2), perP);
  const temp2 = mul(temp1, perP);
  const con41 = field(block, 28);
  const x1mth2 = field(block, 29);
  const sinip = field(block, 31);
  const cosip = field(block, 32);
  const mrt = add(
    mul(rl, sub(all(1), mul(mul(mul(all(1.5), temp2), betal), con41))),
    mul(mul(mul(all(0.5), temp1), x1mth2), cos2u),
  );
  none = v128.or(none, f64x2.lt(mrt, all(1)));
  sine = sinu;
  cosine = cosu;
  turn(mul(mul(all(-0.25), temp2), mul(field(block, 30), sin2u)));
  const sinsu = sine;
  const cossu = cosine;
  const swing = mul(mul(all(1.5), temp2), cosip);
  sincos(node);
  turn(mul(swing, sin2u));
  const snod = sine;
  const cnod = cosine;
  sine = sinip;
  cosine = cosip;
  turn(mul(mul(swing, sinip), cos2u));
  const sini = sine;
  const cosi = cosine;
  const pace = mul(div(all(1), mul(am, rootA)), temp1);
  const mvt = mul(sub(rdotl, mul(mul(pace, x1mth2), sin2u)), all(KM_PER_S));
  const rvdot = mul(
    add(rvdotl, mul(pace, add(mul(x1mth2, cos2u), mul(all(1.5), con41)))),
    all(KM_PER_S),
  );
  const r = v128.or(mul(mrt, all(EARTH_RADIUS_KM)), none);
  const xmx = sub(all(0), mul(snod, cosi));
  const xmy = mul(cnod, cosi);
  const ux = add(mul(xmx, sinsu), mul(cnod, cossu));
  const uy = add(mul(xmy, sinsu), mul(snod, cossu));
  const uz = mul(sini, sinsu);
  const x = mul(r, ux);
  const y = mul(r, uy);
  const z = mul(r, uz);
  const vx = v128.or(add(mul(mvt, ux), mul(rvdot, sub(mul(xmx, cossu), mul(cnod, sinsu)))), none);
  const vy = v128.or(add(mul(mvt, uy), mul(rvdot, sub(mul(xmy, cossu), mul(snod, sinsu)))), none);
  const vz = v128.or(add(mul(mvt, uz), mul(rvdot, mul(sini, cossu))), none);
  v128.store(first, i64x2.shuffle(x, y, 0, 2));
  v128.store(first, i64x2.shuffle(z, vx, 0, 2), 16);
  v128.store(first, i64x2.shuffle(vy, vz, 0, 2), 32);
  v128.store(second, i64x2.shuffle(x, y, 1, 3));
  v128.store(second, i64x2.shuffle(z, vx, 1, 3), 16);
  v128.store(second, i64x2.shuffle(vy, vz, 1, 3), 32);
}
