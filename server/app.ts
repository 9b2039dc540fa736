/** The whole server as a value: rooms, HTTP routes, store and workers on one port. Started by main.ts and by tests. */
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { defineRoom, defineServer } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import express from 'express';
import { type Logger, pino } from 'pino';
import { ROOM } from '../shared/protocol.ts';
import type { Scenario } from '../shared/scenarios/schema.ts';
import { startForgetting } from './games/forgetting.ts';
import { type Games, openGames } from './games/games.ts';
import { openLibrary } from './games/library.ts';
import { startPulse } from './games/pulse.ts';
import { builtInScenarios } from './games/scenarios.ts';
import { takeBase } from './http/base.ts';
import { openDoor } from './http/door.ts';
import type { Outside } from './http/pages.ts';
import { addRoutes } from './http/routes.ts';
import { LIMITS, type Limits } from './http/visitors.ts';
import { recordsOn } from './records/records.ts';
import { type SimOptions, startSim } from './sim/pool.ts';
import { claimFolder } from './store/claim.ts';
import { openSqlite } from './store/sqlite.ts';
import type { Store } from './store/store.ts';
import { gameRoom } from './watch/GameRoom.ts';
import { overlaysOn } from './watch/overlays.ts';
import { openRooms } from './watch/rooms.ts';
import { counterfactualsOn } from './work/counterfactuals.ts';
import { forecastsOn } from './work/forecasts.ts';
import { warningsOn } from './work/warnings.ts';

export type AppOptions = {
  /** folder of the store */
  readonly data: string;
  /** 0: any free port */
  readonly port: number;
  readonly log?: Logger;
  readonly client?: string;
  /** instead of the usual ones */
  readonly limits?: Partial<Limits>;
  /** words of games made longer ago are erased, at the start and then every day; for ever unless given */
  readonly keepWordsDays?: number;
  /** the seed of every game made here, for tests and rehearsals: who knows it can know every draw; secret random bits unless given */
  readonly seed?: string;
  /** the path under which a proxy offers the server, as `readBase` gives it; none unless given */
  readonly base?: string;
  /** how many proxies stand before the server, each of which says whom it speaks for; none unless given */
  readonly proxies?: number;
  /** how long a game in which nothing moves and nobody is stays in memory, ms; two minutes unless given */
  readonly asideMs?: number;
  /** of the workers; for tests of what cannot be had by playing */
  readonly sim?: SimOptions;
  /** how long a request may take to arrive and a line to say that it is there, ms; twenty seconds unless given */
  readonly patienceMs?: number;
  /** how long a person's line may be down before the person has left, ms; 15 s unless given */
  readonly goneAfterMs?: number;
  /** by id; the built-in ones unless given */
  readonly scenarios?: ReadonlyMap<string, Scenario>;
};
export type App = {
  readonly port: number;
  readonly games: Games;
  /** games that went on where they were */
  readonly resumed: number;
  readonly close: () => Promise<void>;
};

const MAX_PAYLOAD = 64 * 1024;
const PATIENCE_MS = 20_000;
const CLIENT = join(import.meta.dirname, '..', 'dist', 'client');

/** Starts everything and listens. Rejects with what is wrong and where, and leaves nothing open, if something cannot be had. */
export async function startApp(options: AppOptions): Promise<App> {
  const undo: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const step of undo.toReversed()) await step();
  };
  return start(options, undo, close).catch(async (error: unknown) => {
    await close();
    throw error;
  });
}

/** An error that says where it happened. */
const at = (where: string, error: unknown): Error =>
  new Error(`${where}: ${error instanceof Error ? error.message : error}`, { cause: error });

/** @param undo gets a step for whatever was opened, to be taken in reverse */
async function start(options: AppOptions, undo: (() => unknown)[], close: App['close']): Promise<App> {
  const log = options.log ?? pino({ level: 'warn' });
  const outside: Outside = { base: options.base ?? '', proxies: options.proxies ?? 0 };
  const store = await openStore(options.data, log, undo);
  const sim = startSim(log, options.sim);
  undo.push(() => sim.close());
  const library = openLibrary(options.scenarios ?? builtInScenarios(), store, sim);
  const games = openGames({ store, sim, library, log, ...goneAfter(options) }, options.seed, options.asideMs);
  undo.push(() => games.close());
  if (options.keepWordsDays !== undefined) {
    const forgetting = await startForgetting(games, options.keepWordsDays, log);
    undo.push(() => forgetting.stop());
  }
  const pulse = await startPulse(games, log).catch((error: unknown) => {
    throw at(`the data in ${resolve(options.data)}`, error);
  });
  undo.push(() => pulse.stop());
  const resumed = await games.resume();

  const limits: Limits = { ...LIMITS, ...options.limits };
  const door = openDoor({
    proxies: outside.proxies,
    patienceMs: options.patienceMs ?? PATIENCE_MS,
    bringing: limits.bring,
    onUncounted: once(() =>
      log.warn(
        'requests come through a proxy (x-forwarded-for) that is not counted: all its people share one limit; see KESSLER_PROXIES',
      ),
    ),
  });
  const { http } = door;
  const transport = new WebSocketTransport({ noServer: true, maxPayload: MAX_PAYLOAD });
  transport.attachToServer(http, { filter: door.admits });
  const overlays = overlaysOn(sim);
  const warnings = warningsOn(sim, library, overlays);
  const room = gameRoom(games, forecastsOn(sim, library), warnings, options.patienceMs ?? PATIENCE_MS);
  const server = defineServer({
    greet: false,
    gracefullyShutdown: false,
    logger: quiet(log),
    transport,
    rooms: { [ROOM]: defineRoom(room) },
  });
  const routes = express();
  addRoutes(routes, {
    games,
    library,
    sim,
    overlays,
    counterfactuals: counterfactualsOn(store, sim),
    records: recordsOn(store, sim),
    log,
    client: options.client ?? CLIENT,
    outside,
    rooms: openRooms(),
    limits,
    health: async () => {
      const [well, gamesHalted] = [await pulse.isWell(), await games.halted()];
      const yearsLate = sim.late();
      return { ok: well && yearsLate === 0, well, yearsLate, gamesHalted };
    },
  });
  // Colyseus waits for ever for a port that it cannot have.
  const failed = new Promise<never>((_, reject) => {
    http.once('error', (error) => reject(at(`port ${options.port}`, error)));
  });
  await Promise.race([server.listen(options.port), failed]);
  undo.push(async () => {
    await server.gracefullyShutdown(false);
    http.close();
    http.closeAllConnections();
  });
  // Colyseus answers requests of its own on the way, and reads what they carry without a bound: it only carries lines here.
  door.serve((request, response) => {
    takeBase(request, outside.base);
    routes(request, response);
  });
  return { port: (http.address() as AddressInfo).port, games, resumed, close };
}

/** The same, done the first time only. */
function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}

const goneAfter = ({ goneAfterMs }: AppOptions) => (goneAfterMs === undefined ? {} : { goneAfterMs });

/** The store of a folder that is this server's alone. */
async function openStore(folder: string, log: Logger, undo: (() => unknown)[]): Promise<Store> {
  try {
    undo.push(claimFolder(folder));
    const store = await openSqlite(folder, undefined, (error) =>
      log.error({ err: error }, 'the store is opened again'),
    );
    undo.push(() => store.close());
    return store;
  } catch (error) {
    throw at(`the data in ${resolve(folder)}`, error);
  }
}

/** Colyseus logs what clients did wrong as errors; here that is detail. */
function quiet(log: Logger) {
  const detail = (...parts: unknown[]): void => log.debug(parts.map(String).join(' '));
  return { debug: detail, info: detail, warn: detail, error: detail, trace: detail };
}
