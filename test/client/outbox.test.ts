import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Asked, newOutbox, type Send } from '../../client/outbox.ts';
import { refuse } from '../../shared/vocabulary/index.ts';

/** A line on which nothing is answered until it is told to; what went out, in order. */
function line(): { send: Send; sent: unknown[]; answer: (n: number, value: unknown) => void; fail: () => void } {
  const asked: { resolve: (value: unknown) => void; reject: (error: unknown) => void }[] = [];
  const sent: unknown[] = [];
  return {
    send(_name, payload) {
      sent.push(payload);
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      asked.push({ resolve, reject });
      return promise;
    },
    sent,
    answer: (n, value) => asked[n]!.resolve(value),
    fail: () => {
      for (const { reject } of asked) reject(new Error('closed'));
    },
  };
}

const act = (what: string, kind = 'say'): Asked => ({ name: 'command', payload: what, act: { kind, what } });

const opened = () => {
  const seen = { doubts: 0, acts: 0 };
  const outbox = newOutbox(
    (error) => (error instanceof Error ? null : refuse('paused')),
    () => {
      seen.doubts++;
    },
    (acts) => {
      seen.acts = acts;
    },
  );
  return { outbox, seen };
};

describe('what waits for an answer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('goes out in its order over the next line, with what the last one did not answer', async () => {
    const { outbox } = opened();
    const [first, second] = [line(), line()];
    outbox.open(first.send);
    const answers = [outbox.ask(act('a')), outbox.ask(act('b'))];
    first.answer(1, null);
    expect(await answers[1]).toBeNull();
    outbox.shut();
    first.fail();
    answers.push(outbox.ask(act('c')));
    outbox.open(second.send);
    expect(second.sent).toEqual(['a', 'c']);
    second.answer(0, null);
    second.answer(1, refuse('muted'));
    expect(await Promise.all(answers)).toEqual([null, null, refuse('muted')]);
  });

  it('is the same act as long as it is the last of its kind', async () => {
    const { outbox, seen } = opened();
    const { send, sent, answer } = line();
    outbox.open(send);
    const answers = [act('on', 'ready'), act('on', 'ready'), act('x'), act('off', 'ready'), act('on', 'ready')].map(
      (a) => outbox.ask(a),
    );
    expect(sent).toEqual(['on', 'x', 'off', 'on']);
    expect(seen.acts).toBe(4);
    for (const n of sent.keys()) answer(n, null);
    expect(await Promise.all(answers)).toEqual([null, null, null, null, null]);
    expect(seen.acts).toBe(0);
  });

  it('casts doubt on its line when the answer is late, and is given up where the line is there all the same', async () => {
    const { outbox, seen } = opened();
    outbox.open(line().send);
    const answer = outbox.ask(act('a'));
    await vi.advanceTimersByTimeAsync(6_000);
    expect(seen.doubts).toBe(1);
    await vi.advanceTimersByTimeAsync(25_000);
    expect(await answer).toEqual(refuse('unanswered'));
  });

  it('is never given up for want of a line', async () => {
    const { outbox } = opened();
    const answer = outbox.ask(act('a'));
    await vi.advanceTimersByTimeAsync(3_600_000);
    const { send, answer: reply } = line();
    outbox.open(send);
    reply(0, null);
    expect(await answer).toBeNull();
  });

  it('does not go out once nobody wants to know any more', async () => {
    const { outbox } = opened();
    const given = new AbortController();
    const answer = outbox.ask({ name: 'ask', payload: 'may I', given: given.signal });
    given.abort();
    const { send, sent } = line();
    outbox.open(send);
    expect(sent).toEqual([]);
    expect(await answer).toEqual(refuse('unanswered'));
  });

  it('is told why, when no line will come', async () => {
    const { outbox } = opened();
    const before = outbox.ask(act('a'));
    outbox.end(refuse('seat-elsewhere'));
    expect(await before).toEqual(refuse('seat-elsewhere'));
    expect(await outbox.ask(act('b'))).toEqual(refuse('seat-elsewhere'));
  });
});
