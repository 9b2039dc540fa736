/** The break-up model against tables of the published laws, at scales 1 and 1 but where the scales themselves are tested. */

import { breakUp } from '../../shared/orbits/breakup/breakup.ts';
import { expectedCounts } from '../../shared/orbits/breakup/breakup-laws.ts';
import { cloudOf } from '../../shared/orbits/breakup/cloud.ts';
import { fragmentChi, sampleFragments } from '../../shared/orbits/breakup/fragments.ts';
import type { BreakUpSpec } from '../../shared/orbits/breakup/specification.ts';
import { PLAY_TUNING } from '../../shared/orbits/breakup/tuning.ts';
import { keyOf, normal, streamOf } from '../../shared/orbits/table/chance.ts';
import { EARTH_RADIUS_KM } from '../../shared/orbits/table/elements.ts';
import { NO_ROW, PAYLOAD, STAGE } from '../../shared/orbits/table/population.ts';
import { atMost, holds, type Line, near, within } from './line.ts';

const SOURCE = 'NASA standard break-up model (Johnson et al. 2001; Krisko, ODQN 15-4)';
const MODEL = { ...PLAY_TUNING, amScale: 1, denseAmScale: 1, dvScale: 1, floorMs: 0, pushMs: 0, explosion: null };
const DRAWS = 400_000;

/** kind, M (kg) or S, size (m), count of at least that size. */
const COUNTS = [
  ['explosion', 1, 0.1, 238.9],
  ['explosion', 1, 0.05, 724.1],
  ['explosion', 1, 0.01, 9509],
  ['collision', 900, 0.1, 843],
  ['collision', 900, 0.05, 2757],
  ['collision', 900, 0.01, 43_220],
  ['collision', 1589, 0.1, 1291],
  ['collision', 2320, 0.1, 1714],
] as const;

/** Class, size (m), mean of log10 A/M, its standard deviation, 5th, 50th and 95th percentile. */
const MOMENTS = [
  ['spacecraft', 0.1, -0.988, 0.504, -1.89, -0.9, -0.3],
  ['spacecraft', 0.12, -0.976, 0.481, -1.89, -0.85, -0.37],
  ['spacecraft', 0.2, -0.964, 0.454, -1.84, -0.87, -0.37],
  ['spacecraft', 0.5, -1.153, 0.512, -2.05, -1.06, -0.43],
  ['spacecraft', 1, -1.181, 0.529, -2.22, -1.06, -0.49],
  ['spacecraft', 2, -1.054, 0.435, -2, -0.99, -0.47],
  ['stage', 0.1, -0.678, 0.587, -1.63, -0.69, 0.31],
  ['stage', 0.12, -0.526, 0.54, -1.35, -0.56, 0.41],
  ['stage', 0.2, -0.563, 0.527, -1.32, -0.63, 0.37],
  ['stage', 0.5, -0.736, 0.46, -1.4, -0.81, 0.14],
  ['stage', 1, -0.9, 0.397, -1.61, -0.9, -0.2],
] as const;

function momentLines(): Line[] {
  return MOMENTS.flatMap(([parent, sizeM, mean, deviation, ...percentiles]) => {
    const next = streamOf(keyOf(`moments ${parent} ${sizeM}`));
    const chi = Float64Array.from({ length: DRAWS }, () =>
      fragmentChi(sizeM, Math.log10(sizeM), parent === 'stage', next(), next(), normal(next)),
    ).sort();
    const average = chi.reduce((a, b) => a + b, 0) / DRAWS;
    const spread = Math.sqrt(chi.reduce((a, b) => a + (b - average) ** 2, 0) / DRAWS);
    const quantity = `log10 A/M, ${parent}, ${sizeM} m`;
    return [
      near(0.006, { quantity: `${quantity}: mean`, published: mean, ours: average, source: SOURCE }),
      near(0.005, { quantity: `${quantity}: deviation`, published: deviation, ours: spread, source: SOURCE }),
      ...[0.05, 0.5, 0.95].map((share, k) =>
        near(0.02, {
          quantity: `${quantity}: p${share * 100}`,
          published: percentiles[k]!,
          ours: chi[Math.floor(share * DRAWS)]!,
          source: SOURCE,
        }),
      ),
    ];
  });
}

function kickLines(): Line[] {
  const source = { massKg: 900, sizeM: 2, fromStage: false };
  const drawn = sampleFragments(
    {
      kind: 'collision',
      count: DRAWS,
      minSizeM: 0.1,
      maxSizeM: 1.5,
      sources: [source],
      dvScale: 1,
      floorMs: 0,
      maxKickKms: 9,
    },
    streamOf(keyOf('kicks')),
  );
  const speeds = drawn.kickX.map((x, i) => 1000 * Math.hypot(x, drawn.kickY[i]!, drawn.kickZ[i]!)).sort();
  return [
    [0.05, 9],
    [0.5, 108],
    [0.95, 791],
  ].map(([share, published]) =>
    within(0.06, {
      quantity: `ejection speed after a collision, m/s: p${share! * 100}`,
      published: published!,
      ours: speeds[Math.floor(share! * DRAWS)]!,
      source: SOURCE,
    }),
  );
}

/** Break-ups of every kind: a satellite and a stage, exploding, shattered, cratered. */
function specs(): BreakUpSpec[] {
  return [PAYLOAD, STAGE].flatMap((kind, k) => {
    const target = {
      ...NO_ROW,
      id: 1 + k,
      semiMajorAxisKm: EARTH_RADIUS_KM + 800,
      eccentricity: 1e-3,
      inclinationRad: 1.7,
      massKg: 900 + 500 * k,
      sizeM: 2.5,
      kind,
    };
    const common = { target, month: 0 };
    return [
      { ...common, kind: 'explosion', breakupId: 10 + k, scaleS: 1 },
      { ...common, kind: 'collision', breakupId: 20 + k, projectile: { massKg: 20, speedKms: 9.4 } },
      { ...common, kind: 'collision', breakupId: 30 + k, projectile: { massKg: 300, speedKms: 11 } },
      { ...common, kind: 'collision', breakupId: 40 + k, projectile: { massKg: 0.2, speedKms: 10 } },
    ] satisfies BreakUpSpec[];
  });
}

const speedOf = (spec: BreakUpSpec): number =>
  spec.kind === 'collision' && 'speedKms' in spec.projectile ? spec.projectile.speedKms : 0;

function conservationLines(): Line[] {
  let massOff = 0;
  let momentumOff = 0;
  for (const spec of specs())
    for (const tuning of [MODEL, { ...MODEL, dvScale: 0.5 }, PLAY_TUNING]) {
      const { fragments, catastrophic } = cloudOf(spec, speedOf(spec), keyOf('conservation'), tuning);
      const projectileKg = spec.kind === 'collision' && 'massKg' in spec.projectile ? spec.projectile.massKg : 0;
      const bodies = catastrophic ? [spec.target.massKg, projectileKg] : [spec.target.massKg + projectileKg];
      bodies.forEach((bodyKg, parent) => {
        if (bodyKg < 1) return;
        let mass = 0;
        const momentum = [0, 0, 0];
        let moved = 0;
        for (let i = 0; i < fragments.count; i++) {
          if (fragments.parent[i] !== parent) continue;
          const m = fragments.massKg[i]!;
          mass += m;
          const kick = [fragments.kickX[i]!, fragments.kickY[i]!, fragments.kickZ[i]!];
          kick.forEach((v, axis) => {
            momentum[axis]! += m * v;
          });
          moved += m * Math.hypot(...kick);
        }
        massOff = Math.max(massOff, Math.abs(mass / bodyKg - 1));
        momentumOff = Math.max(momentumOff, Math.hypot(...momentum) / Math.max(moved, 1e-12));
      });
    }
  return [
    atMost(0.01, massOff, { quantity: 'break-up: mass of the pieces off that of the body, share', source: SOURCE }),
    atMost(1e-9, momentumOff, { quantity: 'break-up: momentum of the pieces, share of their sum', source: SOURCE }),
  ];
}

function scaleLines(): Line[] {
  const spec = specs()[1]!;
  const rows = (tuning: typeof MODEL) => breakUp(spec, keyOf('scales'), tuning).rows;
  const plain = rows(MODEL);
  const heavier = rows({ ...MODEL, amScale: 2, denseAmScale: 2 });
  const onlyDrag = heavier.every((row, i) => {
    const { areaToMassM2Kg, ...rest } = row;
    const { areaToMassM2Kg: before, ...restBefore } = plain[i]!;
    return areaToMassM2Kg === 2 * before && JSON.stringify(rest) === JSON.stringify(restBefore);
  });
  const medianSpeed = (dvScale: number): number => {
    const { fragments } = cloudOf(spec, speedOf(spec), keyOf('scales'), { ...MODEL, dvScale });
    const speeds = fragments.kickX.map((x, i) => Math.hypot(x, fragments.kickY[i]!, fragments.kickZ[i]!)).sort();
    return speeds[speeds.length >> 1]!;
  };
  return [
    holds(
      'amScale multiplies the ballistic coefficient only',
      onlyDrag && heavier.length === plain.length,
      `${plain.length} rows alike`,
      'definition',
    ),
    within(0.02, {
      quantity: 'dvScale 0.5: median kick over that at 1 (momentum closed after it)',
      published: 0.5,
      ours: medianSpeed(0.5) / medianSpeed(1),
      source: 'definition',
    }),
  ];
}

/** The lines of the comparison on counts, areas and speeds of fragments. */
export function breakUpLines(): Line[] {
  return [
    ...COUNTS.map(([kind, massOrScale, sizeM, published]) =>
      within(6e-4, {
        quantity: `pieces of at least ${sizeM} m, ${kind} of ${massOrScale}`,
        published,
        ours: expectedCounts(kind, massOrScale, sizeM),
        source: SOURCE,
      }),
    ),
    ...momentLines(),
    ...kickLines(),
    ...conservationLines(),
    ...scaleLines(),
  ];
}
