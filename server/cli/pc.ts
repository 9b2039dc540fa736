import { parseArgs } from 'node:util';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import {
  type Cdm,
  type CdmFlaw,
  cdmOfKvn,
  cdmOfTree,
  kvnOfCdm,
  statesOfCdm,
  xmlOfCdm,
} from '../../shared/orbits/risk/cdm.ts';
import {
  alfriendAkellaProbability,
  chanProbability,
  dilutedProbability,
  encounterPlane,
  fosterProbability,
  maximumProbability,
  squareProbability,
  type UncertainState,
} from '../../shared/orbits/risk/probability.ts';
import { shortnessOf } from '../../shared/orbits/risk/short-encounter.ts';
import { textOfFile } from '../text-of-file.ts';
import { outOf, writeText } from './files.ts';
import { numberOf } from './options.ts';
import { print, type Subcommand, WrongUse } from './subcommand.ts';

/** Two bodies of half a kilometre: anything larger is metres taken for kilometres. */
const MOST_HARD_BODY_M = 1000;
const Vector = z.tuple([z.number(), z.number(), z.number()]);
const Body = z.strictObject({ rKm: Vector, vKms: Vector, covarianceKm2: z.tuple([Vector, Vector, Vector]) });
const Input = z.strictObject({ a: Body, b: Body, hardBodyRadiusKm: z.number().positive().optional() });

/** Where the radius comes from when nobody says it. */
type Encountered = {
  readonly a: UncertainState;
  readonly b: UncertainState;
  readonly hardBodyM: number | undefined;
  readonly cdm: Cdm | null;
};

export const pcCommand: Subcommand = {
  about: 'probability of collision of one encounter, by five formulas; reads and writes CDM',
  usage: [
    'kessler pc --in FILE [--hard-body-m R] [--out FILE.cdm|FILE.xml] [--json]',
    '',
    '  --in FILE      a conjunction data message (CCSDS 508.0-B-1, KVN or XML), or JSON: {"a": BODY, "b": BODY,',
    '                 "hardBodyRadiusKm": 0.02}, BODY = {"rKm": [x,y,z], "vKms": [x,y,z], "covarianceKm2": [[xx,xy,xz],',
    '                 [xy,yy,yz],[xz,yz,zz]]}: states at closest approach and position covariances in one frame. - reads',
    '                 standard input',
    '  --hard-body-m  radius of both bodies together, m, at most 1,000; default: the one of the file (in a message HBR, as a',
    '                 comment too, or from AREA_PC of both bodies)',
    '  --out FILE     the message again with the miss, the speed and the probability found here (method FOSTER-1992), as XML where',
    '                 its name ends so; - is standard output',
    '',
    'Foster integrates over the circle; Alfriend-Akella and Chan are checks on it; diluted is Alfriend-Akella for the worst size of',
    'the covariance, right for small bodies alone; maximum is Foster for the worst size, never below Foster; square is the integral',
    'over the square about the circle. All take straight lines: shortEncounter says whether that holds. reachS is the time from',
    'closest approach on in which three standard deviations along the relative velocity pass by, bendKm by how much the relative',
    'path bends in it; it holds while that is less than sigmaMinorKm.',
    'Source: Foster and Estes, NASA JSC-25898, 1992; Alfriend and others, Space Debris 1(1), 1999; Chan 2008.',
    '--seed is taken and changes nothing: no chance is in this.',
    'Example: npx kessler pc --in shared/data/encounter-cara.json --json',
  ].join('\n'),
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        in: { type: 'string' },
        'hard-body-m': { type: 'string' },
        out: { type: 'string' },
        seed: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const file = values.in;
    if (!file) throw new WrongUse('--in FILE: which file?');
    const out = outOf(values);
    const { a, b, hardBodyM: said, cdm } = readInput(file);
    if (out !== undefined && cdm === null)
      throw new WrongUse(`--out: ${file} is no conjunction data message, and only such a one is written`);
    const hardBodyM = numberOf(values, 'hard-body-m', 1e-6, MOST_HARD_BODY_M) ?? said;
    if (hardBodyM === undefined)
      throw new WrongUse(`${file}: no radius of the bodies in it (HBR, AREA_PC); --hard-body-m gives one`);
    const hardBodyKm = hardBodyM / 1000;
    const encounter = encounterPlane(a, b);
    if (encounter === 'no-relative-speed')
      throw new WrongUse(`${file}: vKms: both bodies have one velocity, so there is no encounter`);
    if (encounter === 'covariance-not-positive')
      throw new WrongUse(`${file}: covarianceKm2: their sum is not positive across the relative velocity`);
    const { reachS, bendKm, holds } = shortnessOf(a, b, encounter, hardBodyKm);
    const found = {
      missKm: Math.hypot(...encounter.missKm),
      speedKms: encounter.speedKms,
      sigmaMinorKm: encounter.sigmaKm[0],
      sigmaMajorKm: encounter.sigmaKm[1],
      mahalanobisSquared: encounter.distance2,
      hardBodyRadiusKm: hardBodyKm,
      probabilityFoster: fosterProbability(encounter, hardBodyKm),
      probabilityAlfriendAkella: alfriendAkellaProbability(encounter, hardBodyKm),
      probabilityChan: chanProbability(encounter, hardBodyKm),
      probabilityDiluted: dilutedProbability(encounter, hardBodyKm),
      probabilityMaximum: maximumProbability(encounter, hardBodyKm),
      probabilitySquare: squareProbability(encounter, hardBodyKm),
      shortEncounter: holds ? 'holds' : 'does-not-hold',
      reachS,
      bendKm,
    };
    if (!holds)
      console.error(
        `${file}: the bodies are in reach of each other for ${(2 * reachS).toPrecision(3)} s, too long for straight lines: a Monte Carlo run decides`,
      );
    if (out !== undefined && cdm !== null) {
      const both = {
        ...cdm.both,
        MISS_DISTANCE: String(1000 * Math.hypot(...b.rKm.map((x, axis) => x - a.rKm[axis]!))),
        RELATIVE_SPEED: String(1000 * encounter.speedKms),
        HBR: String(hardBodyM),
        COLLISION_PROBABILITY: found.probabilityFoster.toExponential(6),
        COLLISION_PROBABILITY_METHOD: 'FOSTER-1992',
      };
      const message = { ...cdm, both };
      writeText(out, out.endsWith('.xml') ? xmlOfCdm(message) : kvnOfCdm(message));
    }
    print({ ...found, ...(out !== undefined && { out }) }, values.json, out === '-');
    return 0;
  },
};

/** The encounter of a file; refused with the field and the reason. */
function readInput(file: string): Encountered {
  const text = textOfFile(file);
  const start = text.trimStart();
  if (start.startsWith('<')) return ofCdm(file, cdmOfXml(file, text));
  if (start.startsWith('CCSDS_CDM_VERS')) return ofCdm(file, cdmOfKvn(text));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new WrongUse(`${file}: not JSON: ${(error as Error).message}; nor a conjunction data message`);
  }
  const input = Input.safeParse(json);
  if (!input.success) {
    const { path, message } = input.error.issues[0]!;
    throw new WrongUse(`${file}: ${path.join('.') || 'file'}: ${message}`);
  }
  const { a, b, hardBodyRadiusKm } = input.data;
  for (const [name, { covarianceKm2: c }] of Object.entries({ a, b }))
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const)
      if (Math.abs(c[i][j] - c[j][i]) > 1e-9 * Math.sqrt(Math.abs(c[i][i] * c[j][j])))
        throw new WrongUse(`${file}: ${name}.covarianceKm2: not symmetric at ${i},${j}`);
  if (hardBodyRadiusKm === undefined) return { a, b, hardBodyM: undefined, cdm: null };
  return { a, b, hardBodyM: boundedM(file, 'hardBodyRadiusKm', 1000 * hardBodyRadiusKm), cdm: null };
}

function boundedM(file: string, field: string, metres: number): number {
  if (metres > 0 && metres <= MOST_HARD_BODY_M) return metres;
  throw new WrongUse(`${file}: ${field}: ${metres} m for both bodies together: above 0, at most ${MOST_HARD_BODY_M} m`);
}

function cdmOfXml(file: string, text: string): Cdm | CdmFlaw {
  const whole = XMLValidator.validate(text);
  if (whole !== true)
    throw new WrongUse(`${file}: not XML: line ${whole.err.line}, column ${whole.err.col}: ${whole.err.msg}`);
  const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, removeNSPrefix: true });
  const tree: { cdm?: unknown; ndm?: { cdm?: unknown } } = parser.parse(text);
  const cdm = tree.cdm ?? tree.ndm?.cdm;
  if (typeof cdm !== 'object' || cdm === null) return { field: 'cdm', reason: 'no <cdm> in it' };
  if (Array.isArray(cdm)) return { field: 'cdm', reason: `${cdm.length} messages; one at a time` };
  return cdmOfTree(cdm as Readonly<Record<string, unknown>>);
}

function ofCdm(file: string, cdm: Cdm | CdmFlaw): Encountered {
  const said = (flaw: CdmFlaw): WrongUse => new WrongUse(`${file}: ${flaw.field}: ${flaw.reason}`);
  if ('field' in cdm) throw said(cdm);
  const states = statesOfCdm(cdm);
  if ('field' in states) throw said(states);
  const areas = cdm.bodies.map((body) => Number(body.AREA_PC));
  const ofAreas = areas.every((area) => area > 0)
    ? areas.reduce((sum, area) => sum + Math.sqrt(area / Math.PI), 0)
    : undefined;
  const hardBodyM = cdm.both.HBR === undefined ? ofAreas : boundedM(file, 'HBR', Number(cdm.both.HBR));
  return { a: states[0], b: states[1], hardBodyM, cdm };
}
