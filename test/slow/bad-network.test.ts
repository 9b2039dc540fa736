/** Four delegates talk while their networks do all that bad networks do: every word arrives, once, in the order in which it was said. */
import { expect, test } from 'vitest';
import { draw, keyOf } from '../../shared/orbits/table/chance.ts';
import { enter, makeGame, newKey, pause, removeFolder, temporaryFolder, testApp, until } from '../server/harness.ts';
import { openPage, type Page } from '../server/page.ts';
import { openWire, type Wire } from '../server/wire.ts';

const SEATS = ['US', 'CN', 'RU', 'IN'] as const;
const FOR_MS = 40_000;
const EVERY_MS = 1_000;
/** Pages try again by then, and their lines are open. */
const CALM_MS = 90_000;

/** Each goes wrong for a while and comes right again. */
const TROUBLES: readonly ((wire: Wire, ms: number) => Promise<void>)[] = [
  async (wire) => wire.cut(),
  async (wire, ms) => {
    wire.hold('up', 'down');
    await pause(ms);
    wire.renew();
  },
  async (wire, ms) => {
    wire.hold('up');
    await pause(ms);
    wire.release();
  },
  async (wire, ms) => {
    wire.hold('down');
    await pause(ms);
    wire.release();
  },
  async (wire, ms) => {
    wire.delay(ms / 10);
    await pause(ms);
    wire.delay(0);
  },
  async (wire, ms) => {
    wire.answer(503);
    wire.cut();
    await pause(ms / 3);
    wire.answer(null);
  },
  async (wire, ms) => {
    wire.sockets('swallow');
    wire.cut();
    await pause(ms / 3);
    wire.sockets('pass');
  },
];
const LONGEST_MS = 16_000;
const KEY = keyOf('bad networks');

test('whatever a network does, every word arrives once and in its order', async () => {
  const folder = temporaryFolder();
  const app = await testApp(folder);
  const at = `http://localhost:${app.port}`;
  const { code, facilitatorKey } = await makeGame(at);
  const desk = await enter(at, { code }, facilitatorKey);
  const pages = await Promise.all(
    SEATS.map(async (seat) => {
      const page = openPage(code, (await newKey(at, code)).key, await openWire(app.port));
      expect(await page.session.command({ kind: 'join', seat, text: seat })).toBeNull();
      return page;
    }),
  );
  const end = performance.now() + FOR_MS;
  const disturb = async ({ wire }: Page, seat: string): Promise<void> => {
    for (let n = 0; performance.now() < end; n++) {
      const chance = (what: string): number => draw(KEY, what, seat, n);
      await pause(1_000 + 4_000 * chance('pause'));
      await TROUBLES[Math.floor(TROUBLES.length * chance('kind'))]!(wire, LONGEST_MS * chance('length'));
    }
  };
  const sent: string[][] = SEATS.map(() => []);
  const answers: Promise<unknown>[] = [];
  const talk = async ({ session }: Page, i: number): Promise<void> => {
    for (let n = 0; performance.now() < end; n++) {
      const text = `${SEATS[i]} ${n}`;
      sent[i]!.push(text);
      // Every other one is pressed twice.
      for (let press = 0; press <= n % 2; press++)
        answers.push(session.command({ kind: 'say', to: 'plenary', text }).then((answer) => expect(answer).toBeNull()));
      await pause(EVERY_MS);
    }
  };
  await Promise.all(pages.flatMap((page, i) => [disturb(page, SEATS[i]!), talk(page, i)]));
  await Promise.all(answers);
  const said = (): readonly string[] => desk.view().press.map((m) => desk.texts[m.id] ?? '');
  await until('all words', () => said().length >= sent.flat().length);
  for (const [i, seat] of SEATS.entries()) expect(said().filter((text) => text.startsWith(seat))).toEqual(sent[i]);
  for (const { model } of pages)
    await until('all words on every page', () => model.view.value!.press.length === said().length, CALM_MS);
  for (const { session, wire } of pages) {
    session.close();
    await wire.close();
  }
  await app.close();
  removeFolder(folder);
});
