/** The map by hand, on the thin sky: the last year played again, colours and filters, rings by altitude, the belt. */
import type { Locator, Page } from 'playwright';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { endPhasesUntil, enter, makeGame, type Person, SKY_MS, seat, seatOthers, until } from '../server/harness.ts';
import { NARROW, openWindow, WIDE, type Window } from './browser.ts';
import { openPanel } from './people.ts';
import { keepFailure } from './pictures.ts';
import { stage } from './stage.ts';

/** A year by whole months, as it plays where less motion is asked for, and some room. */
const YEAR_MS = 120_000;
const STRIKE_MONTH = 3;

const here = stage();
let delegate: Window;
let page: Page;
let desk: Person;
let meridian: Awaited<ReturnType<typeof seat>>;
let code: string;

beforeAll(async () => {
  const made = await makeGame(here.server.at);
  code = made.code;
  desk = await enter(here.server.at, { code }, made.facilitatorKey);
  const deneb = await seat(here.server.at, code, 'RU');
  meridian = await seat(here.server.at, code, 'OP');
  await seatOthers(here.server.at, code, ['RU', 'OP']);
  const must = async (person: Person, command: Record<string, unknown>) =>
    expect(await person.command(command), JSON.stringify(command)).toBeNull();
  await must(desk, { kind: 'start' });
  await endPhasesUntil(desk, 'negotiation');
  const order = { kind: 'strike', band: 'high', month: STRIKE_MONTH, flyBy: false, notify: false };
  await must(deneb, { kind: 'draft-order', slot: 'security', order });
  await must(deneb, { kind: 'confirm-order', slot: 'security' });
  await endPhasesUntil(desk, 'resolution');
  await until('the year', () => desk.view().turnsDone.length === 1, SKY_MS);
  await endPhasesUntil(desk, 'negotiation');
  delegate = await openWindow(here.browser, here.server.at);
  ({ page } = delegate);
  await page.goto(`/g/${code}#${deneb.key}~${deneb.delegate}`);
  await page.getByText('Colours and filters').waitFor({ timeout: SKY_MS });
});

afterEach(({ task }) => (task.result?.state === 'fail' ? keepFailure(page, 'map') : undefined));

/** A number as the page writes it. */
const read = (text: string): number => Number(text.replaceAll(/[^0-9]/g, ''));
/** The number that stands beside a word in a list of counts. */
const counted = async (within: Locator, name: string): Promise<number> =>
  read(await within.locator('dl > div').filter({ hasText: name }).locator('dd').innerText());
/** Objects by colour, as the legend counts them. */
const legend = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await page
        .locator('.groups .toggle')
        .all()
        .then((all) => Promise.all(all.map((one) => one.innerText())))
    ).map((text): [string, number] => {
      const [name = '', count = ''] = text.split('\n');
      return [name, read(count)];
    }),
  );
const sumOf = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0);

/** Light of all that is drawn on the map, in units of one white pixel. */
async function lightOfMap(): Promise<number> {
  // What is ticked is drawn with the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const picture = await page.locator('.map-stage canvas').first().screenshot();
  return page.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))]));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let sum = 0;
    for (let i = 0; i < data.length; i += 4)
      sum += (0.2126 * data[i]! + 0.7152 * data[i + 1]! + 0.0722 * data[i + 2]!) / 255;
    return sum;
  }, picture.toString('base64'));
}

describe('the year played again', () => {
  test('Play runs the scrubber through the months, counters climb to the totals, the Gabbard plot fills', async () => {
    await page.getByRole('button', { name: 'Watch year 1 again' }).click();
    const year = page.getByRole('region', { name: 'Year 1 again' });
    await year.getByRole('button', { name: 'Break-ups' }).click();
    const plot = page.getByRole('region', { name: 'Gabbard plot' });
    /** What the page shows at one moment. Points: one for the highest altitude of each piece in the plot. */
    const shown = () =>
      plot.evaluate((node) => {
        const bar = node.ownerDocument.querySelector('.map-tools.year')!;
        const digits = (text: string | null | undefined) => Number((text ?? '').replaceAll(/[^0-9]/g, ''));
        return {
          month: digits(bar.querySelector('.when')?.textContent),
          day: Number(bar.querySelector<HTMLInputElement>('input[type=range]')!.value),
          fragments: digits(bar.querySelector('.counts > :last-child dd')?.textContent),
          points: (node.querySelector('svg path')?.getAttribute('d') ?? '').split('M').length - 1,
        };
      });

    // Chance may have made break-ups of its own; the plot of the strike's is asked for by its month.
    const choice = plot.getByRole('combobox');
    if ((await choice.count()) > 0) {
      const labels = await choice.locator('option').allInnerTexts();
      await choice.selectOption({ label: labels.find((label) => label.startsWith(`Month ${STRIKE_MONTH}:`))! });
    }
    const whole = await shown();
    await year.getByRole('button', { name: 'Play' }).click();
    await until('January', async () => (await shown()).month <= 2);
    const seen: (typeof whole)[] = [];
    await until(
      'December',
      async () => {
        const now = await shown();
        if (now.day > (seen.at(-1)?.day ?? -1)) seen.push(now);
        return now.month === 12;
      },
      YEAR_MS,
    );
    await year.getByRole('button', { name: 'Play' }).waitFor();

    expect(seen.length).toBeGreaterThan(8);
    const early = seen.filter((s) => s.month < STRIKE_MONTH);
    const late = seen.filter((s) => s.month > STRIKE_MONTH + 1);
    expect(early.length).toBeGreaterThan(0);
    for (const s of early) expect([s.month, s.points]).toEqual([s.month, 0]);
    for (const s of late) expect([s.month, s.points]).toEqual([s.month, whole.points]);
    expect(whole.points).toBeGreaterThan(20);
    expect(late.at(-1)!.fragments).toBeGreaterThan(early.at(-1)!.fragments + 100);

    const { byMonth } = desk.view().turnsDone[0]!;
    for (const [name, of] of [
      ['Launched', (m: (typeof byMonth)[number]) => m.launched],
      ['Re-entered', (m: (typeof byMonth)[number]) => m.reentered],
      ['Pieces of break-ups', (m: (typeof byMonth)[number]) => m.fragments],
    ] as const)
      expect([name, await counted(year, name)]).toEqual([name, byMonth.reduce((sum, m) => sum + of(m), 0)]);
    // At the year's end the own fleet's counters are there.
    await year.getByText('Cost of the burns').waitFor();
    expect(delegate.errors).toEqual([]);
  });

  test('the scrubber goes by months with the arrow keys', async () => {
    const year = page.getByRole('region', { name: 'Year 1 again' });
    await year.getByRole('slider').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await year.locator('.when').innerText()).toBe('Month 11');
    await page.keyboard.press('ArrowRight');
    expect(await year.locator('.when').innerText()).toBe('Month 12');
    await year.getByRole('button', { name: 'Back to now' }).click();
    await page.getByRole('button', { name: 'Watch year 1 again' }).waitFor();
  });
});

describe('colours and filters', () => {
  test('each way of colouring counts every object once', async () => {
    await page.getByText('Colours and filters').click();
    const all = sumOf(await legend());
    expect(all).toBeGreaterThan(25_000);
    for (const by of ['Kind', 'Region', 'Age', 'Delegation']) {
      await page.getByRole('radio', { name: by, exact: true }).check({ force: true });
      await until(by, async () => Math.abs(sumOf(await legend()) - all) <= 4);
    }
  });

  test('on its own map a delegation sees of its fleet three times the light of any other', async () => {
    // Nothing lies over the map: neither the silence after a strike nor a panel.
    await page.locator('.dim').waitFor({ state: 'detached', timeout: 60_000 });
    await page.getByText('Colours and filters').click();
    const groups = page.locator('.groups .toggle');
    const named = await groups.allInnerTexts();
    const fleets = named.flatMap((text, n) => (/debris|fragment|stage/i.test(text) ? [] : [n]));
    const own = named.findIndex((text) => text.includes('(you)'));
    expect(fleets.length).toBeGreaterThan(6);
    for (let n = 0; n < named.length; n++) await groups.nth(n).getByRole('checkbox').uncheck({ force: true });
    const dark = await lightOfMap();
    const light: Record<string, number> = {};
    for (const n of fleets) {
      await groups.nth(n).getByRole('checkbox').check({ force: true });
      light[named[n]!.split('\n')[0]!] = (await lightOfMap()) - dark;
      await groups.nth(n).getByRole('checkbox').uncheck({ force: true });
    }
    const { [named[own]!.split('\n')[0]!]: ours, ...others } = light;
    console.info(`light of each fleet on the map of ${named[own]}`, light);
    for (const [name, of] of Object.entries(others)) expect(ours! / of, name).toBeGreaterThanOrEqual(3);
    await page.getByText('Colours and filters').click();
    await page.getByRole('button', { name: 'Show everything' }).click();
  });

  test('the own fleet, its orbits, and the pieces of one break-up alone; kept over a reload', async () => {
    const { active } = desk.view().seats.find((s) => s.id === 'RU')!;
    await page.getByRole('button', { name: 'Only my working fleet' }).click();
    await page.getByRole('checkbox', { name: /^Draw/ }).check();
    expect(await legend()).toEqual({ 'Deneb (you)': Math.round(active) });
    await page.reload();
    await page.getByText('Colours and filters').click({ timeout: SKY_MS });
    expect(await legend()).toEqual({ 'Deneb (you)': Math.round(active) });
    expect(await page.getByRole('checkbox', { name: /^Draw/ }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Show everything' }).click();
    const cloud = page.getByRole('combobox', { name: 'Pieces of a break-up' });
    const option = cloud
      .getByRole('option')
      .filter({ hasText: `Year 1, month ${STRIKE_MONTH}` })
      .first();
    const said = read((await option.innerText()).split(':')[1]!);
    await cloud.selectOption(await option.getAttribute('value'));
    expect(await legend()).toEqual({ 'New fragments': said });
    await page.getByText('Find an object').click();
    await page.getByRole('searchbox', { name: 'Name, number or delegation' }).fill('New in this game: debris');
    await page.getByRole('button', { name: 'New in this game: debris' }).first().click();
    const card = page.getByRole('region', { name: 'Chosen object' });
    await card.getByText(/^piece of a break-up in year 1, month \d+$/).waitFor();
    await page.getByRole('searchbox', { name: 'Name, number or delegation' }).fill('Heron 17');
    await page.getByRole('button', { name: 'Heron 17' }).click();
    await card.getByText(/^from a launch \d\d years ago$/).waitFor();
    await card.getByRole('button', { name: 'Close' }).click();
    await page.getByText('Find an object').click();
    await page.getByRole('button', { name: 'Show everything' }).click();
    expect(delegate.errors).toEqual([]);
  });
});

describe('other views of the same sky', () => {
  test('rings by altitude have the numbers of their table', async () => {
    await page.getByRole('radio', { name: 'Shells' }).check({ force: true });
    const shells = page.getByRole('region', { name: 'Low orbits by altitude' }).first();
    await shells.getByText('As a table').click();
    const rows = await shells.getByRole('row').all();
    expect(rows.length).toBe(1 + 36);
    const cells = await Promise.all(rows.slice(1).map((row) => row.getByRole('cell').allInnerTexts()));
    for (const [range, ...counts] of cells) {
      const [working, spent, debris, fragments, sum] = counts.map(read);
      // Each is rounded by itself.
      expect(Math.abs(working! + spent! + debris! + fragments! - sum!), range).toBeLessThanOrEqual(2);
    }
    const fullest = cells.toSorted((a, b) => read(b[5]!) - read(a[5]!))[0]!;
    await shells.getByText(`Fullest: ${fullest[0]}, ${fullest[5]} objects.`).waitFor();
  });

  test('the belt lists who is in it, and a name picks the object', async () => {
    await page.getByRole('radio', { name: 'GEO belt' }).check({ force: true });
    const belt = page.getByRole('region', { name: 'The geostationary belt' });
    await belt.getByRole('combobox', { name: 'Part of the belt' }).selectOption('0');
    const first = belt.getByRole('listitem').first();
    const name = (await first.innerText()).split(',')[0]!;
    await first.getByRole('button').click();
    await page.getByRole('region', { name: 'Chosen object' }).getByRole('heading', { name }).waitFor();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('radio', { name: 'Globe' }).check({ force: true });
    expect(delegate.errors).toEqual([]);
  });

  test('warnings list what comes near the own fleet; a name picks the object, a button drafts the answer', async () => {
    const window = await openWindow(here.browser, here.server.at);
    await window.page.goto(`/g/${code}#${meridian.key}~${meridian.delegate}`);
    await window.page.getByText('Colours and filters').waitFor({ timeout: SKY_MS });
    await openPanel(window.page, 'Warnings');
    const panel = window.page.getByRole('region', { name: 'Close approaches' });
    const table = panel.getByRole('table', { name: 'The likeliest hits first' });
    await table.waitFor({ timeout: SKY_MS });
    const near = read(await panel.locator('dl > div').filter({ hasText: 'under 5 km' }).locator('dd').innerText());
    expect(await table.getByRole('row').count()).toBe(1 + Math.min(20, near));
    const first = table.getByRole('row').nth(1).getByRole('button').first();
    const name = await first.innerText();
    await first.click();
    const chosen = window.page.getByRole('region', { name: 'Chosen object' });
    await chosen.getByRole('heading', { name }).waitFor();
    // Its own comes first.
    await chosen.getByText('Meridian Networks', { exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Draft a campaign' }).click();
    await panel.getByText('drafted', { exact: true }).waitFor();
    await window.page.setViewportSize(NARROW);
    expect(await window.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await panel.getByRole('button', { name: 'Orders' }).click();
    await window.page.getByText('Avoidance campaign, all year').waitFor();
    expect(window.errors).toEqual([]);
    await window.context.close();
  });

  test('all of it fits a telephone', async () => {
    await page.setViewportSize(NARROW);
    await openPanel(page, 'Orbit map');
    for (const view of ['Globe', 'Shells', 'GEO belt']) {
      await page.getByRole('radio', { name: view }).check({ force: true });
      await page.getByText('Colours and filters').click();
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([view, wider]).toEqual([view, 0]);
      await page.getByText('Colours and filters').click();
    }
  });
});

test('what cannot be said any more is grey with its reason, and nobody is asked whether they are sure of it', async () => {
  await page.setViewportSize(WIDE);
  await openPanel(page, 'Evidence');
  const strike = page.getByRole('article').filter({ hasText: `Break-up in turn 1, month ${STRIKE_MONTH}` });
  const admit = strike.getByRole('button', { name: 'Admit', exact: true });
  await strike.getByText('There is nothing left to admit or to deny').waitFor();
  expect(await admit.getAttribute('aria-disabled')).toBe('true');
  await admit.click({ force: true });
  expect(await page.getByRole('dialog').count()).toBe(0);

  // Of what can be done they are asked: the server has been asked before whether it can.
  await strike.getByText('Accuse a delegation').click();
  await strike.getByRole('button', { name: 'Accuse', exact: true }).click();
  await page.getByRole('dialog', { name: 'Accuse' }).getByRole('button', { name: 'Cancel' }).click();
  expect(delegate.errors).toEqual([]);
});

test('a device that comes late asks for the year before, so that what left is seen leaving', async () => {
  // On a slow machine the clock may have ended years by itself.
  const before = desk.view().turnsDone.length;
  await endPhasesUntil(desk, 'resolution');
  await until('another year', () => desk.view().turnsDone.length > before, SKY_MS);
  await endPhasesUntil(desk, 'negotiation');
  const late = await openWindow(here.browser, here.server.at);
  const [asked] = await Promise.all([
    late.page.waitForResponse((response) => response.url().includes('/moments/'), { timeout: SKY_MS }),
    late.page.goto(`/project/${code}`),
  ]);
  expect([new URL(asked.url()).pathname, asked.status()]).toEqual([`/api/games/${code}/moments/${before}/public`, 200]);
  expect(late.errors).toEqual([]);
});
