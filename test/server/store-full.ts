/**
 * Two appends that are committed together on a disk with room for one of them, then the second again. Writes to the output what
 * became of each, and how many entries the second game has.
 */
import { openSqlite } from '../../server/store/sqlite.ts';
import { MAIN } from '../../server/store/store.ts';

const CODES = ['ABCDEF', 'GHJKMN'] as const;

const store = await openSqlite(process.argv[2]!);
for (const code of CODES)
  await store.createGame(
    { code, scenario: 'first-test', createdAt: 1, closed: false },
    { seq: 0, state: '{}', sky: 'aa', engineVersion: 'e', nodeVersion: 'n' },
    { hash: 'aa', packed: new Uint8Array([1]) },
    `k${code}`,
  );
const entry = { seq: 1, at: 1, actor: { role: 'clock' }, id: 'i1', command: { kind: 'expire', number: 1 } } as const;
const told = ({ status }: PromiseSettledResult<unknown>): string => status;
const words = 'a'.repeat(Number(process.argv[3]));
const both = await Promise.allSettled([
  store.append(CODES[0], MAIN, 0, [entry], [{ id: 't', words }]),
  store.append(CODES[1], MAIN, 0, [entry], []),
]);
const again = await Promise.allSettled([store.append(CODES[1], MAIN, 0, [entry], [])]);
const kept = (await store.entries(CODES[1], MAIN, 0, 10)).length;
process.stdout.write(JSON.stringify({ both: both.map(told), again: again.map(told), kept }));
await store.close();
