/** Whether somebody is at the other end of a line. A line that goes silent without closing says nothing by itself. */

/** How often it is asked, and how long it may stay silent then, ms: a silence is noticed within their sum. */
const EVERY_MS = 4_000;
const SILENCE_MS = 8_000;
/** The same where there is a reason to doubt, ms. */
const DOUBT_MS = 5_000;

export type Heartbeat = {
  /** something came */
  readonly heard: () => void;
  /** asks at once, and waits less long */
  readonly doubt: () => void;
  readonly stop: () => void;
};

/**
 * @param ping asks the other end to say something
 * @param silent called once, when nothing came
 */
export function listenFor(ping: () => void, silent: () => void): Heartbeat {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let due = Number.POSITIVE_INFINITY;
  const heard = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    due = Number.POSITIVE_INFINITY;
  };
  const stop = (): void => {
    clearInterval(beat);
    heard();
  };
  /** A second reason to doubt does not begin the wait anew. */
  const ask = (ms: number): void => {
    const then = performance.now() + ms;
    if (then < due) {
      clearTimeout(waiting);
      due = then;
      waiting = setTimeout(() => {
        stop();
        silent();
      }, ms);
    }
    ping();
  };
  const beat = setInterval(() => {
    if (waiting === undefined) ask(SILENCE_MS);
  }, EVERY_MS);
  return { heard, stop, doubt: () => ask(DOUBT_MS) };
}
