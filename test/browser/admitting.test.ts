/** An owner is asked whether it is sure that it admits, and others lay the proof open meanwhile: its yes still counts as its word. */
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, startApp } from '../../server/app.ts';
import {
  endPhasesUntil,
  enter,
  makeGame,
  type Person,
  removeFolder,
  seat,
  temporaryFolder,
} from '../server/harness.ts';
import { openBrowser, openWindow } from './browser.ts';
import { openPanel } from './people.ts';

/** With this luck the stage that breaks up is the United States' and has burst of itself, and these three together prove it. */
const LUCK = "the stage is the US's 1";
const PROVING = ['CN', 'EU', 'OP'];
const STAGE = 'i.old-stage';
const folder = temporaryFolder();
let app: App;
beforeAll(async () => {
  app = await startApp({ data: folder, port: 0, log: pino({ level: 'silent' }), seed: LUCK });
});
afterAll(async () => {
  await app.close();
  removeFolder(folder);
});

test('a question whether to admit stays open while the proof comes out, and a yes to it is no silence', async () => {
  const at = `http://localhost:${app.port}`;
  const { code, facilitatorKey } = await makeGame(at);
  const desk = await enter(at, { code }, facilitatorKey);
  const owner = await seat(at, code, 'US');
  const others: Person[] = [];
  for (const id of ['RU', 'IN', ...PROVING]) others.push(await seat(at, code, id));
  expect(await desk.command({ kind: 'start', means: { phaseNumber: 0 } })).toBeNull();
  await endPhasesUntil(desk, 'negotiation', 2);

  const browser = await openBrowser();
  const { page, errors } = await openWindow(browser, at);
  await page.goto(`/g/${code}#${owner.key}~${owner.delegate}`);
  await page.getByRole('navigation', { name: 'Panels', exact: true }).waitFor();
  await openPanel(page, 'Evidence');
  const card = page.getByRole('article').filter({ hasText: 'Break-up in turn 2' });
  await card.getByRole('button', { name: 'Admit', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Admit' });
  await question.waitFor();
  for (const other of others) {
    const own = other.view().own!;
    const held = own.evidence.find((e) => e.incident === STAGE && e.holder === own.seat)!;
    if (PROVING.includes(own.seat))
      expect(await other.command({ kind: 'publish-evidence', evidence: held.id })).toBeNull();
  }
  await card.getByText('There is nothing left to admit or to deny').waitFor();
  await question.getByText('Others have laid the proof open meanwhile.').waitFor();
  await question.getByRole('button', { name: 'Admit', exact: true }).click();
  await card.getByText('admits it, as the proof came out').waitFor();
  const { statements } = desk.view().incidents.find(({ id }) => id === STAGE)!;
  expect(statements).toEqual([{ kind: 'admit', seat: 'US', turn: 2, late: true }]);
  expect(errors).toEqual([]);
  await browser.close();
});
