/** The built client: its parts, which never change under their names, and the one page. */
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import express, { type Application, type NextFunction, type Request, type Response } from 'express';
import { FOREVER } from './answers.ts';

/** The client's own addresses: all of them are the one page. */
const PAGES = ['/', '/g/:code', '/desk/:code', '/desk/:code/print', '/project/:code'];

/** Routes of the client in a folder. */
export function pageRoutes(app: Application, client: string): void {
  app.use('/assets', smaller(join(client, 'assets')));
  app.use('/assets', express.static(join(client, 'assets'), { immutable: true, maxAge: '365d', fallthrough: false }));
  app.use(express.static(client, { index: false, maxAge: 0 }));
  app.get(PAGES, (_request, response) => {
    const page = join(client, 'index.html');
    if (existsSync(page)) response.set('cache-control', 'no-cache').sendFile(page);
    else response.status(503).type('text').send('The client has not been built: run "npm start".');
  });
}

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
