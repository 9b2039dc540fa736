/** All games of this server: made, found by code, opened when needed, resumed at the start. */

import type { Solo } from '../shared/game/clock.ts';
import { ENGINE_VERSION } from '../shared/game/new-game.ts';
import type { AloneAnswer, AloneRequest, CreateAnswer, CreateRequest, SeatKey } from '../shared/protocol.ts';
import { type Refusal, refuse } from '../shared/vocabulary/index.ts';
import { type Audiences, audiencesOf } from './audiences.ts';
import { hashOfKey, newCode, newDelegate, newKey, newSeed } from './keys.ts';
import type { Who } from './people.ts';
import { type Deps, openRunning, type Running } from './running.ts';
import type { KeyRecord, Store } from './store/store.ts';

/** An open game with what its connections share. */
export type OpenGame = { readonly running: Running; readonly audiences: Audiences };

export type Games = {
  readonly create: (request: CreateRequest) => Promise<CreateAnswer | Refusal>;
  /** A game that runs, with one person seated among bots; its facilitator's key is nobody's. */
  readonly createAlone: (request: AloneRequest) => Promise<AloneAnswer | Refusal>;
  /** the game of a code, opened if it is not open yet; null if there is none */
  readonly find: (code: string) => Promise<OpenGame | null>;
  /** who holds a key of this game; null: nobody */
  readonly holder: (code: string, key: string) => Promise<Exclude<Who, { kind: 'watcher' }> | null>;
  readonly newDelegate: (code: string) => Promise<SeatKey | Refusal>;
  /** opens every game that is not closed; a game that cannot be opened is named in the log and left alone */
  readonly resume: () => Promise<number>;
  /** takes away for good what people typed in these games, also from those who are looking at it; answers how many texts */
  readonly eraseWords: (codes: readonly string[]) => Promise<number>;
  readonly store: Store;
  readonly close: () => Promise<void>;
};

const CODE_TRIES = 20;
const MOST_KEYS = 300;

/** The games of a store. `seed`: of every new game; new secret bits for each unless given. */
export function openGames(deps: Deps, seed?: string): Games {
  const { store, sim, library, log } = deps;
  const open = new Map<string, Promise<OpenGame | null>>();

  async function openOne(code: string): Promise<OpenGame | null> {
    const record = await store.game(code);
    if (!record) return null;
    const running = await openRunning(record, deps);
    return { running, audiences: audiencesOf(running, log.child({ game: code })) };
  }

  const find: Games['find'] = (code) => {
    const known = open.get(code);
    if (known) return known;
    const opening = openOne(code);
    open.set(code, opening);
    // Unknown codes are not kept, nor are failures: the next one who asks may have more luck.
    const forget = (): void => void open.delete(code);
    opening.then((game) => game ?? forget(), forget);
    return opening;
  };

  async function create({ scenario: id, names, thin = false }: CreateRequest, solo: Solo | null) {
    const scenario = library.scenarios.get(id);
    if (!scenario) return refuse('scenario-unknown', { scenario: id.slice(0, 40) }, 'scenario');
    if (solo && !scenario.seats.some((seat) => seat.id === solo.seat))
      return refuse('seat-unknown', { seat: solo.seat }, 'seat');
    const { sky, packed, refused } = await library.startSky(scenario, thin);
    if (refused.length > 0) log.warn({ file: scenario.sky.file, refused }, 'rows of the starting sky were refused');
    const state = await sim.create({ scenario, seed: seed ?? newSeed(), sky, thin, names, solo });
    const first = { seq: 0, state, sky: packed.hash, engineVersion: ENGINE_VERSION, nodeVersion: process.version };
    const facilitatorKey = newKey();
    for (let tries = 0; tries < CODE_TRIES; tries++) {
      const code = newCode();
      const game = { code, scenario: id, createdAt: Date.now(), closed: false };
      if (await store.createGame(game, first, packed, hashOfKey(facilitatorKey))) {
        await find(code);
        return { code, facilitatorKey };
      }
    }
    throw new Error('no free code found');
  }

  async function keyFor(code: string): Promise<SeatKey | Refusal> {
    if (!(await find(code))) return refuse('game-unknown');
    const key = newKey();
    const delegate = newDelegate();
    const added = await store.addKey(hashOfKey(key), { game: code, role: 'delegate', delegate }, MOST_KEYS);
    return added ? { delegate, key } : refuse('too-fast');
  }

  return {
    store,
    find,
    create: (request) => create(request, null),
    async createAlone({ seat, tempo, ...request }) {
      const made = await create(request, { seat, tempo });
      if ('code' in made && !('facilitatorKey' in made)) return made;
      const { code } = made;
      const person = await keyFor(code);
      if ('code' in person) return person;
      const { running } = (await find(code))!;
      const who = { kind: 'delegate', delegate: person.delegate } as const;
      const refusal =
        (await running.submit(who, 'join-alone', { kind: 'join', seat, text: '' })) ??
        (await running.log({ role: 'facilitator' }, 'start-alone', { kind: 'start' })) ??
        // Nobody's time runs before the page is there: the person starts the clock.
        (tempo === 'class' ? await running.log({ role: 'facilitator' }, 'pause-alone', { kind: 'pause' }) : null);
      return refusal ?? { code, ...person };
    },
    async holder(code, key) {
      const record = await store.key(hashOfKey(key));
      return record?.game === code ? whoOf(record) : null;
    },
    newDelegate: keyFor,
    async resume() {
      const records = await store.openGames();
      const opened = await Promise.allSettled(records.map(({ code }) => find(code)));
      opened.forEach((outcome, i) => {
        if (outcome.status === 'rejected')
          log.error({ err: outcome.reason, game: records[i]!.code }, 'a game could not be opened');
      });
      return opened.filter((outcome) => outcome.status === 'fulfilled').length;
    },
    async eraseWords(codes) {
      if (codes.length === 0) return 0;
      const erased = await store.eraseWords(codes);
      for (const code of codes) (await open.get(code))?.running.forgetWords();
      return erased;
    },
    async close() {
      const games = await Promise.allSettled(open.values());
      for (const game of games) if (game.status === 'fulfilled') await game.value?.running.stop();
    },
  };
}

const whoOf = (record: KeyRecord): Exclude<Who, { kind: 'watcher' }> =>
  record.role === 'delegate' ? { kind: 'delegate', delegate: record.delegate! } : { kind: 'facilitator' };
