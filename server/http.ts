/** HTTP: making and finding games, words, skies, overlays, exports, and the built client. A no carries a refusal as JSON. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import express, { type Application, type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { z } from 'zod';
import { TEMPOS } from '../shared/game/clock.ts';
import { viewFor } from '../shared/game/rules.ts';
import { wordsFor } from '../shared/game/words-for.ts';
import {
  type AloneRequest,
  type CounterfactualLine,
  type CreateRequest,
  type Erased,
  type GameCard,
  type HttpRefusal,
  ROUTES,
  type ScenarioCard,
  TABLES,
} from '../shared/protocol.ts';
import { type Refusal, type RefusalCode, type RevealStep, refuse } from '../shared/vocabulary/index.ts';
import { buckets } from './buckets.ts';
import type { Counterfactuals } from './counterfactuals.ts';
import { exportLines } from './exports.ts';
import type { Games, OpenGame } from './games.ts';
import { bearer, readCode } from './keys.ts';
import type { Library } from './library.ts';
import type { Overlays } from './overlays.ts';
import { viewerOf, type Who } from './people.ts';
import type { Records } from './records.ts';
import type { WebBytes } from './sim/tasks.ts';

export type HttpDeps = {
  readonly games: Games;
  readonly library: Library;
  readonly overlays: Overlays;
  readonly counterfactuals: Counterfactuals;
  readonly records: Records;
  readonly log: Logger;
  /** folder of the built client */
  readonly client: string;
  readonly limits: Limits;
};
/** Requests from one address: at once, and per second after that. A class sits behind one address. */
export type Limits = {
  readonly create: readonly [number, number];
  readonly join: readonly [number, number];
};

/** On the thread pool, not on the event loop. */
const compress = promisify(gzip);
/** Skies that went out compressed, by their bytes: thirty people of six seats fetch six skies within a second. */
const compressed = new WeakMap<Uint8Array, Promise<Buffer>>();

const CreateBody = z.strictObject({
  scenario: z.string().max(64),
  names: z.literal(['real', 'fictional']),
  thin: z.boolean().optional(),
});
const AloneBody = CreateBody.extend({ seat: z.string().max(8), tempo: z.literal(TEMPOS) });
const STATUS: Partial<Record<RefusalCode, number>> = {
  'game-unknown': 404,
  'scenario-unknown': 404,
  'key-unknown': 403,
  'not-your-role': 403,
  'too-fast': 429,
  'step-out-of-order': 409,
  'store-down': 503,
};
const FOREVER = 'public, max-age=31536000, immutable';
/** The client's own addresses: all of them are the one page. */
const PAGES = ['/', '/g/:code', '/desk/:code', '/desk/:code/print', '/project/:code'];

/** Puts every route on an express app. */
export function addRoutes(app: Application, deps: HttpDeps): void {
  const { games, library, overlays, counterfactuals, records, log, client, limits } = deps;
  const creations = buckets(...limits.create);
  const joins = buckets(...limits.join);
  const slow = (limit: typeof creations, request: Request): boolean => !limit.take(request.ip ?? '');

  app.disable('x-powered-by');
  app.use(helmet(SECURITY));
  app.use(express.json({ limit: '16kb' }));

  /** A handler whose game is found first; unknown codes are refused. */
  const ofGame =
    (handle: (open: OpenGame, request: Request, response: Response) => Promise<void> | void) =>
    async (request: Request, response: Response): Promise<void> => {
      const code = readCode(request.params.code);
      const open = code ? await games.find(code) : null;
      if (!open) no(response, refuse('game-unknown'));
      else await handle(open, request, response);
    };
  /** Who asks: by the key in the header, or a guest. Null: the key is nobody's. */
  const whoAsks = async (open: OpenGame, request: Request): Promise<Who | null> => {
    if (!request.headers.authorization) return { kind: 'watcher', as: 'guest' };
    const key = bearer(request.headers.authorization);
    return key ? games.holder(open.running.code, key) : null;
  };

  app.get('/api/health', (_request, response) => void response.json({ ok: true }));

  app.get(ROUTES.scenarios, (_request, response) => {
    const list: ScenarioCard[] = [...library.scenarios.values()].map(({ id, languages, seats, names, lesson }) => ({
      id,
      lessonSeat: lesson?.seat ?? null,
      seats: seats.map((seat) => ({
        id: seat.id,
        names: Object.fromEntries(languages.map((code) => [code, names.fictional[code]![seat.id]!])),
      })),
    }));
    response.json(list);
  });

  app.post(ROUTES.games, async (request, response) => {
    if (slow(creations, request)) return no(response, refuse('too-fast'));
    const body = CreateBody.safeParse(request.body);
    if (!body.success) return no(response, refuse('malformed', {}, body.error.issues[0]?.path.join('.') || 'body'));
    const made = await games.create(body.data as CreateRequest);
    if ('facilitatorKey' in made) response.status(201).json(made);
    else no(response, made);
  });

  app.post(ROUTES.alone, async (request, response) => {
    if (slow(creations, request)) return no(response, refuse('too-fast'));
    const body = AloneBody.safeParse(request.body);
    if (!body.success) return no(response, refuse('malformed', {}, body.error.issues[0]?.path.join('.') || 'body'));
    const made = await games.createAlone(body.data as AloneRequest);
    if ('key' in made) response.status(201).json(made);
    else no(response, made);
  });

  app.get(
    ROUTES.game(':code'),
    ofGame(({ running }, _request, response) => {
      const { state } = running.game();
      const card: GameCard = {
        code: running.code,
        scenario: state.scenario.id,
        phase: state.clock.phase,
        turn: state.clock.turn,
        alone: state.solo?.seat ?? null,
        seats: state.scenario.seats.map(({ id, kind, emblem, colour }) => ({
          id,
          kind,
          emblem,
          colour,
          people: Object.values(state.delegates).filter((d) => d.seat === id).length,
          bot: state.seats[id]!.bot,
        })),
      };
      response.set('cache-control', 'no-store').json(card);
    }),
  );

  app.post(
    ROUTES.delegates(':code'),
    ofGame(async ({ running }, request, response) => {
      if (slow(joins, request)) return no(response, refuse('too-fast'));
      const made = await games.newDelegate(running.code);
      if ('key' in made) response.status(201).json(made);
      else no(response, made);
    }),
  );

  app.get(
    ROUTES.words(':code', ':language'),
    ofGame(async (open, request, response) => {
      const who = await whoAsks(open, request);
      if (!who) return no(response, refuse('key-unknown'));
      const game = open.running.game();
      const view = viewFor(game, viewerOf(game.state, who));
      response
        .set({ 'cache-control': 'private, no-store', vary: 'authorization' })
        .json(wordsFor(game.state, view, String(request.params.language)));
    }),
  );

  app.get(
    ROUTES.overlay(':code', ':version'),
    ofGame(async (open, request, response) => {
      const who = await whoAsks(open, request);
      if (!who) return no(response, refuse('key-unknown'));
      const { version, bytes } = await overlays.of(open, who);
      response.set('x-overlay', version);
      await sendSky(request, response, bytes);
    }),
  );

  /** A handler for the facilitator; one who plays alone comes in once the debrief has opened the step. */
  const ofDesk = (step: RevealStep, handle: (open: OpenGame, request: Request, response: Response) => Promise<void>) =>
    ofGame(async (open, request, response) => {
      const who = await whoAsks(open, request);
      if (!who) return no(response, refuse('key-unknown'));
      const { solo, revealed, clock } = open.running.game().state;
      if (who.kind !== 'facilitator') {
        if (!solo || who.kind !== 'delegate') return no(response, refuse('not-your-role'));
        if (clock.phase !== 'closed' && !revealed.includes(step))
          return no(response, refuse('step-out-of-order', { next: { key: `reveal.${step}` } }));
      }
      await handle(open, request, response);
    });

  app.get(
    ROUTES.export(':code'),
    ofDesk('exit', async (open, _request, response) => {
      response.set({
        'content-type': 'application/jsonl; charset=utf-8',
        'content-disposition': `attachment; filename="kessler-${open.running.code}.jsonl"`,
        'cache-control': 'private, no-store',
      });
      for await (const line of exportLines(open.running, games.store)) {
        if (response.destroyed) return;
        if (!response.write(line)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
      }
      response.end();
    }),
  );

  app.delete(
    ROUTES.typed(':code'),
    ofDesk('exit', async ({ running }, _request, response) => {
      const { phase } = running.game().state.clock;
      if (phase !== 'debrief' && phase !== 'closed')
        return no(response, refuse('wrong-phase', { phase: { key: `phase.${phase}` } }));
      response.json({ texts: await games.eraseWords([running.code]) } satisfies Erased);
    }),
  );

  app.post(
    ROUTES.counterfactual(':code'),
    ofDesk('counterfactual', async (open, request, response) => {
      const line = (said: CounterfactualLine): void => {
        if (!response.headersSent) response.set({ 'content-type': 'application/jsonl; charset=utf-8' });
        if (!response.destroyed) response.write(`${JSON.stringify(said)}\n`);
      };
      const change: unknown = request.body?.change;
      const done = await counterfactuals.run(open, change, (turns, of) => line({ done: turns, of }));
      if ('id' in done) line({ counterfactual: done.id });
      else if (response.headersSent) line({ refusal: done });
      else return no(response, done);
      response.end();
    }),
  );

  app.get(
    ROUTES.moment(':code', ':turn', ':as'),
    ofGame(async (open, request, response) => {
      const who = await whoAsks(open, request);
      if (!who) return no(response, refuse('key-unknown'));
      await sendSky(
        request,
        response,
        await records.momentSky(open, who, Number(request.params.turn), String(request.params.as)),
      );
    }),
  );

  app.get(
    ROUTES.world(':code', ':id'),
    ofGame(async (open, request, response) => {
      const who = await whoAsks(open, request);
      if (!who) return no(response, refuse('key-unknown'));
      await sendSky(request, response, await records.worldSky(open, who, String(request.params.id)));
    }),
  );

  app.get(
    ROUTES.report(':code', ':language'),
    ofDesk('exit', async (open, request, response) => {
      const page = await records.report(open, String(request.params.language));
      if (typeof page !== 'string') return no(response, page);
      download(response, `kessler-${open.running.code}.html`, 'text/html', page);
    }),
  );

  app.get(
    ROUTES.tables(':code', ':language'),
    ofDesk('exit', async (open, request, response) => {
      const bytes = await records.tables(open, String(request.params.language));
      response
        .set({
          'content-type': 'application/zip',
          'content-disposition': `attachment; filename="kessler-${open.running.code}-tables.zip"`,
          'cache-control': 'private, no-store',
        })
        .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    }),
  );

  app.get(
    ROUTES.table(':code', ':name', ':language'),
    ofDesk('exit', async (open, request, response) => {
      const name = TABLES.find((known) => known === request.params.name);
      if (!name) return no(response, refuse('malformed', {}, 'table'), 404);
      const csv = await records.table(open, name, String(request.params.language));
      download(response, `kessler-${open.running.code}-${name}.csv`, 'text/csv', csv);
    }),
  );

  app.get(ROUTES.sky(':hash'), async (request, response) => {
    sendWeb(request, response, await library.web(String(request.params.hash)));
  });
  app.get(ROUTES.skyNames(':hash'), async (request, response) => {
    sendWeb(request, response, await library.namesWeb(String(request.params.hash)));
  });
  app.use('/api', (_request, response) => no(response, refuse('unknown-command'), 404));

  app.use('/assets', smaller(join(client, 'assets')));
  app.use('/assets', express.static(join(client, 'assets'), { immutable: true, maxAge: '365d', fallthrough: false }));
  app.use(express.static(client, { index: false, maxAge: 0 }));
  app.get(PAGES, (_request, response) => {
    const page = join(client, 'index.html');
    if (existsSync(page)) response.set('cache-control', 'no-cache').sendFile(page);
    else response.status(503).type('text').send('The client has not been built: run "npm start".');
  });

  app.use((error: Error & { status?: number }, _request: Request, response: Response, next: NextFunction) => {
    const status = error.status ?? 500;
    if (status >= 500) log.error({ err: error }, 'a request failed');
    if (response.headersSent) return next(error);
    no(response, refuse(status >= 500 ? 'store-down' : 'malformed'), status);
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

/** Hands out the compressed twin of an asset (build.ts) to those who can read it. */
function smaller(folder: string) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const encoding = request.acceptsEncodings('br', 'gzip');
    const name = request.path.slice(1);
    const twin = join(folder, `${name}.${encoding === 'br' ? 'br' : 'gz'}`);
    if (!encoding || !/^[\w.-]+$/.test(name) || !existsSync(twin)) {
      next();
      return;
    }
    response
      .type(extname(name))
      .set({ 'cache-control': FOREVER, 'content-encoding': encoding, vary: 'accept-encoding' });
    response.sendFile(twin, { cacheControl: false });
  };
}

function no(response: Response, refusal: Refusal, status = STATUS[refusal.code] ?? 400): void {
  response.status(status).json({ refusal } satisfies HttpRefusal);
}

/** A sky that only this asker may know, or why not. */
async function sendSky(request: Request, response: Response, bytes: Uint8Array | Refusal): Promise<void> {
  if ('code' in bytes) {
    no(response, bytes);
    return;
  }
  response.set({
    'cache-control': 'private, no-store',
    vary: 'authorization, accept-encoding',
    'content-type': 'application/octet-stream',
  });
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!request.acceptsEncodings('gzip')) {
    response.send(body);
    return;
  }
  const smaller = compressed.get(bytes) ?? compress(body);
  compressed.set(bytes, smaller);
  response.set('content-encoding', 'gzip').send(await smaller);
}

/** A file to keep: never shown inside the page, never cached. */
function download(response: Response, name: string, type: string, text: string): void {
  response
    .set({
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    })
    .send(Buffer.from(text));
}

function sendWeb(request: Request, response: Response, web: WebBytes | null): void {
  const encoding = request.acceptsEncodings('br', 'gzip');
  if (!web || !encoding) {
    no(response, web ? refuse('malformed', {}, 'accept-encoding') : refuse('unknown-command'), web ? 406 : 404);
    return;
  }
  const bytes = encoding === 'br' ? web.brotli : web.gzip;
  response.set({
    'cache-control': FOREVER,
    'content-type': web.type,
    'content-encoding': encoding,
    vary: 'accept-encoding',
  });
  response.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
