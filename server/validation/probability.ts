/**
 * Collision probability against NASA CARA's test vector "Omitron case 1" (km, km/s, km^2) and the published cases of S. Alfano,
 * "Satellite Conjunction Monte Carlo Analysis", AAS 09-233, 2009.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { cdmOfKvn, statesOfCdm } from '../../shared/orbits/risk/cdm.ts';
import {
  type Encounter,
  encounterPlane,
  fosterProbability,
  maximumProbability,
  type UncertainState,
} from '../../shared/orbits/risk/probability.ts';
import { shippedSky } from '../sky-rows.ts';
import { holds, type Line, within } from './line.ts';

const VECTOR: { a: UncertainState; b: UncertainState; hardBodyRadiusKm: number } = JSON.parse(
  readFileSync(shippedSky('encounter-cara.json'), 'utf8'),
);

/** The two bodies of the vector. */
export const PRIMARY = VECTOR.a;
export const SECONDARY = VECTOR.b;

/** A published case: its message (CCSDS), what comes of it, and the probabilities by a plane and in space. */
export type AlfanoCase = {
  readonly name: string;
  readonly cdm: string;
  readonly states: readonly [UncertainState, UncertainState];
  readonly encounter: Encounter;
  readonly hardBodyKm: number;
  readonly probability2d: number;
  readonly probability3d: number;
};

/**
 * States in EME2000 (km, km/s), covariances on each body's own axes (m^2); the probabilities are those of NASA CARA Analysis Tools
 * (Pc2D_Foster and Pc3D_Hall unit tests). Case 10 has the numbers of case 9, so it is not there. Throws where a case is no encounter.
 */
export function alfanoCases(): AlfanoCase[] {
  const rows: Record<string, string>[] = parse(readFileSync(shippedSky('encounters-alfano.csv')), { columns: true });
  return rows.map((row) => {
    const cdm = cdmOfCase(row);
    const read = cdmOfKvn(cdm);
    const states = 'field' in read ? read : statesOfCdm(read);
    if ('field' in states) throw new Error(`case ${row.case}: ${states.field}: ${states.reason}`);
    const encounter = encounterPlane(...states);
    if (typeof encounter === 'string') throw new Error(`case ${row.case}: ${encounter}`);
    return {
      name: row.case!,
      cdm,
      states,
      encounter,
      hardBodyKm: Number(row.hardBodyM) / 1000,
      probability2d: Number(row.probability2d),
      probability3d: Number(row.probability3d),
    };
  });
}

const KEYWORDS = ['X', 'Y', 'Z', 'X_DOT', 'Y_DOT', 'Z_DOT', 'CR_R', 'CT_R', 'CT_T', 'CN_R', 'CN_T', 'CN_N'];
const COLUMNS = ['x', 'y', 'z', 'vx', 'vy', 'vz', 'rr', 'tr', 'tt', 'nr', 'nt', 'nn'];

/** A case as a conjunction data message. */
function cdmOfCase(row: Readonly<Record<string, string>>): string {
  const body = (k: 1 | 2) => [
    `OBJECT = OBJECT${k}`,
    'REF_FRAME = EME2000',
    ...KEYWORDS.map((keyword, at) => `${keyword} = ${row[`${COLUMNS[at]}${k}`]} [unit]`),
  ];
  return ['CCSDS_CDM_VERS = 1.0', `COMMENT HBR = ${row.hardBodyM}`, ...body(1), ...body(2)].join('\n');
}

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
    ...alfanoCases().flatMap((one) => alfanoLines(one, source)),
  ];
}

function alfanoLines({ name, encounter, hardBodyKm, probability2d }: AlfanoCase, source: string): Line[] {
  const foster = fosterProbability(encounter, hardBodyKm);
  const maximum = maximumProbability(encounter, hardBodyKm);
  const quantity = `collision probability, Alfano's case ${name}, ${1000 * hardBodyKm} m`;
  const cases = `S. Alfano, AAS 09-233, 2009; ${source}`;
  return [
    within(5e-4, { quantity: `${quantity}, Foster`, published: probability2d, ours: foster, source: cases }),
    {
      ...holds(
        `${quantity}, maximum not below Foster's`,
        maximum >= foster,
        `${maximum.toPrecision(4)} to ${foster.toPrecision(4)}`,
        'a maximum over the size of the errors',
      ),
      rests: 'formula',
    },
  ];
}
