/** A real nginx before a server, set up as the README says. */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { removeFolder, temporaryFolder, until } from './harness.ts';

/** Debian's own; `NGINX` names another. */
const EXECUTABLE = process.env.NGINX ?? '/usr/sbin/nginx';
const README = join(import.meta.dirname, '../../README.md');
const PASS = 'proxy_pass http://127.0.0.1:2567;';

/** The block of the README, for another port; `as` changes it further. */
export function locationOf(port: number, as: (block: string) => string = (block) => block): string {
  const block = /```nginx\n([\s\S]*?)```/.exec(readFileSync(README, 'utf8'))?.[1];
  if (!block?.includes(PASS)) throw new Error('the README has no block for nginx');
  return as(block.replace(PASS, PASS.replace('2567', String(port))));
}

/** A port that was free a moment ago. */
const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { readonly port: number };
      probe.close(() => done(port));
    });
  });

export type Nginx = { readonly ports: readonly number[]; readonly close: () => Promise<void> };

/** Starts nginx with one port for each of these contents of a `server` block. Fails with what it wrote if it does not come up. */
export async function startNginx(servers: readonly string[]): Promise<Nginx> {
  const folder = temporaryFolder();
  const ports: number[] = [];
  for (const _ of servers) ports.push(await freePort());
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder};`);
  const blocks = servers.map((content, i) => `server { listen 127.0.0.1:${ports[i]};\n${content}\n}`);
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; worker_processes 1; error_log stderr warn;
events { worker_connections 256; }
http { access_log off; ${temporary.join(' ')}
${blocks.join('\n')} }`,
  );
  const child = spawn(EXECUTABLE, ['-c', join(folder, 'nginx.conf'), '-p', folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (status) => reject(new Error(`nginx ended with ${status}: ${said}`)));
  });
  failed.catch(() => {});
  const answers = until('nginx', async () =>
    (await Promise.all(ports.map((port) => fetch(`http://127.0.0.1:${port}/`).then(Boolean, () => false)))).every(
      Boolean,
    ),
  );
  await Promise.race([answers, failed]);
  return {
    ports,
    async close() {
      child.kill('SIGTERM');
      await gone;
      removeFolder(folder);
    },
  };
}
