/**
 * Parts of the page that are fetched when they are first wanted, or before that while the page has nothing else to do. A part that
 * has come is drawn at once; until then its place says so.
 */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ComponentType, VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { insistOnPart } from '../../insist.ts';
import { t } from '../../text.ts';

/** Where the browser does not tell when it is idle: so long after it was asked, ms. */
const IDLE_MS = 2_000;
/** Fetched after so long even if the browser is never idle, ms. */
const BUSY_MS = 5_000;

export type Part<P extends object = object> = ComponentType<P> & {
  /** whether its program is there */
  readonly here: ReadonlySignal<boolean>;
  /** Fetches it, again and again while the line is broken; at once if it is there. */
  readonly fetch: () => Promise<void>;
};

/** In a panel's place: one line, which a reader hears too. */
const OneMoment = () => (
  <p class="empty" role="status">
    {t('loading')}
  </p>
);

/** A component whose program comes later. `Waiting`: what stands in its place until then. */
export function lazy<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Waiting: () => VNode | null = OneMoment,
): Part<P> {
  const Come: Signal<ComponentType<P> | null> = signal(null);
  const here = signal(false);
  let coming: Promise<void> | null = null;
  const fetch = (): Promise<void> => {
    coming ??= insistOnPart(load).then((component) => {
      Come.value = component;
      here.value = true;
    });
    return coming;
  };
  const Shown = (props: P) => {
    useEffect(() => void fetch(), []);
    return Come.value ? <Come.value {...props} /> : <Waiting />;
  };
  return Object.assign(Shown, { here, fetch });
}

function whenIdle(act: () => void): void {
  // A slow machine that draws the sky all the time may never call itself idle.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout: BUSY_MS });
  else setTimeout(act, IDLE_MS);
}

/** Fetches parts, one each time the page is idle, so that each opens at once and even without a line; none waits for another. */
export function fetchWhenIdle(parts: readonly Pick<Part, 'here' | 'fetch'>[]): void {
  const [next, ...rest] = parts.filter((part) => !part.here.peek());
  if (!next) return;
  whenIdle(() => {
    void next.fetch();
    fetchWhenIdle(rest);
  });
}
