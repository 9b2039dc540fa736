/** A server on a teacher's own laptop says under which names the class reaches it, and says so to nobody but that laptop. */

import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../../server/app.ts';
import { ROUTES } from '../../shared/protocol.ts';
import { removeFolder, temporaryFolder, testApp } from './harness.ts';

let folder: string;
let app: App;
beforeAll(async () => {
  folder = temporaryFolder();
  app = await testApp(folder);
});
afterAll(async () => {
  await app.close();
  removeFolder(folder);
});

/** What the server answers to who came by this name. */
const askedAs = (host: string): Promise<readonly string[]> =>
  new Promise((done, fail) => {
    const asked = request({ port: app.port, path: ROUTES.addresses, headers: { host } }, (answer) => {
      let text = '';
      answer.on('data', (part) => {
        text += part;
      });
      answer.on('end', () => done(JSON.parse(text)));
    });
    asked.on('error', fail).end();
  });

it('names addresses of this computer that others can open, to itself', async () => {
  const outward = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter((one) => !one.internal && one.family === 'IPv4')
    .map((one) => one.address);
  for (const host of ['localhost', '127.0.0.1', '[::1]']) {
    const found = await askedAs(`${host}:${app.port}`);
    expect(outward).toEqual(expect.arrayContaining([...found]));
    expect(found.every((address) => !address.startsWith('127.'))).toBe(true);
    if (outward.length === 1) expect(found.length).toBeLessThanOrEqual(1);
  }
});

it('tells nothing to who came by another name', async () => {
  for (const host of ['kessler.example', 'localhost.example', '192.0.2.7'])
    expect(await askedAs(`${host}:${app.port}`)).toEqual([]);
});
