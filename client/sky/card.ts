/** The graphics card under a canvas: browsers take it away under load, and often give it back at once. */

/** Not given back within this time, ms, it is gone for good. */
const GONE_AFTER_MS = 3_000;

type Renderer = { on: (event: 'losewebgl' | 'restorewebgl', listener: () => void) => unknown };

/** Calls `onGone` when the card is gone for good, and `onBack` each time it comes back. Returns the function that stops. */
export function watchCard(renderer: Renderer, onGone: () => void, onBack: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  renderer.on('losewebgl', () => {
    clearTimeout(timer);
    timer = setTimeout(onGone, GONE_AFTER_MS);
  });
  renderer.on('restorewebgl', () => {
    clearTimeout(timer);
    onBack();
  });
  return () => clearTimeout(timer);
}
