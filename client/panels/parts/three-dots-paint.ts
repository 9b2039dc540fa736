/** The picture of the three dots on canvases: what stands still behind (stars, objects of the catalogue, Earth), and the pieces. */
import file from './three-dots.json';
import { ALTITUDES, BURST_MS, pieceAt, placeAt, type Scene, yearsAt } from './three-dots-scene.ts';

/** Fresh pieces, and what they have cooled to after four years. */
const FRESH = [255, 225, 74] as const;
const COOLED = [214, 160, 58] as const;
const COOLING_YEARS = 4;
const EMBER = [255, 168, 92] as const;
/** Of the file: where objects stand, thousandths of Earth's radius; across from a left edge. */
const PER_RADIUS = 1000;
const HALF_WIDTH = 645;
const STARS = 260;
const TWO_PI = 2 * Math.PI;

/** Gives a canvas the size of its box, and a brush in the page's pixels; `dense`: of its own pixels to one of them. */
export function brushOf(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  dense = Math.min(2, devicePixelRatio || 1),
): CanvasRenderingContext2D | null {
  canvas.width = Math.round(width * dense);
  canvas.height = Math.round(height * dense);
  const brush = canvas.getContext('2d');
  brush?.setTransform(dense, 0, 0, dense, 0, 0);
  return brush;
}

/** The still part: drawn once for a size. */
export function paintSky(brush: CanvasRenderingContext2D, scene: Scene): void {
  const { width, height, radius, cx, cy } = scene;
  brush.clearRect(0, 0, width, height);
  paintStars(brush, scene);
  // The air: a glow that ends within 300 km of height, drawn wider than it is.
  const air = brush.createRadialGradient(cx, cy, radius * 0.985, cx, cy, radius * 1.17);
  air.addColorStop(0, 'rgb(88 158 255 / 95%)');
  air.addColorStop(0.1, 'rgb(82 148 255 / 62%)');
  air.addColorStop(0.26, 'rgb(48 104 206 / 30%)');
  air.addColorStop(0.55, 'rgb(28 64 140 / 14%)');
  air.addColorStop(1, 'rgb(10 24 60 / 0%)');
  brush.fillStyle = air;
  brush.fillRect(0, 0, width, height);

  const disc = brush.createRadialGradient(cx, cy, radius * 0.82, cx, cy, radius);
  disc.addColorStop(0, '#081430');
  disc.addColorStop(0.55, '#12305f');
  disc.addColorStop(0.86, '#20508f');
  disc.addColorStop(0.965, '#3a7bd0');
  disc.addColorStop(1, '#7db6ff');
  brush.fillStyle = disc;
  brush.beginPath();
  brush.arc(cx, cy, radius, 0, TWO_PI);
  brush.fill();

  brush.save();
  brush.clip();
  brush.translate(cx, cy);
  brush.scale(radius / PER_RADIUS, radius / PER_RADIUS);
  brush.fillStyle = 'rgb(176 205 200 / 34%)';
  brush.fill(new Path2D(file.land));
  brush.restore();

  // A thin bright line where the air is seen on edge.
  brush.strokeStyle = 'rgb(190 220 255 / 55%)';
  brush.lineWidth = 1.2;
  brush.beginPath();
  brush.arc(cx, cy, radius + 0.5, 0, TWO_PI);
  brush.stroke();
  paintDust(brush, scene);
}

function paintStars(brush: CanvasRenderingContext2D, { width, height }: Scene): void {
  let seed = 7;
  const next = (): number => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  for (let i = 0; i < STARS; i++) {
    const [x, y, bright] = [next() * width, next() * height, next()];
    brush.fillStyle = `rgb(205 220 255 / ${Math.round(12 + 50 * bright ** 4)}%)`;
    const size = bright > 0.93 ? 1.7 : 1;
    brush.fillRect(x, y, size, size);
  }
}

/** Objects of the catalogue, each where it was. */
function paintDust(brush: CanvasRenderingContext2D, { radius, cx, cy, width, height }: Scene): void {
  for (let at = 0; at < file.dust.length; at += 4) {
    const across = parseInt(file.dust.slice(at, at + 2), 36) - HALF_WIDTH;
    const up = parseInt(file.dust.slice(at + 2, at + 4), 36);
    const [x, y] = [cx + (across * radius) / PER_RADIUS, cy - (up * radius) / PER_RADIUS];
    if (x < 0 || y < 0 || x > width || y > height) continue;
    brush.fillStyle = `rgb(150 190 240 / ${at % 12 === 0 ? 72 : 38}%)`;
    brush.beginPath();
    brush.arc(x, y, at % 12 === 0 ? 1.3 : 0.9, 0, TWO_PI);
    brush.fill();
  }
}

/** A soft dot of a colour, drawn once and stamped. */
function stampOf([r, g, b]: readonly [number, number, number]): HTMLCanvasElement {
  const stamp = document.createElement('canvas');
  stamp.width = 24;
  stamp.height = 24;
  const brush = stamp.getContext('2d');
  if (brush) {
    const glow = brush.createRadialGradient(12, 12, 0, 12, 12, 12);
    glow.addColorStop(0, `rgb(255 255 235 / 100%)`);
    glow.addColorStop(0.18, `rgb(${r} ${g} ${b} / 100%)`);
    glow.addColorStop(0.34, `rgb(${r} ${g} ${b} / 45%)`);
    glow.addColorStop(1, `rgb(${r} ${g} ${b} / 0%)`);
    brush.fillStyle = glow;
    brush.fillRect(0, 0, 24, 24);
  }
  return stamp;
}
const stamps = new Map<string, HTMLCanvasElement>();
function stampFor(colour: readonly [number, number, number]): HTMLCanvasElement {
  const name = colour.join(' ');
  const known = stamps.get(name) ?? stampOf(colour);
  stamps.set(name, known);
  return known;
}

/** Steps in which pieces cool: so many stamps are drawn. */
const SHADES = 6;
function shadeAt(years: number): readonly [number, number, number] {
  const share = Math.round(Math.min(1, years / COOLING_YEARS) * SHADES) / SHADES;
  const mixed = FRESH.map((from, i) => Math.round(from + (COOLED[i]! - from) * share));
  return [mixed[0]!, mixed[1]!, mixed[2]!];
}

/** All pieces of what has burst; `sinceMs`: by dot, how long ago, or null. */
export function paintPieces(brush: CanvasRenderingContext2D, scene: Scene, sinceMs: readonly (number | null)[]): void {
  brush.clearRect(0, 0, scene.width, scene.height);
  const spread = Math.min(0.42, (0.62 * scene.width) / scene.radius);
  const size = scene.width < 760 ? 8 : 10;
  ALTITUDES.forEach((altitude, k) => {
    const ms = sinceMs[k];
    if (ms === null || ms === undefined) return;
    const stamp = stampFor(shadeAt(yearsAt(ms)));
    const ember = stampFor(EMBER);
    for (let i = 0; i < altitude.down.length; i++) {
      const piece = pieceAt(altitude, i, ms, scene.angles[k]!, spread);
      if (!piece) continue;
      const [x, y] = placeAt(scene, piece.km, piece.angle);
      if (x < -size || x > scene.width + size || y < -size || y > scene.height + size) continue;
      if (piece.fall > 0) {
        const [tailX, tailY] = placeAt(scene, piece.km + 26, piece.angle - 0.012);
        brush.globalAlpha = 1 - piece.fall;
        brush.strokeStyle = `rgb(${EMBER.join(' ')} / 60%)`;
        brush.lineWidth = 1.2;
        brush.beginPath();
        brush.moveTo(tailX, tailY);
        brush.lineTo(x, y);
        brush.stroke();
      }
      brush.drawImage(piece.fall > 0 ? ember : stamp, x - size / 2, y - size / 2, size, size);
      brush.globalAlpha = 1;
    }
    paintFlash(brush, scene, k, ms);
  });
}

/** One flash where the satellite was, never repeated. */
function paintFlash(brush: CanvasRenderingContext2D, scene: Scene, k: number, ms: number): void {
  if (ms >= BURST_MS) return;
  const [x, y] = placeAt(scene, ALTITUDES[k]!.km, scene.angles[k]!);
  const share = ms / BURST_MS;
  const glow = brush.createRadialGradient(x, y, 0, x, y, 20 + 60 * share);
  glow.addColorStop(0, `rgb(255 250 220 / ${Math.round(85 * (1 - share))}%)`);
  glow.addColorStop(1, 'rgb(255 225 120 / 0%)');
  brush.fillStyle = glow;
  brush.fillRect(x - 90, y - 90, 180, 180);
}
