/**
 * The orbit map: every known object round a turning Earth, on a Phaser canvas (WebGL 1). It shows and tells what was picked;
 * it holds no words and decides nothing. Load it with `await import('./sky/map.ts')`: Phaser comes along.
 */

import { BELT_ZOOM, type Camera, cameraOf, limited, OUT, SEEN, type View } from './camera.ts';
import { makeContents } from './contents.ts';
import { listen } from './controls.ts';
import { START_DAYS_J2000, sunDirection } from './earth.ts';
import { makeEye } from './eye.ts';
import { alongOrbit, facing } from './gaze.ts';
import type { Layers, Rgb } from './layers.ts';
import type { PickListener, SkyMap, SkyMapOptions } from './map-shape.ts';
import { isThere } from './motion.ts';
import { locate, nearestOf } from './picking.ts';
import { openStage } from './stage.ts';

export type { SkyObjects } from './motion.ts';
export type { ColourGroup } from './palette.ts';

const KEY_TURN_RAD = (10 * Math.PI) / 180;
const HOME_LATITUDE_RAD = 0.35;
const BELT_LATITUDE_RAD = 0.42;
/** The home view looks at Earth with the Sun this far to the side, so that day, dusk and night are all seen. */
const HOME_FROM_SUN_RAD = 0.95;
/** Zoomed out beyond this, the geostationary ring fades in. */
const BELT_FROM_ZOOM = 0.75;
/** Size of a point when Earth's radius is drawn this large. */
const POINT_PX = 2.2;
const POINT_AT_PX = 248;
const HOVER_REACH_PX = 9;
/** A search under the pointer is spread over this many frames. */
const HOVER_FRAMES = 3;
/** In a faster sky only a moving pointer searches: what passes under a still one is gone at once. */
const HOVER_SPEED = 600;
/** No frame counts for more than this, whatever the browser was doing. */
const LONGEST_FRAME_MS = 100;
const MS_PER_DAY = 86_400_000;
/** How strong a track is at its object and once round, one alone and one of many. */
const TRACK_FADE = [0.95, 0.22] as const;
const FLEET_FADE = [0.42, 0.3] as const;
const WHITE: Rgb = [1, 1, 1];

type Place = { xPx: number; yPx: number };

/**
 * Puts a map into `host`, which must have a size by its own style; the map follows it. The host becomes focusable and takes
 * arrow keys, + and -, Home or 0, Escape. Throws when the browser has no WebGL: show the list of objects instead.
 */
export function createSkyMap(host: HTMLElement, options: SkyMapOptions): SkyMap {
  const epoch = options.epochDaysJ2000 ?? START_DAYS_J2000;
  const contents = makeContents();
  const listeners = new Set<PickListener>();
  const cardListeners = new Set<(there: boolean) => void>();
  let days = 0;
  let reduced = options.reducedMotion ?? matchMedia('(prefers-reduced-motion: reduce)').matches;
  let wantedSpeed = options.speed ?? 60;
  let speed = reduced ? 0 : wantedSpeed;
  let selectedId: number | null = null;
  let selected = -1;
  let tracked: readonly number[] = [];
  let trackedRows: readonly number[] = [];
  let hovered = -1;
  let pointer: Place | null = null;
  let lookUnderPointer = false;
  let found: number[] = [];
  let pulse = 0.5;
  let stopListening = (): void => {};

  const homeView = (zoom = options.homeZoom ?? 1): View => {
    const sun = sunDirection(epoch + days);
    return limited({ lonRad: Math.atan2(sun[1], sun[0]) - HOME_FROM_SUN_RAD, latRad: HOME_LATITUDE_RAD, zoom });
  };
  const eye = makeEye(homeView(), reduced);
  let camera: Camera = cameraOf(eye.view(), 1, 1);

  const tell = (row: number, how: 'hover' | 'click'): void => {
    const id = row < 0 ? null : contents.objects().id[row]!;
    for (const listener of listeners) listener(id, how);
  };
  /** The row at a place of the host; of the objects, only those in this part out of so many. */
  const pickAt = ({ xPx, yPx }: Place, reachPx: number, part = 0, parts = 1): number => {
    const { pixelRatio } = stage.size();
    const [x, y, reach] = [xPx * pixelRatio, yPx * pixelRatio, reachPx * pixelRatio];
    const { group } = contents.objects();
    return contents.pick()(group, contents.visible(), camera, days, x, y, reach, part / parts, (part + 1) / parts);
  };
  const hover = (row: number): void => {
    if (row === hovered) return;
    hovered = row;
    stage.setCursor(row < 0 ? 'grab' : 'pointer');
    tell(row, 'hover');
  };
  /** One frame's part of the search under the resting or moving pointer. */
  const lookUnder = (place: Place): void => {
    found.push(pickAt(place, HOVER_REACH_PX, found.length, HOVER_FRAMES));
    if (found.length < HOVER_FRAMES) return;
    const { pixelRatio } = stage.size();
    hover(nearestOf(found, contents.motion(), camera, days, place.xPx * pixelRatio, place.yPx * pixelRatio));
    found = [];
    lookUnderPointer = false;
  };
  const rowsOf = (ids: readonly number[]): number[] => ids.map(contents.rowOf).filter((row) => row >= 0);
  const go = (next: Partial<View>): void => {
    eye.go({ ...eye.wanted(), ...next });
    stage.wake();
  };
  const turnBy = (lonRad: number, latRad: number): void =>
    go({ lonRad: eye.wanted().lonRad + lonRad, latRad: eye.wanted().latRad + latRad });
  const zoomBy = (factor: number): void => go({ zoom: eye.wanted().zoom * factor });
  const radPerPx = (): number => stage.size().pixelRatio / camera.scalePx;

  const drawRing = (to: Layers, row: number, sizePx: number, colour: Rgb): void => {
    if (row < 0) return;
    const { xPx, yPx, sight } = locate(contents.motion(), row, camera, days);
    if (sight === OUT) return;
    const { pixelRatio } = stage.size();
    const alpha = sight === SEEN ? 1 : 0.22;
    to.ring(camera, { xPx, yPx, sizePx: sizePx * pixelRatio, colour, alpha }, 1.5 * pixelRatio);
  };

  const stage = openStage(host, {
    ready(canvas) {
      stage.setCursor('grab');
      stopListening = listen(host, canvas, {
        drag(dxPx, dyPx) {
          eye.turn(-dxPx * radPerPx(), dyPx * radPerPx());
          stage.wake();
        },
        release(speedXPx, speedYPx) {
          eye.glide(-speedXPx * radPerPx(), speedYPx * radPerPx());
          stage.wake();
        },
        turn(lonSteps, latSteps) {
          const step = KEY_TURN_RAD / Math.max(1, eye.view().zoom);
          turnBy(lonSteps * step, latSteps * step);
        },
        zoom: zoomBy,
        home: () => go(homeView()),
        point(place) {
          pointer = place;
          lookUnderPointer = place !== null;
          if (!place) {
            found = [];
            hover(-1);
          }
          stage.wake();
        },
        click: (place) => tell(pickAt(place, place.reachPx), 'click'),
        dismiss: () => tell(-1, 'click'),
      });
    },
    frame(nowMs, deltaMs) {
      const step = Math.min(deltaMs, LONGEST_FRAME_MS);
      days += (speed * step) / MS_PER_DAY;
      const eyeMoves = eye.step(step);
      const { widthPx, heightPx } = stage.size();
      camera = cameraOf(eye.view(), widthPx, heightPx);
      const movesUnderPointer = speed !== 0 && Math.abs(speed) <= HOVER_SPEED;
      if (pointer && (lookUnderPointer || movesUnderPointer)) lookUnder(pointer);
      const pulsing = contents.anyFresh() && !reduced;
      pulse = pulsing ? 0.5 + 0.5 * Math.sin(nowMs / 420) : 0.5;
      return { camera, daysJ2000: epoch + days, moving: speed !== 0 || eyeMoves || lookUnderPointer || pulsing };
    },
    drawStars: (to) => to.stars(camera, stage.size().pixelRatio),
    drawSky(to) {
      const { pixelRatio } = stage.size();
      const { zoom } = eye.view();
      const sinceUpload = contents.upload(to, days);
      const farOut = Math.min(1, Math.max(0, Math.log(BELT_FROM_ZOOM / zoom) / Math.log(BELT_FROM_ZOOM / BELT_ZOOM)));
      if (farOut > 0) to.belt(camera, 0.34 * farOut, 1.2 * pixelRatio);
      to.objects(camera, {
        count: contents.motion().count,
        ...sinceUpload,
        playedDay: contents.motion().played.day,
        pointPx: POINT_PX * pixelRatio * (camera.scalePx / pixelRatio / POINT_AT_PX) ** 0.35,
        pulse,
        rest: contents.anyHighlight() ? 0 : 1,
        lowOrbits: 1 - 0.65 * farOut,
        groups: contents.groupTable(),
        looks: contents.groupLooks(),
      });
      for (const row of trackedRows)
        if (row !== selected && isThere(contents.motion(), row)) {
          to.track(camera, contents.motion(), row, days, contents.lineColour(row), pixelRatio, FLEET_FADE);
        }
      if (selected >= 0 && isThere(contents.motion(), selected)) {
        to.track(
          camera,
          contents.motion(),
          selected,
          days,
          contents.lineColour(selected),
          1.8 * pixelRatio,
          TRACK_FADE,
        );
        drawRing(to, selected, 28, WHITE);
      }
      if (hovered >= 0 && hovered !== selected) drawRing(to, hovered, 20, contents.lineColour(hovered));
    },
    buffersLost: contents.forgetBuffers,
    card(there) {
      for (const listener of cardListeners) listener(there);
    },
  });

  host.tabIndex = 0;
  host.setAttribute('role', 'application');
  host.setAttribute('aria-label', options.label);

  return {
    setObjects(objects, groups) {
      contents.set(objects, groups);
      found = [];
      selected = contents.rowOf(selectedId);
      trackedRows = rowsOf(tracked);
      hover(-1);
      lookUnderPointer = pointer !== null;
      stage.wake();
    },
    play(day) {
      contents.play(day);
      lookUnderPointer = pointer !== null;
      stage.wake();
    },
    setVisible(groups) {
      contents.show(groups);
      stage.wake();
    },
    select(id) {
      selectedId = id;
      selected = contents.rowOf(id);
      stage.wake();
    },
    setTracks(ids) {
      tracked = ids;
      trackedRows = rowsOf(ids);
      stage.wake();
    },
    highlight(ids) {
      contents.highlight(ids);
      stage.wake();
    },
    onCard(listener) {
      cardListeners.add(listener);
      return () => cardListeners.delete(listener);
    },
    onPick(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    focus(id) {
      const row = contents.rowOf(id);
      if (row >= 0) go(facing(contents.motion(), row, days));
    },
    rideTo(id, zoom, ms) {
      const row = contents.rowOf(id);
      if (row >= 0) eye.ride({ ...alongOrbit(contents.motion(), row, days), zoom }, ms);
      stage.wake();
    },
    rotateBy: turnBy,
    zoomBy,
    reset: () => go(homeView()),
    showBelt: () => go({ latRad: BELT_LATITUDE_RAD, zoom: BELT_ZOOM }),
    view: () => ({ ...eye.view() }),
    locate(id) {
      const row = contents.rowOf(id);
      if (row < 0) return null;
      const { xPx, yPx, sight } = locate(contents.motion(), row, camera, days);
      const { pixelRatio } = stage.size();
      return sight === OUT ? null : { xPx: xPx / pixelRatio, yPx: yPx / pixelRatio, covered: sight !== SEEN };
    },
    setSpeed(simSecondsPerSecond) {
      wantedSpeed = simSecondsPerSecond;
      speed = simSecondsPerSecond;
      stage.wake();
    },
    setTime(next) {
      days = next;
      lookUnderPointer = pointer !== null;
      stage.wake();
    },
    time: () => days,
    setReducedMotion(on) {
      reduced = on;
      speed = on ? 0 : wantedSpeed;
      eye.reduce(on);
      stage.wake();
    },
    stats: () => ({ scriptMsP95: stage.timing.p95(), frames: stage.timing.frames() }),
    destroy() {
      stopListening();
      listeners.clear();
      cardListeners.clear();
      stage.close();
      for (const name of ['tabindex', 'role', 'aria-label']) host.removeAttribute(name);
    },
  };
}
