/** The whole server as a value: rooms, HTTP routes, store and workers on one port. Started by main.ts and by tests. */
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { defineRoom, defineServer, matchMaker } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { type Logger, pino } from 'pino';
import { ROOM } from '../shared/protocol.ts';
import type { Scenario } from '../shared/scenarios/schema.ts';
import { startForgetting } from './games/forgetting.ts';
import { type Games, openGames } from './games/games.ts';
import { openLibrary } from './games/library.ts';
import { builtInScenarios } from './games/scenarios.ts';
import { buckets } from './http/buckets.ts';
import { noteCaller } from './http/callers.ts';
import type { Limits } from './http/games.ts';
import { addRoutes } from './http/routes.ts';
import { recordsOn } from './records/records.ts';
import { type SimOptions, startSim } from './sim/pool.ts';
import { claimFolder } from './store/claim.ts';
import { openSqlite } from './store/sqlite.ts';
import type { Store } from './store/store.ts';
import { gameRoom } from './watch/GameRoom.ts';
import { overlaysOn } from './watch/overlays.ts';
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
  readonly limits?: Limits;
  /** words of games made longer ago are erased, at the start and then every day; for ever unless given */
  readonly keepWordsDays?: number;
  /** the seed of every game made here, for tests and rehearsals: who knows it can know every draw; secret random bits unless given */
  readonly seed?: string;
  /** how many proxies stand before the server, each of which says whom it speaks for; none unless given */
  readonly proxies?: number;
  /** how long a game in which nothing moves and nobody is stays in memory, ms; ten minutes unless given */
  readonly asideMs?: number;
  /** of the workers; for tests of what cannot be had by playing */
  readonly sim?: SimOptions;
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
const CLIENT = join(import.meta.dirname, '..', 'dist', 'client');
/** A school behind one address: thirty people may come at once, a teacher makes a few games. */
const LIMITS: Limits = { create: [20, 0.2], join: [120, 4] };

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
  const limits = options.limits ?? LIMITS;
  const store = await openStore(options.data, undo);
  const sim = startSim(log, options.sim);
  undo.push(() => sim.close());
  const library = openLibrary(options.scenarios ?? builtInScenarios(), store, sim);
  const games = openGames({ store, sim, library, log }, options.seed, options.asideMs);
  undo.push(() => games.close());
  if (options.keepWordsDays !== undefined) {
    const forgetting = await startForgetting(games, options.keepWordsDays, log);
    undo.push(() => forgetting.stop());
  }
  const resumed = await games.resume();

  // Same origin only: the page, the calls and the socket all come from this port.
  matchMaker.controller.exposedMethods = ['joinOrCreate'];
  matchMaker.controller.DEFAULT_CORS_HEADERS = {} as typeof matchMaker.controller.DEFAULT_CORS_HEADERS;
  matchMaker.controller.getCorsHeaders = () => ({});

  const transport = new WebSocketTransport({ maxPayload: MAX_PAYLOAD });
  const http = transport.server!;
  const overlays = overlaysOn(sim);
  const warnings = warningsOn(sim, library, overlays);
  const room = gameRoom(games, forecastsOn(sim, library), warnings, buckets(...limits.join));
  const server = defineServer({
    greet: false,
    gracefullyShutdown: false,
    logger: quiet(log),
    transport,
    rooms: { [ROOM]: defineRoom(room).filterBy(['code']) },
    express: (app) =>
      addRoutes(app, {
        games,
        library,
        overlays,
        counterfactuals: counterfactualsOn(store, sim, library),
        records: recordsOn(store, sim, library),
        log,
        client: options.client ?? CLIENT,
        limits,
        health: async () => {
          const yearsLate = sim.late();
          return { ok: yearsLate === 0, yearsLate, gamesHalted: await games.halted() };
        },
      }),
  });
  // Colyseus waits for ever for a port that it cannot have.
  const failed = new Promise<never>((_, reject) => {
    http.once('error', (error) => reject(at(`port ${options.port}`, error)));
  });
  await Promise.race([server.listen(options.port), failed]);
  undo.push(async () => {
    await server.gracefullyShutdown(false);
    http.closeAllConnections();
  });
  http.prependListener('request', (request) => noteCaller(request, options.proxies ?? 0));
  return { port: (http.address() as AddressInfo).port, games, resumed, close };
}

/** The store of a folder that is this server's alone. */
async function openStore(folder: string, undo: (() => unknown)[]): Promise<Store> {
  try {
    undo.push(claimFolder(folder));
    const store = await openSqlite(folder);
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
