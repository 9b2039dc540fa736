/** Appends to a store, writes each acknowledged seq to the output, and kills itself without warning after a while. */
import { writeSync } from 'node:fs';
import { openSqlite } from '../../server/store/sqlite.ts';
import { MAIN } from '../../server/store/store.ts';

const store = await openSqlite(process.argv[2]!);
await store.createGame(
  { code: 'ABCDEF', scenario: 'first-test', createdAt: 1, closed: false },
  { seq: 0, state: '{}', sky: 'aa', engineVersion: 'e', nodeVersion: 'n' },
  { hash: 'aa', packed: new Uint8Array([1]) },
  'k',
);
setTimeout(() => process.kill(process.pid, 'SIGKILL'), 300);
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
}
