/** How the view moves: at once under the hand, gliding on after a fling, easing to where a key or a button sends it. */
import { between, limited, type View } from './camera.ts';

const EASE_MS = 110;
const GLIDE_MS = 320;
/** A glide slower than this (rad/s) has ended. */
const GLIDE_END = 0.01;

export type Eye = {
  view(): View;
  /** where the view is heading; commands add to this, so that quick key presses add up */
  wanted(): View;
  /** heads for a view; jumps when motion is reduced */
  go(next: View): void;
  /** moves to a view in so long, slow at both ends, by the clock and not by frames; jumps when motion is reduced */
  ride(to: View, ms: number): void;
  /** turns at once, radians east and north */
  turn(lonRad: number, latRad: number): void;
  /** glides on at these speeds, rad/s; not when motion is reduced */
  glide(lonRadS: number, latRadS: number): void;
  reduce(on: boolean): void;
  /** moves on by a frame; true while there is more to come */
  step(ms: number): boolean;
};

/** An eye at a view. */
export function makeEye(start: View, reducedMotion: boolean): Eye {
  let reduced = reducedMotion;
  let view = limited(start);
  let wanted = view;
  let lonRadS = 0;
  let latRadS = 0;
  let riding: { readonly from: View; readonly ms: number; readonly since: number } | null = null;
  const stop = (): void => {
    lonRadS = 0;
    latRadS = 0;
    riding = null;
  };
  const turn = (lonRad: number, latRad: number): void => {
    wanted = limited({ lonRad: view.lonRad + lonRad, latRad: view.latRad + latRad, zoom: wanted.zoom });
    view = { ...wanted, zoom: view.zoom };
  };
  return {
    view: () => view,
    wanted: () => wanted,
    turn(lonRad, latRad) {
      riding = null;
      turn(lonRad, latRad);
    },
    ride(to, ms) {
      stop();
      wanted = limited(to);
      if (reduced) view = wanted;
      else riding = { from: view, ms, since: performance.now() };
    },
    go(next) {
      stop();
      wanted = limited(next);
      if (reduced) view = wanted;
    },
    glide(lon, lat) {
      lonRadS = reduced ? 0 : lon;
      latRadS = reduced ? 0 : lat;
    },
    reduce(on) {
      reduced = on;
      if (!on) return;
      stop();
      view = wanted;
    },
    step(ms) {
      if (riding) {
        const share = Math.min(1, (performance.now() - riding.since) / riding.ms);
        view = share < 1 ? limited(between(riding.from, wanted, share * share * (3 - 2 * share))) : wanted;
        if (share === 1) riding = null;
        return true;
      }
      if (lonRadS !== 0 || latRadS !== 0) {
        turn((lonRadS * ms) / 1000, (latRadS * ms) / 1000);
        lonRadS *= Math.exp(-ms / GLIDE_MS);
        latRadS *= Math.exp(-ms / GLIDE_MS);
        if (Math.hypot(lonRadS, latRadS) < GLIDE_END) stop();
      }
      const settled =
        Math.abs(Math.log(wanted.zoom / view.zoom)) < 1e-4 &&
        Math.abs(Math.sin((wanted.lonRad - view.lonRad) / 2)) < 1e-5 &&
        Math.abs(wanted.latRad - view.latRad) < 1e-5;
      view = settled ? wanted : limited(between(view, wanted, 1 - Math.exp(-ms / EASE_MS)));
      return !settled || lonRadS !== 0 || latRadS !== 0;
    },
  };
}
