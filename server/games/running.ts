/** A game that is open: its journal, the words people typed, its snapshots, who is there, and the clock that moves it. */
import { isDeepStrictEqual } from 'node:util';
import { nanoid } from 'nanoid';
import type { Logger } from 'pino';
import type { Command } from '../../shared/game/commands/index.ts';
import { ENGINE_VERSION } from '../../shared/game/new-game.ts';
import { carriesWords, parseCommand } from '../../shared/game/parse.ts';
import { check } from '../../shared/game/rules.ts';
import type { Game, State } from '../../shared/game/state.ts';
import type { Halt } from '../../shared/game/time/halt.ts';
import { awaitsSky } from '../../shared/game/time/phases.ts';
import { ScenarioSchema } from '../../shared/scenarios/schema.ts';
import { type Refusal, refuse, type TextId } from '../../shared/vocabulary/index.ts';
import { jsonInSlices } from '../slices.ts';
import { type GameRecord, MAIN, type TextRow } from '../store/store.ts';
import { actorOf, nameOf } from '../watch/people.ts';
import { openJournal } from './journal.ts';
import { requestId } from './keys.ts';
import { readGame, skyOf } from './opening.ts';
import type { Deps, Running } from './running-shape.ts';
import { startTurning, type Turning } from './turning.ts';

/** Faults of a scenario that are named to the desk. */
const MOST_FAULTS = 3;
/** How long to wait before presence that could not be written is tried again. */
const AGAIN_MS = 1_000;

/** A page that is loaded again, or a line that drops, is nobody leaving: a phase must not end for that. */
const GONE_AFTER_MS = 15_000;

/** Opens a game from its last snapshot and the log after it, and sets it going. */
export async function openRunning(record: GameRecord, deps: Deps): Promise<Running> {
  const { store } = deps;
  const { code } = record;
  const log = deps.log.child({ game: code });
  const sources = { ...deps, log };
  const start = await readGame(code, sources);
  const texts = new Map<TextId, string | null>((await store.texts(code)).map((row) => [row.id, row.words]));
  const listeners = new Set<(before: State) => void>();
  const connections = new Map<string, number>();
  let stopped = false;
  let json: { readonly of: State; readonly text: Promise<string> } | null = null;

  const written = (before: State, typed: readonly TextRow[]): void => {
    for (const text of typed) texts.set(text.id, text.words);
    if (game().state.clock.number !== before.clock.number) keepSnapshot();
    for (const listener of listeners) listener(before);
  };
  const journal = openJournal(code, start, store, log, written, outageOf);
  const game = (): Game => journal.durable().game;

  function stateJson(): Promise<string> {
    const { state } = game();
    if (json?.of !== state) json = { of: state, text: jsonInSlices(state) };
    return json.text;
  }

  /** At every phase boundary. The log already has everything: a snapshot that fails costs only time at the next opening. */
  function keepSnapshot(): void {
    const { seq } = journal.durable();
    const { skyHash: sky, engineVersion, clock } = game().state;
    const kept = stateJson().then((state) =>
      store.saveSnapshot(code, MAIN, { seq, state, sky, engineVersion, nodeVersion: process.version }),
    );
    kept.catch((error: unknown) => log.warn({ err: error }, 'a snapshot was not kept'));
    if (clock.phase === 'closed')
      store.closeGame(code).catch((error: unknown) => log.warn({ err: error }, 'the game was not marked as closed'));
  }

  const isHere = (delegate: string): boolean => (connections.get(delegate) ?? 0) > 0;

  function notePresence(delegate: string): void {
    const on = isHere(delegate);
    const known = journal.newest().delegates[delegate];
    if (stopped || !known || known.present === on) return;
    running.log({ role: 'server' }, `present-${nanoid()}`, { kind: 'present', delegate, on }).then(
      // Asked again: somebody may have come and gone while the disk was busy, or the store may be back.
      (refusal) => setTimeout(() => notePresence(delegate), refusal ? AGAIN_MS : 0).unref(),
      (error: unknown) => log.error({ err: error }, 'presence was not logged'),
    );
  }

  /** Who comes is there at once; who plays alone stops the clock by leaving. */
  function noteLeaving(delegate: string): void {
    if (game().state.solo) notePresence(delegate);
    else setTimeout(() => notePresence(delegate), deps.goneAfterMs ?? GONE_AFTER_MS).unref();
  }

  const running: Running = {
    code,
    game,
    lost: journal.lost,
    now: journal.now,
    seq: () => journal.durable().seq,
    at: () => journal.durable().at,
    stateJson,
    words: (id) => texts.get(id) ?? null,
    async submit(who, id, input) {
      const parsed = takeWords(input);
      if ('code' in parsed) return parsed;
      const { command, typed } = parsed;
      return journal.carryOut((state) => actorOf(state, who), requestId(nameOf(who), id), command, typed);
    },
    ask(who, input) {
      const parsed = takeWords(input);
      if ('code' in parsed) return parsed;
      const actor = actorOf(game().state, who);
      return actor ? check(game(), actor, parsed.command, journal.now()) : refuse('not-your-role');
    },
    async submitBot(seat, id, input) {
      const parsed = takeWords(input);
      if ('code' in parsed) return parsed;
      return journal.carryOut(() => ({ role: 'bot', seat }), id, parsed.command, parsed.typed);
    },
    log: (actor, id, command, sky) => journal.carryOut(() => actor, id, command, [], sky),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    sky: (hash) => skyOf(code, sources, hash),
    forgetWords(ids) {
      const known = ids.filter((id) => texts.get(id));
      if (known.length === 0) return;
      for (const id of known) texts.set(id, null);
      for (const listener of listeners) listener(game().state);
    },
    present(delegate, change) {
      connections.set(delegate, Math.max(0, (connections.get(delegate) ?? 0) + change));
      if (change > 0) notePresence(delegate);
      else noteLeaving(delegate);
    },
    rests() {
      return !moves(game().state) && journal.idle() && ![...connections.values()].some((n) => n > 0);
    },
    async stop() {
      stopped = true;
      turning.stop();
      await journal.stop();
    },
  };

  if (game().state.engineVersion !== ENGINE_VERSION)
    await running.log({ role: 'server' }, `upgraded-${nanoid()}`, { kind: 'upgraded', engineVersion: ENGINE_VERSION });
  await noteOutage(running, record.aliveAt ?? start.at, log);
  await noteFit(running);
  const turning: Turning = startTurning(running, deps, log);
  // Nobody is connected to a game that has just been opened. Those who wait leave first, so that none of them ends the phase alone.
  const { delegates, seats } = game().state;
  const waiting = (delegate: string): number => Number(seats[delegates[delegate]!.seat]!.ready);
  for (const delegate of Object.keys(delegates).toSorted((a, b) => waiting(b) - waiting(a))) noteLeaving(delegate);
  return running;
}

/** Away for less than this is not worth a line. */
const LEAST_OUTAGE_MS = 1_000;

/** What is logged of a game that could not go on for so long, so that nobody loses the time; null: nothing. */
const outageOf = (state: State, ms: number): Command | null =>
  moves(state) && ms >= LEAST_OUTAGE_MS ? { kind: 'outage', ms } : null;

/** Logs for how long a game has had no server. `aliveAt`: its time when a server last had it. */
async function noteOutage(running: Running, aliveAt: number, log: Logger): Promise<void> {
  const outage = outageOf(running.game().state, running.now() - Math.max(aliveAt, running.at()));
  if (!outage) return;
  const refusal = await running.log({ role: 'server' }, `outage-${nanoid()}`, outage);
  if (refusal) throw new Error(`the time without a server could not be logged: ${refusal.code}`);
  log.warn(outage, 'the game goes on where it stood');
}

/** Whether a clock runs in a game, or a year is awaited. */
const moves = (state: State): boolean =>
  (state.clock.endsAt !== null && state.clock.pausedLeftMs === null) || awaitsSky(state);

/** Logs that a game must stand still under this code, or may go on again: numbers that are missing would end in its ledger. */
async function noteFit(running: Running): Promise<void> {
  const { scenario, halt, clock } = running.game().state;
  if (clock.phase === 'closed') return;
  const fit = ScenarioSchema.safeParse(scenario);
  const detail = fit.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).slice(0, MOST_FAULTS);
  const found: Halt | null = detail ? { why: 'scenario', detail: detail.join('; ') } : null;
  const known = halt?.why === 'scenario' ? halt : null;
  if (isDeepStrictEqual(found, known)) return;
  await running.log({ role: 'server' }, `halted-${nanoid()}`, { kind: 'halted', halt: found });
}

/** Parses what came from outside and takes its words out of it: they are kept apart, under an id. */
function takeWords(input: unknown): { readonly command: Command; readonly typed: readonly TextRow[] } | Refusal {
  const command = parseCommand(input);
  if ('code' in command) return command;
  if (!carriesWords(command) || command.text === '') return { command, typed: [] };
  const id = nanoid();
  return { command: { ...command, text: id }, typed: [{ id, words: command.text }] };
}
