/** The line to the game's room. The only file that knows the Colyseus SDK. */
import { Client, CloseCode, type Room } from '@colyseus/sdk';
import { nanoid } from 'nanoid';
import type { Package } from '../shared/clauses/text.ts';
import type { Command } from '../shared/game/commands/index.ts';
import { meant } from '../shared/game/meaning.ts';
import {
  CLOSE_CODES,
  type CommandAnswer,
  type ForecastAnswer,
  type JoinOptions,
  REQUESTS,
  ROOM,
  VIEW_MESSAGE,
  type WarningsAnswer,
} from '../shared/protocol.ts';
import { type Refusal, refuse } from '../shared/vocabulary/index.ts';
import { codeOf, decodeView, isView, refusalOf } from './answers.ts';
import { type Heartbeat, listenFor } from './heartbeat.ts';
import { faultOf } from './http.ts';
import { now, watchForSleep } from './instant.ts';
import { type Fault, type Model, receive } from './model.ts';
import { LONGEST_ANSWER_MS, newOutbox } from './outbox.ts';

export type Session = {
  /** does it, over as many lines as it takes; null: done. The same once more before it is answered is the same act. */
  readonly command: (command: Command) => Promise<Refusal | null>;
  /** the same check, asked only; need not be asked once `given` up */
  readonly ask: (command: Command, given?: AbortSignal) => Promise<Refusal | null>;
  readonly forecast: (text: Package) => Promise<ForecastAnswer>;
  /** the worst close approaches of the own fleet, or how far the search for them is */
  readonly warnings: () => Promise<WarningsAnswer>;
  readonly close: () => void;
};

const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 5_000;
/** How long each step of coming in may take, try after try, ms: a cause is named soon, and a slow line is given its time. */
const STEP_MS = [3_500, 3_500, 8_000, 15_000] as const;
/** How long the first view may be on its way, ms. */
const FIRST_VIEW_MS = 30_000;
/** How often the whole view is asked for again where it was asked for too fast, ms. */
const WHOLE_AGAIN_MS = 1_000;
/** So many times in a row the server was reached and the socket was not: something between lets no socket through. */
const BLOCKED_AFTER = 2;
/** So many tries in a row without an answer: what else the page waits for may be what holds them up. */
const STUCK_AFTER = 2;
const SLEEP_CHECK_MS = 2_000;
/** A door that has not answered by then may have been asked over a connection that is dead, ms. */
const SHAKE_AFTER_MS = 1_000;
/** Connections that a browser keeps to one server. */
const POOL = 6;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Colyseus' client, and the room that it is just making: what takes too long must be closed before it is tried again. */
class Door extends Client {
  making: Room | null = null;

  protected override createRoom<T>(name: string) {
    const room = super.createRoom<T>(name);
    this.making = room as unknown as Room;
    return room;
  }
}

/** Ends a line at once, whatever the other end says. */
function hangUp(room: Room | null): void {
  if (!room?.connection) return;
  // What still comes over it belongs to nobody.
  room.connection.events.onmessage = () => {};
  room.connection.close(CloseCode.MAY_TRY_RECONNECT);
}

/**
 * Opens the line and keeps it open until `close`: after a drop, or a silence, it joins again with the same key and asks for the
 * whole view; what had no answer goes out again. `as` tells the room what a connection without a key is for.
 */
export function openSession(
  model: Model,
  key: string | null,
  as: 'guest' | 'projector' = 'guest',
  endpoint: string = document.baseURI,
): Session {
  let stepMs: number = STEP_MS[0];
  /** lines so far that brought a view, and tries in a row that brought none */
  let lines = 0;
  let failed = 0;
  /**
   * A network that has changed leaves the connections that the browser keeps dead, and it would try one after the other. Asked over all
   * at once, they end together.
   */
  const shakeOff = (signal: AbortSignal): void => {
    const address = new URL('api/health', `${endpoint.replace(/\/$/, '')}/`);
    for (let n = 1; n < POOL; n++) void fetch(address, { signal, cache: 'no-store' }).catch(() => null);
  };
  /** the door has answered; what follows is the socket, and how long that may take */
  let letIn = false;
  let late: ReturnType<typeof setTimeout> | undefined;
  const client = new Door(endpoint, {
    // In a header of its own: what is set as `auth.token` would also stand in the address of the WebSocket.
    headers: key ? { authorization: `Bearer ${key}` } : {},
    async fetchFn(address, options) {
      const signal = AbortSignal.timeout(stepMs);
      const shaking = lines > 0 && failed === 0 ? setTimeout(() => shakeOff(signal), SHAKE_AFTER_MS) : undefined;
      const answer = await fetch(address, { ...options, signal }).finally(() => clearTimeout(shaking));
      // A page that somebody puts before the network answers too, but not by JSON.
      letIn = answer.ok && Boolean(answer.headers.get('content-type')?.includes('json'));
      late = setTimeout(() => hangUp(client.making), stepMs);
      return answer;
    },
  });
  const page = typeof document === 'undefined' ? null : document;
  const tab = nanoid();
  let room: Room | null = null;
  let pulse: Heartbeat | null = null;
  let closed = false;
  let firstView = (): void => {};
  let wake = (): void => {};

  const fault = (found: Fault): void => {
    model.fault.value = found;
    if (model.link.value !== 'connecting') model.link.value = 'broken';
  };
  /** Something speaks against the line: it is asked; where there is none, it is tried at once. */
  const doubt = (): void => {
    if (room && !room.connection.isOpen) hangUp(room);
    else pulse?.doubt();
    wake();
  };
  const outbox = newOutbox(refusalOf, doubt, (acts) => {
    model.unanswered.value = acts;
  });
  const end = (link: 'replaced' | 'refused', refusal: Refusal): void => {
    closed = true;
    model.fault.value = null;
    model.link.value = link;
    outbox.end(refusal);
  };

  const take = (bytes: unknown): void => {
    const message = decodeView(bytes);
    pulse?.heard();
    if (receive(model, message, now()) === 'gap') void askWhole();
    else firstView();
  };

  const askWhole = async (): Promise<void> => {
    const from = room;
    const answer: unknown = await from
      ?.request(REQUESTS.whole, {}, { timeout: LONGEST_ANSWER_MS })
      .catch((error: unknown) => error);
    if (isView(answer)) take(answer);
  };

  /** Comes in: the door's answer, then the socket. Rejects where either takes too long. */
  const join = async (): Promise<Room> => {
    letIn = false;
    client.making = null;
    const options: JoinOptions = { code: model.code, as, tab, again: lines > 0 };
    return client.joinOrCreate(ROOM, options).finally(() => clearTimeout(late));
  };

  /** One line, from coming in to its end. Answers with the code it was closed by. */
  const live = async (): Promise<number> => {
    const joined = await join();
    // A seat belongs to the key, not to a connection: joining again is all that a reconnection is.
    joined.reconnection.enabled = false;
    const left = new Promise<number>((done) => {
      joined.onLeave((code) => {
        outbox.shut();
        done(code);
      });
    });
    const viewed = new Promise<'viewed'>((done) => {
      firstView = () => done('viewed');
    });
    joined.onMessage(VIEW_MESSAGE, take);
    room = joined;
    const tooLate = setTimeout(() => hangUp(joined), FIRST_VIEW_MS);
    const asking = setInterval(() => void askWhole(), WHOLE_AGAIN_MS);
    void askWhole();
    const came = await Promise.race([viewed, left]);
    clearTimeout(tooLate);
    clearInterval(asking);
    if (came === 'viewed') {
      lines++;
      model.fault.value = null;
      model.link.value = 'open';
      pulse = listenFor(
        () => joined.ping(() => pulse?.heard()),
        () => hangUp(joined),
      );
      outbox.open((name, payload) => joined.request(name, payload, { timeout: 2 * LONGEST_ANSWER_MS }));
    }
    return left;
  };

  const run = async (): Promise<void> => {
    let wait = FIRST_WAIT_MS;
    let blocked = 0;
    while (!closed) {
      stepMs = STEP_MS[Math.min(failed, STEP_MS.length - 1)]!;
      const before = lines;
      try {
        const code = await live();
        if (code === CLOSE_CODES.replaced) end('replaced', refuse('seat-elsewhere'));
        else fault(faultOf(null));
      } catch (error) {
        const refusal = refusalOf(error);
        if ((error as { code?: unknown }).code === CLOSE_CODES.replaced) end('replaced', refuse('seat-elsewhere'));
        else if (refusal && refusal.code !== 'too-fast') {
          model.refused.value = refusal;
          end('refused', refusal);
        } else if (refusal) fault('too-fast');
        else {
          blocked = letIn ? blocked + 1 : 0;
          fault(blocked >= BLOCKED_AFTER ? 'line-blocked' : faultOf(codeOf(error)));
        }
      }
      pulse?.stop();
      pulse = null;
      room = null;
      if (lines > before) {
        wait = FIRST_WAIT_MS;
        failed = 0;
        blocked = 0;
      } else failed++;
      if (closed) return;
      // Scripts on their way over a network that is gone keep every connection the browser allows, for good. Who wants them asks again.
      if (failed >= STUCK_AFTER && !letIn) page?.defaultView?.stop();
      await Promise.race([pause(wait), new Promise<void>((go) => (wake = go))]);
      wait = Math.min(LONGEST_WAIT_MS, wait * 2);
    }
  };
  void run();

  // What a device says about itself: there is a network again, somebody looks at the page again, it has slept.
  const slept = watchForSleep();
  const asleep = setInterval(() => {
    if (slept()) void askWhole();
  }, SLEEP_CHECK_MS);
  const looked = (): void => {
    if (document.visibilityState === 'visible') doubt();
  };
  page?.addEventListener('visibilitychange', looked);
  page?.defaultView?.addEventListener('online', doubt);

  /** A command is about what its maker sees now, unless it says itself what it is about. */
  const asSeen = (command: Command): Command => (model.view.value ? meant(command, model.view.value) : command);

  return {
    async command(command) {
      const act = { kind: command.kind, what: JSON.stringify(command) };
      const answer = await outbox.ask<CommandAnswer>({
        name: REQUESTS.command,
        payload: { id: nanoid(), command: asSeen(command) },
        act,
      });
      return answer ?? null;
    },
    async ask(command, given) {
      const answer = await outbox.ask<CommandAnswer>({
        name: REQUESTS.ask,
        payload: { command: asSeen(command) },
        ...(given ? { given } : {}),
      });
      return answer ?? null;
    },
    forecast: (text) => outbox.ask<ForecastAnswer>({ name: REQUESTS.forecast, payload: { text } }),
    warnings: () => outbox.ask<WarningsAnswer>({ name: REQUESTS.warnings, payload: {} }),
    close() {
      closed = true;
      clearInterval(asleep);
      page?.removeEventListener('visibilitychange', looked);
      page?.defaultView?.removeEventListener('online', doubt);
      outbox.end(refuse('line-down'));
      hangUp(room ?? client.making);
      wake();
    },
  };
}
