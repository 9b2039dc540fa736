/** Hands on the map: drag, pinch, wheel and keys, told as turns, zooms and pointer places. No Phaser. */

export type Controls = {
  drag(dxPx: number, dyPx: number): void;
  /** the hand lifts at this speed (px/s) */
  release(speedXPx: number, speedYPx: number): void;
  turn(lonSteps: number, latSteps: number): void;
  zoom(factor: number): void;
  home(): void;
  /** the pointer is at a place of the surface (px), or left it (null) */
  point(place: { xPx: number; yPx: number } | null): void;
  click(place: { xPx: number; yPx: number; reachPx: number }): void;
  dismiss(): void;
};

const CLICK_SLACK_PX = 5;
const MOUSE_REACH_PX = 9;
const TOUCH_REACH_PX = 20;

/** Listens to pointers on `surface` and, while `host` has the focus, to keys. Returns the function that stops. */
export function listen(host: HTMLElement, surface: HTMLElement, controls: Controls): () => void {
  const pointers = new Map<number, { x: number; y: number }>();
  let moved = 0;
  let spread = 0;
  let lastAt = 0;
  let speed = { x: 0, y: 0 };

  const place = (event: PointerEvent): { xPx: number; yPx: number } => {
    const box = surface.getBoundingClientRect();
    return { xPx: event.clientX - box.left, yPx: event.clientY - box.top };
  };
  const distance = (): number => {
    const [p, q] = [...pointers.values()];
    return p && q ? Math.hypot(p.x - q.x, p.y - q.y) : 0;
  };

  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    surface.setPointerCapture(event.pointerId);
    if (pointers.size === 0) moved = 0;
    else moved = CLICK_SLACK_PX + 1;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    spread = distance();
    speed = { x: 0, y: 0 };
    lastAt = event.timeStamp;
    controls.release(0, 0);
  };
  const move = (event: PointerEvent): void => {
    const before = pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== 'touch') controls.point(place(event));
      return;
    }
    const dx = event.clientX - before.x;
    const dy = event.clientY - before.y;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (pointers.size === 2) {
      const now = distance();
      if (spread > 0 && now > 0) controls.zoom(now / spread);
      spread = now;
    }
    moved += Math.hypot(dx, dy);
    if (moved <= CLICK_SLACK_PX) return;
    const seconds = Math.max(0.004, (event.timeStamp - lastAt) / 1000);
    speed = { x: 0.6 * speed.x + (0.4 * dx) / seconds, y: 0.6 * speed.y + (0.4 * dy) / seconds };
    lastAt = event.timeStamp;
    controls.point(null);
    controls.drag(dx / pointers.size, dy / pointers.size);
  };
  const up = (event: PointerEvent): void => {
    if (!pointers.delete(event.pointerId) || pointers.size > 0) {
      spread = distance();
      return;
    }
    if (event.type === 'pointercancel') return;
    if (moved <= CLICK_SLACK_PX) {
      controls.click({ ...place(event), reachPx: event.pointerType === 'touch' ? TOUCH_REACH_PX : MOUSE_REACH_PX });
    } else if (event.timeStamp - lastAt < 60) {
      controls.release(speed.x, speed.y);
    }
  };
  const leave = (): void => controls.point(null);
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1;
    controls.zoom(Math.exp(-Math.max(-240, Math.min(240, event.deltaY * lines)) * 0.0016));
  };
  const keys: Record<string, () => void> = {
    ArrowLeft: () => controls.turn(-1, 0),
    ArrowRight: () => controls.turn(1, 0),
    ArrowUp: () => controls.turn(0, 1),
    ArrowDown: () => controls.turn(0, -1),
    '+': () => controls.zoom(1.25),
    '=': () => controls.zoom(1.25),
    '-': () => controls.zoom(0.8),
    _: () => controls.zoom(0.8),
    Home: () => controls.home(),
    '0': () => controls.home(),
    Escape: () => controls.dismiss(),
  };
  const key = (event: KeyboardEvent): void => {
    if (event.target !== host || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  const end = new AbortController();
  const signal = end.signal;
  surface.addEventListener('pointerdown', down, { signal });
  surface.addEventListener('pointermove', move, { signal });
  surface.addEventListener('pointerup', up, { signal });
  surface.addEventListener('pointercancel', up, { signal });
  surface.addEventListener('pointerleave', leave, { signal });
  surface.addEventListener('wheel', wheel, { signal, passive: false });
  host.addEventListener('keydown', key, { signal });
  return () => end.abort();
}
