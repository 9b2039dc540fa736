/** Coastlines (Natural Earth 1:110m) drawn once to a canvas in equirectangular projection: land red, shore green, shelf blue. */
import { geoEquirectangular, geoPath } from 'd3-geo';
import type { FeatureCollection, MultiLineString, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import land from 'world-atlas/land-110m.json';

/** The canvas, twice as wide as high; `widthPx` a power of two so that WebGL can repeat it across the date line. */
export function drawLand(widthPx: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = widthPx;
  canvas.height = widthPx / 2;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  const topology = land as unknown as Topology<{ land: GeometryCollection }>;
  const shape = feature(topology, topology.objects.land);
  const projection = geoEquirectangular()
    .scale(widthPx / (2 * Math.PI))
    .translate([widthPx / 2, widthPx / 4])
    .precision(0.1);
  const trace = geoPath(projection, context);
  context.fillStyle = '#000';
  context.fillRect(0, 0, widthPx, widthPx / 2);
  // Channels add up: each is painted on its own.
  context.globalCompositeOperation = 'lighter';
  context.lineJoin = 'round';
  context.beginPath();
  trace(shape);
  context.fillStyle = '#f00';
  context.fill();
  context.beginPath();
  trace(coastOf(shape));
  for (let step = 1; step <= 12; step++) {
    context.strokeStyle = 'rgb(0 0 20)';
    context.lineWidth = (widthPx / 2048) * step * 2.4;
    context.stroke();
  }
  context.strokeStyle = '#0f0';
  context.lineWidth = Math.max(1, widthPx / 2048);
  context.stroke();
  return canvas;
}

/** The rings of the land as lines, without the cuts that the data makes along the date line and at the pole. */
function coastOf(shape: FeatureCollection): MultiLineString {
  const lines: Position[][] = [];
  const isCut = (p: Position, q: Position): boolean =>
    (Math.abs(p[0]!) > 179.9 && Math.abs(q[0]!) > 179.9) || (p[1]! < -89 && q[1]! < -89);
  for (const { geometry } of shape.features) {
    const polygons = geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
    if (geometry.type === 'Polygon') polygons.push(geometry.coordinates);
    for (const ring of polygons.flat()) {
      let line: Position[] = [];
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
  return { type: 'MultiLineString', coordinates: lines.filter((line) => line.length > 1) };
}

/** A canvas scaled down smoothly, for a globe drawn small. */
export function shrunk(canvas: HTMLCanvasElement, widthPx: number): HTMLCanvasElement {
  let from = canvas;
  while (from.width > widthPx) {
    const half = document.createElement('canvas');
    half.width = from.width / 2;
    half.height = from.height / 2;
    half.getContext('2d')?.drawImage(from, 0, 0, half.width, half.height);
    from = half;
  }
  return from;
}
