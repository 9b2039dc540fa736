/**
 * The Phaser game behind the map: one scene with stars, globe and sky in this order. It follows its host's size, sleeps while
 * nobody can see it or nothing moves, and comes back after a lost WebGL context.
 */
import { Game, GameObjects, Scene, WEBGL } from 'phaser';
import type { Camera } from './camera.ts';
import { watchCard } from './card.ts';
import { addGlobe, type Globe } from './globe.ts';
import { type Layers, makeLayers } from './layers.ts';
import { SPACE_COLOUR } from './palette.ts';
import { makeTiming, type Timing } from './timing.ts';

const MAX_PIXEL_RATIO = 2;
/** Frames drawn after the last movement before the loop sleeps. */
const STILL_FRAMES = 4;

export type Play = {
  /** the canvas is in the page: attach hands */
  ready(canvas: HTMLCanvasElement): void;
  /** before each frame; `moving` false lets the loop sleep */
  frame(nowMs: number, deltaMs: number): { camera: Camera; daysJ2000: number; moving: boolean };
  drawStars(to: Layers): void;
  drawSky(to: Layers): void;
  /** buffers on the graphics card are gone */
  buffersLost(): void;
  /** whether the graphics card is there: false when it is gone for good, true when it comes back after all */
  card(there: boolean): void;
};

export type Stage = {
  /** size of the drawing buffer and its pixels per css pixel */
  size(): { widthPx: number; heightPx: number; pixelRatio: number };
  /** something changed: draw again */
  wake(): void;
  setCursor(cursor: string): void;
  readonly timing: Timing;
  close(): void;
};

class Drawn extends GameObjects.Extern {
  private readonly draw: () => void;
  constructor(scene: Scene, draw: () => void) {
    super(scene);
    this.draw = draw;
  }
  override render(renderer: Phaser.Renderer.WebGL.WebGLRenderer, context: Phaser.Renderer.WebGL.DrawingContext): void {
    renderer.glWrapper.updateBindingsFramebuffer({ bindings: { framebuffer: context.framebuffer } }, true);
    this.draw();
  }
}

/** Opens the stage in `host`. Throws when the browser has no WebGL. */
export function openStage(host: HTMLElement, play: Play): Stage {
  if (!document.createElement('canvas').getContext('webgl')) throw new Error('no WebGL');
  let layers: Layers | null = null;
  let globe: Globe | null = null;
  let pixelRatio = Math.min(devicePixelRatio, MAX_PIXEL_RATIO);
  let onScreen = true;
  let stillFrames = 0;
  let frameStart = 0;
  let closed = false;
  let stopWatching = (): void => {};
  const timing = makeTiming();

  class Sky extends Scene {
    create(): void {
      const renderer = this.renderer as Phaser.Renderer.WebGL.WebGLRenderer;
      layers = makeLayers(renderer.gl);
      renderer.on('losewebgl', () => {
        layers = null;
      });
      stopWatching = watchCard(
        renderer,
        () => play.card(false),
        () => {
          layers = makeLayers(renderer.gl);
          play.buffersLost();
          play.card(true);
          wake();
        },
      );
      this.add.existing(new Drawn(this, () => layers && play.drawStars(layers)));
      globe = addGlobe(this);
      this.add.existing(new Drawn(this, () => layers && play.drawSky(layers)));
    }
    override update(now: number, deltaMs: number): void {
      if (Math.min(devicePixelRatio, MAX_PIXEL_RATIO) !== pixelRatio) resize();
      const { camera, daysJ2000, moving } = play.frame(now, deltaMs);
      globe?.fit(camera, daysJ2000);
      stillFrames = moving ? 0 : stillFrames + 1;
      if (stillFrames > STILL_FRAMES) game.loop.sleep();
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
  function wake(): void {
    stillFrames = 0;
    if (closed || !game.isBooted) return;
    if (onScreen && host.clientWidth > 0 && host.clientHeight > 0) game.loop.wake();
    else game.loop.sleep();
  }

  const sizes = new ResizeObserver(() => {
    resize();
    wake();
  });
  const sight = new IntersectionObserver((entries) => {
    onScreen = entries.at(-1)?.isIntersecting ?? true;
    wake();
  });
  game.events.once('ready', () => {
    if (closed) return;
    Object.assign(game.canvas.style, { display: 'block', touchAction: 'none' });
    game.canvas.setAttribute('aria-hidden', 'true');
    resize();
    play.ready(game.canvas);
    sizes.observe(host);
    sight.observe(host);
  });

  return {
    size: () => ({ widthPx: game.canvas.width, heightPx: game.canvas.height, pixelRatio }),
    wake,
    setCursor(cursor) {
      game.canvas.style.cursor = cursor;
    },
    timing,
    close() {
      closed = true;
      stopWatching();
      sizes.disconnect();
      sight.disconnect();
      game.loop.wake();
      game.destroy(true);
    },
  };
}
