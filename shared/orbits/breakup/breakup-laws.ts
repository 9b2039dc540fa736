/** Steps 1 and 2 of a break-up: how hard it was, and how many pieces of which size (sources in fragments.ts). */
import type { BreakUpKind } from './fragments.ts';

/** Specific energy above which both bodies shatter, J per kg of the heavier one (40 J/g). */
export const CATASTROPHIC_J_KG = 40_000;
/** Step 1: specific energy, J/kg: half m_p v^2 over m_t, the lighter body over the heavier one. */
export const specificEnergyJKg = (massAKg: number, massBKg: number, speedKms: number): number =>
  (0.5 * Math.min(massAKg, massBKg) * speedKms * speedKms * 1e6) / Math.max(massAKg, massBKg);

/** The lightest projectile (kg) that shatters a target: 80,000 m_t / v^2 with v in m/s. */
export const catastrophicThresholdKg = (targetMassKg: number, speedKms: number): number =>
  (2 * CATASTROPHIC_J_KG * targetMassKg) / (speedKms * speedKms * 1e6);

/**
 * The mass M (kg) of the collision's number law: all of both bodies when catastrophic, else m_p v^2 with v in km/s, its
 * number read as kg (Krisko, ODQN 15(4), eq. 4), at most all of both.
 */
export function collisionMassKg(massAKg: number, massBKg: number, speedKms: number): number {
  const both = massAKg + massBKg;
  if (specificEnergyJKg(massAKg, massBKg, speedKms) >= CATASTROPHIC_J_KG) return both;
  return Math.min(both, Math.min(massAKg, massBKg) * speedKms * speedKms);
}

/**
 * Step 2: expected number of fragments of at least `sizeM`.
 * Collision: 0.1 M^0.75 Lc^-1.71, M in kg. Explosion: 6 S Lc^-1.6 (fitted to stages of 600-1,000 kg, up to about 1 m).
 */
export function expectedCounts(kind: BreakUpKind, massKgOrScale: number, sizeM: number): number {
  return kind === 'collision' ? 0.1 * massKgOrScale ** 0.75 * sizeM ** -1.71 : 6 * massKgOrScale * sizeM ** -1.6;
}
