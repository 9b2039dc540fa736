/** Coastlines (Natural Earth 1:110m) drawn once to a canvas in equirectangular projection: land red, shore green, shelf blue. */
import { geoEquirectangular, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import land from 'world-atlas/land-110m.json';

/** The shelf is a soft glow along the shore: it is drawn small and stretched. */
const SHELF_PX = 512;
const SHELF_STEPS = 10;

/** Painted by the processor (0.2 s): a browser without a real graphics card takes seconds over these strokes on its emulated one. */
const BY_PROCESSOR: CanvasRenderingContext2DSettings = { willReadFrequently: true };

type Line = [number, number][];

/** The canvas, twice as wide as high; `widthPx` a power of two so that WebGL can repeat it across the date line. */
export function drawLand(widthPx: number): HTMLCanvasElement {
  const topology = land as unknown as Parameters<typeof feature>[0];
  const shape = feature(topology, topology.objects.land!);
  const coast = { type: 'MultiLineString' as const, coordinates: coastOf(shape) };

  const shelf = sheet(SHELF_PX);
  shelf.context.beginPath();
  geoPath(shelf.projection, shelf.context)(coast);
  shelf.context.strokeStyle = `rgb(0 0 ${Math.round(240 / SHELF_STEPS)})`;
  for (let step = 1; step <= SHELF_STEPS; step++) {
    shelf.context.lineWidth = step * 0.72;
    shelf.context.stroke();
  }

  const { context, projection } = sheet(widthPx);
  const trace = geoPath(projection, context);
  context.beginPath();
  trace(shape);
  context.fillStyle = '#f00';
  context.fill();
  context.beginPath();
  trace(coast);
  context.strokeStyle = '#0f0';
  context.lineWidth = Math.max(1, widthPx / 2048);
  context.stroke();
  context.drawImage(shelf.context.canvas, 0, 0, widthPx, widthPx / 2);
  return context.canvas;
}

/** A black canvas on which colours add up, and the projection that fills it. */
function sheet(widthPx: number) {
  const canvas = document.createElement('canvas');
  canvas.width = widthPx;
  canvas.height = widthPx / 2;
  const context = canvas.getContext('2d', BY_PROCESSOR);
  if (!context) throw new Error('no 2d canvas');
  context.fillStyle = '#000';
  context.fillRect(0, 0, widthPx, widthPx / 2);
  context.globalCompositeOperation = 'lighter';
  context.lineJoin = 'round';
  const projection = geoEquirectangular()
    .scale(widthPx / (2 * Math.PI))
    .translate([widthPx / 2, widthPx / 4]);
  return { context, projection };
}

/** The rings of the land as lines, without the cuts that the data makes along the date line and at the pole. */
function coastOf(shape: ReturnType<typeof feature>): Line[] {
  const lines: Line[] = [];
  const isCut = (p: [number, number], q: [number, number]): boolean =>
    (Math.abs(p[0]) > 179.9 && Math.abs(q[0]) > 179.9) || (p[1] < -89 && q[1] < -89);
  for (const { geometry } of shape.type === 'FeatureCollection' ? shape.features : [shape]) {
    const polygons =
      geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : geometry.type === 'Polygon'
          ? [geometry.coordinates]
          : [];
    for (const ring of polygons.flat() as Line[]) {
      let line: Line = [];
      ring.forEach((point, i) => {
        const before = ring[i - 1];
        if (before && isCut(before, point)) {
          lines.push(line);
          line = [];
        }
        line.push(point);
      });
      lines.push(line);
    }
  }
  return lines.filter((line) => line.length > 1);
}

/** A canvas scaled down smoothly to `widthPx`, for a globe drawn smaller. */
export function shrunk(canvas: HTMLCanvasElement, widthPx: number): HTMLCanvasElement {
  let from = canvas;
  while (from.width > widthPx) {
    const half = document.createElement('canvas');
    half.width = from.width / 2;
    half.height = from.height / 2;
    half.getContext('2d', BY_PROCESSOR)?.drawImage(from, 0, 0, half.width, half.height);
    from = half;
  }
  return from;
}
