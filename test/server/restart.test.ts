import { afterAll, describe, expect, it } from 'vitest';
import { enter, makeGame, type Process, removeFolder, seat, startProcess, temporaryFolder, until } from './harness.ts';

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
    const { endsAt } = us.view().clock;
    await first.kill('SIGKILL');

    const second = await start();
    const again = await enter(second.at, { code }, us.key);
    expect(again.view().viewer).toEqual({ kind: 'seat', seat: 'US' });
    expect(again.view().clock.endsAt).toBe(endsAt);
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
