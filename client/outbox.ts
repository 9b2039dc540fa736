/**
 * What this page has asked of the server and has no answer to. It goes out in the order in which it was done, over whichever line
 * there is: a line that breaks delays it, no more. Everything that changes the game carries an id, so that what is asked twice is
 * done once.
 */
import { type Refusal, refuse } from '../shared/vocabulary/index.ts';

/** Hands one question to a line. Rejects with a refusal inside, or with what stood against it. */
export type Send = (name: string, payload: unknown) => Promise<unknown>;

/** `kind` and `act` of what changes the game: the same act again, before it is answered, is that act. */
export type Asked = {
  readonly name: string;
  readonly payload: unknown;
  readonly act?: { readonly kind: string; readonly what: string };
  /** nobody waits for the answer any more: it need not go out */
  readonly given?: AbortSignal;
};

export type Outbox = {
  readonly ask: <T>(asked: Asked) => Promise<T | Refusal>;
  /** a line is there: all that waits goes out */
  readonly open: (send: Send) => void;
  /** the line has gone: all that has no answer waits for the next */
  readonly shut: () => void;
  /** no line will come: all that waits, and all that comes, is answered by this */
  readonly end: (refusal: Refusal) => void;
};

type Item = Asked & {
  readonly answer: Promise<unknown>;
  readonly settle: (answer: unknown) => void;
  timers: readonly ReturnType<typeof setTimeout>[];
};

/** An answer that takes longer is a reason to ask whether the line is still there, ms. */
const DOUBT_MS = 5_000;
/** On a line that is there, an answer that takes longer will not come, ms. */
export const LONGEST_ANSWER_MS = 30_000;

/**
 * @param refusalOf the refusal that travels inside an error, or null
 * @param doubt called when an answer is late, or cannot be asked for on a line that should be there
 * @param count called with how many acts have no answer
 */
export function newOutbox(
  refusalOf: (error: unknown) => Refusal | null,
  doubt: () => void,
  count: (acts: number) => void,
): Outbox {
  let items: readonly Item[] = [];
  let line: Send | null = null;
  let over: Refusal | null = null;

  const keep = (next: readonly Item[]): void => {
    items = next;
    count(items.filter((item) => item.act).length);
  };
  const rest = (item: Item): void => {
    for (const timer of item.timers) clearTimeout(timer);
    item.timers = [];
  };
  const finish = (item: Item, answer: unknown): void => {
    if (!items.includes(item)) return;
    rest(item);
    keep(items.filter((other) => other !== item));
    item.settle(answer);
  };

  const send = async (item: Item, by: Send): Promise<void> => {
    if (item.given?.aborted) return finish(item, refuse('unanswered'));
    item.timers = [
      setTimeout(doubt, DOUBT_MS),
      setTimeout(() => finish(item, refuse('unanswered')), LONGEST_ANSWER_MS),
    ];
    try {
      finish(item, await by(item.name, item.payload));
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) finish(item, refusal);
      // A line that has gone is no answer: the next one asks again.
      else if (line === by) doubt();
    }
  };

  return {
    ask<T>(asked: Asked): Promise<T | Refusal> {
      if (over) return Promise.resolve(over);
      const { act } = asked;
      const last = act && items.findLast((item) => item.act?.kind === act.kind);
      if (act && last?.act?.what === act.what) return last.answer as Promise<T | Refusal>;
      const { promise: answer, resolve: settle } = Promise.withResolvers<unknown>();
      const item: Item = { ...asked, answer, settle, timers: [] };
      keep([...items, item]);
      if (line) void send(item, line);
      return answer as Promise<T | Refusal>;
    },
    open(by) {
      line = by;
      for (const item of items) void send(item, by);
    },
    shut() {
      line = null;
      for (const item of items) rest(item);
    },
    end(refusal) {
      over = refusal;
      line = null;
      for (const item of items) finish(item, refusal);
    },
  };
}
