/** How long people wait for an answer while the full sky is resolved: 30 connections on six seats, everybody talking. */

import { type CreateAnswer, ROUTES } from '../../shared/protocol.ts';
import {
  enter,
  newKey,
  type Person,
  pause,
  post,
  removeFolder,
  startProcess,
  temporaryFolder,
  until,
} from '../server/harness.ts';

const SEATS = ['US', 'CN', 'RU', 'IN', 'EU', 'OP'];
const SEATED = 24;
const WATCHING = 6;
const BETWEEN_MS = 500;

export type Latency = {
  readonly commands: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly worstMs: number;
  readonly resolutionsMs: readonly number[];
  readonly overlayBytes: number;
};

/**
 * Plays `games` games of four turns on the full sky and times every command that was sent while a turn was being resolved.
 * All people are in this process: what they receive is not read, since at a real table each has a machine of their own.
 */
export async function measureLatency(games: number): Promise<Latency> {
  const folder = temporaryFolder();
  const server = await startProcess(folder);
  const waits: number[] = [];
  const resolutionsMs: number[] = [];
  let overlayBytes = 0;
  for (let game = 0; game < games; game++) {
    const made = await post<CreateAnswer>(`${server.at}${ROUTES.games}`, {
      scenario: 'first-test',
      names: 'fictional',
    });
    const { code, facilitatorKey } = made.body;
    const desk = await enter(server.at, { code }, facilitatorKey);
    const { people, keys } = await fill(server.at, code);
    await desk.command({ kind: 'start' });
    let resolving = false;
    let going = true;
    const talking = people.slice(0, SEATED).map(async (person, i) => {
      await pause((i * BETWEEN_MS) / SEATED);
      for (let n = 0; going; n++) {
        const counts = resolving;
        const start = performance.now();
        await person.command({ kind: 'say', to: n % 3 === 0 ? SEATS[(i + 1) % 6]! : 'plenary', text: `${n}` });
        if (counts) waits.push(performance.now() - start);
        await pause(BETWEEN_MS);
      }
    });
    for (let turn = 1; turn <= 4; turn++) {
      while (desk.view().clock.phase !== 'seal') {
        await desk.command({ kind: 'end-phase' });
        await pause(300);
      }
      const start = performance.now();
      resolving = true;
      await desk.command({ kind: 'end-phase' });
      await until('the outcome', () => desk.view().turnsDone.length === turn, 60_000);
      resolutionsMs.push(performance.now() - start);
      await pause(300);
      resolving = false;
    }
    going = false;
    await Promise.all(talking);
    const overlay = await fetch(`${server.at}${ROUTES.overlay(code, 'last')}`, {
      headers: { authorization: `Bearer ${keys[0]}` },
    });
    overlayBytes = Math.max(overlayBytes, (await overlay.arrayBuffer()).byteLength);
    for (const person of [desk, ...people]) await person.room.leave();
  }
  await server.kill('SIGTERM');
  removeFolder(folder);
  waits.sort((a, b) => a - b);
  const at = (share: number): number => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))]!;
  return { commands: waits.length, p50Ms: at(0.5), p99Ms: at(0.99), worstMs: at(1), resolutionsMs, overlayBytes };
}

async function fill(at: string, code: string): Promise<{ people: Person[]; keys: string[] }> {
  const people: Person[] = [];
  const keys: string[] = [];
  for (let i = 0; i < SEATED + WATCHING; i++) {
    const key = i < SEATED ? (await newKey(at, code)).key : null;
    const person = await enter(at, { code }, key, true);
    if (key) {
      keys.push(key);
      await person.command({ kind: 'join', seat: SEATS[i % SEATS.length]!, text: `${i}` });
    }
    people.push(person);
  }
  return { people, keys };
}
