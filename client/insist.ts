/** Fetching parts of the program over a line that may break, from a server that may have a newer program by then. */

import { HOME } from './address.ts';

/** How long until what did not come is asked for again, ms. */
const AGAIN_MS = 2_000;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Does it until it succeeds: a broken line delays, no more. What stood against it is reported once. */
export async function insist<T>(load: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await load();
    } catch (fault) {
      if (tries === 0) reportError(fault);
      await pause(AGAIN_MS);
    }
  }
}

/** A part or a page that takes longer does not come over the connection that it was asked for on, ms. */
const PART_MS = 30_000;
const PAGE_MS = 10_000;

/** The page as the server has it now. Rejects while there is no line. */
async function pageNow(): Promise<string> {
  const response = await fetch(HOME, { cache: 'no-store', signal: AbortSignal.timeout(PAGE_MS) });
  if (!response.ok) throw new Error(`the page answers ${response.status}`);
  return response.text();
}

/** Comes back with the newer program if the server has one; nothing typed is lost. Otherwise the page stays as it is. */
export async function reloadIfOutdated(): Promise<void> {
  const script = document.querySelector<HTMLScriptElement>('script[type=module][src]');
  const page = await pageNow().catch(() => null);
  if (page !== null && script && !page.includes(script.getAttribute('src') ?? '')) location.reload();
}

/** Loads the page anew as soon as there is a line. */
export const reloadWithLine = async (): Promise<void> => {
  await insist(pageNow);
  location.reload();
};

/** Not again within this time, ms: a part that the server lacks must not make the page go round. */
const RELOAD_AGAIN_MS = 60_000;

/**
 * Fetches a part of the program until it comes. Some browsers remember that a module failed and never ask for it again: if it
 * fails once more although the server answers, the page is loaded anew; nothing typed is lost.
 */
export async function insistOnPart<T>(load: () => Promise<T>): Promise<T> {
  // A connection that went silent never brings the part and never says so; the browser asks for it once only.
  const inTime = (): Promise<T> =>
    Promise.race([
      load(),
      pause(PART_MS).then(() => {
        throw new Error('a part of the program does not come');
      }),
    ]);
  try {
    return await inTime();
  } catch {
    await insist(pageNow);
  }
  try {
    return await inTime();
  } catch {
    const state = history.state as { readonly reloadedAt?: number } | null;
    if (Date.now() - (state?.reloadedAt ?? 0) > RELOAD_AGAIN_MS) {
      // A reload keeps the state of the tab's place in its history, where storage may be blocked.
      history.replaceState({ ...state, reloadedAt: Date.now() }, '');
      location.reload();
    }
  }
  return insist(load);
}
