/** One person among bots: the whole of First test at its own tempo, from the one request to the last step of the debrief. */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/game/commands/index.ts';
import type { Solo } from '../../shared/game/time/clock.ts';
import { type AloneAnswer, type AloneRequest, type GameCard, type HttpRefusal, ROUTES } from '../../shared/protocol.ts';
import { REVEAL_STEPS } from '../../shared/vocabulary/index.ts';
import { enter, newKey, type Person, post, SKY_MS, until } from './harness.ts';
import { hosted } from './hosted.ts';

const GAME_MS = 240_000;

const here = hosted();

const request = (tempo: Solo['tempo'], seat = 'EU', boldBots = false): AloneRequest => ({
  scenario: 'first-test',
  names: 'fictional',
  thin: true,
  seat,
  tempo,
  boldBots,
});
async function begin(tempo: Solo['tempo'], boldBots = false): Promise<AloneAnswer> {
  const { status, body } = await post<AloneAnswer>(`${here.at}${ROUTES.alone}`, request(tempo, 'EU', boldBots));
  expect(status).toBe(201);
  return body;
}
const codeOf = async (answer: Promise<{ code: string } | null>): Promise<string | null> => (await answer)?.code ?? null;
const phaseOf = (person: Person): string => `${person.view().clock.phase} ${person.view().clock.turn}`;

describe('one person among bots', () => {
  test('plays First test to the end of the debrief and learns nothing before its time', {
    timeout: GAME_MS,
  }, async () => {
    const { code, key } = await begin('own');
    const me = await enter(here.at, { code }, key);
    expect(me.view().viewer).toEqual({ kind: 'seat', seat: 'EU' });
    expect(phaseOf(me)).toBe('briefing 1');
    expect(me.view().clock.endsAt).toBeNull();
    expect(me.view().desk).toBeNull();

    const until_ = async (phase: string) => until(phase, () => phaseOf(me) === phase, SKY_MS);
    for (let turn = 1; turn <= 4; turn++) {
      await until_(`briefing ${turn}`);
      expect(await me.command({ kind: 'ready', on: true })).toBeNull();
      await until_(`negotiation ${turn}`);
      // Said at once; the phase goes on until the bots have had their say.
      expect(await me.command({ kind: 'ready', on: true })).toBeNull();
      expect(phaseOf(me)).toBe(`negotiation ${turn}`);
      await until_(`seal ${turn}`);
      expect(
        me
          .view()
          .seats.filter((s) => s.id !== 'EU')
          .every((s) => Object.keys(s.positions).length > 0),
      ).toBe(true);
      expect(await codeOf(me.command({ kind: 'reveal', step: 'hotwash' }))).toBe('wrong-phase');
      expect(await me.command({ kind: 'ready', on: true })).toBeNull();
      await until_(`resolution ${turn}`);
      await until('the sky', () => me.view().turnsDone.length === turn, SKY_MS);
      // The year is looked at as long as one likes.
      expect(phaseOf(me)).toBe(`resolution ${turn}`);
      expect(await me.command({ kind: 'end-phase' })).toBeNull();
    }
    await until_('epilogue 4');
    expect(await me.command({ kind: 'end-phase' })).toBeNull();
    await until_('debrief 4');
    const before = me.bytes();
    for (const word of ['"objectives":{', '"results":{', 'scenario.objective.US']) expect(before).not.toContain(word);
    const fetchAs = (address: string) => fetch(`${here.at}${address}`, { headers: { authorization: `Bearer ${key}` } });
    expect((await fetchAs(ROUTES.report(code, 'en'))).status).toBe(409);
    expect((await fetchAs(ROUTES.export(code))).status).toBe(409);
    for (const step of REVEAL_STEPS) {
      expect(await codeOf(me.command({ kind: 'reveal', step: 'exit' }))).toBe(
        step === 'exit' ? null : 'step-out-of-order',
      );
      if (step !== 'exit') expect(await me.command({ kind: 'reveal', step })).toBeNull();
    }
    await until('all steps', () => me.view().revealed.length === REVEAL_STEPS.length);
    expect(me.view().debrief.results?.seats.length).toBe(6);
    expect(me.view().debrief.truth?.facts.length).toBeGreaterThan(0);
    expect((await fetchAs(ROUTES.report(code, 'en'))).status).toBe(200);
    const told = me.view().debrief.orders!;
    const asked = await fetch(`${here.at}${ROUTES.counterfactual(code)}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ change: { kind: 'without-order', order: told[0]!.id } }),
    });
    expect((await asked.text()).trim().split('\n').at(-1)).toContain('counterfactual');
    // Nobody has to show it to one who is alone.
    await until('the other world', () => me.view().debrief.counterfactual?.length === 1);
    expect(await me.command({ kind: 'show-moment', turn: 2, month: 3, as: 'truth' })).toBeNull();
  });

  test('takes the clock along when it leaves, and finds the seat again', async () => {
    const { code, key } = await begin('class');
    const me = await enter(here.at, { code }, key);
    expect(me.view().clock.pausedLeftMs).toBeGreaterThan(20_000);
    expect(await me.command({ kind: 'resume' })).toBeNull();
    await until('the clock', () => me.view().clock.endsAt !== null);
    await me.room.leave();
    const { running } = (await here.app.games.find(code))!;
    await until('the clock stands', () => running.game().state.clock.pausedLeftMs !== null);
    const again = await enter(here.at, { code }, key);
    expect(again.view().viewer).toEqual({ kind: 'seat', seat: 'EU' });
    expect(again.view().clock.pausedLeftMs).toBeGreaterThan(10_000);
  });

  test.each([true, false])('chooses whether bots are bold: %s', async (bold) => {
    const { code } = await begin('own', bold);
    const { state } = (await here.app.games.find(code))!.running.game();
    expect([state.boldBots, state.clock.phase]).toEqual([bold, 'briefing']);
  });

  test('is alone: nobody else takes a seat, and what is no facilitator’s gift is refused', async () => {
    const { code, key } = await begin('own');
    const card = (await (await fetch(`${here.at}${ROUTES.game(code)}`)).json()) as GameCard;
    expect(card.alone).toBe('EU');
    const other = await newKey(here.at, code);
    const guest = await enter(here.at, { code }, other.key);
    for (const seat of ['US', 'EU'])
      expect(await codeOf(guest.command({ kind: 'join', seat, text: '' }))).toBe('played-alone');
    expect(await codeOf(guest.command({ kind: 'end-phase' }))).toBe('not-your-role');
    const logFor = (of: string) =>
      fetch(`${here.at}${ROUTES.export(code)}`, { headers: { authorization: `Bearer ${of}` } });
    expect([(await logFor(other.key)).status, (await logFor(key)).status]).toEqual([403, 409]);
    const me = await enter(here.at, { code }, key);
    const notMine: readonly Command[] = [
      { kind: 'act-for', seat: 'US', command: { kind: 'ready', on: true } },
      { kind: 'set-bot', seat: 'US', on: false },
      { kind: 'fire-inject', inject: 'old-stage' },
      { kind: 'hold-seat', seat: 'US', on: true },
      { kind: 'shorten' },
    ];
    for (const command of notMine) expect(await codeOf(me.command(command)), command.kind).toBe('not-your-role');
    const { status, body } = await post<HttpRefusal>(`${here.at}${ROUTES.alone}`, request('own', 'XX'));
    expect([status, body.refusal.code]).toEqual([400, 'seat-unknown']);
  });
});
