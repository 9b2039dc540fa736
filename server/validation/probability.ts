/** Collision probability against NASA CARA's test vector "Omitron case 1" (km, km/s, km^2). */
import { readFileSync } from 'node:fs';
import { encounterPlane, fosterProbability, type UncertainState } from '../../shared/orbits/risk/probability.ts';
import { holds, type Line, within } from './line.ts';

const FILE = new URL('../../shared/data/encounter-cara.json', import.meta.url);
const VECTOR: { a: UncertainState; b: UncertainState; hardBodyRadiusKm: number } = JSON.parse(
  readFileSync(FILE, 'utf8'),
);

/** The two bodies of the vector. */
export const PRIMARY = VECTOR.a;
export const SECONDARY = VECTOR.b;

/** The lines of the comparison on the chance of a hit. */
export function probabilityLines(): Line[] {
  const source = 'NASA CARA Analysis Tools, Pc2D_Foster unit test';
  const encounter = encounterPlane(PRIMARY, SECONDARY);
  if (typeof encounter === 'string') return [holds('collision probability', false, encounter, source)];
  return [
    within(1e-3, {
      quantity: 'collision probability, Foster, 20 m',
      published: 2.7060157349e-5,
      ours: fosterProbability(encounter, VECTOR.hardBodyRadiusKm),
      source,
    }),
  ];
}
