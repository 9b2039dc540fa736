/** A hundred bot games on the thin sky and five on the full one: none refused, none stuck, none thrown. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { scenario } from '../laws/tables.ts';
import type { Job, Played } from './bot-games.ts';

const THIN_GAMES = 100;
const FULL_GAMES = 5;
/** More threads than this gain little beside the memory of full skies. */
const MOST_THREADS = 4;

const games = (count: number, thin: boolean): Job[] =>
  Array.from({ length: count }, (_, n) => ({ seed: `${thin ? 'thin' : 'full'}-${n}`, thin }));

/** Plays jobs on all threads; each gets every n-th, so that all have as much to do. */
async function playAll(jobs: readonly Job[]): Promise<Played[]> {
  const threads = Math.min(MOST_THREADS, availableParallelism(), jobs.length);
  const parts = Array.from({ length: threads }, (_, k) => jobs.filter((_job, n) => n % threads === k));
  const done = await Promise.all(parts.map((part) => inThread(part)));
  return done.flat();
}

function inThread(jobs: readonly Job[]): Promise<Played[]> {
  const worker = new Worker(new URL('./bot-games.ts', import.meta.url), { workerData: { jobs } });
  const played: Played[] = [];
  return new Promise((resolve, reject) => {
    worker.on('message', (game: Played) => played.push(game));
    worker.on('error', reject);
    worker.on('exit', () => resolve(played));
  });
}

describe('liveness', { timeout: 600_000 }, () => {
  it.each([
    [THIN_GAMES, 'thin', true],
    [FULL_GAMES, 'full', false],
  ] as const)('ends %i bot games of mixed personas on the %s sky', async (count, _name, thin) => {
    const played = await playAll(games(count, thin));
    expect(played.length).toBe(count);
    expect(played.filter((game) => game.error !== null)).toEqual([]);
    expect(played.filter((game) => game.refused.length > 0)).toEqual([]);
    for (const game of played)
      expect(game, game.seed).toMatchObject({ phase: 'debrief', turns: scenario.turns, hasResults: true });
  });
});
