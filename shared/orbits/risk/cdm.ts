/**
 * Conjunction data messages (CCSDS 508.0-B-1): what two bodies do at closest approach, as lines of KEYWORD = value [unit] (KVN) or
 * as XML. A message is three lists of values by keyword: what is of both bodies, and what is of each.
 */

import { EARTH_ROTATION_RAD_S } from '../table/elements.ts';
import type { Matrix3, UncertainState } from './probability.ts';
import { rtnAxes, type Vector } from './rtn.ts';

/** Values by keyword; units are those of the standard. */
export type CdmValues = Readonly<Record<string, string>>;
export type Cdm = { readonly both: CdmValues; readonly bodies: readonly [CdmValues, CdmValues] };

/** A message that cannot be read: the keyword or line at fault, and why. */
export type CdmFlaw = { readonly field: string; readonly reason: string };

/** Keywords in the order of the standard, by the element of the XML form that holds them ('' for none), with their units. */
type Group = { readonly element: string; readonly keywords: Readonly<Record<string, string>> };
const measured = (unit: string, ...keywords: readonly string[]): Record<string, string> =>
  Object.fromEntries(keywords.map((keyword) => [keyword, unit]));
const HEADER: Group = {
  element: 'header',
  keywords: measured('', 'CREATION_DATE', 'ORIGINATOR', 'MESSAGE_FOR', 'MESSAGE_ID'),
};
const AXES = ['R', 'T', 'N', 'RDOT', 'TDOT', 'NDOT'] as const;
const COVARIANCE = AXES.flatMap((row, i) => AXES.slice(0, i + 1).map((column) => `C${row}_${column}`));
const unitOfCovariance = (name: string): string => ['m**2', 'm**2/s', 'm**2/s**2'][name.split('DOT').length - 1]!;
const RELATIVE: readonly Group[] = [
  { element: '', keywords: { TCA: '', MISS_DISTANCE: 'm', RELATIVE_SPEED: 'm/s' } },
  {
    element: 'relativeStateVector',
    keywords: {
      ...measured('m', 'RELATIVE_POSITION_R', 'RELATIVE_POSITION_T', 'RELATIVE_POSITION_N'),
      ...measured('m/s', 'RELATIVE_VELOCITY_R', 'RELATIVE_VELOCITY_T', 'RELATIVE_VELOCITY_N'),
    },
  },
  {
    element: '',
    keywords: {
      ...measured('', 'START_SCREEN_PERIOD', 'STOP_SCREEN_PERIOD', 'SCREEN_VOLUME_FRAME', 'SCREEN_VOLUME_SHAPE'),
      ...measured('m', 'SCREEN_VOLUME_X', 'SCREEN_VOLUME_Y', 'SCREEN_VOLUME_Z'),
      ...measured('', 'SCREEN_ENTRY_TIME', 'SCREEN_EXIT_TIME'),
      ...measured('', 'COLLISION_PROBABILITY', 'COLLISION_PROBABILITY_METHOD'),
    },
  },
];
const METADATA: Group = {
  element: 'metadata',
  keywords: measured(
    '',
    ...['OBJECT', 'OBJECT_DESIGNATOR', 'CATALOG_NAME', 'OBJECT_NAME', 'INTERNATIONAL_DESIGNATOR', 'OBJECT_TYPE'],
    ...['OPERATOR_CONTACT_POSITION', 'OPERATOR_ORGANIZATION', 'OPERATOR_PHONE', 'OPERATOR_EMAIL', 'EPHEMERIS_NAME'],
    ...['COVARIANCE_METHOD', 'MANEUVERABLE', 'ORBIT_CENTER', 'REF_FRAME', 'GRAVITY_MODEL', 'ATMOSPHERIC_MODEL'],
    ...['N_BODY_PERTURBATIONS', 'SOLAR_RAD_PRESSURE', 'EARTH_TIDES', 'INTRACK_THRUST'],
  ),
};
const DATA: readonly Group[] = [
  {
    element: 'odParameters',
    keywords: {
      ...measured('', 'TIME_LASTOB_START', 'TIME_LASTOB_END'),
      ...measured('d', 'RECOMMENDED_OD_SPAN', 'ACTUAL_OD_SPAN'),
      ...measured('', 'OBS_AVAILABLE', 'OBS_USED', 'TRACKS_AVAILABLE', 'TRACKS_USED'),
      ...{ RESIDUALS_ACCEPTED: '%', WEIGHTED_RMS: '' },
    },
  },
  {
    element: 'additionalParameters',
    keywords: {
      ...measured('m**2', 'AREA_PC', 'AREA_DRG', 'AREA_SRP'),
      ...{ MASS: 'kg' },
      ...measured('m**2/kg', 'CD_AREA_OVER_MASS', 'CR_AREA_OVER_MASS'),
      ...{ THRUST_ACCELERATION: 'm/s**2', SEDR: 'W/kg' },
    },
  },
  {
    element: 'stateVector',
    keywords: { ...measured('km', 'X', 'Y', 'Z'), ...measured('km/s', 'X_DOT', 'Y_DOT', 'Z_DOT') },
  },
  { element: 'covarianceMatrix', keywords: Object.fromEntries(COVARIANCE.map((c) => [c, unitOfCovariance(c)])) },
];
const KNOWN = new Set([HEADER, ...RELATIVE, METADATA, ...DATA].flatMap((group) => Object.keys(group.keywords)));

/** Radius of both bodies together in metres, as messages carry it outside the standard: HBR, or a comment with it. */
const HARD_BODY = /^\s*(?:COMMENT\s+)?(?:HBR|HARD[ _]BODY[ _]RADIUS)\s*(?:=|:)?\s*([\d.eE+-]+)\s*(?:\[m\])?\s*$/i;

/** A message of KVN text. */
export function cdmOfKvn(text: string): Cdm | CdmFlaw {
  const parts: Record<string, string>[] = [{}];
  for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
    const radius = HARD_BODY.exec(line)?.[1];
    if (radius !== undefined) parts[0]!.HBR = radius;
    if (radius !== undefined || /^\s*(COMMENT\b.*)?$/.test(line)) continue;
    const [, keyword, value] = /^\s*([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*(?:\[[^\]]*\])?\s*$/.exec(line) ?? [];
    if (keyword === undefined || value === undefined)
      return { field: `line ${at + 1}`, reason: 'neither KEYWORD = value nor COMMENT' };
    if (keyword === 'OBJECT') parts.push({});
    const part = parts.at(-1)!;
    if (keyword in part) return { field: keyword, reason: `twice, line ${at + 1}` };
    part[keyword] = value;
  }
  return cdmOf(parts);
}

/** A message of its parts: what is of both, and one for each body. */
export function cdmOf(parts: readonly CdmValues[]): Cdm | CdmFlaw {
  const [both, first, second] = parts;
  if (!both || !first || !second || parts.length > 3)
    return { field: 'OBJECT', reason: `${parts.length - 1} of them; a message has OBJECT1 and OBJECT2` };
  return { both, bodies: [first, second] };
}

/** The message with other values of both bodies, as KVN text; what the standard does not know is left out. */
export function kvnOfCdm({ both, bodies }: Cdm): string {
  const lines = (values: CdmValues, groups: readonly Group[]): string[] =>
    groups.flatMap(({ keywords }) =>
      Object.entries(keywords).flatMap(([keyword, unit]) =>
        values[keyword] === undefined
          ? []
          : [`${keyword.padEnd(30)} = ${values[keyword]}${unit === '' ? '' : ` [${unit}]`}`],
      ),
    );
  return [
    `${'CCSDS_CDM_VERS'.padEnd(30)} = ${both.CCSDS_CDM_VERS ?? '1.0'}`,
    ...lines(both, [HEADER]),
    ...(both.HBR === undefined ? [] : [`COMMENT HBR = ${both.HBR} [m]`]),
    ...lines(both, RELATIVE),
    ...bodies.flatMap((body) => lines(body, [METADATA, ...DATA])),
    '',
  ].join('\n');
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The same as XML. */
export function xmlOfCdm({ both, bodies }: Cdm): string {
  const leaves = (values: CdmValues, { element, keywords }: Group): string[] => {
    const inside = Object.entries(keywords).flatMap(([keyword, unit]) =>
      values[keyword] === undefined
        ? []
        : [`<${keyword}${unit === '' ? '' : ` units="${unit}"`}>${escaped(values[keyword]!)}</${keyword}>`],
    );
    return element === '' || inside.length === 0 ? inside : [`<${element}>`, ...inside, `</${element}>`];
  };
  const radius = both.HBR === undefined ? [] : [`<COMMENT>HBR = ${both.HBR} [m]</COMMENT>`];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<cdm id="CCSDS_CDM_VERS" version="${escaped(both.CCSDS_CDM_VERS ?? '1.0')}">`,
    ...leaves(both, HEADER),
    '<body>',
    '<relativeMetadataData>',
    ...radius,
    ...RELATIVE.flatMap((group) => leaves(both, group)),
    '</relativeMetadataData>',
    ...bodies.flatMap((body) => [
      '<segment>',
      ...leaves(body, METADATA),
      '<data>',
      ...DATA.flatMap((group) => leaves(body, group)),
      '</data>',
      '</segment>',
    ]),
    '</body>',
    '</cdm>',
    '',
  ].join('\n');
}

/** What an XML parser makes of a <cdm>, as a message: leaves by keyword, for each segment its own. */
export function cdmOfTree(tree: Readonly<Record<string, unknown>>): Cdm | CdmFlaw {
  const body = (tree.body ?? {}) as Readonly<Record<string, unknown>>;
  const segments = [body.segment ?? []].flat() as readonly unknown[];
  return cdmOf([
    leavesOf({ ...tree, body: { ...body, segment: undefined } }),
    ...segments.map((part) => leavesOf(part)),
  ]);
}

function leavesOf(value: unknown, into: Record<string, string> = {}): Record<string, string> {
  for (const [name, item] of Object.entries((value ?? {}) as Record<string, unknown>)) {
    for (const one of [item].flat()) {
      if (typeof one === 'object' && one !== null) leavesOf(one, into);
      else if (name === 'COMMENT') {
        const radius = HARD_BODY.exec(String(one))?.[1];
        if (radius !== undefined) into.HBR = radius;
      } else if (KNOWN.has(name) || name === 'HBR') into[name] = String(one);
    }
  }
  return into;
}

/** Frames whose axes do not turn; in ITRF a body's velocity against the stars is v + omega x r. */
const STILL = ['EME2000', 'GCRF', 'ICRF', 'TEME', 'TOD', 'MOD'];

/**
 * Both bodies of a message with their positions, velocities against the stars and covariances in one frame, or its first flaw.
 * Covariances of a message stand on the body's own radial, transverse and normal axes.
 */
export function statesOfCdm({ bodies }: Cdm): readonly [UncertainState, UncertainState] | CdmFlaw {
  const frames = bodies.map((body) => (body.REF_FRAME ?? '').trim().toUpperCase());
  for (const [k, frame] of frames.entries())
    if (!STILL.includes(frame) && frame !== 'ITRF')
      return {
        field: `OBJECT${k + 1} REF_FRAME`,
        reason: frame === '' ? 'missing' : `${frame}: ${STILL.join(', ')} or ITRF`,
      };
  if (frames[0] !== frames[1])
    return { field: 'REF_FRAME', reason: `${frames[0]} and ${frames[1]}: one frame for both` };
  const states: UncertainState[] = [];
  for (const [k, body] of bodies.entries()) {
    const numbers: number[] = [];
    for (const keyword of ['X', 'Y', 'Z', 'X_DOT', 'Y_DOT', 'Z_DOT', ...POSITIONS]) {
      const text = body[keyword];
      const number = Number(text);
      if (text === undefined || text === '' || !Number.isFinite(number))
        return { field: `OBJECT${k + 1} ${keyword}`, reason: text === undefined ? 'missing' : `${text}: not a number` };
      numbers.push(number);
    }
    const [x, y, z, vx, vy, vz, rr, tr, tt, nr, nt, nn] = numbers as Numbers12;
    const turn = frames[k] === 'ITRF' ? EARTH_ROTATION_RAD_S : 0;
    const vKms = [vx - turn * y, vy + turn * x, vz] as const;
    const rtn = [
      [rr, tr, nr],
      [tr, tt, nt],
      [nr, nt, nn],
    ] as const;
    const axes = rtnAxes([x, y, z], vKms);
    if (axes === null) return { field: `OBJECT${k + 1} X_DOT`, reason: 'position and velocity span no orbit' };
    states.push({ rKm: [x, y, z], vKms, covarianceKm2: turned(rtn, axes) });
  }
  return [states[0]!, states[1]!];
}
const POSITIONS = ['CR_R', 'CT_R', 'CT_T', 'CN_R', 'CN_T', 'CN_N'] as const;
type Numbers12 = [number, number, number, number, number, number, number, number, number, number, number, number];

/** A covariance in m^2 on three axes as one in km^2 in the frame of the axes. */
function turned(m2: Matrix3, axes: readonly [Vector, Vector, Vector]): Matrix3 {
  const entry = (i: 0 | 1 | 2, j: 0 | 1 | 2): number => {
    let sum = 0;
    for (const p of [0, 1, 2] as const) for (const q of [0, 1, 2] as const) sum += axes[p][i] * m2[p][q] * axes[q][j];
    return 1e-6 * sum;
  };
  const row = (i: 0 | 1 | 2): Vector => [entry(i, 0), entry(i, 1), entry(i, 2)];
  return [row(0), row(1), row(2)];
}
