/**
 * A game that is open: its state in memory, its log in the store, and one queue through which everything goes that changes it.
 * check -> apply -> durable append -> the new state becomes the state -> answer. Nothing else runs between check and append, and
 * nothing is answered that is not on the disk.
 */
import { nanoid } from 'nanoid';
import type { Logger } from 'pino';
import { ENGINE_VERSION } from '../shared/game/new-game.ts';
import { parseCommand, TEXT_FIELDS } from '../shared/game/parse.ts';
import { apply, check } from '../shared/game/rules.ts';
import type { Actor, Command, Entry, Game, State } from '../shared/game/state.ts';
import type { Population } from '../shared/orbits/population.ts';
import { type Refusal, refuse, type TextId } from '../shared/vocabulary/index.ts';
import { requestId } from './keys.ts';
import type { Library } from './library.ts';
import { actorOf, nameOf, type Who } from './people.ts';
import type { Sim } from './sim/pool.ts';
import { jsonInSlices } from './slices.ts';
import { type GameRecord, MAIN, SequenceConflict, type Store, type TextRow } from './store/store.ts';
import { startTurning, type Turning } from './turning.ts';

export type Deps = { readonly store: Store; readonly sim: Sim; readonly library: Library; readonly log: Logger };

export type Running = {
  readonly code: string;
  readonly game: () => Game;
  /** seq of the last entry */
  readonly seq: () => number;
  /** state as JSON, made once per state */
  readonly stateJson: () => Promise<string>;
  readonly words: (id: TextId) => string | null;
  /** a command as it came from outside; `id` is the client's and makes a retry harmless */
  readonly submit: (who: Who, id: string, input: unknown) => Promise<Refusal | null>;
  /** the same check, asked only */
  readonly ask: (who: Who, input: unknown) => Refusal | null;
  /** a bot's command; goes through the same door as a person's */
  readonly submitBot: (seat: string, id: string, input: unknown) => Promise<Refusal | null>;
  /** a command of the clock or the server; `sky` becomes the game's sky with it */
  readonly log: (actor: Actor, id: string, command: Command, sky?: Population) => Promise<Refusal | null>;
  /** called after each change, until the returned function is called */
  readonly onChange: (listener: (before: State) => void) => () => void;
  /** says that a delegate has come or gone; counts connections */
  readonly present: (delegate: string, change: 1 | -1) => void;
  readonly stop: () => Promise<void>;
};

/** More waiting commands than this in one game is a flood. */
const MOST_WAITING = 400;
const PAGE = 500;

/** Opens a game from its last snapshot and the log after it, and sets it going. */
export async function openRunning(record: GameRecord, deps: Deps): Promise<Running> {
  const { store, library } = deps;
  const { code } = record;
  const log = deps.log.child({ game: code });
  const snapshot = await store.lastSnapshot(code, MAIN);
  if (!snapshot) throw new Error(`game ${code} has no snapshot`);
  const state = JSON.parse(snapshot.state) as State;
  library.publish(state.startSkyHash, state.scenario, state.thin);
  let game: Game = { state, sky: await library.sky(snapshot.sky) };
  let seq = snapshot.seq;
  let lastAt = 0;
  for (let page = await pageAfter(seq); page.length > 0; page = await pageAfter(seq))
    for (const entry of page) {
      game = apply(game, entry);
      if (entry.command.kind === 'resolved') game = { ...game, sky: await library.sky(entry.command.outcome.skyHash) };
      seq = entry.seq;
      lastAt = entry.at;
    }
  function pageAfter(after: number): Promise<readonly Entry[]> {
    return store.entries(code, MAIN, after, PAGE);
  }
  const texts = new Map<TextId, string | null>((await store.texts(code)).map((row) => [row.id, row.words]));

  const listeners = new Set<(before: State) => void>();
  const connections = new Map<string, number>();
  let tail: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let stopped = false;
  let lost = false;
  let json: { readonly of: State; readonly text: Promise<string> } | null = null;

  function enqueue(job: () => Promise<Refusal | null>): Promise<Refusal | null> {
    if (waiting >= MOST_WAITING) return Promise.resolve(refuse('too-fast'));
    waiting++;
    const done = tail.then(job).finally(() => waiting--);
    tail = done.catch((error: unknown) => log.error({ err: error }, 'a command failed'));
    return done;
  }

  /** Runs inside the queue only. */
  async function carryOut(
    actor: Actor,
    id: string,
    command: Command,
    typed: readonly TextRow[],
    sky?: Population,
  ): Promise<Refusal | null> {
    if (stopped || lost) return refuse('store-down');
    if (game.state.recent.includes(id)) return null;
    const at = Math.max(Date.now(), lastAt);
    const refusal = check(game, actor, command, at);
    if (refusal) return refusal;
    const entry: Entry = { seq: seq + 1, at, actor, id, command };
    // Applied before it is written: what cannot be applied must not get into the log.
    const next = apply(game, entry);
    try {
      await store.append(code, MAIN, seq, [entry], typed);
    } catch (error) {
      lost = error instanceof SequenceConflict;
      log.error({ err: error }, lost ? 'another process writes this game' : 'the log cannot be written');
      return refuse('store-down');
    }
    const before = game.state;
    seq = entry.seq;
    lastAt = at;
    game = sky ? { ...next, sky } : next;
    for (const text of typed) texts.set(text.id, text.words);
    if (game.state.clock.number !== before.clock.number) keepSnapshot();
    for (const listener of listeners) listener(before);
    return null;
  }

  function stateJson(): Promise<string> {
    if (json?.of !== game.state) json = { of: game.state, text: jsonInSlices(game.state) };
    return json.text;
  }

  /** At every phase boundary. The log already has everything: a snapshot that fails costs only time at the next opening. */
  function keepSnapshot(): void {
    const at = seq;
    const { skyHash: sky, engineVersion, clock } = game.state;
    const kept = stateJson().then((text) =>
      store.saveSnapshot(code, MAIN, { seq: at, state: text, sky, engineVersion, nodeVersion: process.version }),
    );
    kept.catch((error: unknown) => log.warn({ err: error }, 'a snapshot was not kept'));
    if (clock.phase === 'closed')
      store.closeGame(code).catch((error: unknown) => log.warn({ err: error }, 'the game was not marked as closed'));
  }

  /** Parses what came from outside and takes its words out of it. */
  function read(input: unknown): { readonly command: Command; readonly typed: readonly TextRow[] } | Refusal {
    const command = parseCommand(input);
    if ('code' in command) return command;
    if (!TEXT_FIELDS.has(command.kind) || !('text' in command) || command.text === '') return { command, typed: [] };
    const id = nanoid();
    return { command: { ...command, text: id }, typed: [{ id, words: command.text }] };
  }

  function setPresent(delegate: string): void {
    const on = (connections.get(delegate) ?? 0) > 0;
    void enqueue(async () => {
      const known = game.state.delegates[delegate];
      if (!known || known.present === on || (connections.get(delegate) ?? 0) > 0 !== on) return null;
      return carryOut({ role: 'server' }, `present-${nanoid()}`, { kind: 'present', delegate, on }, []);
    }).catch(() => {});
  }

  const running: Running = {
    code,
    game: () => game,
    seq: () => seq,
    stateJson,
    words: (id) => texts.get(id) ?? null,
    async submit(who, id, input) {
      const parsed = read(input);
      if ('code' in parsed) return parsed;
      return enqueue(async () => {
        const actor = actorOf(game.state, who);
        return actor
          ? carryOut(actor, requestId(nameOf(who), id), parsed.command, parsed.typed)
          : refuse('not-your-role');
      });
    },
    ask(who, input) {
      const parsed = read(input);
      if ('code' in parsed) return parsed;
      const actor = actorOf(game.state, who);
      return actor ? check(game, actor, parsed.command, Math.max(Date.now(), lastAt)) : refuse('not-your-role');
    },
    async submitBot(seat, id, input) {
      const parsed = read(input);
      if ('code' in parsed) return parsed;
      return enqueue(() => carryOut({ role: 'bot', seat }, id, parsed.command, parsed.typed));
    },
    log: (actor, id, command, sky) => enqueue(() => carryOut(actor, id, command, [], sky)),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    present(delegate, change) {
      connections.set(delegate, Math.max(0, (connections.get(delegate) ?? 0) + change));
      setPresent(delegate);
    },
    async stop() {
      turning.stop();
      await enqueue(async () => {
        stopped = true;
        return null;
      });
    },
  };

  const turning: Turning = startTurning(running, deps, log);
  if (game.state.engineVersion !== ENGINE_VERSION)
    await running.log({ role: 'server' }, `upgraded-${nanoid()}`, { kind: 'upgraded', engineVersion: ENGINE_VERSION });
  // Nobody is connected to a game that has just been opened.
  for (const [delegate, { present }] of Object.entries(game.state.delegates)) if (present) setPresent(delegate);
  return running;
}
