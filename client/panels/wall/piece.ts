import type { Incident } from '../../../shared/game/incident.ts';
import { DEBRIS, type Population } from '../../../shared/orbits/table/population.ts';
import { bornInYear, YEAR_MONTHS } from '../../sky/playback.ts';

/**
 * A piece of an incident of the last year in a sky, for the map to turn to; null: none is known. Its cloud is that of its month which is
 * nearest in pieces to what was told; the piece is the one that is least far from the middle of the cloud.
 */
export function pieceOf(p: Population, incident: Incident): number | null {
  const born = p.epochMonth - YEAR_MONTHS + incident.month - 1;
  const clouds = new Map<number, number[]>();
  for (let i = 0; i < p.count; i++) {
    if (p.kind[i] !== DEBRIS || p.breakupId[i] === 0 || !bornInYear(p, i) || p.birthMonth[i] !== born) continue;
    const cloud = clouds.get(p.breakupId[i]!);
    if (cloud) cloud.push(i);
    else clouds.set(p.breakupId[i]!, [i]);
  }
  const pieces = (rows: readonly number[]): number => rows.reduce((sum, row) => sum + p.weight[row]!, 0);
  const apart = (rows: readonly number[]): number => Math.abs(pieces(rows) - incident.trackedPublic);
  const rows = [...clouds.values()].sort((a, b) => apart(a) - apart(b))[0];
  if (!rows) return null;
  const byAxis = rows.toSorted((a, b) => p.semiMajorAxisKm[a]! - p.semiMajorAxisKm[b]!);
  return p.id[byAxis[byAxis.length >> 1]!]!;
}
