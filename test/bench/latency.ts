/** How long people wait for an answer while the full sky is resolved: 30 connections on six seats, everybody reading, fetching skies and talking. */
import { type CreateAnswer, ROUTES } from '../../shared/protocol.ts';
import {
  endPhasesUntil,
  enter,
  pause,
  post,
  removeFolder,
  startProcess,
  temporaryFolder,
  until,
} from '../server/harness.ts';
import { askAll, type Crowd, quantiles, startCrowd } from './crowd.ts';

export const SEATS = ['US', 'CN', 'RU', 'IN', 'EU', 'OP'];
/** Each process has one person on each seat but the last, in which six watch. */
const PROCESSES = 5;
const TURNS = 4;
const BETWEEN_MS = 500;
/** In which everybody fetches the new sky. */
const SKIES_MS = 1000;

export type Latency = {
  readonly commands: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly worstMs: number;
  /** messages with views or changes that people read meanwhile */
  readonly read: number;
  readonly resolutionsMs: readonly number[];
  readonly overlayBytes: number;
};

/** A new game on the full sky, seen from its desk. */
export async function openTable(at: string) {
  const made = await post<CreateAnswer>(`${at}${ROUTES.games}`, { scenario: 'first-test', names: 'fictional' });
  const { code, facilitatorKey } = made.body;
  const desk = await enter(at, { code }, facilitatorKey);
  return { code, desk };
}

/** Plays `games` games of four turns on the full sky and times every command that was sent while a turn was being resolved. */
export async function measureLatency(games: number): Promise<Latency> {
  const folder = temporaryFolder();
  const server = await startProcess(folder);
  const crowds = Array.from({ length: PROCESSES }, startCrowd);
  const waits: number[] = [];
  const resolutionsMs: number[] = [];
  let read = 0;
  let overlayBytes = 0;
  for (let game = 0; game < games; game++) {
    const { code, desk } = await openTable(server.at);
    await seatAll(crowds, server.at, code);
    await desk.command({ kind: 'start' });
    await askAll(crowds, 'talk', { everyMs: BETWEEN_MS, among: SEATS });
    for (let turn = 1; turn <= TURNS; turn++) {
      await endPhasesUntil(desk, 'seal');
      await askAll(crowds, 'count', { on: true });
      const start = performance.now();
      await desk.command({ kind: 'end-phase' });
      await until('the outcome', () => desk.view().turnsDone.length === turn, 60_000);
      resolutionsMs.push(performance.now() - start);
      await pause(SKIES_MS);
      await askAll(crowds, 'count', { on: false });
    }
    for (const heard of await askAll(crowds, 'hush', {})) {
      waits.push(...heard.waitsMs);
      read += heard.read;
      overlayBytes = Math.max(overlayBytes, heard.largestSky);
      if (heard.wrong > 0) throw new Error(`${heard.wrong} people read something else than the view`);
    }
    await askAll(crowds, 'leave', {});
    await desk.room.leave();
  }
  for (const crowd of crowds) await crowd.end();
  await server.kill('SIGTERM');
  removeFolder(folder);
  const at = quantiles(waits);
  return {
    commands: waits.length,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    worstMs: at(1),
    read,
    resolutionsMs,
    overlayBytes,
  };
}

async function seatAll(crowds: readonly Crowd[], at: string, code: string): Promise<void> {
  const watching = SEATS.map(() => null);
  await Promise.all(
    crowds.map((crowd, i) => crowd.ask('enter', { at, code, as: i < PROCESSES - 1 ? SEATS : watching })),
  );
}
