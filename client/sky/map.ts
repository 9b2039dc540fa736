/**
 * The orbit map: every known object round a turning Earth, on a Phaser canvas (WebGL 1). It shows and tells what was picked;
 * it holds no words and decides nothing. Load it with `await import('./sky/map.ts')`: Phaser comes along.
 */
import { Game, GameObjects, Scene, WEBGL } from 'phaser';
import { BELT_ZOOM, between, type Camera, cameraOf, limited, OUT, SEEN, type View } from './camera.ts';
import { type Controls, listen } from './controls.ts';
import { sunDirection } from './earth.ts';
import { addGlobe, type Globe } from './globe.ts';
import { type Layers, makeLayers, type Rgb } from './layers.ts';
import {
  drawOrder,
  FLOATS_PER_OBJECT,
  type Motion,
  motionOf,
  packInto,
  positionInto,
  REPACK_DAYS,
  type SkyObjects,
} from './motion.ts';
import { type ColourGroup, groupUniforms, rgb, SPACE_COLOUR } from './palette.ts';
import { locate, pick } from './picking.ts';
import { makeTiming } from './timing.ts';

export type { View } from './camera.ts';
export type { SkyObjects } from './motion.ts';
export type { ColourGroup } from './palette.ts';

export type SkyMapOptions = {
  /** what a screen reader says of the map, keys included */
  label: string;
  /** day 0 of the sky, in days since J2000.0 (2000-01-01 12:00 UT); 9374.5 is 2025-09-01 00:00 */
  epochDaysJ2000?: number;
  /** seconds of the sky per second of the room, 60 if not given */
  speed?: number;
  /** no glide, no easing, no pulse, a standing clock; what the browser prefers if not given */
  reducedMotion?: boolean;
};

export type PickListener = (id: number | null, how: 'hover' | 'click') => void;

export type SkyMap = {
  /** Shows these objects instead of the former ones. Throws on more than MAX_GROUPS groups or a colour that is not #rrggbb. */
  setObjects(objects: SkyObjects, groups: readonly ColourGroup[]): void;
  /** Shows or hides groups by index; groups beyond the array are shown. */
  setVisible(groups: readonly boolean[]): void;
  /** Rings an object and draws its track; null ends that. An id that is not in the sky selects nothing. */
  select(id: number | null): void;
  /** Dims everything but these objects; null ends that. */
  highlight(ids: ReadonlySet<number> | null): void;
  /** Tells ids under the pointer (on change) and clicked (null: beside all). Returns the function that stops. */
  onPick(listener: PickListener): () => void;
  /** Turns the globe until the object faces the viewer. */
  focus(id: number): void;
  /** Turns by angles, radians: east, north. */
  rotateBy(lonRad: number, latRad: number): void;
  zoomBy(factor: number): void;
  /** The home view: near space. */
  reset(): void;
  /** The view from far out: the geostationary ring. */
  showBelt(): void;
  view(): View;
  /** Where an object is on the host, px from its top left; null when it is unknown or out of sight. */
  locate(id: number): { xPx: number; yPx: number; covered: boolean } | null;
  /** Seconds of the sky per second of the room; 0 stands still. */
  setSpeed(simSecondsPerSecond: number): void;
  /** Days since the sky's day 0. */
  setTime(days: number): void;
  time(): number;
  setReducedMotion(on: boolean): void;
  /** Script time per frame (ms, 95th percentile of the last 240) and frames drawn so far. */
  stats(): { scriptMsP95: number; frames: number };
  destroy(): void;
};

const MAX_PIXEL_RATIO = 2;
const KEY_TURN_RAD = (10 * Math.PI) / 180;
const HOME_LATITUDE_RAD = 0.35;
const BELT_LATITUDE_RAD = 0.42;
/** The home view looks at Earth with the Sun this far to the side, so that day, dusk and night are all seen. */
const HOME_FROM_SUN_RAD = 0.95;
const EASE_MS = 110;
const GLIDE_MS = 320;
const HOVER_MS = 50;
const STILL_FRAMES = 4;
const WHITE: Rgb = [1, 1, 1];

/**
 * Puts a map into `host`, which must have a size by its own style; the map follows it. The host becomes focusable and takes
 * arrow keys, + and -, Home or 0, Escape. Throws when the browser has no WebGL: show the list of objects instead.
 */
export function createSkyMap(host: HTMLElement, options: SkyMapOptions): SkyMap {
  if (!document.createElement('canvas').getContext('webgl')) throw new Error('no WebGL');
  const epoch = options.epochDaysJ2000 ?? 9374.5;
  const noObjects: SkyObjects = {
    count: 0,
    id: new Float64Array(0),
    semiMajorAxisKm: [],
    eccentricity: [],
    inclinationRad: [],
    raanRad: [],
    argPerigeeRad: [],
    meanAnomalyRad: [],
    group: new Uint8Array(0),
    fresh: new Uint8Array(0),
  };
  let objects = noObjects;
  let motion: Motion = motionOf(noObjects);
  let order: Uint32Array = new Uint32Array(0);
  let packed = new Float32Array(0);
  let packedDay = 0;
  let marks = new Uint8Array(0);
  let groups: readonly ColourGroup[] = [];
  let groupTable = groupUniforms([], []);
  let visible: readonly boolean[] = [];
  let anyFresh = false;
  let anyHighlight = false;
  let selected = -1;
  let selectedId: number | null = null;
  let hovered = -1;
  let highlighted: ReadonlySet<number> | null = null;

  let days = 0;
  let reduced = options.reducedMotion ?? matchMedia('(prefers-reduced-motion: reduce)').matches;
  let wantedSpeed = options.speed ?? 60;
  let speed = reduced ? 0 : wantedSpeed;

  let pixelRatio = 1;
  let view = homeView();
  let wanted = view;
  let glide = { lonRad: 0, latRad: 0 };
  let pointer: { xPx: number; yPx: number } | null = null;
  let pointerMoved = false;
  let hoverAt = 0;
  let stale = { elements: true, marks: true };
  let layers: Layers | null = null;
  let globe: Globe | null = null;
  let camera: Camera = cameraOf(view, 1, 1);
  let stillFrames = 0;
  let onScreen = true;
  let frameStart = 0;
  const timing = makeTiming();
  const listeners = new Set<PickListener>();

  function homeView(): View {
    const sun = sunDirection(epoch + days);
    return limited({ lonRad: Math.atan2(sun[1], sun[0]) - HOME_FROM_SUN_RAD, latRad: HOME_LATITUDE_RAD, zoom: 1 });
  }
  const tell = (row: number, how: 'hover' | 'click'): void => {
    const id = row < 0 ? null : objects.id[row]!;
    for (const listener of listeners) listener(id, how);
  };
  const rowOf = (id: number | null): number => (id === null ? -1 : objects.id.indexOf(id));
  const colourOf = (row: number): Rgb => {
    const [r, g, b] = rgb(groups[objects.group[row]!]?.colour ?? '#ffffff');
    return [0.7 * r + 0.3, 0.7 * g + 0.3, 0.7 * b + 0.3];
  };
  const pickAt = (place: { xPx: number; yPx: number }, reachPx: number): number =>
    pick(
      motion,
      objects.group,
      visible,
      camera,
      days,
      place.xPx * pixelRatio,
      place.yPx * pixelRatio,
      reachPx * pixelRatio,
    );
  const hover = (row: number): void => {
    if (row === hovered) return;
    hovered = row;
    game.canvas.style.cursor = row < 0 ? 'grab' : 'pointer';
    tell(row, 'hover');
  };
  const markRows = (): void => {
    anyHighlight = false;
    order.forEach((row, at) => {
      const chosen = highlighted?.has(objects.id[row]!) ? 1 : 0;
      if (chosen) anyHighlight = true;
      marks.set([objects.group[row]!, objects.fresh[row]!, chosen, 0], 4 * at);
    });
    stale.marks = true;
  };

  function wake(): void {
    stillFrames = 0;
    if (onScreen && game.isBooted) game.loop.wake();
  }
  const go = (next: View): void => {
    wanted = limited(next);
    if (reduced) view = wanted;
    wake();
  };

  function frame(now: number, deltaMs: number): void {
    const step = Math.min(deltaMs, 100);
    days += (speed * step) / 86_400_000;
    if (glide.lonRad !== 0 || glide.latRad !== 0) {
      const decay = Math.exp(-step / GLIDE_MS);
      wanted = limited({
        ...wanted,
        lonRad: wanted.lonRad + (glide.lonRad * step) / 1000,
        latRad: wanted.latRad + (glide.latRad * step) / 1000,
      });
      view = { ...wanted, zoom: view.zoom };
      glide = { lonRad: glide.lonRad * decay, latRad: glide.latRad * decay };
      if (Math.hypot(glide.lonRad, glide.latRad) < 0.01) glide = { lonRad: 0, latRad: 0 };
    }
    const settled =
      Math.abs(Math.log(wanted.zoom / view.zoom)) < 1e-4 &&
      Math.abs(Math.sin((wanted.lonRad - view.lonRad) / 2)) < 1e-5 &&
      Math.abs(wanted.latRad - view.latRad) < 1e-5;
    view = settled ? wanted : limited(between(view, wanted, 1 - Math.exp(-step / EASE_MS)));
    if (Math.min(devicePixelRatio, MAX_PIXEL_RATIO) !== pixelRatio) resize();
    camera = cameraOf(view, game.canvas.width, game.canvas.height);
    if (pointer && (pointerMoved || speed !== 0) && now - hoverAt > HOVER_MS) {
      hoverAt = now;
      pointerMoved = false;
      hover(pickAt(pointer, 9));
    }
    if (Math.abs(days - packedDay) > REPACK_DAYS) stale.elements = true;
    globe?.fit(camera, epoch + days);
    const moving = speed !== 0 || !settled || glide.lonRad !== 0 || glide.latRad !== 0 || pointerMoved;
    stillFrames = moving || (anyFresh && !reduced) ? 0 : stillFrames + 1;
    if (stillFrames > STILL_FRAMES) game.loop.sleep();
  }

  function upload(to: Layers): void {
    if (stale.elements) {
      packInto(packed, motion, order, days);
      packedDay = days;
      to.uploadObjects(packed);
    }
    if (stale.marks) to.uploadMarks(marks);
    stale = { elements: false, marks: false };
  }

  function drawRing(to: Layers, row: number, sizePx: number, colour: Rgb): void {
    if (row < 0) return;
    const { xPx, yPx, sight } = locate(motion, row, camera, days);
    if (sight === OUT) return;
    to.ring(
      camera,
      { xPx, yPx, sizePx: sizePx * pixelRatio, colour, alpha: sight === SEEN ? 1 : 0.22 },
      1.5 * pixelRatio,
    );
  }

  function drawSky(to: Layers): void {
    upload(to);
    const farOut = Math.min(1, Math.max(0, Math.log(0.75 / view.zoom) / Math.log(0.75 / BELT_ZOOM)));
    if (farOut > 0) to.belt(camera, 0.34 * farOut, 1.2 * pixelRatio);
    to.objects(camera, {
      count: motion.count,
      days: days - packedDay,
      pointPx: 2.3 * pixelRatio * view.zoom ** 0.3,
      pulse: reduced ? 0.5 : 0.5 + 0.5 * Math.sin(game.loop.time / 420),
      rest: anyHighlight ? 0 : 1,
      groups: groupTable,
    });
    if (selected >= 0) to.track(camera, motion, selected, days, colourOf(selected), 1.8 * pixelRatio);
    drawRing(to, hovered === selected ? -1 : hovered, 20, colourOf(Math.max(hovered, 0)));
    drawRing(to, selected, 28, WHITE);
  }

  class Drawn extends GameObjects.Extern {
    readonly draw: (to: Layers) => void;
    constructor(scene: Scene, draw: (to: Layers) => void) {
      super(scene);
      this.draw = draw;
    }
    override render(
      renderer: Phaser.Renderer.WebGL.WebGLRenderer,
      context: Phaser.Renderer.WebGL.DrawingContext,
    ): void {
      renderer.glWrapper.updateBindingsFramebuffer({ bindings: { framebuffer: context.framebuffer } }, true);
      if (layers) this.draw(layers);
    }
  }

  class Sky extends Scene {
    create(): void {
      const renderer = this.renderer as Phaser.Renderer.WebGL.WebGLRenderer;
      layers = makeLayers(renderer.gl);
      renderer.on('losewebgl', () => {
        layers = null;
      });
      renderer.on('restorewebgl', () => {
        layers = makeLayers(renderer.gl);
        stale = { elements: true, marks: true };
        wake();
      });
      this.add.existing(new Drawn(this, (to) => to.stars(camera, pixelRatio)));
      globe = addGlobe(this);
      this.add.existing(new Drawn(this, drawSky));
    }
    override update(time: number, delta: number): void {
      frame(time, delta);
    }
  }

  const game = new Game({
    type: WEBGL,
    parent: host,
    width: 1,
    height: 1,
    banner: false,
    autoFocus: false,
    backgroundColor: SPACE_COLOUR,
    audio: { noAudio: true },
    input: { keyboard: false, mouse: false, touch: false, gamepad: false },
    render: { antialias: true, antialiasGL: false, powerPreference: 'high-performance' },
    scene: Sky,
  });
  game.events.on('prestep', () => {
    frameStart = performance.now();
  });
  game.events.on('postrender', () => timing.add(performance.now() - frameStart));

  function resize(): void {
    pixelRatio = Math.min(devicePixelRatio, MAX_PIXEL_RATIO);
    const widthPx = Math.round(host.clientWidth * pixelRatio);
    const heightPx = Math.round(host.clientHeight * pixelRatio);
    if (widthPx === 0 || heightPx === 0) return;
    if (game.canvas.width !== widthPx || game.canvas.height !== heightPx) game.scale.resize(widthPx, heightPx);
    game.canvas.style.width = '100%';
    game.canvas.style.height = '100%';
  }

  const controls: Controls = {
    drag(dxPx, dyPx) {
      const radPerPx = pixelRatio / camera.scalePx;
      wanted = limited({
        ...wanted,
        lonRad: view.lonRad - dxPx * radPerPx,
        latRad: view.latRad + dyPx * radPerPx,
      });
      view = { ...wanted, zoom: view.zoom };
      wake();
    },
    release(speedXPx, speedYPx) {
      const radPerPx = reduced ? 0 : pixelRatio / camera.scalePx;
      glide = { lonRad: -speedXPx * radPerPx, latRad: speedYPx * radPerPx };
      wake();
    },
    turn(lonSteps, latSteps) {
      const step = KEY_TURN_RAD / Math.max(1, view.zoom);
      go({ ...wanted, lonRad: wanted.lonRad + lonSteps * step, latRad: wanted.latRad + latSteps * step });
    },
    zoom: (factor) => go({ ...wanted, zoom: wanted.zoom * factor }),
    home: () => go(homeView()),
    point(place) {
      pointer = place;
      pointerMoved = true;
      if (!place) hover(-1);
      wake();
    },
    click: (place) => tell(pickAt(place, place.reachPx), 'click'),
    dismiss: () => tell(-1, 'click'),
  };

  host.tabIndex = 0;
  host.setAttribute('role', 'application');
  host.setAttribute('aria-label', options.label);
  let stopListening = (): void => {};
  const sizes = new ResizeObserver(() => {
    if (!game.isBooted) return;
    resize();
    look();
  });
  const sight = new IntersectionObserver((entries) => {
    onScreen = entries.at(-1)?.isIntersecting ?? true;
    look();
  });
  /** A map that nobody can see sleeps. */
  function look(): void {
    if (onScreen && host.clientWidth > 0 && host.clientHeight > 0) wake();
    else game.loop.sleep();
  }
  game.events.once('ready', () => {
    game.canvas.setAttribute('aria-hidden', 'true');
    game.canvas.style.cssText += ';display:block;touch-action:none;cursor:grab';
    stopListening = listen(host, game.canvas, controls);
    resize();
    sizes.observe(host);
    sight.observe(host);
  });

  return {
    setObjects(next, nextGroups) {
      groupTable = groupUniforms(nextGroups, visible);
      objects = next;
      groups = nextGroups;
      motion = motionOf(next);
      order = drawOrder(
        next,
        nextGroups.map((group) => group.emphasis ?? 1),
      );
      packed = new Float32Array(FLOATS_PER_OBJECT * next.count);
      marks = new Uint8Array(4 * next.count);
      anyFresh = next.fresh.includes(1);
      selected = rowOf(selectedId);
      hovered = -1;
      pointerMoved = true;
      stale.elements = true;
      markRows();
      wake();
    },
    setVisible(next) {
      visible = [...next];
      groupTable = groupUniforms(groups, visible);
      wake();
    },
    select(id) {
      selectedId = id;
      selected = rowOf(id);
      wake();
    },
    highlight(ids) {
      highlighted = ids;
      markRows();
      wake();
    },
    onPick(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    focus(id) {
      const row = rowOf(id);
      if (row < 0) return;
      const at = new Float64Array(3);
      positionInto(at, motion, row, days);
      const [x, y, z] = at as unknown as [number, number, number];
      go({ ...wanted, lonRad: Math.atan2(y, x), latRad: Math.atan2(z, Math.hypot(x, y)) });
    },
    rotateBy: (lonRad, latRad) => go({ ...wanted, lonRad: wanted.lonRad + lonRad, latRad: wanted.latRad + latRad }),
    zoomBy: (factor) => go({ ...wanted, zoom: wanted.zoom * factor }),
    reset: () => go(homeView()),
    showBelt: () => go({ ...wanted, latRad: BELT_LATITUDE_RAD, zoom: BELT_ZOOM }),
    view: () => ({ ...view }),
    locate(id) {
      const row = rowOf(id);
      if (row < 0) return null;
      const { xPx, yPx, sight } = locate(motion, row, camera, days);
      return sight === OUT ? null : { xPx: xPx / pixelRatio, yPx: yPx / pixelRatio, covered: sight !== SEEN };
    },
    setSpeed(simSecondsPerSecond) {
      wantedSpeed = simSecondsPerSecond;
      speed = simSecondsPerSecond;
      wake();
    },
    setTime(next) {
      days = next;
      pointerMoved = true;
      wake();
    },
    time: () => days,
    setReducedMotion(on) {
      reduced = on;
      speed = on ? 0 : wantedSpeed;
      if (on) view = wanted;
      wake();
    },
    stats: () => ({ scriptMsP95: timing.p95(), frames: timing.frames() }),
    destroy() {
      sizes.disconnect();
      sight.disconnect();
      stopListening();
      listeners.clear();
      game.destroy(true);
    },
  };
}
