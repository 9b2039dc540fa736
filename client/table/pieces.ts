/** The pieces on the table: one image each, painted only when it looks different, moved only when it lies elsewhere. */
import type { GameObjects, Scene } from 'phaser';
import type { Paint } from './ink.ts';

/** How a piece comes: at once, by fading in, by falling like a seal, or by travelling from a point. */
type Entrance =
  | { readonly kind: 'none' | 'fade' | 'fall' }
  | { readonly kind: 'travel'; readonly x: number; readonly y: number };

export type Wanted = {
  readonly key: string;
  /** top left corner and size of its texture, CSS px */
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly depth: number;
  /** the same looks need no new paint */
  readonly looks: string;
  readonly paint: Paint;
  readonly entrance?: Entrance;
};

type Piece = { image: GameObjects.Image; w: number; h: number; x: number; y: number; looks: string };

export type Pieces = {
  /** Makes the table hold exactly these pieces. `moving` false: everything is at its place at once. */
  lay(wanted: readonly Wanted[], pixelRatio: number, moving: boolean): void;
  /** Forgets what is painted, so that the next `lay` paints all anew. */
  clear(): void;
};

const SLIDE_MS = 520;
const FALL_MS = 380;
const TRAVEL_MS = 1300;
const FADE_MS = 260;

/** Keeps the pieces of one scene. */
export function makePieces(scene: Scene): Pieces {
  const held = new Map<string, Piece>();
  let serial = 0;

  function drop(piece: Piece): void {
    const key = piece.image.texture.key;
    scene.tweens.killTweensOf(piece.image);
    piece.image.destroy();
    scene.textures.remove(key);
  }

  function paint(wanted: Wanted, key: string, ratio: number): void {
    const texture = scene.textures.get(key) as Phaser.Textures.CanvasTexture;
    const c = texture.context;
    c.setTransform(1, 0, 0, 1, 0, 0);
    c.clearRect(0, 0, texture.width, texture.height);
    c.setTransform(ratio, 0, 0, ratio, 0, 0);
    c.save();
    wanted.paint(c);
    c.restore();
    texture.refresh();
  }

  function make(wanted: Wanted, ratio: number): Piece {
    const key = `piece-${serial++}`;
    scene.textures.createCanvas(key, Math.ceil(wanted.w * ratio), Math.ceil(wanted.h * ratio));
    const image = scene.add.image(0, 0, key).setDepth(wanted.depth);
    const { w, h, x, y, looks } = wanted;
    return { image, w, h, x, y, looks };
  }

  /** Middle of the piece in device px, so that its texture meets the pixels of the screen. */
  const place = (piece: Piece, x: number, y: number, ratio: number) => ({
    x: Math.round(x * ratio) + piece.image.width / 2,
    y: Math.round(y * ratio) + piece.image.height / 2,
  });

  function enter(piece: Piece, to: { x: number; y: number }, entrance: Entrance, ratio: number): void {
    const { image } = piece;
    image.setPosition(to.x, to.y);
    if (entrance.kind === 'fade') {
      image.setAlpha(0);
      scene.tweens.add({ targets: image, alpha: 1, duration: FADE_MS });
    } else if (entrance.kind === 'fall') {
      image.setAlpha(0).setScale(2.6);
      image.y = to.y - 70 * ratio;
      scene.tweens.add({ targets: image, alpha: 1, duration: FALL_MS * 0.4 });
      scene.tweens.add({ targets: image, y: to.y, scale: 1, duration: FALL_MS, ease: 'Cubic.easeIn' });
      scene.tweens.add({ targets: image, scale: 1.12, delay: FALL_MS, duration: 90, yoyo: true, ease: 'Sine.easeOut' });
    } else if (entrance.kind === 'travel') {
      image.setPosition(Math.round(entrance.x * ratio), Math.round(entrance.y * ratio));
      scene.tweens.add({ targets: image, ...to, duration: TRAVEL_MS, ease: 'Sine.easeInOut' });
    }
  }

  function settle(piece: Piece, to: { x: number; y: number }): void {
    scene.tweens.killTweensOf(piece.image);
    piece.image.setAlpha(1).setScale(1).setPosition(to.x, to.y);
  }

  /** Slides to its new place from where it, or the piece of another size that it replaces, lies now. */
  function slide(piece: Piece, former: Piece, to: { x: number; y: number }): void {
    settle(piece, { x: former.image.x, y: former.image.y });
    scene.tweens.add({ targets: piece.image, ...to, duration: SLIDE_MS, ease: 'Cubic.easeInOut' });
  }

  return {
    lay(wanted, ratio, moving) {
      const names = new Set(wanted.map((w) => w.key));
      for (const [name, piece] of held)
        if (!names.has(name)) {
          held.delete(name);
          if (moving) {
            scene.tweens.killTweensOf(piece.image);
            scene.tweens.add({ targets: piece.image, alpha: 0, duration: FADE_MS, onComplete: () => drop(piece) });
          } else drop(piece);
        }
      for (const next of wanted) {
        const former = held.get(next.key);
        let piece = former;
        if (!piece || piece.w !== next.w || piece.h !== next.h) {
          piece = make(next, ratio);
          held.set(next.key, piece);
        }
        if (piece !== former || piece.looks !== next.looks) paint(next, piece.image.texture.key, ratio);
        piece.looks = next.looks;
        piece.image.setDepth(next.depth);
        const to = place(piece, next.x, next.y, ratio);
        if (!moving) settle(piece, to);
        else if (!former) enter(piece, to, next.entrance ?? { kind: 'none' }, ratio);
        else if (former !== piece || former.x !== next.x || former.y !== next.y) slide(piece, former, to);
        if (former && former !== piece) drop(former);
        piece.x = next.x;
        piece.y = next.y;
      }
    },
    clear() {
      for (const piece of held.values()) drop(piece);
      held.clear();
    },
  };
}
