/**
 * The server of a load, in a process of its own, with its times taken inside: of each task its wait and its run, of the event loop
 * how late it is and how busy. Or a bare Colyseus room that answers and passes on bytes of the same size, to measure beside it:
 * `node served.ts FOLDER`, `node served.ts --echo`. Says its port to its parent, and its times when it is asked.
 */

import { subscribe } from 'node:diagnostics_channel';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { type Client, defineRoom, defineServer, Room } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { startApp } from '../../server/app.ts';
import type { TaskTimes } from '../../server/sim/lane.ts';
import { REQUESTS, ROOM, VIEW_MESSAGE } from '../../shared/protocol.ts';

/** `loopP99Ms`: how late the event loop was; `busy`: share of the time in which it worked; `cpuS`: of all threads. */
export type OwnTimes = {
  readonly tasks: readonly TaskTimes[];
  readonly loopP99Ms: number;
  readonly busy: number;
  readonly cpuS: number;
};

const MANY = [100_000, 100_000] as const;

class Echo extends Room {
  override maxClients = 1_000;
  override messages = {
    [REQUESTS.command]: (_client: Client, { text, bytes }: { text: string; bytes: number }): null => {
      const message = Buffer.from(text.padEnd(bytes));
      for (const client of this.clients) client.sendBytes(VIEW_MESSAGE, message);
      return null;
    },
    [REQUESTS.whole]: (): null => null,
  };
}

async function startEcho(): Promise<number> {
  const transport = new WebSocketTransport({});
  const server = defineServer({ greet: false, transport, rooms: { [ROOM]: defineRoom(Echo).filterBy(['code']) } });
  await server.listen(0);
  return (transport.server!.address() as AddressInfo).port;
}

const [folder] = process.argv.slice(2);
const port =
  folder === '--echo'
    ? await startEcho()
    : (
        await startApp({
          data: folder!,
          port: 0,
          limits: { create: MANY, wrong: MANY, key: MANY, newcomers: MANY, watchers: MANY },
        })
      ).port;

let tasks: TaskTimes[] = [];
subscribe('kessler:task', (times) => void tasks.push(times as TaskTimes));
const loop = monitorEventLoopDelay({ resolution: 5 });
loop.enable();
let before = performance.eventLoopUtilization();
let cpu = process.cpuUsage();

process.on('message', () => {
  const { user, system } = process.cpuUsage(cpu);
  const now = performance.eventLoopUtilization();
  process.send!({
    tasks,
    loopP99Ms: loop.percentile(99) / 1e6,
    busy: performance.eventLoopUtilization(now, before).utilization,
    cpuS: (user + system) / 1e6,
  } satisfies OwnTimes);
  tasks = [];
  loop.reset();
  before = now;
  cpu = process.cpuUsage();
});
process.on('SIGTERM', () => process.exit(0));
process.send!({ port });
