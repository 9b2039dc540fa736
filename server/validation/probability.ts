/** Collision probability against NASA CARA's test vector "Omitron case 1" (km, km/s, km^2). */
import {
  encounterPlane,
  fosterProbability,
  type Matrix3,
  type UncertainState,
} from '../../shared/orbits/probability.ts';
import { holds, type Line, within } from './line.ts';

/** A covariance from its upper triangle. */
export const symmetric = (xx: number, xy: number, xz: number, yy: number, yz: number, zz: number): Matrix3 => [
  [xx, xy, xz],
  [xy, yy, yz],
  [xz, yz, zz],
];

/** The two bodies of the vector. */
export const PRIMARY: UncertainState = {
  rKm: [378.39559, 4305.721887, 5752.767554],
  vKms: [2.360800244, 5.580331936, -4.322349039],
  covarianceKm2: symmetric(
    44.5757544811362,
    81.6751751052616,
    -67.8687662707124,
    158.453402956163,
    -128.616921644857,
    105.490542562701,
  ),
};
export const SECONDARY: UncertainState = {
  rKm: [374.5180598, 4307.560983, 5751.130418],
  vKms: [-5.388125081, -3.946827739, 3.322820358],
  covarianceKm2: symmetric(
    2.31067077720423,
    1.69905293875632,
    -1.4170164577661,
    1.24957388457206,
    -1.04174164279599,
    0.869260558223714,
  ),
};

/** The lines of the comparison on the chance of a hit. */
export function probabilityLines(): Line[] {
  const source = 'NASA CARA Analysis Tools, Pc2D_Foster unit test';
  const encounter = encounterPlane(PRIMARY, SECONDARY);
  if (typeof encounter === 'string') return [holds('collision probability', false, encounter, source)];
  return [
    within(1e-3, {
      quantity: 'collision probability, Foster, 20 m',
      published: 2.7060157349e-5,
      ours: fosterProbability(encounter, 0.02),
      source,
    }),
  ];
}
