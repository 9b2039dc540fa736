/**
 * A network between people and the server, made of real sockets: it can hold what goes one way or both without closing anything,
 * let it through later, cut, slow down, and keep WebSockets out. What is held is not lost, as on a line that is only bad.
 */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as later } from 'node:timers/promises';

export type Way = 'up' | 'down';
export type Wire = {
  readonly at: string;
  /** holds what goes these ways; connections stay open, new ones are taken and stay silent too */
  readonly hold: (...ways: readonly Way[]) => void;
  /** lets everything through again, what was held first */
  readonly release: () => void;
  /** lets new connections through, while those that there are stay silent for good */
  readonly renew: () => void;
  /** closes every connection */
  readonly cut: () => void;
  /** what becomes of a WebSocket: let through, answered 403, or never answered */
  readonly sockets: (how: 'pass' | 'refuse' | 'swallow') => void;
  /** answers every request itself, as a proxy whose server is away does; null: passes them on */
  readonly answer: (status: number | null) => void;
  /** every piece comes so much later, ms */
  readonly delay: (ms: number) => void;
  readonly close: () => Promise<void>;
};

type Line = { readonly client: Socket; readonly server: Socket; readonly held: Record<Way, Buffer[]>; lost: boolean };

/** Opens a network that leads to a port of this machine. */
export async function openWire(port: number): Promise<Wire> {
  const lines = new Set<Line>();
  const holding = new Set<Way>();
  let how: 'pass' | 'refuse' | 'swallow' = 'pass';
  let status: number | null = null;
  let delayMs = 0;

  const proxy = createServer((client) => {
    const server = connect(port, '127.0.0.1');
    const line: Line = { client, server, held: { up: [], down: [] }, lost: false };
    lines.add(line);
    const silent = (way: Way): boolean => line.lost || holding.has(way);
    const pass = (way: Way, from: Socket, to: Socket): void => {
      let order: Promise<unknown> = Promise.resolve();
      let coming = 0;
      from.on('data', (bytes: Buffer) => {
        if (way === 'up' && /^upgrade: *websocket/im.test(bytes.toString('latin1')) && how !== 'pass') {
          if (how === 'refuse') client.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
          return;
        }
        if (way === 'up' && status !== null) {
          client.end(
            `HTTP/1.1 ${status} No\r\ncontent-type: text/html\r\ncontent-length: 2\r\nconnection: close\r\n\r\nno`,
          );
          return;
        }
        const go = (): void => {
          if (silent(way)) line.held[way].push(bytes);
          else if (!to.destroyed) to.write(bytes);
        };
        // What is on its way is never overtaken.
        if (delayMs === 0 && coming === 0) return go();
        coming++;
        order = order
          .then(() => later(delayMs / 2))
          .then(() => {
            coming--;
            go();
          });
      });
      from.on('error', () => from.destroy());
      from.on('close', () => {
        // A line that is silent does not say that its other end has gone.
        if (!silent(way)) to.destroy();
        if (client.destroyed && server.destroyed) lines.delete(line);
      });
    };
    pass('up', client, server);
    pass('down', server, client);
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));

  const cut = (): void => {
    for (const { client, server } of lines) {
      client.destroy();
      server.destroy();
    }
    lines.clear();
  };
  return {
    at: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    hold: (...ways) => {
      for (const way of ways) holding.add(way);
    },
    release() {
      holding.clear();
      for (const { client, server, held } of lines) {
        for (const bytes of held.up.splice(0)) server.write(bytes);
        for (const bytes of held.down.splice(0)) client.write(bytes);
      }
    },
    renew() {
      for (const line of lines) line.lost = true;
      holding.clear();
    },
    cut,
    sockets: (next) => {
      how = next;
    },
    answer: (next) => {
      status = next;
    },
    delay: (ms) => {
      delayMs = ms;
    },
    close() {
      cut();
      return new Promise((closed) => proxy.close(() => closed()));
    },
  };
}
