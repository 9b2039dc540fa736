/**
 * The sphere of directions from Earth's centre in bands of latitude and columns of longitude, for finding directions that lie
 * close to each other without a sine or an arc tangent per direction.
 *
 * Longitude is measured by the turn t = 1 - x / (|x| + |y|) (3 + x / (|x| + |y|) where y < 0), which runs from 0 to 4 and changes
 * at most as fast as the angle.
 */

/** A division of the sphere of directions. Columns are numbered on from band to band, south to north. */
export type Directions = {
  readonly bands: number;
  /** band by sine of latitude: bandBySine[floor(SINES (sine + 1) / 2)] */
  readonly bandBySine: Uint8Array;
  /** columns of each band, and the number of its first one */
  readonly columns: Int32Array;
  readonly firstColumn: Int32Array;
  /** how far two directions within the distance the division was made for may be apart in turn, by the band of one of them ... */
  readonly near: Float64Array;
  /** ... and two within twice that distance */
  readonly far: Float64Array;
  readonly columnCount: number;
};

/** Entries of the table of sines. */
export const SINES = 8192;
/** Narrow columns have fewer directions in them that are too far away, wide ones are fewer. */
const COLUMNS_IN_REACH = 2;

/**
 * Bands and columns for directions up to `distanceRad` apart: these are in the same or in neighbouring bands, those twice as far
 * apart at most two bands from each other.
 */
export function directionsFor(distanceRad: number): Directions {
  const bandBySine = new Uint8Array(SINES);
  const edges = [-Math.PI / 2];
  const latitude = (entry: number): number => Math.asin((2 * entry) / SINES - 1);
  for (let entry = 0; entry < SINES; entry++) {
    const here = latitude(entry);
    if (here - edges.at(-1)! >= distanceRad && Math.PI / 2 - here >= distanceRad) edges.push(here);
    bandBySine[entry] = edges.length - 1;
  }
  const bands = edges.length;
  edges.push(Math.PI / 2);
  // sin^2(d/2) >= cos(lat1) cos(lat2) sin^2(dlon/2), at the highest latitude of the bands that count.
  const widest = (band: number, reach: number): number => {
    const low = edges[Math.max(0, band - reach)]!;
    const high = edges[Math.min(bands, band + reach + 1)]!;
    const sine = Math.sin((reach * distanceRad) / 2) / Math.min(Math.cos(low), Math.cos(high));
    return sine < 1 ? 2 * Math.asin(sine) : TURN;
  };
  const near = Float64Array.from({ length: bands }, (_, band) => widest(band, 1));
  const far = Float64Array.from({ length: bands }, (_, band) => widest(band, 2));
  const columns = Int32Array.from(near, (turn) => Math.max(1, Math.floor((COLUMNS_IN_REACH * TURN) / turn)));
  const firstColumn = new Int32Array(bands);
  for (let band = 1; band < bands; band++) firstColumn[band] = firstColumn[band - 1]! + columns[band - 1]!;
  return { bands, bandBySine, columns, firstColumn, near, far, columnCount: firstColumn.at(-1)! + columns.at(-1)! };
}

/** A whole turn; the turn of a direction is the kernel's (nearby-kernel/kernel.as). */
export const TURN = 4;
