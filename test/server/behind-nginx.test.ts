/** The server behind a real nginx: at the root of a host, under a path that is passed on or taken off, compressed, without WebSocket. */
import { spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBase } from '../../server/http/base.ts';
import { contentHash } from '../../shared/orbits/table/content-hash.ts';
import { type CreateAnswer, ROUTES } from '../../shared/protocol.ts';
import { enter, makeGame, type Process, removeFolder, seat, startProcess, temporaryFolder, until } from './harness.ts';
import { locationOf, type Nginx, startNginx } from './nginx.ts';

const data = temporaryFolder();
const GZIP = 'gzip on; gzip_proxied any; gzip_min_length 1; gzip_types *;';
let server: Process;
let nginx: Nginx;
let whole: string;
let kept: string;
let stripped: string;
let bare: string;
let made: CreateAnswer;

beforeAll(async () => {
  server = await startProcess(data, { KESSLER_BASE: 'accords/', KESSLER_PROXIES: '1' });
  const port = Number(new URL(server.at).port);
  nginx = await startNginx([
    locationOf(port, (block) => block.replace('/accords/', '/')),
    GZIP + locationOf(port),
    locationOf(port, (block) => block.replace(/(proxy_pass [^;]+);/, '$1/;')),
    locationOf(port, (block) =>
      block
        .replace(/.*(Upgrade|Connection).*\n/g, '')
        .replace('X-Forwarded', 'Accept-Encoding ""; proxy_set_header X-Forwarded'),
    ),
  ]);
  const [a, b, c, d] = nginx.ports.map((one) => `http://127.0.0.1:${one}`);
  whole = a!;
  [kept, stripped, bare] = [b, c, d].map((at) => `${at}/accords`) as [string, string, string];
  made = await makeGame(kept);
});
afterAll(async () => {
  await nginx?.close();
  await server?.kill('SIGTERM');
  removeFolder(data);
});

/** What a page asks for: its parts, from where its base says that they are. */
async function partsOf(at: string): Promise<readonly string[]> {
  const page = await fetch(at);
  expect(page.status).toBe(200);
  const text = await page.text();
  const base = new URL(/<base href="([^"]+)"/.exec(text)![1]!, at);
  return [...text.matchAll(/(?:src|href)="(\.\/assets\/[^"]+)"/g)].map(([, path]) => new URL(path!, base).href);
}

describe('behind nginx', () => {
  it('finds every part of every page, at the root and under a path', async () => {
    for (const at of [whole, kept, stripped])
      for (const page of ['/', `/g/${made.code}`, `/g/${made.code}/`, `/desk/${made.code}/print`]) {
        const parts = await partsOf(`${at}${page}`);
        expect(parts.length).toBeGreaterThan(2);
        for (const part of parts) {
          expect(part.startsWith(`${at}/assets/`), `${part} of ${page}`).toBe(true);
          expect((await fetch(part)).status, part).toBe(200);
        }
      }
    const direct = await fetch(`${server.at}/accords`, { redirect: 'manual' });
    expect([direct.status, direct.headers.get('location')]).toEqual([308, '/accords/']);
  });

  it('lets people in and hears them, at the root and under a path', async () => {
    for (const [at, id] of [
      [whole, 'US'],
      [kept, 'CN'],
      [stripped, 'RU'],
    ] as const) {
      const person = await seat(at, made.code, id);
      expect(await person.command({ kind: 'say', to: 'plenary', text: `by ${at}` })).toBeNull();
      await until('the words', () => Object.values(person.texts).includes(`by ${at}`));
      await person.room.leave();
    }
  });

  it('gives the public sky whole, whether compressed on the way, once or not at all', async () => {
    const guest = await enter(kept, { code: made.code }, null);
    const hash = guest.view().startSky;
    await guest.room.leave();
    const encodings: (string | null)[] = [];
    for (const [at, accepted] of [
      [kept, 'gzip'],
      [kept, 'br'],
      [whole, 'identity'],
      [bare, 'gzip'],
    ] as const) {
      const answer = await fetch(`${at}${ROUTES.sky(hash)}`, { headers: { 'accept-encoding': accepted } });
      expect(contentHash(new Uint8Array(await answer.arrayBuffer())), `${at} ${accepted}`).toBe(hash);
      encodings.push(answer.headers.get('content-encoding'));
    }
    expect(encodings).toEqual(['gzip', 'br', null, null]);
    expect((await fetch(`${kept}/`)).headers.get('content-encoding')).toBe('gzip');
  });

  it('refuses a socket that the proxy does not pass on, at once, and still answers', async () => {
    await expect(enter(bare, { code: made.code }, null)).rejects.toThrow();
    const { host, hostname, port } = new URL(bare);
    const answer = await new Promise<string>((done) => {
      const socket = connect(Number(port), hostname, () =>
        socket.write(
          `GET /accords/a/b HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
        ),
      );
      socket.once('data', (chunk) => {
        done(chunk.toString().split('\r\n')[0]!);
        socket.destroy();
      });
    });
    expect(answer).toBe('HTTP/1.1 404 Not Found');
    expect((await fetch(`${bare}/api/health`)).status).toBe(200);
  });

  it('names itself and its picture as people reach it in the preview of a link', async () => {
    const preview = async (language: string, headers: Record<string, string> = {}) => {
      const page = await (
        await fetch(`${kept}/g/${made.code.toLowerCase()}`, { headers: { 'accept-language': language, ...headers } })
      ).text();
      return (name: string) => new RegExp(`"og:${name}" content="([^"]*)"`).exec(page)?.[1];
    };
    const english = await preview('en');
    expect(english('title')).toBe(`Kessler Accords: game ${made.code}`);
    expect(english('image')).toBe(`${kept}/preview.jpg`);
    const picture = await fetch(english('image')!);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const french = await preview('fr-CA,en;q=0.5');
    expect(french('description')).toContain('délégation');
  });
});

describe('an address where nothing is', () => {
  it('says so in the reader’s language, names the game that was meant, and has no word of the framework', async () => {
    const get = (path: string, language = 'en') =>
      fetch(`${kept}${path}`, { headers: { accept: 'text/html', 'accept-language': language } });
    for (const path of ['/nothing/here', '/desk', '/g/', `/${made.code}/x`]) {
      const answer = await get(path);
      const page = await answer.text();
      expect(answer.status, path).toBe(404);
      expect(page).toContain('There is nothing here');
      expect(page).not.toMatch(/Cannot GET|Error|refusal|KESSLER_BASE/);
    }
    const torn = await fetch(`${server.at}/g/%E0%A4%A`);
    expect([torn.status, (await torn.text()).includes('There is nothing here')]).toEqual([400, true]);
    expect(await (await get('/rien', 'fr')).text()).toContain('Il n’y a rien ici');
    expect(await (await get(`/${made.code}`)).text()).toContain(`href="./g/${made.code}"`);
    expect((await fetch(`${kept}/nothing`, { method: 'POST' })).status).toBe(404);
    const call = await fetch(`${kept}/api/nothing`);
    expect([call.status, await call.json()]).toMatchObject([404, { refusal: { code: 'unknown-command' } }]);
  });

  it('tells whoever runs the server what is missing where the proxy passes on a path that the server does not know', async () => {
    const other = temporaryFolder();
    const lone = await startProcess(other);
    const page = await (await fetch(`${lone.at}/accords/`, { headers: { accept: 'text/html' } })).text();
    await lone.kill('SIGTERM');
    removeFolder(other);
    expect(page).toContain('KESSLER_BASE');
    expect(page).not.toMatch(/src=|link rel/);
  });
});

it('is not started under a path that is none', () => {
  const main = join(import.meta.dirname, '../../server/main.ts');
  const env = { ...process.env, KESSLER_BASE: 'http://host/accords' };
  const { status, stderr } = spawnSync(process.execPath, [main], { env });
  expect([status, stderr.toString().includes('KESSLER_BASE must be a path')]).toEqual([1, true]);
  expect(['/a b', '/../x', '/a//b', '.'].map(readBase)).toEqual([null, null, null, null]);
  expect(['', '/', 'a', '/a/b.c/'].map(readBase)).toEqual(['', '', '/a', '/a/b.c']);
});
