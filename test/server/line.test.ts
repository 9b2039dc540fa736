/** The client's own session over a bad network to a real server: what is noticed, what is said about it, what becomes of what was done. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newModel, typed } from '../../client/model.ts';
import { openSession } from '../../client/session.ts';
import type { App } from '../../server/app.ts';
import {
  enter,
  makeGame,
  newKey,
  type Person,
  pause,
  removeFolder,
  temporaryFolder,
  testApp,
  until,
} from './harness.ts';
import { emptyShelf, openPage, type Page } from './page.ts';
import { openWire } from './wire.ts';

const folder = temporaryFolder();
let app: App;
let at = '';
beforeAll(async () => {
  app = await testApp(folder);
  at = `http://localhost:${app.port}`;
});
afterAll(async () => {
  await app.close();
  removeFolder(folder);
});

type Table = { readonly code: string; readonly desk: Person; readonly us: Page };

/** A game with its facilitator on a good line, and a delegate of the United States on a bad one. */
async function table(run: (here: Table) => Promise<void>): Promise<void> {
  const { code, facilitatorKey } = await makeGame(at);
  const desk = await enter(at, { code }, facilitatorKey);
  const { key } = await newKey(at, code);
  const wire = await openWire(app.port);
  const us = openPage(code, key, wire);
  try {
    expect(await us.session.command({ kind: 'join', seat: 'US', text: 'of US' })).toBeNull();
    await until('the seat', () => us.model.view.value?.viewer.kind === 'seat');
    await run({ code, desk, us });
  } finally {
    us.session.close();
    await wire.close();
    await desk.room.leave();
  }
}

/** Everything that was said, as the facilitator has it. */
const said = (desk: Person): readonly (string | null)[] => desk.view().press.map((m) => desk.texts[m.id] ?? null);
const say = (page: Page, text: string) => page.session.command({ kind: 'say', to: 'plenary', text });
const isHere = (desk: Person): boolean => desk.view().seats.some((s) => s.id === 'US' && s.present > 0);

describe.concurrent('a line that goes silent without closing', () => {
  test('is noticed, and what was done meanwhile is done once, in its order, as soon as there is another', () =>
    table(async ({ desk, us }) => {
      us.wire.hold('up', 'down');
      const answers = ['first', 'second', 'first', 'second', 'second'].map((text) => say(us, text));
      await until('the notice', () => us.model.link.value === 'broken');
      expect(us.model.fault.value).toBe('line-down');
      expect(us.model.unanswered.value).toBe(4);
      // The old line stays silent for good; there is a network again.
      us.wire.renew();
      expect(await Promise.all(answers)).toEqual([null, null, null, null, null]);
      expect(us.model.link.value).toBe('open');
      expect(us.model.unanswered.value).toBe(0);
      await until('the words', () => said(desk).length >= 4);
      expect(said(desk)).toEqual(['first', 'second', 'first', 'second']);
      // The answers come on the new line before the next view does.
      const own = (): readonly unknown[] => us.model.view.value!.press.map((m) => typed(us.model, m.id));
      await until('the words on their own page', () => own().length >= 4);
      expect(own()).toEqual(said(desk));
    }));

  test('and lets everything through late: what had arrived the first time is not done twice', () =>
    table(async ({ desk, us }) => {
      // The words arrive, their answer does not.
      us.wire.hold('down');
      const answer = say(us, 'heard at once');
      await until('the words', () => said(desk).length > 0);
      await until('the notice', () => us.model.link.value === 'broken');
      us.wire.release();
      expect(await answer).toBeNull();
      await until('the line', () => us.model.link.value === 'open');
      expect(await say(us, 'and after')).toBeNull();
      await until('the words', () => said(desk).includes('and after'));
      expect(said(desk)).toEqual(['heard at once', 'and after']);
    }));

  test('is silent to the server too: who cannot be heard is shown as gone, and as here once they are back', () =>
    table(async ({ desk, us }) => {
      await until('the person', () => isHere(desk));
      us.wire.hold('up');
      await until('the silence', () => !isHere(desk));
      us.wire.renew();
      await until('the person again', () => isHere(desk));
    }));

  test('takes no seat from a page that was opened since', () =>
    table(async ({ code, us }) => {
      us.wire.hold('up', 'down');
      const waiting = say(us, 'from the old page');
      const other = await openWire(app.port);
      const since = openPage(code, us.key, other);
      await until('the other page', () => since.model.link.value === 'open');
      us.wire.renew();
      await until('its end', () => us.model.link.value === 'replaced');
      expect(await waiting).toMatchObject({ code: 'seat-elsewhere' });
      expect(await say(us, 'once more')).toMatchObject({ code: 'seat-elsewhere' });
      expect(since.model.link.value).toBe('open');
      expect(await say(since, 'from the new page')).toBeNull();
      since.session.close();
      await other.close();
    }));

  test('need not be silent: one that is only slow stays open', () =>
    table(async ({ desk, us }) => {
      us.wire.delay(1_500);
      let broken = false;
      const stop = us.model.link.subscribe((link) => {
        broken ||= link !== 'open';
      });
      expect(await say(us, 'slowly')).toBeNull();
      await pause(6_000);
      expect(await say(us, 'and surely')).toBeNull();
      stop();
      expect(broken).toBe(false);
      await until('the words', () => said(desk).length === 2);
    }));
});

describe.concurrent('the cause of no line is named', () => {
  const blocked = (how: 'refuse' | 'swallow') =>
    table(async ({ code, us }) => {
      us.session.close();
      us.wire.sockets(how);
      const page = openPage(code, us.key, us.wire);
      await until('the cause', () => page.model.fault.value === 'line-blocked');
      us.wire.sockets('pass');
      await until('the line', () => page.model.link.value === 'open');
      expect(page.model.fault.value).toBeNull();
      page.session.close();
    });
  test('where a proxy refuses WebSockets', () => blocked('refuse'));
  test('where something swallows WebSockets', () => blocked('swallow'));

  test('where a proxy says that its server is away', () =>
    table(async ({ us }) => {
      us.wire.answer(502);
      us.wire.cut();
      await until('the cause', () => us.model.fault.value === 'server-away');
      us.wire.answer(null);
      await until('the line', () => us.model.link.value === 'open');
    }));

  test('where nothing answers at all', () =>
    table(async ({ code, us }) => {
      const dead = await openWire(app.port);
      await dead.close();
      const model = newModel(code, null, emptyShelf(), 0);
      const session = openSession(model, us.key, 'guest', dead.at);
      await until('the cause', () => model.fault.value === 'line-down');
      expect(model.link.value).toBe('connecting');
      session.close();
    }));
});

test('a thing that is done again before it is answered is done once; another thing between makes it another', () =>
  table(async ({ desk, us }) => {
    await Promise.all([say(us, 'twice'), say(us, 'twice'), say(us, 'between'), say(us, 'twice')]);
    await until('the words', () => said(desk).length >= 3);
    expect(said(desk)).toEqual(['twice', 'between', 'twice']);
  }));
