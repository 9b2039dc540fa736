/**
 * Keyed chance: every random number of the game is a pure function of (key, purpose, stable ids).
 *
 * A draw never depends on how many draws came before it or on the order of anything, so taking one order out of a game
 * changes only the draws whose ids come from that order (common random numbers).
 */

/** 128 bits of key, as four unsigned 32-bit words. Made from the game's seed; narrowed by `narrow`. */
export type Key = readonly [number, number, number, number];

const C1 = 0xcc9e2d51;
const C2 = 0x1b873593;

/** One round of MurmurHash3's body and a rotation between lanes (public domain, A. Appleby). */
function absorb(h: [number, number, number, number], word: number): void {
  let k = Math.imul(word, C1);
  k = (k << 15) | (k >>> 17);
  k = Math.imul(k, C2);
  const a = h[0] ^ k;
  h[0] = h[1] ^ Math.imul(a, 0x85ebca6b);
  h[1] = h[2] ^ ((a << 13) | (a >>> 19));
  h[2] = h[3] ^ Math.imul(a ^ (a >>> 15), 0xc2b2ae35);
  h[3] = Math.imul((a << 7) | (a >>> 25), 5) + 0xe6546b64;
}

/** MurmurHash3's 32-bit finaliser. */
function mix32(x: number): number {
  let h = x;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function absorbPart(h: [number, number, number, number], part: string | number): void {
  if (typeof part === 'number') {
    // Ids are integers below 2^53: high and low word apart.
    absorb(h, Math.floor(part / 0x1_0000_0000) | 0);
    absorb(h, part | 0);
    absorb(h, 0x6e756d);
    return;
  }
  for (let i = 0; i < part.length; i++) absorb(h, part.charCodeAt(i));
  absorb(h, part.length ^ 0x737472);
}

function finish(h: [number, number, number, number]): Key {
  const sum = mix32(h[0] ^ mix32(h[1] ^ mix32(h[2] ^ mix32(h[3]))));
  return [
    mix32(sum ^ h[0]),
    mix32(sum + Math.imul(h[1], 0x9e3779b1)),
    mix32((sum ^ 0x5bd1e995) + h[2]),
    mix32(~sum ^ h[3]),
  ];
}

/** The key of a seed (any text; a game uses 32 hex digits). */
export function keyOf(seed: string): Key {
  const h: [number, number, number, number] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0xdeadbeef];
  absorbPart(h, seed);
  return finish(h);
}

/** A narrower key for one purpose and the ids it concerns. Ids are texts or integers below 2^53. */
export function narrow(key: Key, purpose: string, ...ids: readonly (string | number)[]): Key {
  const h: [number, number, number, number] = [key[0], key[1], key[2], key[3]];
  absorbPart(h, purpose);
  for (const id of ids) absorbPart(h, id);
  return finish(h);
}

/** A uniform number in [0, 1) for (key, purpose, ids). */
export function draw(key: Key, purpose: string, ...ids: readonly (string | number)[]): number {
  const k = narrow(key, purpose, ...ids);
  return (k[0] * 0x20_0000 + (k[1] >>> 11)) / 0x20_0000_0000_0000;
}

/**
 * A uniform number in [0, 1) for a narrowed key and two integer ids below 2^53, without allocation: for inner loops over
 * objects (id, 0) or pairs (idA, idB).
 */
export function drawPair(key: Key, idA: number, idB: number): number {
  let a = mix32(key[0] ^ (idA | 0));
  let b = mix32(key[1] ^ (idB | 0));
  a = mix32((a + Math.imul(Math.floor(idA / 0x1_0000_0000) | 0, C1)) ^ key[2]);
  b = mix32((b + Math.imul(Math.floor(idB / 0x1_0000_0000) | 0, C2)) ^ key[3]);
  const hi = mix32(a + Math.imul(b, 0x9e3779b1));
  const lo = mix32(b ^ Math.imul(hi, 0x85ebca6b) ^ a);
  return (hi * 0x20_0000 + (lo >>> 11)) / 0x20_0000_0000_0000;
}

/**
 * `drawPair(key, idA, k)` for k = 0, 1 ... into all of `out`, three times as fast: the half of the work that is idA's is done
 * once. `idA` and the places in `out` are below 2^31.
 */
export function drawRow(out: Float64Array, key: Key, idA: number): void {
  const a = mix32(mix32(key[0] ^ idA) ^ key[2]);
  for (let k = 0; k < out.length; k++) {
    const b = mix32(mix32(key[1] ^ k) ^ key[3]);
    const hi = mix32(a + Math.imul(b, 0x9e3779b1));
    const lo = mix32(b ^ Math.imul(hi, 0x85ebca6b) ^ a);
    out[k] = (hi * 0x20_0000 + (lo >>> 11)) / 0x20_0000_0000_0000;
  }
}

/** Ids from here on were made by the game; those below are catalogue numbers. */
export const FIRST_CAUSAL_ID = 0x100_0000_0000;

/** A 53-bit identity for what (key, purpose, ids) causes; at or above 2^40, so that it never meets a catalogue number. */
export function causalId(purpose: string, ...ids: readonly (string | number)[]): number {
  const k = narrow(ID_KEY, purpose, ...ids);
  return (k[0] & 0x1f_ffff) * 0x1_0000_0000 + k[1] + FIRST_CAUSAL_ID * ((k[0] & 0x1f_ffff) < 256 ? 1 : 0);
}
const ID_KEY: Key = keyOf('object identity');

/**
 * A source of many numbers for one event (a break-up). Each call returns the next uniform in [0, 1); `fill` writes as many next
 * ones as the array is long, the same numbers several times faster.
 */
export type Stream = { (): number; readonly fill: (out: Float64Array) => void };

/** The stream of one event: sfc32 (C. Doty-Humphrey, PractRand, public domain) started from a narrowed key. */
export function streamOf(key: Key): Stream {
  let a = key[0] | 0;
  let b = key[1] | 0;
  let c = key[2] | 0;
  let d = key[3] | 0 || 1;
  const fill = (out: Float64Array): void => {
    // Local copies stay in registers; said to be integers, they stay integers in every engine.
    let p = a | 0;
    let q = b | 0;
    let r = c | 0;
    let s = d | 0;
    for (let i = 0; i < out.length; i++) {
      const high = (((p + q) | 0) + s) | 0;
      s = (s + 1) | 0;
      p = q ^ (q >>> 9);
      q = (r + (r << 3)) | 0;
      r = (((r << 21) | (r >>> 11)) + high) | 0;
      const low = (((p + q) | 0) + s) | 0;
      s = (s + 1) | 0;
      p = q ^ (q >>> 9);
      q = (r + (r << 3)) | 0;
      r = (((r << 21) | (r >>> 11)) + low) | 0;
      out[i] = ((high >>> 0) * 0x20_0000 + (low >>> 11)) / 0x20_0000_0000_0000;
    }
    [a, b, c, d] = [p, q, r, s];
  };
  const one = new Float64Array(1);
  // The generator's first twelve words are not used.
  fill(new Float64Array(6));
  const next = (): number => {
    fill(one);
    return one[0]!;
  };
  return Object.assign(next, { fill });
}

/** A standard normal number from a stream (Box-Muller, one of the pair, so that the count of draws is fixed: two). */
export function normal(next: Stream): number {
  const u = 1 - next();
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * next());
}
