/** The lesson by the rules alone: whoever does what its steps say signs a first text and meets a first break-up, whatever the luck. */
import { describe, expect, test } from 'vitest';
import { builtInScenarios } from '../../server/games/scenarios.ts';
import { readStartSky } from '../../server/skies.ts';
import { decide } from '../../shared/bots/index.ts';
import type { Command } from '../../shared/game/commands/index.ts';
import type { Actor } from '../../shared/game/roles.ts';
import { apply, check, newGame, resolveTurn, viewFor } from '../../shared/game/rules.ts';
import type { Game } from '../../shared/game/state.ts';
import { isDone } from '../../shared/game/time/lesson.ts';
import { awaitsSky } from '../../shared/game/time/phases.ts';
import type { View } from '../../shared/game/view/view-shape.ts';
import { keyOf, narrow } from '../../shared/orbits/table/chance.ts';

const scenario = builtInScenarios().get('tutorial')!;
const lesson = scenario.lesson!;
const sky = readStartSky(scenario, true).sky;
const ME = { role: 'delegate', delegate: 'ada', seat: lesson.seat } as const;
const ROUNDS = 6;

/** A learner who does at each step what its card says. */
function learn(seed: string) {
  let game = newGame(scenario, seed, sky, { thin: true, solo: { seat: lesson.seat, tempo: 'own' } });
  let serial = 0;
  const give = (actor: Actor, command: Command): void => {
    const refusal = check(game, actor, command, serial);
    if (refusal) throw new Error(`${actor.role} ${JSON.stringify(command)}: ${refusal.code}`);
    serial++;
    game = apply(game, { seq: serial, at: serial, actor, id: `e${serial}`, command });
  };
  const view = (): View => viewFor(game, { kind: 'seat', seat: lesson.seat });
  const bots = (): void => {
    const { number, turn } = game.state.clock;
    for (let round = 0; round < ROUNDS; round++)
      for (const { id: seat } of scenario.seats.filter((s) => s.id !== lesson.seat)) {
        if (game.state.clock.number !== number) return;
        const key = narrow(keyOf(seed), seat, turn);
        for (const command of decide(viewFor(game, { kind: 'seat', seat }), scenario, key, round))
          if (check(game, { role: 'bot', seat }, command, serial) === null) give({ role: 'bot', seat }, command);
      }
  };
  const text = () => view().instruments.find((i) => i.tabledBy === lesson.seat)!;
  const ask = (to: string) =>
    give(ME, {
      kind: 'offer',
      to,
      give: [{ kind: 'credits', credits: 1 }],
      get: [{ kind: 'sign', instrument: text().id }],
    });
  const ready = () => {
    give(ME, { kind: 'ready', on: true });
    bots();
  };
  const sky_ = () => {
    if (!awaitsSky(game.state)) throw new Error('no sky is awaited');
    const { outcome, sky: next } = resolveTurn(game);
    give({ role: 'server' }, { kind: 'resolved', outcome });
    game = { ...game, sky: next };
  };
  const goOn = () => give(ME, { kind: 'end-phase' });
  const values = { N01: 300, N06: null, N10: null, N17: null, lead: lesson.seat, road: 'open' } as const;
  const deeds: Readonly<Record<string, () => void>> = {
    'to-talk': ready,
    say: () => give(ME, { kind: 'say', to: 'plenary', text: 'words' }),
    dial: () => give(ME, { kind: 'set-dial', dial: 'N01', value: 300 }),
    table: () => give(ME, { kind: 'table', values }),
    offer: () => ask('US'),
    pledge: () => give(ME, { kind: 'act-on-text', text: text().id, act: 'pledge', values: { condition: 'none' } }),
    enough: () => {
      for (const to of ['OP', 'CN']) {
        if (isDone({ kind: 'enough' }, view(), '')) return;
        ask(to);
        bots();
      }
    },
    launch: () => {
      const order = view().own!.cards.find((card) => card.kind === 'launch')!;
      const fields = Object.fromEntries(order.fields.map((f) => [f.name, f.initial]));
      give(ME, { kind: 'draft-order', slot: 'p1', order: { month: 2, ...fields, kind: 'launch' } });
    },
    'to-seal': ready,
    seal: ready,
    sky: sky_,
    playback: goOn,
    'to-ask': ready,
    ask: () => give(ME, { kind: 'state-incident', incident: view().incidents.at(-1)!.id, say: 'consult' }),
    'to-seal-again': ready,
    'seal-again': ready,
    cloud: sky_,
    'cloud-seen': goOn,
    later: goOn,
    debrief: () => {
      for (const step of ['hotwash', 'objectives', 'orders', 'truth'] as const) give(ME, { kind: 'reveal', step });
    },
  };
  give({ role: 'guest', delegate: 'ada' }, { kind: 'join', seat: lesson.seat, text: '' });
  give({ role: 'facilitator' }, { kind: 'start' });
  return { deeds, bots, view, game: (): Game => game };
}

describe('the lesson', () => {
  test.each(['one', 'two', 'three'])('ends each step by what its card says, with luck %s', (seed) => {
    const { deeds, bots, view, game } = learn(seed);
    expect(view().lesson?.map((step) => step.id)).toEqual(lesson.steps.map((step) => step.id));
    for (const { id, until, panel } of lesson.steps) {
      if (until.kind === 'read') continue;
      if (until.kind === 'opened') {
        expect([id, isDone(until, view(), 'now'), isDone(until, view(), panel!)]).toEqual([id, false, true]);
        continue;
      }
      bots();
      // What bots have done by then may do for a step; nothing else is done before its time.
      if (!['enough', 'in-force'].includes(until.kind)) expect([id, isDone(until, view(), 'now')]).toEqual([id, false]);
      deeds[id]?.();
      expect([id, isDone(until, view(), 'now')]).toEqual([id, true]);
    }
    const { facts, instruments, seats } = game().state;
    expect(instruments.filter((i) => i.status === 'in-force').map((i) => i.tabledBy)).toEqual([lesson.seat]);
    expect(facts.some((f) => f.turn === 2 && f.kind === 'breakup' && 'object' in f && f.object === 27665)).toBe(true);
    expect(game().sky.parentId.some((parent) => parent === 27665)).toBe(true);
    expect(Object.values(seats).filter((s) => !s.bot).length).toBe(1);
  });

  test('is for one alone: in a class nobody gets its cards', () => {
    const class_ = newGame(scenario, 'class', sky, { thin: true });
    expect(viewFor(class_, { kind: 'seat', seat: lesson.seat }).lesson).toBeNull();
    const solo = { seat: lesson.seat, tempo: 'own' } as const;
    const alone = newGame(scenario, 'alone', sky, { thin: true, solo });
    expect(viewFor(alone, { kind: 'seat', seat: 'US' }).lesson).toBeNull();
    expect(viewFor(alone, { kind: 'projector' }).lesson).toBeNull();
  });
});
