/**
 * Some of the people at a table, in a process of their own: each with a real connection, each reading every view and change
 * that comes and fetching every sky. Does what crowd.ts asks over the process's channel, one thing after another.
 */

import type { Package } from '../../shared/clauses/text.ts';
import { ROUTES } from '../../shared/protocol.ts';
import { enter, newKey, type Person, pause, until } from '../server/harness.ts';
import type { Answers, Asked, Orders } from './crowd.ts';

const LOOK_EVERY_MS = 50;
const people: Person[] = [];
const seats: (string | null)[] = [];
const keys: (string | null)[] = [];
let table = { at: '', code: '' };
let talking: Promise<unknown> | null = null;
let largestSky = 0;
let counting = false;
let waits: number[] = [];

const orders: { readonly [Name in keyof Orders]: (order: Orders[Name]) => Promise<Answers[Name]> } = {
  async enter({ at, code, as }) {
    table = { at, code };
    for (const seat of as) {
      const key = seat === null ? null : (await newKey(at, code)).key;
      const person = await enter(at, { code }, key);
      if (seat !== null) await must(person, { kind: 'join', seat, text: `of ${seat}` });
      people.push(person);
      seats.push(seat);
      keys.push(key);
    }
    return null;
  },

  /** Who has a seat talks: twice to all, then once to another seat, as soon as `everyMs` have passed since the last answer. */
  async talk({ everyMs, among }) {
    waits = [];
    let going = true;
    hush = () => {
      going = false;
    };
    const talk = async (person: Person, i: number): Promise<void> => {
      const others = among.filter((seat) => seat !== seats[i]);
      await pause((i * everyMs) / people.length);
      for (let n = 0; going; n++) {
        const counts = counting;
        const start = performance.now();
        await person.command({
          kind: 'say',
          to: n % 3 === 0 ? others[(i + n) % others.length] : 'plenary',
          text: `${n}`,
        });
        if (counts) waits.push(performance.now() - start);
        await pause(everyMs);
      }
    };
    /** As a page does: the sky is fetched as soon as the view names another one. */
    const watch = async (person: Person, i: number): Promise<void> => {
      let known = '';
      for (; going; await pause(LOOK_EVERY_MS)) {
        const { overlay } = person.view();
        if (overlay === known) continue;
        known = overlay;
        largestSky = Math.max(largestSky, await fetchSky(overlay, keys[i] ?? null));
      }
    };
    talking = Promise.all(
      people.flatMap((person, i) => [watch(person, i), ...(seats[i] === null ? [] : [talk(person, i)])]),
    );
    return null;
  },

  async count({ on }) {
    counting = on;
    return null;
  },

  /** Ends the talk and asks for the whole view: what was read bit by bit must be what it says. */
  async hush() {
    hush();
    await talking;
    const read = people.reduce((sum, person) => sum + person.messages.length, 0);
    const checked = people.map((person) => person.same.length);
    await Promise.all(people.map((person) => person.request('whole', {})));
    await until('the whole views', () => people.every((person, i) => person.same.length > checked[i]!));
    return { waitsMs: waits, read, largestSky, wrong: people.filter((person) => person.same.includes(false)).length };
  },

  async forecast({ texts, afterMs }) {
    const ask = async (person: Person, text: Package, ms: number): Promise<Asked> => {
      await pause(ms);
      const start = performance.now();
      const answer = (await person.request('forecast', { text })) as object;
      return { ms: performance.now() - start, refused: 'code' in answer ? String(answer.code) : null };
    };
    return Promise.all(people.map((person, i) => ask(person, texts[i]!, afterMs[i]!)));
  },

  async leave() {
    for (const person of people) await person.room.leave();
    for (const list of [people, seats, keys]) list.length = 0;
    return null;
  },
};

let hush = (): void => {};

/** How many bytes came over the line. */
async function fetchSky(version: string, key: string | null): Promise<number> {
  const headers = { 'accept-encoding': 'gzip', ...(key ? { authorization: `Bearer ${key}` } : {}) };
  const answer = await fetch(`${table.at}${ROUTES.overlay(table.code, version)}`, { headers });
  await answer.arrayBuffer();
  return Number(answer.headers.get('content-length'));
}

async function must(person: Person, command: Record<string, unknown>): Promise<void> {
  const refusal = await person.command(command);
  if (refusal) throw new Error(`${command.kind}: ${refusal.code}`);
}

process.on('message', ({ name, order }: { name: keyof Orders; order: never }) => {
  orders[name](order).then(
    (value) => process.send!({ value }),
    (error: unknown) => process.send!({ error: String(error) }),
  );
});
