import { describe, expect, it, vi } from 'vitest';
import { now, watchForSleep } from '../../client/instant.ts';
import { codeOf, hashOfKey, keepKey, keptKey, keyOfHash } from '../../client/keys.ts';
import {
  channelOf,
  draftOf,
  draftValue,
  type Model,
  markRead,
  msLeft,
  newModel,
  openPicked,
  receive,
  unread,
} from '../../client/model.ts';
import type { Shelf } from '../../client/shelf.ts';
import { builtInScenarios } from '../../server/games/scenarios.ts';
import { applyChanges, difference } from '../../shared/delta.ts';
import type { Message } from '../../shared/game/negotiation.ts';
import { newGame } from '../../shared/game/new-game.ts';
import { viewFor } from '../../shared/game/view/view.ts';
import type { View } from '../../shared/game/view/view-shape.ts';
import { emptyPopulation } from '../../shared/orbits/table/population.ts';

const SERVER_NOW = 1_700_000_000_000;

function shelf(): Shelf {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
  };
}

const scenario = [...builtInScenarios().values()][0]!;
const game = newGame(scenario, 'seed', emptyPopulation(0, { epochMonth: 0, owners: [''], fleets: [''] }), {
  thin: true,
});
const seat = scenario.seats[0]!.id;
const other = scenario.seats[1]!.id;
const view = (): View => viewFor(game, { kind: 'seat', seat });

const opened = (now = SERVER_NOW, device = SERVER_NOW): Model => {
  const model = newModel('ABCDEF', 'me', shelf(), device);
  receive(model, { kind: 'whole', to: 7, view: view(), texts: {}, now }, device);
  return model;
};

const message = (id: string, from: string, to: string): Message => ({
  id,
  at: SERVER_NOW,
  turn: 1,
  from,
  by: null,
  to,
  hidden: false,
});

describe('views as they come', () => {
  it('takes a delta that follows on the last version', () => {
    const model = opened();
    const after: View = { ...view(), press: [message('t1', other, 'plenary')] };
    const changes = difference(view(), after);
    const answer = receive(
      model,
      { kind: 'delta', from: 7, to: 8, changes, texts: { t1: 'Good morning' }, now: SERVER_NOW },
      SERVER_NOW,
    );
    expect(answer).toBe('taken');
    expect(model.view.value).toEqual(JSON.parse(JSON.stringify(after)));
    expect(model.texts.value.t1).toBe('Good morning');
  });

  it('asks for the whole on a gap and keeps what it had', () => {
    const model = opened();
    const before = model.view.value;
    const late = { kind: 'delta', from: 9, to: 10, changes: [], texts: {}, now: SERVER_NOW } as const;
    expect(receive(model, late, SERVER_NOW)).toBe('gap');
    expect(model.view.value).toBe(before);
    expect(model.version).toBe(7);
  });

  it('asks for the whole when a change does not fit', () => {
    const model = opened();
    const changes = [{ path: ['no', 'such', 'place'], value: 1 }];
    expect(receive(model, { kind: 'delta', from: 7, to: 8, changes, texts: {}, now: SERVER_NOW }, SERVER_NOW)).toBe(
      'gap',
    );
    expect(model.version).toBe(7);
  });

  it('drops a delta that it has already seen', () => {
    const model = opened();
    const old = { kind: 'delta', from: 5, to: 6, changes: [], texts: {}, now: SERVER_NOW } as const;
    expect(receive(model, old, SERVER_NOW)).toBe('taken');
    expect(model.version).toBe(7);
  });

  it('forgets words that were erased', () => {
    const model = opened();
    receive(model, { kind: 'delta', from: 7, to: 8, changes: [], texts: { t1: 'x' }, now: SERVER_NOW }, SERVER_NOW);
    receive(model, { kind: 'delta', from: 8, to: 9, changes: [], texts: { t1: null }, now: SERVER_NOW }, SERVER_NOW);
    expect(model.texts.value.t1).toBeNull();
  });
});

describe('the clock', () => {
  it('follows the server, whatever the device believes, and trusts the message with the least delay', () => {
    const device = SERVER_NOW - 3_600_000;
    const model = opened(SERVER_NOW, device);
    const delta = { kind: 'delta', changes: [], texts: {} } as const;
    receive(model, { ...delta, from: 7, to: 8, now: SERVER_NOW + 1_000 }, device + 1_400);
    expect(model.now.value).toBe(SERVER_NOW + 1_400);
  });

  it('is measured anew with a whole view: what was measured before may be true no longer', () => {
    const device = SERVER_NOW;
    const model = opened(SERVER_NOW + 60_000, device);
    receive(model, { kind: 'whole', to: 9, view: view(), texts: {}, now: SERVER_NOW + 5_000 }, device + 5_000);
    expect(model.now.value).toBe(SERVER_NOW + 5_000);
  });

  it('counts on, whatever the clock of the device is set to', () => {
    const before = now();
    const set = vi.spyOn(Date, 'now').mockReturnValue(Date.now() - 3_600_000);
    const slept = watchForSleep();
    set.mockReturnValue(Date.now() + 7_200_000);
    expect(now() - before).toBeGreaterThanOrEqual(0);
    expect(now() - before).toBeLessThan(60_000);
    expect(slept()).toBe(true);
    expect(slept()).toBe(false);
    set.mockRestore();
  });

  it('counts down to the deadline, stands still while paused, never below nothing', () => {
    const model = opened();
    const put = (clock: Partial<View['clock']>): void => {
      model.view.value = { ...view(), clock: { ...view().clock, ...clock } };
    };
    expect(msLeft(model)).toBeNull();
    put({ endsAt: SERVER_NOW + 5_000 });
    expect(msLeft(model)).toBe(5_000);
    put({ endsAt: SERVER_NOW - 5_000 });
    expect(msLeft(model)).toBe(0);
    put({ endsAt: null, pausedLeftMs: 1_234 });
    expect(msLeft(model)).toBe(1_234);
  });
});

describe('half-typed text', () => {
  it('outlives a reload and fifty updates, by game, seat and field', () => {
    const kept = shelf();
    const model = newModel('ABCDEF', 'me', kept, SERVER_NOW);
    receive(model, { kind: 'whole', to: 1, view: view(), texts: {}, now: SERVER_NOW }, SERVER_NOW);
    draftOf(model, 'say.plenary').value = 'We could agree to 300 km, prov';
    for (let i = 1; i <= 50; i++) {
      const delta = { kind: 'delta', from: i, to: i + 1, changes: [], texts: {}, now: SERVER_NOW } as const;
      receive(model, delta, SERVER_NOW);
    }
    expect(draftOf(model, 'say.plenary').value).toBe('We could agree to 300 km, prov');

    const reloaded = newModel('ABCDEF', 'me', kept, SERVER_NOW);
    receive(reloaded, { kind: 'whole', to: 1, view: view(), texts: {}, now: SERVER_NOW }, SERVER_NOW);
    expect(draftOf(reloaded, 'say.plenary').value).toBe('We could agree to 300 km, prov');
    expect(draftOf(reloaded, `say.${other}`).value).toBe('');

    const elsewhere = newModel('ZZZZZZ', 'me', kept, SERVER_NOW);
    receive(elsewhere, { kind: 'whole', to: 1, view: view(), texts: {}, now: SERVER_NOW }, SERVER_NOW);
    expect(draftOf(elsewhere, 'say.plenary').value).toBe('');
  });

  it('leaves nothing behind once it is sent', () => {
    const kept = shelf();
    const model = newModel('ABCDEF', null, kept, SERVER_NOW);
    draftOf(model, 'x').value = 'words';
    draftOf(model, 'x').value = '';
    expect(kept.getItem('kessler.draft.ABCDEF.guest.x')).toBeNull();
  });

  it('falls back to the initial value where a kept form cannot be read', () => {
    const model = opened();
    draftOf(model, 'form').value = '{broken';
    expect(draftValue(model, 'form', { n: 1 })).toEqual({ n: 1 });
  });
});

describe('channels', () => {
  it('sorts a message to the other seat, whoever wrote it', () => {
    expect(channelOf(message('a', seat, other), seat)).toBe(other);
    expect(channelOf(message('b', other, seat), seat)).toBe(other);
    expect(channelOf(message('c', 'facilitator', 'all'), seat)).toBe('plenary');
  });

  it('counts what others wrote since it was read, and remembers it over a reload', () => {
    const model = opened();
    model.view.value = {
      ...view(),
      press: [message('a', other, seat), message('b', seat, other), message('c', other, seat)],
    };
    expect(unread(model, other)).toBe(2);
    markRead(model, other);
    expect(unread(model, other)).toBe(0);
    const again = newModel('ABCDEF', 'me', model.shelf, SERVER_NOW);
    again.view.value = { ...model.view.value, press: [...model.view.value.press, message('d', other, seat)] };
    expect(unread(again, other)).toBe(1);
  });
});

describe('keys', () => {
  it('come back from the shelf and from a personal link', () => {
    const kept = shelf();
    const key = { key: 'k'.repeat(32), delegate: 'd_1-x' };
    keepKey(kept, 'seat', 'ABCDEF', key);
    expect(keptKey(kept, 'seat', 'ABCDEF')).toEqual(key);
    expect(keptKey(kept, 'desk', 'ABCDEF')).toBeNull();
    expect(keyOfHash(hashOfKey(key))).toEqual(key);
    expect(keyOfHash('')).toBeNull();
  });

  it('reads a code as people type it', () => {
    expect(codeOf(' bp-ncgf ')).toBe('BPNCGF');
    expect(codeOf('abcdefgh')).toBe('ABCDEF');
    expect(codeOf('https://school.example/accords/g/abcdef')).toBe('ABCDEF');
  });
});

describe('what is clicked on the table', () => {
  it('opens: the talk with that seat, or the paper', () => {
    const model = opened();
    openPicked(model, { kind: 'seat', id: other });
    expect([model.panel.value, draftOf(model, 'channel').value]).toEqual(['talk', other]);
    openPicked(model, { kind: 'paper' });
    expect([model.panel.value, draftOf(model, 'channel').value]).toEqual(['paper', other]);
  });
});

describe('differences', () => {
  it('lead from one value to the other and touch nothing else', () => {
    const before = { a: { b: [1, 2], c: 'x' }, same: { deep: [1] }, gone: 1 };
    const after = { a: { b: [1, 2, 3], c: 'y' }, same: before.same, fresh: { n: null } };
    const changes = difference(before, after);
    const made = applyChanges(before, changes) as typeof after;
    expect(made).toEqual(after);
    expect(made.same).toBe(before.same);
    expect(before.a.b).toEqual([1, 2]);
    expect(changes).toContainEqual({ path: ['a', 'b'], append: [3] });
  });

  it('throw on a path that leads nowhere, so that the whole is asked for', () => {
    expect(() => applyChanges({ a: 1 }, [{ path: ['b', 'c'], value: 2 }])).toThrow('b.c');
    expect(() => applyChanges([1], [{ path: [3], value: 2 }])).toThrow('3');
  });
});
