/** Several people at one seat: who holds a button, how a job is shared, passed on and taken over; calls for help. */
import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../shared/protocol.ts';
import { JOBS, type Job } from '../../shared/vocabulary/index.ts';
import { enter, makeGame, type Person, pause, quickened, seat, until } from './harness.ts';
import { hosted } from './hosted.ts';

/** A minute of absence is ten seconds here: what is asked before it is over is asked in time, also on a busy machine. */
const RATE = 6;
const here = hosted(quickened(RATE));

type Delegate = Awaited<ReturnType<typeof seat>>;
async function twoAtOneSeat(): Promise<{
  code: string;
  facilitatorKey: string;
  desk: Person;
  ada: Delegate;
  ben: Delegate;
  cn: Delegate;
}> {
  const { code, facilitatorKey } = await makeGame(here.at);
  const desk = await enter(here.at, { code }, facilitatorKey);
  const ada = await seat(here.at, code, 'US');
  const ben = await seat(here.at, code, 'US');
  const cn = await seat(here.at, code, 'CN');
  return { code, facilitatorKey, desk, ada, ben, cn };
}
const holder = (person: Person, job: Job): string | null => person.view().own!.jobs[job];
const jobsOf = (person: Person, delegate: string): Job[] => JOBS.filter((job) => holder(person, job) === delegate);

describe('two people at one seat', () => {
  it('gives each button to the holder of its job alone, and both see the same drafts', async () => {
    const { desk, ada, ben } = await twoAtOneSeat();
    expect(jobsOf(ada, ada.delegate)).toEqual([...JOBS]);
    expect(await ben.command({ kind: 'take-job', job: 'operations' })).toBeNull();
    await until('the job', () => holder(ada, 'operations') === ben.delegate);
    // The talk is so short here that it would end meanwhile.
    expect(await desk.command({ kind: 'start' })).toBeNull();
    await until('the talk', () => ada.view().clock.phase === 'negotiation');
    const draft = { kind: 'draft-order', slot: 'p1', order: { kind: 'manoeuvre', month: 3 } };
    expect(await ada.command(draft)).toMatchObject({ code: 'not-your-job' });
    expect(await ben.command(draft)).toBeNull();
    await until('the same draft', () => ada.view().own!.drafts.p1?.order.kind === 'manoeuvre');
    expect(await ben.command({ kind: 'ready', on: true })).toMatchObject({
      code: 'not-your-job',
      params: { job: { key: 'job.head' } },
    });
    expect(ben.view().may.ready).toMatchObject({ job: 'head' });
    expect(await ada.command({ kind: 'ready', on: true })).toBeNull();
  });

  it('shares jobs fairly: nobody is stripped of them, and the head keeps the seal', async () => {
    const { ada, ben } = await twoAtOneSeat();
    expect(await ben.command({ kind: 'take-job', job: 'head' })).toMatchObject({ code: 'not-your-job' });
    for (const job of ['negotiator', 'operations'] as const)
      expect(await ben.command({ kind: 'take-job', job })).toBeNull();
    expect(await ben.command({ kind: 'take-job', job: 'analyst' })).toMatchObject({ code: 'not-your-job' });
    await until('both jobs', () => jobsOf(ada, ben.delegate).length === 2);
    // What one holds, one can pass on, also the seal; what another holds, not.
    expect(await ben.command({ kind: 'give-job', job: 'head', delegate: ben.delegate })).toMatchObject({
      code: 'not-your-job',
    });
    expect(await ada.command({ kind: 'give-job', job: 'head', delegate: ben.delegate })).toBeNull();
    await until('the seal', () => holder(ben, 'head') === ben.delegate);
  });

  it('passes a job on after a minute of absence, not before', async () => {
    const { ada, ben } = await twoAtOneSeat();
    await ada.room.leave();
    await until('absence', () => ben.view().seats[0]!.present === 1);
    expect(await ben.command({ kind: 'take-job', job: 'head' })).toMatchObject({ code: 'not-your-job' });
    await pause(60_000 / RATE + 100);
    expect(await ben.command({ kind: 'take-job', job: 'head' })).toBeNull();
    await until('the seal', () => holder(ben, 'head') === ben.delegate);
  });

  it('lets the facilitator move the head’s job, and act for the seat, which hears of it', async () => {
    const { desk, ada, ben, cn } = await twoAtOneSeat();
    expect(await desk.command({ kind: 'give-job', job: 'head', delegate: ben.delegate })).toBeNull();
    await until('the seal', () => holder(ada, 'head') === ben.delegate);
    expect(await cn.command({ kind: 'give-job', job: 'head', delegate: ada.delegate })).toMatchObject({
      code: 'not-your-seat',
    });
    expect(await desk.command({ kind: 'start' })).toBeNull();
    const set = { kind: 'set-dial', dial: 'N01', value: 300 };
    expect(await desk.command({ kind: 'act-for', seat: 'US', command: set })).toBeNull();
    expect(await cn.command({ kind: 'act-for', seat: 'US', command: set })).toMatchObject({ code: 'not-your-role' });
    expect(
      await desk.command({ kind: 'act-for', seat: 'US', command: { kind: 'say', to: 'plenary', text: 'x' } }),
    ).toMatchObject({ code: 'not-your-role' });
    expect(await desk.command({ kind: 'act-for', seat: 'US', command: { ...set, extra: 1 } })).toMatchObject({
      code: 'malformed',
      field: 'command.extra',
    });
    await until('the act', () => ada.view().news.some((n) => n.words.key === 'news.acted-for'));
    await until('the position', () => cn.view().seats[0]!.positions.N01 === 300);
    expect(cn.bytes()).not.toContain('acted-for');
  });
});

describe('help', () => {
  it('goes from a seat to the desk and back, and nobody else reads it', async () => {
    const { desk, ada, ben, cn } = await twoAtOneSeat();
    expect(await desk.command({ kind: 'mute', delegate: ada.delegate, on: true })).toBeNull();
    expect(await ada.command({ kind: 'say', to: 'plenary', text: 'anything' })).toMatchObject({ code: 'muted' });
    expect(await ada.command({ kind: 'say', to: 'facilitator', text: 'What is a dial?' })).toBeNull();
    await until('the call', () => Object.values(desk.texts).includes('What is a dial?'));
    expect(await desk.command({ kind: 'reply', to: 'US', text: 'One point of the paper.' })).toBeNull();
    await until('the answer', () => Object.values(ben.texts).includes('One point of the paper.'));
    expect(Object.values(ben.texts)).toContain('What is a dial?');
    await pause(100);
    expect(cn.bytes()).not.toMatch(/What is a dial|One point of the paper/);
    expect(await cn.command({ kind: 'reply', to: 'US', text: 'me too' })).toMatchObject({ code: 'not-your-role' });
  });

  it('hides a message from all but the desk, and shows it again', async () => {
    const { desk, ada, cn, code, facilitatorKey } = await twoAtOneSeat();
    const kept = async (): Promise<boolean> => {
      const headers = { authorization: `Bearer ${facilitatorKey}` };
      const files = [ROUTES.export(code), ROUTES.table(code, 'messages', 'en')];
      const texts = await Promise.all(
        files.map(async (file) => (await fetch(`${here.at}${file}`, { headers })).text()),
      );
      expect(texts[0]).toContain('"kind":"end"');
      return texts.some((text) => text.includes('regrettable'));
    };
    expect(await ada.command({ kind: 'say', to: 'plenary', text: 'regrettable' })).toBeNull();
    await until('the words', () => Object.values(cn.texts).includes('regrettable'));
    const message = cn.view().press[0]!.id;
    expect(await desk.command({ kind: 'hide-message', message })).toBeNull();
    await until('no words', () => cn.view().press.length === 0 && cn.texts[message] === null);
    await until('the desk to see that it is hidden', () => desk.view().press[0]?.hidden === true);
    expect(await kept()).toBe(false);
    expect(await desk.command({ kind: 'show-message', message })).toBeNull();
    await until('the words again', () => cn.texts[message] === 'regrettable');
    expect(await kept()).toBe(true);
  });
});
