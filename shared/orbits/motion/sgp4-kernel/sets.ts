/** What of an element set the kernel needs, worked out once, and how blocks of two sets stand in its memory. */
import type { SatRec } from 'satellite.js';

/** Unit of mean motion in Earth radii: sqrt(mu / r^3) per minute, WGS-72. */
const XKE = 60 / Math.sqrt(6378.135 ** 3 / 398600.8);

/** Numbers of a set in the order in which the kernel reads them; names are those of AIAA 2006-6753. Angles rad, times min. */
function fieldsOf(s: SatRec, epochMs: number): readonly number[] {
  // The theory leaves these terms out for low perigees.
  const full = s.isimp === 1 ? 0 : 1;
  return [
    epochMs,
    s.mo,
    s.mdot,
    s.argpo,
    s.argpdot,
    s.nodeo,
    s.nodedot,
    s.nodecf,
    s.eta,
    full * s.omgcof,
    full * s.xmcof,
    s.delmo,
    s.cc1,
    full * s.d2,
    full * s.d3,
    full * s.d4,
    s.bstar * s.cc4,
    full * s.bstar * s.cc5,
    s.sinmao,
    s.t2cof,
    full * s.t3cof,
    full * s.t4cof,
    full * s.t5cof,
    (XKE / s.no) ** (2 / 3),
    s.ecco,
    s.no,
    s.aycof,
    s.xlcof,
    s.con41,
    s.x1mth2,
    s.x7thm1,
    Math.sin(s.inclo),
    Math.cos(s.inclo),
  ];
}

/** How many numbers the kernel reads of a set. */
export const FIELDS = 33;

/** Is this one of the kernel's: near Earth (period under 225 minutes), and every number there? */
export const isKernels = (satrec: SatRec): boolean =>
  satrec.method === 'n' && satrec.no > 0 && fieldsOf(satrec, 0).every(Number.isFinite);

/** Writes a set into one half (0 or 1) of a block: the halves of a number stand side by side. */
export function writeSet(memory: Float64Array, block: number, half: 0 | 1, satrec: SatRec, epochMs: number): void {
  const fields = fieldsOf(satrec, epochMs);
  for (let n = 0; n < FIELDS; n++) memory[2 * (FIELDS * block + n) + half] = fields[n]!;
}
