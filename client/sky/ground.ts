/**
 * What the land looks like from far out, painted once to a small canvas in equirectangular projection: green by latitude, the great
 * deserts, ice. A picture for the eye, drawn by hand after any atlas: nothing is computed from it.
 */

const WIDTH_PX = 512;

/** Colours from the north pole to the south pole: share of the way, colour. */
const BY_LATITUDE: readonly (readonly [share: number, colour: string])[] = [
  [0, '#c9d6de'],
  [0.09, '#aebcc2'],
  [0.15, '#6b7a68'],
  [0.22, '#43593f'],
  [0.32, '#55643f'],
  [0.4, '#5a6a42'],
  [0.5, '#3f6340'],
  [0.6, '#56683f'],
  [0.7, '#5c6a48'],
  [0.8, '#75826f'],
  [0.85, '#c4d0d8'],
  [1, '#dbe5ea'],
];

const SAND = '#a58a5c';
const ROCK = '#84735a';
const ICE = '#d3dfe6';
const FOREST = '#2f5638';

/** Middle and half axes of a region, degrees. */
type Region = readonly [lon: number, lat: number, halfLon: number, halfLat: number, colour: string];
const REGIONS: readonly Region[] = [
  [-4, 23, 16, 10, SAND],
  [20, 23, 18, 10, SAND],
  [46, 24, 12, 11, SAND],
  [58, 32, 12, 9, ROCK],
  [62, 42, 12, 7, ROCK],
  [71, 27, 7, 6, SAND],
  [85, 39, 13, 6, SAND],
  [90, 33, 14, 5, ROCK],
  [106, 43, 12, 6, ROCK],
  [18, -24, 8, 9, ROCK],
  [132, -25, 17, 9, SAND],
  [122, -23, 8, 7, ROCK],
  [-111, 34, 9, 9, ROCK],
  [-70, -24, 4, 12, ROCK],
  [-69, -44, 5, 9, ROCK],
  [45, 6, 7, 7, ROCK],
  [-42, 73, 22, 14, ICE],
  [-62, -5, 15, 10, FOREST],
  [21, 0, 11, 6, FOREST],
  [112, 0, 22, 8, FOREST],
  [-84, 52, 24, 8, FOREST],
  [95, 60, 45, 7, FOREST],
];

/** The canvas, twice as wide as high; its width is a power of two so that WebGL can repeat it across the date line. */
export function drawGround(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH_PX;
  canvas.height = WIDTH_PX / 2;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  const perDegree = WIDTH_PX / 360;
  const base = context.createLinearGradient(0, 0, 0, canvas.height);
  for (const [share, colour] of BY_LATITUDE) base.addColorStop(share, colour);
  context.fillStyle = base;
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const [lon, lat, halfLon, halfLat, colour] of REGIONS) {
    const soft = context.createRadialGradient(0, 0, 0.45, 0, 0, 1.25);
    soft.addColorStop(0, colour);
    soft.addColorStop(1, `${colour}00`);
    context.setTransform(
      halfLon * perDegree,
      0,
      0,
      halfLat * perDegree,
      (lon + 180) * perDegree,
      (90 - lat) * perDegree,
    );
    context.fillStyle = soft;
    context.fillRect(-1.25, -1.25, 2.5, 2.5);
  }
  return canvas;
}
