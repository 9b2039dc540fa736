/** Spreads of clouds in perigee and apogee, judged as a share of the real width: a share of the altitude says nothing of a spread. */
import { apogeeAltitudeKm, perigeeAltitudeKm } from '../../shared/orbits/table/elements.ts';
import type { Population } from '../../shared/orbits/table/population.ts';
import { type Line, near } from './line.ts';

/** Perigees p5, p50, p95 and apogees p5, p50, p95, km. */
export type SpreadEnds = readonly [number, number, number, number, number, number];

const SHARES = [0.05, 0.5, 0.95] as const;

/** The ends and the middle of skies together. */
export function spreadEnds(skies: readonly Population[]): SpreadEnds {
  const of = (altitude: typeof perigeeAltitudeKm): number[] => {
    const sorted = skies
      .flatMap((sky) => Array.from(sky.id, (_, i) => altitude(sky.semiMajorAxisKm[i]!, sky.eccentricity[i]!)))
      .sort((a, b) => a - b);
    return SHARES.map((share) => sorted[Math.floor(share * sorted.length)]!);
  };
  return [...of(perigeeAltitudeKm), ...of(apogeeAltitudeKm)] as unknown as SpreadEnds;
}

/** Widths of the spread of perigees and apogees, p5 to p95, and their medians, judged as a share of the real width. */
export function spreadLines(
  name: string,
  observed: readonly number[],
  ours: readonly number[],
  { tolerance, ...rest }: { tolerance: number | null; source: string; note?: string },
): Line[] {
  return ['perigees', 'apogees'].flatMap((what, k) => {
    const [low, middle, high] = observed.slice(3 * k, 3 * k + 3) as [number, number, number];
    const [ourLow, ourMiddle, ourHigh] = ours.slice(3 * k, 3 * k + 3) as [number, number, number];
    const width = high - low;
    const lines = [
      { quantity: `${name}: width of the ${what}, p5 to p95, km`, published: width, ours: ourHigh - ourLow },
      { quantity: `${name}: median of the ${what}, km`, published: middle, ours: ourMiddle },
    ];
    return lines.map((line) => {
      const judged = {
        ...near((tolerance ?? 0) * width, { ...line, ...rest }),
        tolerance: `${100 * (tolerance ?? 0)} % of the width`,
      };
      return tolerance === null ? { ...judged, pass: null, tolerance: 'printed' } : judged;
    });
  });
}
