/** The built client: its parts, which never change under their names, and the one page; a page of its own for what is not there. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import express, { type Application, type NextFunction, type Request, type Response } from 'express';
import { LANGUAGES } from '../../shared/text/languages.ts';
import { say } from '../../shared/text/say.ts';
import { type Words, words } from '../../shared/vocabulary/index.ts';
import { readCode } from '../games/keys.ts';
import { messagesOf } from '../records/languages.ts';
import { markup } from '../records/report/html.ts';
import { FOREVER } from './answers.ts';
import { wayUp } from './base.ts';

/** The client's own addresses: all of them are the one page. */
const PAGES = ['/', '/g/:code', '/desk/:code', '/desk/:code/print', '/project/:code'];
/** As the page has it while the client is worked on. */
const BASE = '<base href="/" />';
/** The picture of a link that is shared: in the client's folder. */
const PICTURE = { name: 'preview.jpg', width: 1200, height: 630 } as const;

/** Where people find the server: under which path of its host, and behind how many proxies. */
export type Outside = { readonly base: string; readonly proxies: number };

/** Routes of the client in a folder. */
export function pageRoutes(app: Application, client: string, outside: Outside): void {
  const { base } = outside;
  if (base !== '') app.get(base, (_request, response) => response.redirect(308, `${base}/`));
  app.use('/assets', smaller(join(client, 'assets')));
  app.use('/assets', express.static(join(client, 'assets'), { immutable: true, maxAge: '365d' }));
  app.use(express.static(client, { index: false, maxAge: 0 }));
  app.get(PAGES, async (request, response) => {
    const page = await readFile(join(client, 'index.html'), 'utf8').catch(() => null);
    if (page === null) response.status(503).type('text').send('The client has not been built: run "npm start".');
    else
      response
        .set({ 'cache-control': 'no-cache', vary: 'accept-language' })
        .type('html')
        .send(
          page
            .replace(BASE, `<base href="${wayUp(request.path)}" />`)
            .replace('</head>', `${previewOf(request, outside)}</head>`),
        );
  });
  app.use((request, response) => sendLost(request, response, outside));
}

/** Says something in the language of who asks. */
function speaking(request: Request) {
  const { language, messages } = messagesOf(request.acceptsLanguages(Object.keys(LANGUAGES)) || 'en');
  return {
    language,
    t: (key: string, params?: Words['params']): string => say(messages, language, words(`ui.${key}`, params)),
  };
}

/** What others show of a link: a title, one sentence and a picture (https://ogp.me). */
function previewOf(request: Request, { base, proxies }: Outside): string {
  const { language, t } = speaking(request);
  const code = request.path.startsWith('/g/') ? readCode(request.params.code) : null;
  const title = code ? t('preview.game', { code }) : t('name');
  const text = t(code ? 'preview.game.text' : 'preview.text');
  const host = request.headers.host ?? '';
  const scheme = proxies > 0 && request.headers['x-forwarded-proto'] === 'https' ? 'https' : request.protocol;
  const picture = /^[\w.:[\]-]+$/.test(host) ? `${scheme}://${host}${base}/${PICTURE.name}` : '';
  return markup`<meta name="description" content="${text}" />
<meta property="og:type" content="website" />
<meta property="og:site_name" content="${t('name')}" />
<meta property="og:title" content="${title}" />
<meta property="og:description" content="${text}" />
<meta property="og:locale" content="${language}" />
<meta property="og:image" content="${picture}" />
<meta property="og:image:width" content="${PICTURE.width}" />
<meta property="og:image:height" content="${PICTURE.height}" />
<meta property="og:image:alt" content="${t('preview.alt')}" />
<meta name="twitter:card" content="summary_large_image" />
`.html;
}

/** What stands where nothing is: in words to people, which need no file that might be out of reach too. */
export function sendLost(request: Request, response: Response, { base }: Outside, status = 404): void {
  const { language, t } = speaking(request);
  if (!request.accepts('html')) {
    response.status(status).type('text').send(t('lost.title'));
    return;
  }
  const home = wayUp(request.path);
  // Who types the code alone behind the address means the game.
  const code = readCode(request.path.split('/').at(-1));
  const ways = [
    ...(code ? [markup`<a class="first" href="${home}g/${code}">${t('lost.game', { code })}</a>`] : []),
    markup`<a href="${home}">${t('join.home')}</a>`,
  ];
  response
    .status(status)
    .set({ 'cache-control': 'no-store', vary: 'accept-language' })
    .type('html')
    .send(
      markup`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><meta name="color-scheme" content="dark light" /><meta name="robots" content="noindex" /><title>${t('lost.title')} · ${t('name')}</title><style>${{ html: LOST_STYLE }}</style></head>
<body><main><p class="name">${t('name')}</p><h1>${t('lost.title')}</h1><p>${t('lost.text')}</p><p class="ways">${ways}</p>${
        base === '' ? markup`<p class="small">${t('lost.base')}</p>` : null
      }</main></body></html>
`.html,
    );
}

const LOST_STYLE = `body{margin:0;min-height:100vh;display:grid;place-items:center;padding:16px;box-sizing:border-box;font:1rem/1.5 system-ui,sans-serif;background:light-dark(#eef1f6,#0a0f1c);color:light-dark(#131b2a,#e9eef7)}
main{max-width:34rem;padding:24px;border:1px solid light-dark(#ccd5e3,#27344d);border-radius:10px;background:light-dark(#fff,#111928);overflow-wrap:anywhere}
h1{margin:0 0 12px;font-size:1.44rem}.name,.small{margin:0 0 12px;font-size:.875rem;color:light-dark(#46556c,#a5b4cb)}.small{margin:16px 0 0}
.ways{display:flex;flex-wrap:wrap;gap:12px}a{display:inline-flex;align-items:center;min-height:44px;padding:0 16px;border:1px solid light-dark(#7d8ca3,#60718e);border-radius:6px;color:inherit;font-weight:600;text-decoration:none}
a.first{border-color:transparent;background:light-dark(#0a5c9c,#7cc4f5);color:light-dark(#fff,#06131f)}`;

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
