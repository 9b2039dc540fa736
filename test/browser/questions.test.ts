/** What is asked before something is done, and presses that come twice, in Chromium. */
import { expect, test } from 'vitest';
import { enter, makeGame, seat, seatOthers, until } from '../server/harness.ts';
import { openWindow } from './browser.ts';
import { openPanel, phaseIs } from './people.ts';
import { stage } from './stage.ts';

const here = stage();

test('a question left open is taken back when its phase has passed, and a double press of Ready is one', async () => {
  const { code, facilitatorKey } = await makeGame(here.server.at);
  const other = await enter(here.server.at, { code }, facilitatorKey);
  const us = await seat(here.server.at, code, 'US');
  await seatOthers(here.server.at, code, ['US']);
  expect(await other.command({ kind: 'start' })).toBeNull();
  const desk = await openWindow(here.browser, here.server.at);
  await desk.page.goto(`/desk/${code}#${facilitatorKey}`);
  await phaseIs(desk.page, 'Briefing');
  await openPanel(desk.page, 'Room');
  await desk.page.getByRole('button', { name: 'End this phase' }).click();
  const question = desk.page.getByRole('dialog', { name: 'End this phase' });
  await question.waitFor();
  expect(await other.command({ kind: 'end-phase' })).toBeNull();
  await question.waitFor({ state: 'detached' });
  await desk.page.getByRole('alert').filter({ hasText: 'The moment for this has passed' }).waitFor();
  expect(other.view().clock.phase).toBe('negotiation');
  await desk.context.close();

  const own = await openWindow(here.browser, here.server.at);
  await own.page.goto(`/g/${code}#${us.key}~${us.delegate}`);
  await phaseIs(own.page, 'Negotiation');
  await own.page.getByRole('banner').getByRole('button', { name: 'Ready?' }).dblclick();
  const isReady = () => other.view().seats.some((s) => s.id === 'US' && s.ready);
  await until('the seat is ready', isReady);
  await own.page.getByRole('banner').getByRole('button', { pressed: true }).waitFor();
  expect(isReady()).toBe(true);
  expect([...desk.errors, ...own.errors]).toEqual([]);
  await own.context.close();
});
