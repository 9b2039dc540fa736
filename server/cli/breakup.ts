import { parseArgs } from 'node:util';
import { expectedCounts } from '../../shared/orbits/breakup/breakup-laws.ts';
import { cloudOf } from '../../shared/orbits/breakup/cloud.ts';
import { encounterOf } from '../../shared/orbits/breakup/encounter.ts';
import type { BreakUpSpec } from '../../shared/orbits/breakup/specification.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import { EARTH_RADIUS_KM } from '../../shared/orbits/table/elements.ts';
import { sizeOfMassM } from '../../shared/orbits/table/estimates.ts';
import { NO_ROW, PAYLOAD, STAGE } from '../../shared/orbits/table/population.ts';
import { outOf, writeCsv } from './files.ts';
import { neededNumber, numberOf, oneOf } from './options.ts';
import { print, type Subcommand, WrongUse } from './subcommand.ts';

/** Seven digits are more than the model knows. */
const digits = (x: number): number => Number(x.toPrecision(7));

const OF_COLLISIONS = ['projectile-kg', 'speed-kms', 'floor-ms', 'push-ms'] as const;
const OF_EXPLOSIONS = ['scale'] as const;

export const breakupCommand: Subcommand = {
  about: "breaks one body up by NASA's standard model",
  usage: [
    'kessler breakup --kind collision|explosion --class spacecraft|stage --mass-kg M --min-size-m L',
    '                [--projectile-kg m --speed-kms v] [--scale S] [--am-scale 1] [--dv-scale 1] [--floor-ms 0] [--push-ms 0]',
    '                [--seed 1] [--out F.csv] [--json]',
    '',
    '  --mass-kg, --min-size-m        the body, and the smallest piece to draw (characteristic length)',
    '  --projectile-kg, --speed-kms   what hits, and how fast (collision)',
    '  --scale S                      strength of an explosion, 1 for a usual stage (explosion)',
    '  --am-scale, --dv-scale         factors on the ballistic area-to-mass ratio and on the kicks',
    '  --floor-ms                     floor of the median kick of a collision, m/s',
    '  --push-ms                      mean push downrange of a dense piece of 10 cm, m/s (collision; the projectile is taken',
    '                                 head-on)',
    '',
    'Factors of 1 and 0 m/s are the published model. The game plays what fits real clouds: collisions A/M x 1.85 (dense pieces 1.15),',
    'kicks x 0.34 with a floor of 48 m/s, a push of 25 m/s; explosions of stages 0.37 and 1, of payloads 1.2 and 0.55.',
    '',
    'The CSV has sizeM, areaToMassM2Kg, massKg, dvMs, parent (target or projectile; the kick is relative to it): pieces from',
    '--min-size-m to 1 m by the number law, then the few large ones that close the mass. areaToMassM2Kg is ballistic, with --am-scale in it.',
    'Source: N. L. Johnson and others, Adv. Space Res. 28(9), 2001; m_p v^2 (km/s) below 40 J/g, Orbital Debris Quarterly News 15-4.',
    'Example: npx kessler breakup --kind collision --class spacecraft --mass-kg 900 --projectile-kg 20 --speed-kms 9.4 \\',
    '           --min-size-m 0.1 --out pieces.csv --json',
  ].join('\n'),
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        kind: { type: 'string' },
        class: { type: 'string' },
        'mass-kg': { type: 'string' },
        'min-size-m': { type: 'string' },
        'projectile-kg': { type: 'string' },
        'speed-kms': { type: 'string' },
        scale: { type: 'string' },
        'am-scale': { type: 'string' },
        'dv-scale': { type: 'string' },
        'floor-ms': { type: 'string' },
        'push-ms': { type: 'string' },
        seed: { type: 'string', default: '1' },
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const out = outOf(values);
    const kind = oneOf(values, 'kind', ['collision', 'explosion']);
    const massKg = neededNumber(values, 'mass-kg', 1e-3, 1e6);
    const minSizeM = neededNumber(values, 'min-size-m', 5e-4, 5);
    const target = {
      ...NO_ROW,
      id: 1,
      semiMajorAxisKm: EARTH_RADIUS_KM + 800,
      massKg,
      sizeM: sizeOfMassM(massKg),
      kind: oneOf(values, 'class', ['spacecraft', 'stage']) === 'stage' ? STAGE : PAYLOAD,
    };
    const common = { breakupId: 1, target, month: 0 };
    for (const name of kind === 'explosion' ? OF_COLLISIONS : OF_EXPLOSIONS)
      if (values[name] !== undefined)
        throw new WrongUse(`--${name}: there is none in ${kind === 'explosion' ? 'an explosion' : 'a collision'}`);
    const spec: BreakUpSpec =
      kind === 'explosion'
        ? { ...common, kind, scaleS: numberOf(values, 'scale', 1e-3, 100) ?? 1 }
        : {
            ...common,
            kind,
            projectile: {
              massKg: neededNumber(values, 'projectile-kg', 1e-9, 1e6),
              speedKms: neededNumber(values, 'speed-kms', 0.01, 80),
            },
          };
    const amScale = numberOf(values, 'am-scale', 1e-3, 1e3) ?? 1;
    const dvScale = numberOf(values, 'dv-scale', 0, 1e3) ?? 1;
    const floorMs = numberOf(values, 'floor-ms', 0, 1e3) ?? 0;
    const pushMs = numberOf(values, 'push-ms', 0, 1e3) ?? 0;
    const { speedKms } = encounterOf(spec);
    const cloud = cloudOf(spec, speedKms, keyOf(values.seed), {
      amScale,
      dvScale,
      floorMs,
      pushMs,
      explosion: null,
      minSizeM,
      rowWeight: 1,
    });
    const { fragments } = cloud;
    if (out !== undefined)
      writeCsv(
        out,
        ['sizeM', 'areaToMassM2Kg', 'massKg', 'dvMs', 'parent'],
        Array.from({ length: fragments.count }, (_, i) => [
          digits(fragments.sizeM[i]!),
          digits((amScale * fragments.areaM2[i]!) / fragments.massKg[i]!),
          digits(fragments.massKg[i]!),
          digits(1000 * Math.hypot(fragments.kickX[i]!, fragments.kickY[i]!, fragments.kickZ[i]!)),
          fragments.parent[i] === 0 ? 'target' : 'projectile',
        ]),
      );
    const law = spec.kind === 'collision' ? cloud.massKg : spec.scaleS;
    print(
      {
        kind,
        catastrophic: cloud.catastrophic,
        energyJPerG: digits(cloud.energyJPerG),
        lawMassKg: spec.kind === 'collision' ? digits(cloud.massKg) : null,
        expectedCount: digits(expectedCounts(kind, law, minSizeM)),
        pieces: fragments.count,
        drawnByLaw: cloud.drawn,
        massKg: digits(fragments.massKg.reduce((a, b) => a + b, 0)),
        seed: values.seed,
        out: out ?? null,
      },
      values.json,
      out === '-',
    );
    return 0;
  },
};
