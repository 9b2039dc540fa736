import { afterAll, describe, expect, it } from 'vitest';
import {
  enter,
  makeGame,
  type Process,
  pause,
  removeFolder,
  seat,
  startProcess,
  temporaryFolder,
  until,
} from './harness.ts';

/** The server says so often that it runs: so much of the time before a crash may be given back. */
const PULSE_MS = 5_000;

const folder = temporaryFolder();
const running: Process[] = [];
afterAll(async () => {
  for (const server of running) await server.kill('SIGKILL');
  removeFolder(folder);
});
const start = async (): Promise<Process> => {
  const server = await startProcess(folder);
  running.push(server);
  return server;
};

describe('a server that is killed and started again', () => {
  it('goes on in the middle of a phase, with seats, words and clock', async () => {
    const first = await start();
    const { code, facilitatorKey } = await makeGame(first.at);
    const desk = await enter(first.at, { code }, facilitatorKey);
    const us = await seat(first.at, code, 'US');
    await desk.command({ kind: 'start' });
    await desk.command({ kind: 'end-phase' });
    expect(await us.command({ kind: 'say', to: 'plenary', text: 'before the power cut' })).toBeNull();
    await until('the phase', () => us.view().clock.phase === 'negotiation');
    // Nobody does anything for a while: what has gone by is known from the server's pulse alone.
    await pause(7_000);
    const leftMs = us.view().clock.endsAt! - Date.now();
    await first.kill('SIGKILL');
    await pause(3_000);

    const second = await start();
    const again = await enter(second.at, { code }, us.key);
    expect(again.view().viewer).toEqual({ kind: 'seat', seat: 'US' });
    const { endsAt } = again.view().clock;
    expect(endsAt! - Date.now()).toBeGreaterThan(leftMs - 1_000);
    expect(endsAt! - Date.now()).toBeLessThan(leftMs + PULSE_MS + 500);
    expect(Object.values(again.texts)).toContain('before the power cut');
    await until('only who is there is shown as there', () => again.view().seats[0]!.present === 1);
    expect(await again.command({ kind: 'say', to: 'plenary', text: 'and after it' })).toBeNull();

    const deskAgain = await enter(second.at, { code }, facilitatorKey);
    expect(await deskAgain.command({ kind: 'end-phase' })).toBeNull();
    expect(await deskAgain.command({ kind: 'end-phase' })).toBeNull();
    await second.kill('SIGKILL');

    // The turn was being resolved, or was about to be.
    const third = await start();
    const last = await enter(third.at, { code }, us.key);
    await until('the outcome', () => last.view().turnsDone.length === 1, 60_000);
    expect(await third.kill('SIGTERM')).toBe(0);
  });
});
