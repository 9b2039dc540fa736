/** Others talk without a pause while somebody types. */
import { expect, test } from 'vitest';
import { openWindow } from '../browser/browser.ts';
import { openPanel, phaseIs } from '../browser/people.ts';
import { keepFailure } from '../browser/pictures.ts';
import { stage } from '../browser/stage.ts';
import { enter, makeGame, pause, seat, until } from '../server/harness.ts';
import { slowness } from './slowness.ts';

const MESSAGES = 50;
const MOST_STORM_MS = 10_000;
/** Well within the promise, so that a slow machine keeps to it too. */
const PACE_MS = 5_000;
const here = stage();

test('50 messages in 10 s leave what is being typed, and the cursor in it', async ({ onTestFailed }) => {
  const made = await makeGame(here.server.at);
  const [room, other, own] = await Promise.all([
    enter(here.server.at, { code: made.code }, made.facilitatorKey),
    seat(here.server.at, made.code, 'CN'),
    seat(here.server.at, made.code, 'US'),
  ]);
  expect(await room.command({ kind: 'start' })).toBeNull();
  await until('the briefing', () => room.view().clock.phase === 'briefing');
  expect(await room.command({ kind: 'end-phase' })).toBeNull();
  const { page, context } = await openWindow(here.browser, here.server.at);
  onTestFailed(() => keepFailure(page, 'storm'));
  await page.goto(`/g/${made.code}#${own.key}~${own.delegate}`);
  await phaseIs(page, 'Negotiation');
  await openPanel(page, 'Talk');
  const box = page.getByRole('textbox', { name: 'Speak to all delegations' });
  const [before, after] = ['We could live with ', 'three hundred kilometres.'];
  await box.fill(before + after);
  const cursor = () =>
    box.evaluate((node) => {
      const { selectionStart, selectionEnd } = node as HTMLTextAreaElement;
      return { selectionStart, selectionEnd, focused: document.activeElement === node };
    });
  while ((await cursor()).selectionStart > before.length) await box.press('ArrowLeft');

  const began = Date.now();
  const storm = (async () => {
    for (let n = 1; n <= MESSAGES; n++) {
      expect(await other.command({ kind: 'say', to: 'plenary', text: `Point ${n} of ${MESSAGES}.` })).toBeNull();
      await pause(Math.max(0, began + (n * PACE_MS) / (MESSAGES + 2) - Date.now()));
    }
  })();
  const typed = 'no debris that outlives us, say, above ';
  for (const [n, letter] of [...typed].entries()) {
    await page.keyboard.type(letter);
    await pause(Math.max(0, began + ((n + 1) * PACE_MS) / (typed.length + 4) - Date.now()));
  }
  await storm;
  expect(Date.now() - began).toBeLessThan(MOST_STORM_MS * slowness());
  await page.getByText(`Point ${MESSAGES} of ${MESSAGES}.`).first().waitFor();
  expect(await box.inputValue()).toBe(before + typed + after);
  const at = before.length + typed.length;
  expect(await cursor()).toEqual({ selectionStart: at, selectionEnd: at, focused: true });
  await context.close();
});
