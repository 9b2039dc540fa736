/**
 * A class of 24 over real sockets, its clock twenty times faster: two silent seats, one lost laptop, a strike, a text. And how
 * long it takes, in real time, until 24 people are seated.
 */
import { describe, expect, it } from 'vitest';
import { signs } from '../../shared/forums/acts/on-text.ts';
import { REVEAL_STEPS } from '../../shared/vocabulary/index.ts';
import { enter, makeGame, type Person, pause, quickened, seat, until } from '../server/harness.ts';
import { hosted } from '../server/hosted.ts';
import { slowness } from '../timed/slowness.ts';

const RATE = 20;
const SEATS = ['US', 'CN', 'RU', 'IN', 'EU', 'OP'] as const;
/** People sit there and do nothing at all. */
const SILENT: ReadonlySet<string> = new Set(['IN', 'OP']);
const AT_EACH = 4;
/** Longer than the clock's rate would make it, so that a busy machine still meets it. */
const SILENCE_S = 6;
const A_MINUTE_MS = 60_000;
const WAIT_MS = 180_000;
/** A busy machine may be so late with what the clock rings for, in real time. */
const LATE_S = 5;

const here = hosted(quickened(RATE, { dim: SILENCE_S }));

type Delegate = Awaited<ReturnType<typeof seat>>;
type Class = { readonly code: string; readonly desk: Person; readonly people: ReadonlyMap<string, Delegate[]> };

async function newClass(): Promise<Class> {
  const { code, facilitatorKey } = await makeGame(here.at);
  const desk = await enter(here.at, { code }, facilitatorKey);
  const seated = await Promise.all(
    SEATS.flatMap((id) => Array.from({ length: AT_EACH }, () => seat(here.at, code, id))),
  );
  const people = new Map(SEATS.map((id, i) => [id, seated.slice(i * AT_EACH, (i + 1) * AT_EACH)]));
  return { code, desk, people };
}

/** Seconds of the session by the game's clock. */
const sessionS = (person: Person, instant = Date.now()): number =>
  ((instant - person.view().clock.sessionStartedAt!) / 1000) * RATE;

async function waitFor(person: Person, phase: string, turn: number): Promise<void> {
  await until(
    `${phase} of turn ${turn}`,
    () => person.view().clock.phase === phase && person.view().clock.turn === turn,
    WAIT_MS,
  );
}

const must = async (person: Person, command: Record<string, unknown>): Promise<void> => {
  expect(await person.command(command), JSON.stringify(command)).toBeNull();
};

describe('a class of 24', () => {
  it('is seated within a minute, plays the hour by its clock and reaches the debrief at 34:30', {
    timeout: 300_000,
  }, async () => {
    const began = Date.now();
    const { code, desk, people } = await newClass();
    await until('24 present', () => desk.view().seats.every((card) => card.present === AT_EACH));
    expect(Date.now() - began).toBeLessThan(A_MINUTE_MS * slowness());
    expect(Object.keys(desk.view().delegates)).toHaveLength(24);

    // The head of each delegation is whoever of it came first.
    const headOf = (id: string): Delegate =>
      people.get(id)!.find((person) => person.delegate === person.view().own!.jobs.head)!;
    const awake = SEATS.filter((id) => !SILENT.has(id));

    await must(desk, { kind: 'begin-session' });
    await must(desk, { kind: 'ask-question' });
    for (const id of awake) await must(headOf(id), { kind: 'answer-question', answer: 2 });
    await until('the answers', () => awake.every((id) => desk.view().desk!.seats[id]!.gate === 'passed'));
    expect(await desk.command({ kind: 'start' })).toMatchObject({ code: 'gate-shut' });
    for (const id of SILENT) await must(desk, { kind: 'waive-question', seat: id });
    await pause(Math.max(0, ((7 * 60 - sessionS(desk)) / RATE) * 1000));
    await must(desk, { kind: 'start' });

    // Turn 1: a text, positions, words; jobs are spread over each delegation.
    await waitFor(desk, 'negotiation', 1);
    for (const id of awake) {
      const other = people.get(id)!.find((person) => person !== headOf(id))!;
      await must(other, { kind: 'take-job', job: 'operations' });
      await must(other, { kind: 'say', to: 'plenary', text: `${id} greets the table` });
    }
    const values = { N01: 300, N06: 10, N10: null, N17: 'members', lead: 'EU', road: 'open' };
    await must(headOf('EU'), { kind: 'table', values });
    const condition = { kind: 'at-least', count: 2 } as const;
    for (const id of ['EU', 'US', 'CN']) await must(headOf(id), signs('i1.EU', condition));
    await must(desk, { kind: 'act-for', seat: 'OP', command: signs('i1.EU', condition) });

    // Turn 2: one laptop is lost in the talk, and comes back with its key; meanwhile another strikes.
    await waitFor(desk, 'negotiation', 2);
    expect(desk.view().instruments[0]).toMatchObject({ status: 'in-force' });
    const lost = headOf('CN');
    await lost.room.leave();
    await until('absence', () => desk.view().seats[1]!.present === AT_EACH - 1);
    const operations = people.get('RU')!.find((person) => person.delegate === person.view().own!.jobs.operations)!;
    const strike = { kind: 'strike', band: 'low', month: 6, flyBy: false, notify: true };
    await must(operations, { kind: 'draft-order', slot: 'security', order: strike });
    await must(headOf('RU'), { kind: 'confirm-order', slot: 'security' });
    const back = await enter(here.at, { code }, lost.key);
    expect(back.view().viewer).toEqual({ kind: 'seat', seat: 'CN' });
    expect(back.view().own!.jobs.head).toBe(lost.delegate);
    await must(back, { kind: 'say', to: 'RU', text: 'We are back.' });

    // The strike is known as soon as the sky is: silence, for all but the facilitator.
    await until('the strike', () => desk.view().incidents.some((i) => i.loud?.cause === 'intercept'), WAIT_MS);
    expect(await headOf('EU').command({ kind: 'say', to: 'plenary', text: 'Outrage!' })).toMatchObject({
      code: 'dimmed',
    });
    await must(desk, { kind: 'broadcast', text: 'Twenty seconds of silence.' });

    await waitFor(desk, 'negotiation', 4);
    await until('the debrief', () => desk.view().clock.phase === 'debrief', WAIT_MS);
    const { clock } = desk.view();
    expect(clock).toMatchObject({ turn: 4, lastTurn: 4 });
    expect(sessionS(desk, clock.startedAt)).toBeGreaterThan(34 * 60);
    expect(sessionS(desk, clock.startedAt)).toBeLessThan(34.5 * 60 + LATE_S * RATE * slowness());
    expect(desk.view().desk!.results!.seats).toHaveLength(6);

    // Each step of the debrief opens on every screen.
    for (const step of REVEAL_STEPS) await must(desk, { kind: 'reveal', step });
    for (const person of [...people.values()].flat().filter((one) => one !== lost))
      await until('the last step', () => person.view().revealed.length === REVEAL_STEPS.length);
    expect(back.view().debrief.orders!.some((o) => o.order.kind === 'strike' && o.seat === 'RU')).toBe(true);
    expect(desk.view().press.filter((m) => m.from === 'facilitator')).toHaveLength(1);
  });
});
