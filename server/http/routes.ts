/** HTTP: every route in its order, and what holds for all of them. A no carries a refusal as JSON. */
import type { Application, NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { refuse } from '../../shared/vocabulary/index.ts';
import type { Games } from '../games/games.ts';
import type { Library } from '../games/library.ts';
import type { Records } from '../records/records.ts';
import { Cancelled } from '../sim/lane.ts';
import type { Sim } from '../sim/pool.ts';
import type { Overlays } from '../watch/overlays.ts';
import type { Rooms } from '../watch/rooms.ts';
import type { Counterfactuals } from '../work/counterfactuals.ts';
import { no } from './answers.ts';
import { askersOf } from './askers.ts';
import { deskRoutes } from './desk.ts';
import { gameRoutes } from './games.ts';
import { type Outside, pageRoutes, sendLost } from './pages.ts';
import { roomRoutes } from './rooms.ts';
import { skyRoutes } from './skies.ts';
import { type Limits, visitorsOf } from './visitors.ts';

export type HttpDeps = {
  readonly games: Games;
  readonly library: Library;
  readonly sim: Sim;
  readonly overlays: Overlays;
  readonly counterfactuals: Counterfactuals;
  readonly records: Records;
  readonly log: Logger;
  /** folder of the built client */
  readonly client: string;
  readonly outside: Outside;
  readonly rooms: Rooms;
  readonly limits: Limits;
  readonly health: () => Promise<Health>;
};

/** `well`: the store writes. `ok`: that, and nothing hangs. `yearsLate`: years that take far longer than they should. `gamesHalted`: games that stand still. */
export type Health = {
  readonly ok: boolean;
  readonly well: boolean;
  readonly yearsLate: number;
  readonly gamesHalted: number;
};

/** Puts every route on an express app. */
export function addRoutes(app: Application, deps: HttpDeps): void {
  const { games, library, sim, overlays, counterfactuals, records, log, client, outside, rooms, limits, health } = deps;
  const visitors = visitorsOf(games, limits);
  const askers = askersOf(visitors);

  app.disable('x-powered-by');
  app.use(helmet(SECURITY));

  app.get('/api/health', async (_request, response) => {
    const { well, ...found } = await health();
    response
      .status(well ? 200 : 503)
      .set('cache-control', 'no-store')
      .json(found);
  });
  roomRoutes(app, rooms, visitors);
  gameRoutes(app, games, library, sim, visitors, askers);
  skyRoutes(app, library, overlays, records, askers);
  deskRoutes(app, games, counterfactuals, records, askers);
  app.use('/api', (_request, response) => no(response, refuse('unknown-command'), 404));

  pageRoutes(app, client, outside);

  app.use((error: Error & { status?: number }, request: Request, response: Response, next: NextFunction) => {
    // Whoever asked has gone, and the work was stopped for that.
    if (error instanceof Cancelled && response.destroyed) return;
    const status = error.status ?? 500;
    if (status >= 500) log.error({ err: error }, 'a request failed');
    if (response.headersSent) return next(error);
    // An address that cannot be read was typed by a person.
    if (status < 500 && request.method === 'GET' && !request.path.startsWith('/api/'))
      return sendLost(request, response, outside, status);
    no(response, refuse(status >= 500 ? 'server-fault' : 'malformed'), status);
  });
}

/** One port, one origin; plain HTTP on a class-room network must work, so nothing here demands TLS. */
const SECURITY: Parameters<typeof helmet>[0] = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      workerSrc: ["'self'", 'blob:'],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'", 'ws:', 'wss:'],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
    },
  },
  strictTransportSecurity: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
};
