/** By which content is addressed: a population, a sky, an overlay. */

/** Content hash of bytes: 128 bits as 32 hex digits (four lanes of MurmurHash3's mixing; not for adversaries). */
export function contentHash(bytes: Uint8Array): string {
  const words = bytes.length >> 2;
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const input = new Uint32Array(aligned.buffer, aligned.byteOffset, words);
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let d = bytes.length | 0;
  for (let i = 0; i < words; i++) {
    const k = Math.imul(input[i]!, 0xcc9e2d51);
    a = Math.imul(a ^ ((k << 15) | (k >>> 17)), 0x1b873593) + b;
    b = ((b << 13) | (b >>> 19)) ^ Math.imul(k, 0x85ebca6b);
    c = Math.imul(c + a, 5) + (d ^ k);
    d = ((d << 11) | (d >>> 21)) + (b ^ 0xe6546b64);
  }
  for (let i = words * 4; i < bytes.length; i++) {
    a = Math.imul(a ^ bytes[i]!, 0x1000193);
    c = Math.imul(c + bytes[i]!, 0x5bd1e995) ^ a;
  }
  const out: string[] = [];
  for (let round = 0; round < 4; round++) {
    a = finalMix(a + d + round);
    b = finalMix(b ^ a);
    c = finalMix(c + b);
    d = finalMix(d ^ c);
    out.push((d >>> 0).toString(16).padStart(8, '0'));
  }
  return out.join('');
}

function finalMix(x: number): number {
  let h = x | 0;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
