/**
 * The map's picture as a newspaper prints it: the same sky, still, in ink. Earth is hatched, every object beside it is a dot, and
 * one break-up stands in the one red. Lengths are Earth radii, as everywhere on the map.
 */
import { TWO_PI } from '../../../shared/orbits/table/elements.ts';
import { type Camera, COVERED, cameraOf, discRadiusPx, OUT, projectInto, SEEN, type View } from '../../sky/camera.ts';
import { drawLand } from '../../sky/land.ts';
import { isThere, type Motion, motionOf, positionInto, type SkyObjects } from '../../sky/motion.ts';
import { endOfMonth, makePlayed } from '../../sky/playback.ts';

/** `sharpness`: pixels of the canvas for each px of the page. */
export type PlateInk = {
  readonly ink: string;
  readonly red: string;
  readonly paper: string;
  readonly sharpness: number;
};
/** `cloud`: the break-up in red, by its id on the map, and the month (1 to 12) in which it came; null: none. */
export type PlateOf = {
  readonly objects: SkyObjects;
  readonly cloud: { readonly id: number; readonly month: number } | null;
};

/** A cloud is printed as it stands so many days after its break-up: a closed ring by then, and still one. */
const RING_DAYS = 30;
/** Earth's radius as a share of the picture's smaller side, over that of the map's home view. */
const ZOOM = 1.16;
/** The eye stands so far round from the ring's pole: near enough to its plane that it crosses Earth, far enough to be open. */
const FROM_POLE_RAD = (66 * Math.PI) / 180;
const LATITUDE_RAD = (14 * Math.PI) / 180;
const FIRST_VIEW: View = { lonRad: 0.4, latRad: LATITUDE_RAD, zoom: ZOOM };
/** What a printer does with the hour of the day: land that readers know stands under the eye. Degrees east. */
const UNDER_THE_EYE_DEG = 18;
/** Light falls from the upper right, in front of the sheet (view axes). */
const LIGHT = unit([0.62, 0.5, 0.6]);

/** Hatching follows parallels of a pole that leans towards the eye. */
const HATCH_LEAN_RAD = (12 * Math.PI) / 180;
const HATCH_APART_PX = 3.6;
const HATCH_STEPS = 420;
const LAND_PX = 1024;
/** Tone of the lit sea; land takes less ink than sea wherever it lies. */
const SEA = 0.2;
const ON_LAND = 0.5;
/** Less tone than this leaves the paper white. */
const WHITE = 0.12;

/** Sizes are px of a picture this wide; others are drawn in proportion. */
const DRAWN_FOR_PX = 640;
/** No line is finer than this share of what it is in a picture of that width. */
const FINEST = 0.82;
const DOT_PX = 0.62;
const RED_DOT_PX = 1.7;
const RING_STEPS = 240;

/** Draws the plate over the whole of a canvas. */
export function drawPlate(canvas: HTMLCanvasElement, { objects, cloud }: PlateOf, colours: PlateInk): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { width, height } = canvas;
  // A small picture has fewer lines, not finer ones.
  const px = Math.max(width / DRAWN_FOR_PX, FINEST * colours.sharpness);
  const motion = motionOf(objects);
  const day = cloud ? Math.min(0, endOfMonth(cloud.month - 1) + RING_DAYS) : null;
  if (day !== null) {
    makePlayed(objects, motion)(day);
    motion.played.day = day;
  }
  const pieces = cloud ? rowsOf(objects, cloud.id).filter((i) => isThere(motion, i)) : [];
  const middle = middleOf(motion, pieces);
  const camera = cameraOf(middle === null ? FIRST_VIEW : viewOf(motion, middle, day ?? 0), width, height);

  context.fillStyle = colours.paper;
  context.fillRect(0, 0, width, height);
  context.lineCap = 'round';
  if (middle !== null) drawRing(context, camera, motion, middle, day ?? 0, COVERED, colours.red, px);
  drawDots(context, camera, motion, day ?? 0, new Set(pieces), colours.ink, px);
  drawEarth(context, camera, colours, px);
  if (middle === null) return;
  drawRing(context, camera, motion, middle, day ?? 0, SEEN, colours.red, px);
  drawPieces(context, camera, motion, day ?? 0, pieces, colours.red, px);
}

const rowsOf = (objects: SkyObjects, id: number): number[] =>
  Array.from({ length: objects.count }, (_, i) => i).filter((i) => objects.breakupId?.[i] === id);

/** The piece whose orbit stands for the ring: the one with the middle axis. */
function middleOf(motion: Motion, pieces: readonly number[]): number | null {
  const byAxis = pieces
    .filter((i) => motion.semiMajorAxisRe[i]! > 0)
    .sort((p, q) => motion.semiMajorAxisRe[p]! - motion.semiMajorAxisRe[q]!);
  return byAxis[byAxis.length >> 1] ?? null;
}

/** Where the eye stands to see a ring as an open oval over Earth. */
function viewOf(motion: Motion, i: number, day: number): View {
  const raan = motion.raanRad[i]! + motion.raanRate[i]! * day;
  // The pole of the orbit stands a quarter turn behind its node.
  const poleLon = raan - Math.PI / 2;
  return { lonRad: poleLon + FROM_POLE_RAD, latRad: LATITUDE_RAD, zoom: ZOOM };
}

function drawDots(
  context: CanvasRenderingContext2D,
  camera: Camera,
  motion: Motion,
  day: number,
  but: ReadonlySet<number>,
  ink: string,
  px: number,
): void {
  const at = new Float64Array(4);
  const place = new Float64Array(3);
  const radius = discRadiusPx(camera);
  const size = DOT_PX * px;
  context.fillStyle = ink;
  context.globalAlpha = 0.82;
  for (let i = 0; i < motion.count; i++) {
    if (but.has(i) || !(motion.semiMajorAxisRe[i]! > 0) || !isThere(motion, i)) continue;
    positionInto(place, motion, i, day);
    if (projectInto(at, camera, place[0]!, place[1]!, place[2]!) === OUT) continue;
    // Over Earth a dot would be lost in the hatching.
    if (Math.hypot(at[0]! - camera.widthPx / 2, at[1]! - camera.heightPx / 2) < radius) continue;
    context.fillRect(at[0]! - size, at[1]! - size, 2 * size, 2 * size);
  }
  context.globalAlpha = 1;
}

function drawPieces(
  context: CanvasRenderingContext2D,
  camera: Camera,
  motion: Motion,
  day: number,
  pieces: readonly number[],
  red: string,
  px: number,
): void {
  const at = new Float64Array(4);
  const place = new Float64Array(3);
  context.fillStyle = red;
  for (const i of pieces) {
    positionInto(place, motion, i, day);
    if (projectInto(at, camera, place[0]!, place[1]!, place[2]!) !== SEEN) continue;
    context.beginPath();
    context.arc(at[0]!, at[1]!, RED_DOT_PX * px, 0, TWO_PI);
    context.fill();
  }
}

/** The orbit of a row as a line: in front of Earth and beside it, or behind it and pale. */
function drawRing(
  context: CanvasRenderingContext2D,
  camera: Camera,
  motion: Motion,
  i: number,
  day: number,
  part: typeof SEEN | typeof COVERED,
  red: string,
  px: number,
): void {
  const at = new Float64Array(4);
  const place = new Float64Array(3);
  const own = motion.meanAnomalyRad[i]!;
  context.strokeStyle = red;
  context.lineWidth = (part === SEEN ? 2.2 : 1.1) * px;
  context.globalAlpha = part === SEEN ? 1 : 0.5;
  context.beginPath();
  let drawing = false;
  for (let step = 0; step <= RING_STEPS; step++) {
    motion.meanAnomalyRad[i] = own + (TWO_PI * step) / RING_STEPS;
    positionInto(place, motion, i, day);
    const seen = projectInto(at, camera, place[0]!, place[1]!, place[2]!);
    if (seen === part && drawing) context.lineTo(at[0]!, at[1]!);
    else if (seen === part) context.moveTo(at[0]!, at[1]!);
    drawing = seen === part;
  }
  context.stroke();
  motion.meanAnomalyRad[i] = own;
  context.globalAlpha = 1;
}

/** Earth as an engraver cuts it: lines along leaning parallels, the thicker the darker; the ring behind it shows through the paper. */
function drawEarth(context: CanvasRenderingContext2D, camera: Camera, { ink }: PlateInk, px: number): void {
  const [x0, y0, radius] = [camera.widthPx / 2, camera.heightPx / 2, discRadiusPx(camera)];
  const isLand = landAt();
  context.strokeStyle = ink;
  const rows = Math.round((2 * radius) / (HATCH_APART_PX * px));
  const [cosLean, sinLean] = [Math.cos(HATCH_LEAN_RAD), Math.sin(HATCH_LEAN_RAD)];
  for (let row = 1; row < rows * 1.1; row++) {
    const height = 1 - (2 * row) / rows;
    if (height <= -1) break;
    const round = Math.sqrt(1 - height * height);
    let from: readonly [number, number] | null = null;
    for (let step = 0; step <= HATCH_STEPS; step++) {
      const lon = (TWO_PI * step) / HATCH_STEPS;
      const [x, up, out] = [round * Math.sin(lon), height, round * Math.cos(lon)];
      const n = [x, up * cosLean - out * sinLean, up * sinLean + out * cosLean] as const;
      if (n[2] <= 0) {
        from = null;
        continue;
      }
      const to = [x0 + n[0] * radius, y0 - n[1] * radius] as const;
      const tone = toneAt(n, isLand(n, camera));
      if (from && tone > WHITE) {
        context.beginPath();
        // Lines crowd where the globe turns away: there they are finer, or all would run together.
        context.lineWidth = Math.min(1, tone) * (0.5 + 1.4 * n[2]) * px;
        context.moveTo(...from);
        context.lineTo(...to);
        context.stroke();
      }
      from = to;
    }
  }
  context.lineWidth = 1.5 * px;
  context.beginPath();
  context.arc(x0, y0, radius, 0, TWO_PI);
  context.stroke();
}

/** How dark a place of the globe is printed, 0 to 1: from the light on it, and whether it is land. */
function toneAt(n: readonly [number, number, number], land: boolean): number {
  const light = n[0] * LIGHT[0] + n[1] * LIGHT[1] + n[2] * LIGHT[2];
  const shade = Math.min(1, Math.max(0, 0.86 - light));
  return land ? shade * ON_LAND : SEA + shade * 0.72;
}

/** Whether a place of the globe, in view axes, is land. */
function landAt(): (n: readonly [number, number, number], camera: Camera) => boolean {
  const land = drawLand(LAND_PX);
  const { data } = land.getContext('2d')!.getImageData(0, 0, LAND_PX, LAND_PX / 2);
  return (n, { right, up, toEye }) => {
    const inertial = [0, 1, 2].map((k) => right[k]! * n[0] + up[k]! * n[1] + toEye[k]! * n[2]);
    const eyeLon = Math.atan2(toEye[1]!, toEye[0]!);
    const lon = Math.atan2(inertial[1]!, inertial[0]!) - eyeLon + (UNDER_THE_EYE_DEG * Math.PI) / 180;
    const column = Math.floor(((lon / TWO_PI + 1.5) % 1) * LAND_PX);
    const line = Math.min(LAND_PX / 2 - 1, Math.floor((0.5 - Math.asin(inertial[2]!) / Math.PI) * (LAND_PX / 2)));
    return data[4 * (line * LAND_PX + column)]! > 127;
  };
}

function unit([x, y, z]: readonly [number, number, number]): readonly [number, number, number] {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}
