/** All games of this server: made, found by code, opened when needed, resumed at the start. */

import { ENGINE_VERSION } from '../../shared/game/new-game.ts';
import type { Solo } from '../../shared/game/time/clock.ts';
import type { AloneAnswer, AloneRequest, CreateAnswer, CreateRequest, SeatKey } from '../../shared/protocol.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import { type Refusal, refuse } from '../../shared/vocabulary/index.ts';
import { now } from '../instant.ts';
import type { KeyRecord, Store } from '../store/store.ts';
import { type Audiences, audiencesOf } from '../watch/audiences.ts';
import type { Who } from '../watch/people.ts';
import { hashOfKey, newCode, newDelegate, newKey, newSeed } from './keys.ts';
import { openRunning } from './running.ts';
import type { Deps, Running } from './running-shape.ts';

/** An open game with what its connections share. */
export type OpenGame = { readonly running: Running; readonly audiences: Audiences };

export type Games = {
  readonly create: (request: CreateRequest) => Promise<CreateAnswer | Refusal>;
  /** a game of a scenario that is none of the program's; it is kept with the game alone */
  readonly createOf: (scenario: Scenario, request: Omit<CreateRequest, 'scenario'>) => Promise<CreateAnswer>;
  /** A game that runs, with one person seated among bots; its facilitator's key is nobody's. */
  readonly createAlone: (request: AloneRequest) => Promise<AloneAnswer | Refusal>;
  /** the game of a code, opened if it is not open yet; null if there is none */
  readonly find: (code: string) => Promise<OpenGame | null>;
  /** who holds a key of this game; null: nobody */
  readonly holder: (code: string, key: string) => Promise<Exclude<Who, { kind: 'watcher' }> | null>;
  readonly newDelegate: (code: string) => Promise<SeatKey | Refusal>;
  /** holds a game of this server open until the returned function is called; `gone`: it is not there any more, or not as it was */
  readonly hold: (code: string, gone: () => void) => () => void;
  /**
   * Opens every game that may be moving, so that clocks and years go on; what only waits for people is put aside again. A game that
   * cannot be opened is named in the log and left alone.
   */
  readonly resume: () => Promise<number>;
  /** deletes a game for good; whoever is there is sent away. False if there is none */
  readonly delete: (code: string) => Promise<boolean>;
  /** takes away for good what people typed in these games, also from those who are looking at it; answers how many texts */
  readonly eraseWords: (codes: readonly string[]) => Promise<number>;
  /** how many open games stand still */
  readonly halted: () => Promise<number>;
  /** writes down that the server runs, and the time of each game that is open */
  readonly beat: () => Promise<void>;
  readonly store: Store;
  readonly close: () => Promise<void>;
};

const CODE_TRIES = 20;
const MOST_KEYS = 300;
/** Games that are opened at once when the server starts. */
const RESUMED_AT_ONCE = 4;
/** A game in which nothing moves and nobody is leaves the memory after this long. */
const ASIDE_MS = 2 * 60_000;

/**
 * An open game as the server keeps it: `opened` once it is, `holds` are its rooms, to be told when it goes, `usedAt` is when it was
 * last asked for, ms since 1970.
 */
type Kept = {
  readonly game: Promise<OpenGame | null>;
  opened: OpenGame | null;
  readonly holds: Set<() => void>;
  usedAt: number;
};

/**
 * The games of a store. `seed`: of every new game; new secret bits for each unless given. `asideMs`: how long a game that rests is
 * kept open.
 */
export function openGames(deps: Deps, seed?: string, asideMs = ASIDE_MS): Games {
  const { store, sim, library, log } = deps;
  const open = new Map<string, Kept>();

  /** Lets games go that have been at rest for so long: the store has them, and whoever asks opens them again. */
  async function putAside(ms: number): Promise<void> {
    for (const [code, kept] of open) {
      const game = await kept.game.catch(() => null);
      const idle = kept.holds.size === 0 && now() - kept.usedAt >= ms && open.get(code) === kept;
      if (!game || !idle || !game.running.rests()) continue;
      open.delete(code);
      await game.running.stop();
      await store.setAside(code, true);
      // Somebody may have asked for it meanwhile.
      if (open.has(code)) await store.setAside(code, false);
    }
  }

  /** A game that is not what the store has goes; its people come back to what there is. */
  function letGo(code: string, kept: Kept): void {
    if (open.get(code) === kept) open.delete(code);
    for (const gone of kept.holds) gone();
  }
  const sweep = setInterval(
    () => {
      putAside(asideMs).catch((error: unknown) => log.error({ err: error }, 'a game could not be put aside'));
      forgetErased().catch((error: unknown) => log.error({ err: error }, 'erased words could not be looked for'));
      forgetDeleted().catch((error: unknown) => log.error({ err: error }, 'deleted games could not be looked for'));
    },
    Math.min(60_000, asideMs),
  ).unref();

  async function openOne(code: string): Promise<OpenGame | null> {
    const record = await store.game(code);
    if (!record) return null;
    // A game that is in memory is opened again after a crash; one that waits aside is not before somebody asks.
    if (record.aside) await store.setAside(code, false);
    const running = await openRunning(record, deps);
    return { running, audiences: audiencesOf(running, log.child({ game: code })) };
  }

  const find: Games['find'] = (code) => {
    const known = open.get(code);
    if (known) {
      known.usedAt = now();
      return known.game;
    }
    const game = openOne(code);
    const kept: Kept = { game, opened: null, holds: new Set(), usedAt: now() };
    open.set(code, kept);
    // Unknown codes are not kept, nor are failures: the next one who asks may have more luck.
    const forget = (): void => void open.delete(code);
    game.then((found) => {
      kept.opened = found;
      if (!found) return forget();
      void found.running.lost.then(async () => {
        await found.running.stop();
        letGo(code, kept);
      });
    }, forget);
    return game;
  };

  async function create({ scenario: id, names, thin = false }: CreateRequest, solo: Solo | null) {
    const scenario = library.scenarios.get(id);
    if (!scenario) return refuse('scenario-unknown', { scenario: id.slice(0, 40) }, 'scenario');
    if (solo && !scenario.seats.some((seat) => seat.id === solo.seat))
      return refuse('seat-unknown', { seat: solo.seat }, 'seat');
    return createOf(scenario, names, thin, solo);
  }

  async function createOf(scenario: Scenario, names: CreateRequest['names'], thin: boolean, solo: Solo | null) {
    const { sky, packed, refused } = await library.startSky(scenario, thin);
    if (refused.length > 0) log.warn({ file: scenario.sky.file, refused }, 'rows of the starting sky were refused');
    const state = await sim.create({ scenario, seed: seed ?? newSeed(), sky, thin, names, solo }, 'new games');
    const first = { seq: 0, state, sky: packed.hash, engineVersion: ENGINE_VERSION, nodeVersion: process.version };
    const facilitatorKey = newKey();
    for (let tries = 0; tries < CODE_TRIES; tries++) {
      const code = newCode();
      const game = { code, scenario: scenario.id, createdAt: Date.now(), closed: false };
      if (await store.createGame(game, first, packed, hashOfKey(facilitatorKey))) {
        await find(code);
        return { code, facilitatorKey };
      }
    }
    throw new Error('no free code found');
  }

  /** Takes out of the open games the words that are gone from the store: another process may have erased them. */
  async function forgetErased(): Promise<void> {
    if (open.size === 0) return;
    const gone = Map.groupBy(await store.erasedTexts([...open.keys()]), (text) => text.game);
    for (const [code, texts] of gone) (await open.get(code)?.game)?.running.forgetWords(texts.map((text) => text.id));
  }

  /** Lets go of games that another process has deleted. */
  async function forgetDeleted(): Promise<void> {
    const there = new Set((await store.games()).map((record) => record.code));
    for (const [code, kept] of open) {
      if (!kept.opened || there.has(code)) continue;
      await kept.opened.running.stop();
      letGo(code, kept);
    }
  }

  async function keyFor(code: string): Promise<SeatKey | Refusal> {
    const open = await find(code);
    if (!open) return refuse('game-unknown');
    const key = newKey();
    const delegate = newDelegate();
    const seated = Object.keys(open.running.game().state.delegates);
    const added = await store.addKey(hashOfKey(key), { game: code, role: 'delegate', delegate }, MOST_KEYS, seated);
    return added ? { delegate, key } : refuse('too-fast');
  }

  return {
    store,
    async beat() {
      const running = Array.from(open.values()).flatMap(({ opened }) => opened?.running ?? []);
      await store.beat(
        now(),
        running.map((game) => ({ game: game.code, at: game.now() })),
      );
    },
    find,
    create: (request) => create(request, null),
    createOf: (scenario, { names, thin = false }) => createOf(scenario, names, thin, null),
    async createAlone({ seat, tempo, boldBots, ...request }) {
      const made = await create(request, { seat, tempo });
      if ('code' in made && !('facilitatorKey' in made)) return made;
      const { code } = made;
      const person = await keyFor(code);
      if ('code' in person) return person;
      const { running } = (await find(code))!;
      const who = { kind: 'delegate', delegate: person.delegate } as const;
      const refusal =
        (await running.submit(who, 'join-alone', { kind: 'join', seat, text: '' })) ??
        (await running.log({ role: 'facilitator' }, 'bots-alone', { kind: 'set-bold-bots', on: boldBots })) ??
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
    hold(code, gone) {
      const kept = open.get(code);
      if (!kept) throw new Error(`game ${code} is not open`);
      kept.holds.add(gone);
      return () => {
        kept.holds.delete(gone);
        kept.usedAt = now();
      };
    },
    async delete(code) {
      const kept = open.get(code);
      await kept?.opened?.running.stop();
      try {
        return await store.deleteGame(code);
      } finally {
        if (kept) letGo(code, kept);
      }
    },
    async resume() {
      const codes = (await store.openGames()).map((record) => record.code);
      let resumed = 0;
      for (let i = 0; i < codes.length; i += RESUMED_AT_ONCE) {
        const some = codes.slice(i, i + RESUMED_AT_ONCE);
        const opened = await Promise.allSettled(some.map(find));
        opened.forEach((outcome, n) => {
          if (outcome.status === 'fulfilled') resumed++;
          else log.error({ err: outcome.reason, game: some[n]! }, 'a game could not be opened');
        });
        await putAside(0);
      }
      return resumed;
    },
    async eraseWords(codes) {
      if (codes.length === 0) return 0;
      const erased = await store.eraseWords(codes);
      await forgetErased();
      return erased;
    },
    async halted() {
      const games = await Promise.allSettled([...open.values()].map((kept) => kept.game));
      return games.filter((one) => one.status === 'fulfilled' && one.value?.running.game().state.halt).length;
    },
    async close() {
      clearInterval(sweep);
      const games = await Promise.allSettled([...open.values()].map((kept) => kept.game));
      const running = games.flatMap((game) => (game.status === 'fulfilled' ? (game.value?.running ?? []) : []));
      const resting = running.filter((game) => game.rests());
      for (const game of running) await game.stop();
      // Where that cannot be written they are opened at the next start, and put aside then.
      await Promise.allSettled(resting.map(({ code }) => store.setAside(code, true)));
    },
  };
}

const whoOf = (record: KeyRecord): Exclude<Who, { kind: 'watcher' }> =>
  record.role === 'delegate' ? { kind: 'delegate', delegate: record.delegate! } : { kind: 'facilitator' };
