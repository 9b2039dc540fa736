/**
 * The negotiation table on a Phaser canvas. It shows a TableModel and tells what was picked; it holds no words of its own and decides
 * nothing. The canvas is hidden from screen readers: what it shows stands in panels too. Load it with `await import`.
 */
import { AUTO, CANVAS, Game, Scene } from 'phaser';
import type { TablePick } from '../model.ts';
import { watchCard } from '../sky/card.ts';
import { makeTiming } from '../sky/timing.ts';
import { useFont } from './ink.ts';
import { type Layout, layoutTable } from './layout.ts';
import type { TableModel } from './model.ts';
import { makePieces, type Pieces } from './pieces.ts';
import { ROOM_COLOUR } from './room.ts';
import { seated, setTable } from './setting.ts';
import { pickAt } from './spots.ts';

export type Table = {
  /** Shows this model; what differs from the former one moves to its place. */
  update(model: TableModel): void;
  /** Tells what was clicked or tapped. Returns the function that stops. */
  onPick(listener: (what: TablePick) => void): () => void;
  /** Script time per frame (ms, 95th percentile of the last 240) and frames drawn so far: they stand still when nothing moves. */
  stats(): { scriptMsP95: number; frames: number };
  destroy(): void;
};

export type TableOptions = {
  readonly reducedMotion?: boolean;
  readonly cardless?: boolean;
  readonly onCardGone?: () => void;
};

const MAX_PIXEL_RATIO = 2;
/** Frames drawn after the last motion before the loop sleeps. */
const STILL_FRAMES = 2;

/**
 * Puts a table into `host`, which must have a size by its own style; the table follows it, and waits while the host is hidden.
 * `reducedMotion` (or the model's) puts every piece at its place at once; `cardless` draws without the graphics card; `onCardGone` is
 * called when the card is gone for good: then nothing can be seen any more, and another table without it is to be made.
 */
export function createTable(host: HTMLElement, options: TableOptions = {}): Table {
  const listeners = new Set<(what: TablePick) => void>();
  const timing = makeTiming();
  let model: TableModel | null = null;
  let layout: Layout | null = null;
  let pieces: Pieces | null = null;
  let pixelRatio = 1;
  let frameStart = 0;
  let stillFrames = 0;
  /** what the layout was made for, and the frame that the pieces lie in */
  let laid = '';
  let shown = '';
  let stopWatching = (): void => {};

  class Room extends Scene {
    create(): void {
      pieces = makePieces(this);
      stopWatching = watchCard(this.renderer, () => options.onCardGone?.(), show);
      show();
    }
    override update(): void {
      stillFrames = this.tweens.getTweens().length > 0 ? 0 : stillFrames + 1;
      if (stillFrames > STILL_FRAMES) game.loop.sleep();
    }
  }

  const game = new Game({
    type: options.cardless ? CANVAS : AUTO,
    parent: host,
    width: 1,
    height: 1,
    banner: false,
    autoFocus: false,
    backgroundColor: ROOM_COLOUR,
    audio: { noAudio: true },
    input: { keyboard: false, mouse: false, touch: false, gamepad: false },
    render: { antialias: true, antialiasGL: false, powerPreference: 'low-power' },
    scene: Room,
  });
  game.events.on('prestep', () => {
    frameStart = performance.now();
  });
  game.events.on('postrender', () => timing.add(performance.now() - frameStart));

  function wake(): void {
    stillFrames = 0;
    if (game.isRunning) game.loop.wake();
  }

  /** Takes the host's size; false while it has none. */
  function takeSize(): boolean {
    const { clientWidth: width, clientHeight: height } = host;
    if (width === 0 || height === 0) return false;
    pixelRatio = Math.min(devicePixelRatio, MAX_PIXEL_RATIO);
    const [w, h] = [Math.round(width * pixelRatio), Math.round(height * pixelRatio)];
    if (game.canvas.width !== w || game.canvas.height !== h) game.scale.resize(w, h);
    game.canvas.style.width = '100%';
    game.canvas.style.height = '100%';
    return true;
  }

  function draw(): void {
    if (!pieces || !model || !takeSize()) return;
    const counts = {
      seats: model.seats.length,
      dials: model.dials.map((dial) => dial.values.length),
      texts: model.texts.length,
    };
    const { clientWidth: width, clientHeight: height } = host;
    const laidFor = JSON.stringify([width, height, counts]);
    if (!layout || laidFor !== laid) layout = layoutTable(width, height, counts);
    laid = laidFor;
    const frame = [width, height, pixelRatio, counts.seats].join();
    const sameFrame = frame === shown;
    if (!sameFrame) pieces.clear();
    shown = frame;
    wake();
    pieces.lay(setTable(model, layout), pixelRatio, sameFrame && !model.reducedMotion && !options.reducedMotion);
    stillFrames = 0;
  }

  /** Paints everything anew, with the page's typeface as it is now; nothing moves. */
  function show(): void {
    shown = '';
    useFont(getComputedStyle(host).fontFamily);
    draw();
  }

  function under(event: MouseEvent): TablePick | null {
    if (!model || !layout) return null;
    const frame = game.canvas.getBoundingClientRect();
    const found = pickAt(layout, event.clientX - frame.left, event.clientY - frame.top, model.texts.length);
    if (!found) return null;
    const { kind, index } = found;
    return kind === 'seat' ? { kind, id: seated(model.seats)[index]!.id } : { kind: 'paper' };
  }
  const click = (event: MouseEvent): void => {
    const what = under(event);
    if (what) for (const listener of listeners) listener(what);
  };
  const hover = (event: MouseEvent): void => {
    game.canvas.style.cursor = under(event) ? 'pointer' : 'default';
  };

  const sizes = new ResizeObserver(() => {
    if (game.isBooted) draw();
  });
  game.events.once('ready', () => {
    game.canvas.setAttribute('aria-hidden', 'true');
    game.canvas.style.display = 'block';
    game.canvas.addEventListener('click', click);
    game.canvas.addEventListener('mousemove', hover);
    sizes.observe(host);
  });
  void document.fonts.ready.then(() => {
    if (pieces) show();
  });

  return {
    update(next) {
      model = next;
      draw();
    },
    onPick(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stats: () => ({ scriptMsP95: timing.p95(), frames: timing.frames() }),
    destroy() {
      stopWatching();
      sizes.disconnect();
      listeners.clear();
      pieces = null;
      game.canvas?.removeEventListener('click', click);
      game.canvas?.removeEventListener('mousemove', hover);
      game.destroy(true);
      if (game.isRunning) game.loop.wake();
    },
  };
}
