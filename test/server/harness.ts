/** A real server on a free port with a store in a temporary folder, and people who come to it over real sockets. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Client, type Room } from '@colyseus/sdk';
import { nanoid } from 'nanoid';
import { pino } from 'pino';
import { type App, startApp } from '../../server/app.ts';
import { builtInScenarios } from '../../server/games/scenarios.ts';
import { applyChanges } from '../../shared/delta.ts';
import { type Command, commands } from '../../shared/game/commands/index.ts';
import { meant } from '../../shared/game/meaning.ts';
import type { View } from '../../shared/game/view/view-shape.ts';
import {
  type CreateAnswer,
  type JoinOptions,
  REQUESTS,
  ROOM,
  ROUTES,
  type SeatKey,
  VIEW_MESSAGE,
  type ViewMessage,
} from '../../shared/protocol.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import type { PhaseName, Refusal, RefusalCode } from '../../shared/vocabulary/index.ts';

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'kessler-'));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

export const pause = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));

/** Chance in a test is the same each time: a year that happens once in a hundred must not be what fails it. */
const SEED = 'tests over real sockets';

/** What is waited for comes at once on an idle machine; a busy one is no fault. */
const LONGEST_WAIT_MS = 120_000;

/** Waits until `ready` says yes; fails with `what` after `ms`. */
export async function until(
  what: string,
  ready: () => boolean | Promise<boolean>,
  ms = LONGEST_WAIT_MS,
  everyMs = 20,
): Promise<void> {
  const end = Date.now() + ms;
  while (!(await ready())) {
    if (Date.now() > end) throw new Error(`waited in vain for: ${what}`);
    await pause(everyMs);
  }
}

/** A server that many tests may knock at. */
export async function testApp(
  data: string,
  scenarios = builtInScenarios(),
  keepWordsDays?: number,
  goneAfterMs = 0,
): Promise<App> {
  return startApp({
    scenarios,
    data,
    port: 0,
    log: pino({ level: 'silent' }),
    limits: { create: [1000, 100], wrong: [1000, 100] },
    seed: SEED,
    goneAfterMs,
    ...(keepWordsDays === undefined ? {} : { keepWordsDays }),
  });
}

/** First test with a clock that runs so many times faster: all its seconds divided but those given, nothing else changed. */
export function quickened(rate: number, kept: Partial<Scenario['seconds']> = {}): ReadonlyMap<string, Scenario> {
  const firstTest = builtInScenarios().get('first-test')!;
  const faster = <T extends { readonly seconds: number }>(step: T): T => ({ ...step, seconds: step.seconds / rate });
  const seconds = Object.fromEntries(Object.entries(firstTest.seconds).map(([name, s]) => [name, s / rate]));
  return new Map([
    [
      firstTest.id,
      {
        ...firstTest,
        seconds: { ...(seconds as Scenario['seconds']), ...kept },
        session: { before: firstTest.session.before.map(faster), after: firstTest.session.after.map(faster) },
      },
    ],
  ]);
}

/** What a command is told whose maker has not seen yet what came before it. */
const MOVED: readonly RefusalCode[] = ['phase-passed', 'turn-passed', 'clock-changed', 'text-changed', 'order-changed'];

/** One person's connection: what came over it, and the view it adds up to. */
export type Person = {
  readonly room: Room;
  readonly messages: ViewMessage[];
  /** for every whole view that came after deltas: whether they had added up to it */
  readonly same: boolean[];
  readonly bytes: () => string;
  readonly view: () => View;
  readonly texts: Record<string, string | null>;
  readonly left: { code: number | null };
  /** a command under a new id, or under `id` */
  readonly command: (command: Command | Record<string, unknown>, id?: string) => Promise<Refusal | null>;
  readonly request: (name: string, payload: unknown) => Promise<unknown>;
};

export const post = async <T>(address: string, body?: unknown): Promise<{ status: number; body: T }> => {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  });
  return { status: response.status, body: (await response.json()) as T };
};

/** Makes a game, on the thin sky unless told otherwise. */
export async function makeGame(at: string, thin = true): Promise<CreateAnswer> {
  const made = await post<CreateAnswer>(`${at}${ROUTES.games}`, {
    scenario: 'first-test',
    names: 'fictional',
    thin,
  });
  if (made.status !== 201) throw new Error(`no game: ${JSON.stringify(made.body)}`);
  return made.body;
}

export const newKey = async (at: string, code: string): Promise<SeatKey> =>
  (await post<SeatKey>(`${at}${ROUTES.delegates(code)}`)).body;

/** Comes in, asks for the whole view and keeps it up to date. */
export async function enter(at: string, options: JoinOptions, key: string | null): Promise<Person> {
  const client = new Client(at, key ? { headers: { authorization: `Bearer ${key}` } } : {});
  const room: Room = await client.joinOrCreate(ROOM, options);
  room.reconnection.enabled = false;
  const messages: ViewMessage[] = [];
  const raw: string[] = [];
  const texts: Record<string, string | null> = {};
  const left: Person['left'] = { code: null };
  const same: boolean[] = [];
  let view: View | null = null;
  let version = 0;
  room.onLeave((code) => {
    left.code = code;
  });
  room.onDrop((code) => {
    left.code = code;
  });
  room.onMessage(VIEW_MESSAGE, (bytes: Uint8Array) => {
    const text = new TextDecoder().decode(bytes);
    const message = JSON.parse(text) as ViewMessage;
    if (message.kind === 'delta' && message.from !== version) throw new Error(`gap: ${message.from} after ${version}`);
    const next = message.kind === 'whole' ? message.view : (applyChanges(view, message.changes) as View);
    // The same version of the same audience: what the deltas added up to must be the whole.
    if (message.kind === 'whole' && message.to === version && isDeepStrictEqual(view?.viewer, next.viewer))
      same.push(isDeepStrictEqual(view, next));
    view = next;
    version = message.to;
    messages.push(message);
    raw.push(text);
    Object.assign(texts, message.texts);
  });
  const request: Person['request'] = (name, payload) => room.request(name, payload, { timeout: LONGEST_WAIT_MS });
  /** As a page sends it: about what its maker sees. What is no command goes as it is. */
  const asSeen = (command: Command | Record<string, unknown>): unknown =>
    Object.hasOwn(commands, String((command as { kind?: unknown }).kind)) ? meant(command as Command, view!) : command;
  /** Who is told that the table has moved meanwhile looks again and says it again. */
  const give = async (command: Command | Record<string, unknown>, id: string, tries = 5): Promise<Refusal | null> => {
    const answer = (await request(REQUESTS.command, { id, command: asSeen(command) })) as Refusal | null;
    if (tries === 0 || 'means' in command || !MOVED.includes(answer?.code as RefusalCode)) return answer ?? null;
    await pause(100);
    return give(command, id, tries - 1);
  };
  await request(REQUESTS.whole, {});
  await until('the first view', () => view !== null);
  return {
    room,
    messages,
    same,
    texts,
    left,
    bytes: () => raw.join('\n'),
    view: () => view!,
    request,
    command: (command, id = nanoid()) => give(command, id),
  };
}

/** A delegate with a new key, seated. */
export async function seat(at: string, code: string, seatId: string): Promise<Person & SeatKey> {
  const key = await newKey(at, code);
  const person = await enter(at, { code }, key.key);
  const refusal = await person.command({ kind: 'join', seat: seatId, text: `of ${seatId}` });
  if (refusal) throw new Error(`no seat: ${refusal.code}`);
  await until('the seat', () => person.view().viewer.kind === 'seat');
  return { ...person, ...key };
}

/** A year of the full sky has this long on a busy machine. */
export const SKY_MS = 120_000;
/** Asking more often would be a flood. */
const ASK_AGAIN_MS = 200;

/** The facilitator ends phases until this one, of this turn or the next; a year that is being computed comes first, and a game that is over stays so. */
export async function endPhasesUntil(desk: Person, phase: PhaseName, turn?: number): Promise<void> {
  // A start that was just allowed is seen a beat later.
  await until('the start', () => desk.view().clock.phase !== 'lobby');
  const { clock } = desk.view();
  if (clock.phase === 'debrief' || (clock.phase === phase && clock.turn === (turn ?? clock.turn))) return;
  const over = () => desk.view().clock.number > clock.number;
  const end = async () => over() || (await desk.command({ kind: 'end-phase' })) === null;
  await until(`the end of ${clock.phase}`, end, SKY_MS, ASK_AGAIN_MS);
  await until('the next phase', over);
  await endPhasesUntil(desk, phase, turn);
}

const SEATS = ['US', 'CN', 'RU', 'IN', 'EU', 'OP'] as const;

/** Somebody silent at every seat but these, so that no bot takes one. */
export const seatOthers = async (at: string, code: string, but: readonly string[]): Promise<void> => {
  await Promise.all(SEATS.filter((id) => !but.includes(id)).map((id) => seat(at, code, id)));
};

/** The server as a process of its own, to be killed. */
export type Process = {
  readonly at: string;
  readonly pid: number;
  /** what it has written so far */
  readonly said: () => string;
  readonly kill: (signal: NodeJS.Signals) => Promise<number | null>;
};

/**
 * Starts server/main.ts on a free port, with more in its environment, by a command that has its own last in line. Fails with what it
 * wrote if it does not come up.
 */
export async function startProcess(
  data: string,
  environment: Readonly<Record<string, string>> = {},
  by: readonly string[] = [],
): Promise<Process> {
  const [command, ...rest] = [...by, process.execPath, join(import.meta.dirname, '../../server/main.ts')];
  const child = spawn(command!, rest, {
    env: { ...process.env, PORT: '0', KESSLER_DATA: data, KESSLER_SEED: SEED, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  let killed = false;
  const gone = new Promise<number | null>((done) => child.once('exit', done));
  void gone.then((code) => {
    if (!killed) process.stderr.write(`the server stopped by itself (${code}): ${said}\n`);
  });
  const found = (): string | undefined => /http:\/\/localhost:\d+/.exec(said)?.[0];
  await until(`the server's address`, () => found() !== undefined || child.exitCode !== null);
  const at = found();
  if (!at) throw new Error(`the server did not start: ${said}`);
  return {
    at,
    pid: child.pid!,
    said: () => said,
    async kill(signal) {
      killed = true;
      child.kill(signal);
      return gone;
    },
  };
}
