/**
 * People of a load, in a process of their own: they act at a steady pace, and note when what somebody did is on their line. What is
 * said carries the instant at which it was sent by the machine's steady clock, which all processes share.
 */
import { Client, type Room } from '@colyseus/sdk';
import { nanoid } from 'nanoid';
import { REQUESTS, ROOM, VIEW_MESSAGE } from '../../shared/protocol.ts';
import { newKey, pause } from '../server/harness.ts';
import type { LoadAnswers, LoadOrders } from './load.ts';

type Place = { readonly room: Room; readonly seat: string | null };
const places: Place[] = [];
let counting = false;
let screens: number[] = [];
let answers: number[] = [];
let bytes: number[] = [];
let stop = (): void => {};
let talking: Promise<unknown> = Promise.resolve();

const nowMs = (): number => Number(process.hrtime.bigint()) / 1e6;

/** A change, and the sayings in it by the instant at which each was sent. */
const CHANGE = '{"kind":"delta"';
const SENT = /@(\d+\.\d+)@/g;

function look(message: Uint8Array): void {
  if (!counting) return;
  const text = Buffer.from(message.buffer, message.byteOffset, message.byteLength).toString('latin1');
  if (!text.startsWith(CHANGE) && !text.startsWith('@')) return;
  const now = nowMs();
  for (const [, sent] of text.matchAll(SENT)) {
    screens.push(now - Number(sent));
    bytes.push(text.length);
  }
}

async function comeIn(at: string, code: string, seat: string | null, echo: boolean): Promise<void> {
  const key = seat === null || echo ? null : (await newKey(at, code)).key;
  const client = new Client(at, key ? { headers: { authorization: `Bearer ${key}` } } : {});
  const room: Room = await client.joinOrCreate(ROOM, { code, ...(seat === null ? { as: 'spectator' } : {}) });
  room.reconnection.enabled = false;
  room.onMessage(VIEW_MESSAGE, look);
  await room.request(REQUESTS.whole, {}, { timeout: 60_000 });
  if (seat !== null && !echo) {
    const refusal = await room.request(REQUESTS.command, {
      id: nanoid(),
      command: { kind: 'join', seat, text: `of ${seat}` },
    });
    if (refusal) throw new Error(`no seat ${seat}: ${JSON.stringify(refusal)}`);
  }
  places.push({ room, seat });
}

const orders: { readonly [Name in keyof LoadOrders]: (order: LoadOrders[Name]) => Promise<LoadAnswers[Name]> } = {
  async enter({ at, echo, people }) {
    for (const { code, seat } of people) await comeIn(at, code, seat, echo);
    return null;
  },
  async act({ everyMs, echoBytes }) {
    let going = true;
    stop = () => {
      going = false;
    };
    const talkers = places.filter(({ seat }) => seat !== null);
    talking = Promise.all(
      talkers.map(async ({ room }, i) => {
        await pause((i * everyMs) / talkers.length);
        while (going) {
          const began = nowMs();
          const text = `@${began.toFixed(3)}@`;
          const command = { id: nanoid(), command: { kind: 'say', to: 'plenary', text } };
          await room.request(REQUESTS.command, echoBytes === null ? command : { text, bytes: echoBytes }, {
            timeout: 60_000,
          });
          if (counting) answers.push(nowMs() - began);
          await pause(Math.max(0, everyMs - (nowMs() - began)));
        }
      }),
    );
    return null;
  },
  async count() {
    counting = true;
    return null;
  },
  async hush() {
    counting = false;
    stop();
    await talking;
    const heard = { screensMs: screens, answersMs: answers, bytes };
    [screens, answers, bytes] = [[], [], []];
    return heard;
  },
  async leave() {
    await Promise.all(places.map(({ room }) => room.leave()));
    places.length = 0;
    return null;
  },
};

process.on('message', ({ name, order }: { name: keyof LoadOrders; order: never }) => {
  orders[name](order).then(
    (value) => process.send!({ value }),
    (error: unknown) => process.send!({ error: String(error) }),
  );
});
