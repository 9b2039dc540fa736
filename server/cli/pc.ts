import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import {
  alfriendAkellaProbability,
  chanProbability,
  encounterPlane,
  fosterProbability,
  maximumProbability,
  squareProbability,
} from '../../shared/orbits/risk/probability.ts';
import { print, type Subcommand, WrongUse } from './subcommand.ts';

const Vector = z.tuple([z.number(), z.number(), z.number()]);
const Body = z.strictObject({ rKm: Vector, vKms: Vector, covarianceKm2: z.tuple([Vector, Vector, Vector]) });
const Input = z.strictObject({ a: Body, b: Body, hardBodyRadiusKm: z.number().positive() });

export const pcCommand: Subcommand = {
  about: 'probability of collision of one encounter, by four formulas',
  usage: [
    'kessler pc --in FILE.json [--json]',
    '',
    '  --in FILE  {"a": BODY, "b": BODY, "hardBodyRadiusKm": 0.02}, BODY = {"rKm": [x,y,z], "vKms": [x,y,z],',
    '             "covarianceKm2": [[xx,xy,xz],[xy,yy,yz],[xz,yz,zz]]}: states at closest approach and position',
    '             covariances in one frame; the radius is that of both bodies together',
    '',
    'Foster integrates over the circle; Alfriend-Akella and Chan are checks on it; maximum is the worst size of covariance;',
    'square is the integral over the square about the circle.',
    'Source: Foster and Estes, NASA JSC-25898, 1992; Alfriend and others, Space Debris 1(1), 1999; Chan 2008.',
    '--seed is taken and changes nothing: no chance is in this.',
    'Example: npx kessler pc --in shared/data/encounter-cara.json --json',
  ].join('\n'),
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: { in: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    if (!values.in) throw new WrongUse('--in FILE.json: which file?');
    const { a, b, hardBodyRadiusKm } = readInput(values.in);
    const encounter = encounterPlane(a, b);
    if (encounter === 'no-relative-speed')
      throw new WrongUse(`${values.in}: vKms: both bodies have one velocity, so there is no encounter`);
    if (encounter === 'covariance-not-positive')
      throw new WrongUse(`${values.in}: covarianceKm2: their sum is not positive across the relative velocity`);
    print(
      {
        missKm: Math.hypot(...encounter.missKm),
        speedKms: encounter.speedKms,
        sigmaMinorKm: encounter.sigmaKm[0],
        sigmaMajorKm: encounter.sigmaKm[1],
        mahalanobisSquared: encounter.distance2,
        hardBodyRadiusKm,
        probabilityFoster: fosterProbability(encounter, hardBodyRadiusKm),
        probabilityAlfriendAkella: alfriendAkellaProbability(encounter, hardBodyRadiusKm),
        probabilityChan: chanProbability(encounter, hardBodyRadiusKm),
        probabilityMaximum: maximumProbability(encounter, hardBodyRadiusKm),
        probabilitySquare: squareProbability(encounter, hardBodyRadiusKm),
      },
      values.json,
    );
    return 0;
  },
};

/** The encounter of a file; refused with the field and the reason. */
function readInput(file: string): z.infer<typeof Input> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new WrongUse(`${file}: not JSON: ${error.message}`);
    throw error;
  }
  const input = Input.safeParse(json);
  if (!input.success) {
    const { path, message } = input.error.issues[0]!;
    throw new WrongUse(`${file}: ${path.join('.') || 'file'}: ${message}`);
  }
  const { a, b } = input.data;
  for (const [name, { covarianceKm2: c }] of Object.entries({ a, b }))
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const)
      if (Math.abs(c[i][j] - c[j][i]) > 1e-9 * Math.sqrt(Math.abs(c[i][i] * c[j][j])))
        throw new WrongUse(`${file}: ${name}.covarianceKm2: not symmetric at ${i},${j}`);
  return input.data;
}
