/**
 * What is drawn besides the globe: stars, the geostationary ring, objects, tracks, rings round objects.
 * Raw WebGL 1 inside Phaser's frame; everything here can be made anew after a lost context.
 */
import { EARTH_RADIUS_KM, GEO_RADIUS_KM } from '../../shared/orbits/table/elements.ts';
import { type Camera, viewMatrix } from './camera.ts';
import { anomalyAt, FLOATS_PER_OBJECT, type Motion, planesDay } from './motion.ts';
import { makeBuffer, makeProgram, type Program } from './program.ts';
import * as glsl from './shaders.ts';

export type Rgb = readonly [number, number, number];
/** Strength of a track at its object and once round. */
export type Fade = readonly [number, number];
/** A ring round a point of the picture (pixels of the drawing buffer). */
type Ring = { xPx: number; yPx: number; sizePx: number; colour: Rgb; alpha: number };

const TRACK_STEPS = 360;
const MARK_BYTES = 4;
const STARS = 1500;

export type Layers = {
  /** vertex data for `count` objects (FLOATS_PER_OBJECT floats each) */
  uploadObjects(packed: Float32Array): void;
  /** new data for the objects from the nth on, in the buffer of the last `uploadObjects` */
  uploadLast(packed: Float32Array, from: number): void;
  /** group, new, highlighted, unused: 4 bytes per object */
  uploadMarks(marks: Uint8Array): void;
  stars(camera: Camera, pixelRatio: number): void;
  objects(camera: Camera, look: ObjectsLook): void;
  track(camera: Camera, motion: Motion, row: number, days: number, colour: Rgb, widthPx: number, fade: Fade): void;
  belt(camera: Camera, alpha: number, widthPx: number): void;
  ring(camera: Camera, ring: Ring, strokePx: number): void;
};
type ObjectsLook = {
  readonly count: number;
  /** days since the packed buffer's day */
  readonly days: number;
  /** days of drift since then */
  readonly drift: number;
  /** the day of the year that is played, null: none */
  readonly playedDay: number | null;
  readonly pointPx: number;
  /** swelling of new objects, 0 to 1 */
  readonly pulse: number;
  /** brightness of what is not highlighted: 1 when nothing is, else 0 */
  readonly rest: number;
  /** brightness of low orbits: 1 near, less from far out, where they would hide Earth */
  readonly lowOrbits: number;
  readonly groups: Float32Array;
  readonly looks: Float32Array;
};

/** Programs and buffers on a context. */
export function makeLayers(gl: WebGLRenderingContext): Layers {
  const stars = makeProgram(gl, glsl.STARS_VERTEX, glsl.STARS_FRAGMENT);
  const objects = makeProgram(gl, glsl.OBJECTS_VERTEX, glsl.OBJECTS_FRAGMENT);
  const track = makeProgram(gl, glsl.TRACK_VERTEX, glsl.TRACK_FRAGMENT);
  const ring = makeProgram(gl, glsl.RING_VERTEX, glsl.RING_FRAGMENT);
  const starBuffer = makeBuffer(gl, starField(), gl.STATIC_DRAW);
  const trackBuffer = makeBuffer(gl, ribbon(), gl.STATIC_DRAW);
  const ringBuffer = makeBuffer(gl, new Float32Array(2), gl.STATIC_DRAW);
  const objectBuffer = gl.createBuffer();
  const markBuffer = gl.createBuffer();

  const begin = ({ program, uniform }: Program, camera: Camera): void => {
    gl.useProgram(program);
    gl.enable(gl.BLEND);
    gl.blendEquation(gl.FUNC_ADD);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.uniformMatrix3fv(uniform('uView'), false, viewMatrix(camera));
    gl.uniform2f(
      uniform('uClipPerRadius'),
      (2 * camera.scalePx) / camera.widthPx,
      (2 * camera.scalePx) / camera.heightPx,
    );
  };

  const drawTrack = (
    camera: Camera,
    shape: readonly number[],
    phase: readonly number[],
    colour: Rgb,
    fade: Fade,
    widthPx: number,
  ): void => {
    begin(track, camera);
    gl.uniform4fv(track.uniform('uShape'), shape);
    gl.uniform2fv(track.uniform('uPhase'), phase);
    gl.uniform2f(track.uniform('uPicturePx'), camera.widthPx, camera.heightPx);
    gl.uniform1f(track.uniform('uHalfWidthPx'), widthPx / 2);
    gl.uniform1f(track.uniform('uSoftPx'), widthPx / 2 + 1);
    gl.uniform2f(track.uniform('uFade'), fade[0], fade[1]);
    gl.uniform3f(track.uniform('uColour'), ...colour);
    gl.bindBuffer(gl.ARRAY_BUFFER, trackBuffer);
    withAttributes(gl, track, [['aStep', 2, gl.FLOAT, 8, 0]], () => {
      gl.drawArrays(gl.TRIANGLE_STRIP, 0, 2 * (TRACK_STEPS + 1));
    });
  };

  return {
    uploadObjects(packed) {
      gl.bindBuffer(gl.ARRAY_BUFFER, objectBuffer);
      gl.bufferData(gl.ARRAY_BUFFER, packed, gl.DYNAMIC_DRAW);
    },
    uploadLast(packed, from) {
      gl.bindBuffer(gl.ARRAY_BUFFER, objectBuffer);
      gl.bufferSubData(gl.ARRAY_BUFFER, 4 * FLOATS_PER_OBJECT * from, packed);
    },
    uploadMarks(marks) {
      gl.bindBuffer(gl.ARRAY_BUFFER, markBuffer);
      gl.bufferData(gl.ARRAY_BUFFER, marks, gl.DYNAMIC_DRAW);
    },
    stars(camera, pixelRatio) {
      // Stars stand still when the map zooms: their field of view is that of the picture's height.
      begin(stars, { ...camera, scalePx: camera.heightPx * 0.9 });
      gl.uniform1f(stars.uniform('uPixelRatio'), pixelRatio);
      gl.bindBuffer(gl.ARRAY_BUFFER, starBuffer);
      withAttributes(gl, stars, [['aStar', 4, gl.FLOAT, 16, 0]], () => gl.drawArrays(gl.POINTS, 0, STARS));
    },
    objects(camera, look) {
      if (look.count === 0) return;
      begin(objects, camera);
      gl.uniform1f(objects.uniform('uDays'), look.days);
      gl.uniform1f(objects.uniform('uDrift'), look.drift);
      gl.uniform2f(objects.uniform('uPlayed'), look.playedDay ?? 0, look.playedDay === null ? 0 : 1);
      gl.uniform1f(objects.uniform('uPointPx'), look.pointPx);
      gl.uniform1f(objects.uniform('uPulse'), look.pulse);
      gl.uniform1f(objects.uniform('uRest'), look.rest);
      gl.uniform1f(objects.uniform('uLowOrbits'), look.lowOrbits);
      gl.uniform4fv(objects.uniform('uGroups[0]'), look.groups);
      gl.uniform2fv(objects.uniform('uLooks[0]'), look.looks);
      const stride = 4 * FLOATS_PER_OBJECT;
      gl.bindBuffer(gl.ARRAY_BUFFER, objectBuffer);
      const elements: Attribute[] = [
        ['aShape', 4, gl.FLOAT, stride, 0],
        ['aPhase', 4, gl.FLOAT, stride, 16],
        ['aLife', 3, gl.FLOAT, stride, 32],
      ];
      withAttributes(gl, objects, elements, () => {
        gl.bindBuffer(gl.ARRAY_BUFFER, markBuffer);
        withAttributes(gl, objects, [['aMarks', 3, gl.UNSIGNED_BYTE, MARK_BYTES, 0]], () =>
          gl.drawArrays(gl.POINTS, 0, look.count),
        );
      });
    },
    track(camera, motion, row, days, colour, widthPx, fade) {
      const drift = planesDay(motion, days);
      const shape = [
        motion.semiMajorAxisRe[row]!,
        motion.eccentricity[row]!,
        motion.inclinationRad[row]!,
        motion.raanRad[row]! + motion.raanRate[row]! * drift,
      ];
      const argPerigee = motion.argPerigeeRad[row]! + motion.argPerigeeRate[row]! * drift;
      drawTrack(camera, shape, [argPerigee, anomalyAt(motion, row, days)], colour, fade, widthPx);
    },
    belt(camera, alpha, widthPx) {
      drawTrack(camera, [GEO_RADIUS_KM / EARTH_RADIUS_KM, 0, 0, 0], [0, 0], [0.6, 0.75, 0.95], [alpha, alpha], widthPx);
    },
    ring(camera, { xPx, yPx, sizePx, colour, alpha }, strokePx) {
      begin(ring, camera);
      gl.uniform2f(ring.uniform('uPlace'), (2 * xPx) / camera.widthPx - 1, 1 - (2 * yPx) / camera.heightPx);
      gl.uniform1f(ring.uniform('uSizePx'), sizePx);
      gl.uniform1f(ring.uniform('uStrokePx'), strokePx);
      gl.uniform1f(ring.uniform('uAlpha'), alpha);
      gl.uniform3f(ring.uniform('uColour'), ...colour);
      gl.bindBuffer(gl.ARRAY_BUFFER, ringBuffer);
      withAttributes(gl, ring, [['aNothing', 2, gl.FLOAT, 8, 0]], () => gl.drawArrays(gl.POINTS, 0, 1));
    },
  };
}

/** Name, components, type, stride and offset in bytes. */
type Attribute = readonly [string, number, number, number, number];

/** Points attributes into the bound buffer, draws, and leaves them off as Phaser expects. */
function withAttributes(
  gl: WebGLRenderingContext,
  program: Program,
  attributes: readonly Attribute[],
  draw: () => void,
): void {
  for (const [name, size, type, stride, offset] of attributes) {
    const at = program.attribute(name);
    gl.enableVertexAttribArray(at);
    gl.vertexAttribPointer(at, size, type, false, stride, offset);
  }
  draw();
  for (const [name] of attributes) gl.disableVertexAttribArray(program.attribute(name));
}

/** A strip of TRACK_STEPS quads: share of the way round, side. */
function ribbon(): Float32Array<ArrayBuffer> {
  const data = new Float32Array(4 * (TRACK_STEPS + 1));
  for (let step = 0; step <= TRACK_STEPS; step++) data.set([step / TRACK_STEPS, -1, step / TRACK_STEPS, 1], 4 * step);
  return data;
}

/** Stars at even random over the sphere (always the same), few bright and many faint: x, y, z, brightness. */
function starField(): Float32Array<ArrayBuffer> {
  const data = new Float32Array(4 * STARS);
  let seed = 20250901;
  const next = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  for (let i = 0; i < STARS; i++) {
    const z = 2 * next() - 1;
    const around = 2 * Math.PI * next();
    const flat = Math.sqrt(1 - z * z);
    data.set([flat * Math.cos(around), flat * Math.sin(around), z, 0.3 + 0.7 * next() ** 5], 4 * i);
  }
  return data;
}
