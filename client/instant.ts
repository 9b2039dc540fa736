/**
 * The device's time as it counts on: what it was when the page was opened, and what has gone by since on the steady clock
 * (https://www.w3.org/TR/hr-time-3/#sec-monotonic-clock). A device whose clock is put right meanwhile moves no countdown.
 */

/** The instant by that clock, milliseconds since 1970. */
export const now = (): number => performance.timeOrigin + performance.now();

/** A steady clock that stood still while the device slept, or a device clock that was set: beyond this the two have come apart, ms. */
const APART_MS = 1_000;

/** Asked now and then: whether the device has slept or its clock has been set since the last time. */
export function watchForSleep(): () => boolean {
  let apart = Date.now() - now();
  return () => {
    const before = apart;
    apart = Date.now() - now();
    return Math.abs(apart - before) > APART_MS;
  };
}
