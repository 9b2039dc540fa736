/** Fifty updates of all kinds reach a delegate who reads: nothing that is being read jumps. On the thin sky, wide and on a phone. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import type { Package } from '../../shared/clauses/text.ts';
import { enter, makeGame, type Person, pause, seat, seatOthers, until } from '../server/harness.ts';
import { NARROW, openWindow, WIDE } from './browser.ts';
import { openPanel, phaseIs } from './people.ts';
import { stage } from './stage.ts';

const UPDATES = 50;
const EVERY_MS = 120;
/** Cumulative layout shift that counts as good (web.dev/cls). */
const MOST_SHIFT = 0.1;
const PANELS = ['Paper', 'Now', 'Talk', 'Orders', 'Brief', 'Offers', 'Evidence', 'Mandate', 'Money', 'News'];

const here = stage();

type Shift = { readonly value: number; readonly of: string };

/** From now on the page notes what moves without anybody having touched it. */
const watchShifts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const shifts: Shift[] = [];
    Object.assign(window, { shifts });
    type Entry = PerformanceEntry & {
      readonly value: number;
      readonly hadRecentInput: boolean;
      readonly sources: readonly { readonly node: Node | null }[];
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Entry[])
        if (!entry.hadRecentInput)
          shifts.push({
            value: entry.value,
            of: entry.sources
              .map(({ node }) => (node instanceof Element ? `${node.tagName}.${node.className}` : node?.nodeName))
              .join(' '),
          });
    }).observe({ type: 'layout-shift' });
  });

const takeShifts = (page: Page): Promise<readonly Shift[]> =>
  page.evaluate(() => (window as unknown as { readonly shifts: Shift[] }).shifts.splice(0));

/** What others do, over and over: each reaches the delegate of Altair in an update of its own. */
function updates(desk: Person, others: readonly Person[]): ((n: number) => Promise<unknown>)[] {
  const [vega, deneb] = others as [Person, Person];
  const { dials } = desk.view();
  const values = (n: number): Package =>
    Object.fromEntries(
      dials.map((dial, i) => [dial.dial, dial.values[(n + i) % dial.values.length]?.value ?? null]),
    ) as Package;
  return [
    (n) => vega.command({ kind: 'say', to: 'plenary', text: `Point ${n} of ${UPDATES}.` }),
    (n) => {
      const dial = dials[n % dials.length]!;
      return vega.command({ kind: 'set-dial', dial: dial.dial, value: dial.values[n % dial.values.length]!.value });
    },
    (n) => deneb.command({ kind: 'say', to: 'US', text: `A word to you alone, number ${n}.` }),
    (n) => deneb.command({ kind: 'ready', on: n % 16 < 8 }),
    // each delegation tables one text a year
    (n) =>
      n < 2 * 8
        ? (n < 8 ? vega : deneb).command({ kind: 'table', values: values(n) })
        : deneb.command({ kind: 'say', to: 'plenary', text: `We have nothing to add to point ${n}.` }),
    () => desk.command({ kind: 'extend', seconds: 30 }),
    (n) => deneb.command({ kind: 'set-dial', dial: dials[0]!.dial, value: dials[0]!.values[n % 2]!.value }),
    (n) => desk.command({ kind: 'broadcast', text: `Minute ${n}.` }),
  ];
}

describe('an open panel', () => {
  test.concurrent.each([WIDE, NARROW])('stays where it is while others act, at $width pixels', async (size) => {
    const made = await makeGame(here.server.at);
    const [desk, vega, deneb, own] = await Promise.all([
      enter(here.server.at, { code: made.code }, made.facilitatorKey),
      seat(here.server.at, made.code, 'CN'),
      seat(here.server.at, made.code, 'RU'),
      seat(here.server.at, made.code, 'US'),
    ]);
    await seatOthers(here.server.at, made.code, ['CN', 'RU', 'US']);
    expect(await desk.command({ kind: 'start' })).toBeNull();
    await until('the briefing', () => desk.view().clock.phase === 'briefing');
    expect(await desk.command({ kind: 'end-phase' })).toBeNull();
    const { page, context } = await openWindow(here.browser, here.server.at, size);
    await page.goto(`/g/${made.code}#${own.key}~${own.delegate}`);
    await phaseIs(page, 'Negotiation');
    await watchShifts(page);
    const acts = updates(desk, [vega, deneb]);
    const sums: Record<string, number> = {};
    for (const [i, panel] of PANELS.entries()) {
      await openPanel(page, panel);
      await page.locator('.side').getByRole('heading', { level: 2 }).waitFor();
      // What comes within half a second of a press counts as asked for.
      await pause(700);
      await takeShifts(page);
      const each = UPDATES / PANELS.length;
      for (let n = i * each; n < (i + 1) * each; n++) {
        expect(await acts[n % acts.length]!(n), `update ${n}`).toBeNull();
        await pause(EVERY_MS);
      }
      await pause(300);
      const shifts = await takeShifts(page);
      sums[panel] = shifts.reduce((sum, shift) => sum + shift.value, 0);
    }
    expect(Math.max(...Object.values(sums)), JSON.stringify(sums)).toBeLessThan(MOST_SHIFT);
    await context.close();
  });
});

test('the top bar keeps its height when another of the seat becomes its head', async () => {
  const { code, facilitatorKey } = await makeGame(here.server.at);
  const desk = await enter(here.server.at, { code }, facilitatorKey);
  const altair = await seat(here.server.at, code, 'US');
  const colleague = await seat(here.server.at, code, 'US');
  await seatOthers(here.server.at, code, ['US']);
  expect(await desk.command({ kind: 'start' })).toBeNull();
  const { page, context } = await openWindow(here.browser, here.server.at);
  await page.goto(`/g/${code}#${altair.key}~${altair.delegate}`);
  const bar = page.getByRole('banner');
  const ready = bar.getByRole('button', { name: 'Ready?' });
  await ready.waitFor();
  const heights = async () => {
    const found: number[] = [];
    for (const size of [WIDE, NARROW]) {
      await page.setViewportSize(size);
      found.push(await bar.evaluate((node) => node.clientHeight));
    }
    return found;
  };
  const before = await heights();
  expect(await desk.command({ kind: 'give-job', job: 'head', delegate: colleague.delegate })).toBeNull();
  await expect.poll(() => ready.getAttribute('aria-disabled')).toBe('true');
  expect(await heights()).toEqual(before);
  await context.close();
});
