/**
 * The server's time. Deadlines, limits and pauses are counted on it, so it must not jump: it is the system's time when the process
 * started and what has gone by since on the steady clock (https://nodejs.org/api/perf_hooks.html#performancenow), which nobody
 * sets. A system whose time is put right meanwhile, forwards or back, ends no phase early and keeps none waiting; people see
 * what is left, never the time of day. Where the machine sleeps, the steady clock may stand still, and so do the games. A date that is
 * kept for its own sake, such as the day a game was made, is the system's.
 */

/** The instant by that clock, whole milliseconds since 1970. */
export const now = (): number => Math.round(performance.timeOrigin + performance.now());
