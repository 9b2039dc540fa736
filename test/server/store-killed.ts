/** Appends to a store, writes each acknowledged seq to the output, and kills itself without warning in the middle of it. */
import { writeSync } from 'node:fs';
import { openSqlite } from '../../server/store/sqlite.ts';
import { MAIN } from '../../server/store/store.ts';

const MANY = 50;
const A_MOMENT_MS = 25;

const store = await openSqlite(process.argv[2]!);
await store.createGame(
  { code: 'ABCDEF', scenario: 'first-test', createdAt: 1, closed: false },
  { seq: 0, state: '{}', sky: 'aa', engineVersion: 'e', nodeVersion: 'n' },
  { hash: 'aa', packed: new Uint8Array([1]) },
  'k',
);
for (let seq = 1; ; seq++) {
  const entry = {
    seq,
    at: seq,
    actor: { role: 'clock' },
    id: `i${seq}`,
    command: { kind: 'expire', number: seq },
  } as const;
  await store.append('ABCDEF', MAIN, seq - 1, [entry], []);
  writeSync(1, `${seq}\n`);
  if (seq === MANY) setTimeout(() => process.kill(process.pid, 'SIGKILL'), A_MOMENT_MS);
}
