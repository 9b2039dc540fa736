/** The plan of the hour: the table of First test, lateness made up, turns left out, and the time kept for the debrief. */
import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/game/commands/index.ts';
import { apply, check } from '../../shared/game/commands.ts';
import { newGame } from '../../shared/game/new-game.ts';
import type { Actor } from '../../shared/game/roles.ts';
import type { Game } from '../../shared/game/state.ts';
import { advance } from '../../shared/game/time/phases.ts';
import { debriefDueAt, playFromS, playLeftS, sessionPlan } from '../../shared/game/time/plan.ts';
import { emptyPopulation } from '../../shared/orbits/table/population.ts';
import { readFirstTest } from './first-test.ts';

const scenario = readFirstTest();
const DESK: Actor = { role: 'facilitator' };
const MINUTE = 60_000;
/** Begun at instant 0. */
const lobby = newGame(scenario, 'plan', emptyPopulation(0, { epochMonth: 0, owners: [''], fleets: [''] }), {
  thin: true,
});

const does = (game: Game, command: Command, at: number): Game =>
  apply(game, { seq: 1, at, actor: DESK, id: `${command.kind}${at}`, command });
const begun = does(lobby, { kind: 'begin-session' }, 0);
const started = (afterMinutes: number): Game => does(begun, { kind: 'start' }, afterMinutes * MINUTE);
/** The game after its clock has run out so many times, with each year's sky there in time. */
function later(game: Game, expiries: number): Game {
  let now = game;
  for (let i = 0; i < expiries; i++) {
    const { endsAt, phase } = now.state.clock;
    now = { ...now, state: advance(phase === 'resolution' ? withSky(now) : now, endsAt!) };
  }
  return now;
}
const clockText = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

describe('the plan of First test', () => {
  it('is the table of the fifty minutes', () => {
    expect(sessionPlan(scenario, 4).map((row) => `${clockText(row.fromS)} ${row.id}`)).toEqual([
      '0:00 join',
      '4:00 rules',
      '5:00 brief',
      '6:30 question',
      '7:00 turn.1',
      '13:30 turn.2',
      '20:00 turn.3',
      '26:30 turn.4',
      '32:30 epilogue',
      '34:30 hotwash',
      '36:30 reveal',
      '40:30 counterfactual',
      '44:30 frontier',
      '47:00 history',
      '48:30 exit',
    ]);
    expect(sessionPlan(scenario, 4).at(-1)!.toS).toBe(3000);
    expect(playFromS(scenario)).toBe(420);
  });

  it('keeps the place of the debrief when a turn is left out', () => {
    const rows = sessionPlan(scenario, 3);
    expect(rows.find((row) => row.id === 'epilogue')).toMatchObject({ toS: 28.5 * 60 });
    expect(rows.find((row) => row.id === 'hotwash')).toMatchObject({ fromS: 2070 });
  });

  it('says what is left of play', () => {
    expect(playLeftS(scenario, lobby.state.clock)).toBe(1650);
    expect(playLeftS(scenario, started(7).state.clock)).toBe(1620);
    expect(playLeftS(scenario, later(started(7), 15).state.clock)).toBe(120);
    expect(playLeftS(scenario, later(started(7), 16).state.clock)).toBe(0);
  });
});

describe('a session by its clock', () => {
  it('reaches the debrief at 34:30, on time or up to two minutes late', () => {
    for (const lateS of [0, 30, 60, 119]) {
      const game = later(started(7 + lateS / 60), 17);
      expect(game.state.clock).toMatchObject({ phase: 'debrief', turn: 4 });
      expect(game.state.clock.startedAt / 1000, `${lateS} s late`).toBeCloseTo(2070, 6);
    }
  });

  it('counts a session that was not begun by hand as on time', () => {
    expect(debriefDueAt(does(lobby, { kind: 'start' }, MINUTE).state)).toBe((60 + 1650) * 1000);
  });

  it('leaves out a turn when the next to last one begins more than two minutes late', () => {
    const third = later(started(7), 8);
    expect(third.state.clock).toMatchObject({ phase: 'briefing', turn: 3, startedAt: 20 * MINUTE });
    const late = (seconds: number): Game => {
      const sky = later(started(7), 7);
      return { ...sky, state: advance(withSky(sky), (20 * 60 + seconds) * 1000) };
    };
    expect(late(120).state.clock.lastTurn).toBe(4);
    expect(late(121).state.clock.lastTurn).toBe(3);
    expect(later(late(121), 5).state.clock).toMatchObject({ phase: 'debrief', turn: 3 });
  });

  it('gives the last talk what is left, and never runs far over', () => {
    const fourth = later(started(7), 12);
    const paused = does(fourth, { kind: 'pause' }, 27 * MINUTE);
    const back = does(paused, { kind: 'resume' }, 31 * MINUTE);
    const end = later(back, 5).state.clock;
    expect(end.phase).toBe('debrief');
    expect(end.startedAt / 1000).toBeGreaterThan(2040);
    expect(end.startedAt / 1000).toBeLessThan(2100);
  });

  it('refuses a longer phase into the time of the debrief, unless the facilitator lets play run over', () => {
    const talk = later(started(7), 13);
    const { endsAt } = talk.state.clock;
    expect(check(talk, DESK, { kind: 'extend', seconds: 60 }, endsAt! - MINUTE)).toBeNull();
    expect(check(talk, DESK, { kind: 'extend', seconds: 180 }, endsAt! - MINUTE)).toMatchObject({
      code: 'debrief-reserved',
    });
    const over = does(talk, { kind: 'allow-overrun', on: true }, endsAt! - MINUTE);
    const longer = does(over, { kind: 'extend', seconds: 180 }, endsAt! - MINUTE);
    expect(longer.state.clock.endsAt).toBe(endsAt! + 180_000);
    // Taken back: the talk ends where the debrief still has its time.
    const undone = does(longer, { kind: 'allow-overrun', on: false }, endsAt! - MINUTE);
    expect(undone.state.clock.endsAt).toBe((2070 - 105) * 1000);
  });

  it('drops a turn and takes it back by hand', () => {
    const game = does(started(7), { kind: 'shorten' }, 8 * MINUTE);
    expect(game.state.clock.lastTurn).toBe(3);
    expect(check(game, DESK, { kind: 'lengthen' }, 8 * MINUTE)).toBeNull();
    expect(does(game, { kind: 'lengthen' }, 8 * MINUTE).state.clock.lastTurn).toBe(4);
    expect(check(started(7), DESK, { kind: 'lengthen' }, 8 * MINUTE)).toMatchObject({ code: 'last-turn' });
    // A year that was not resolved as the last one cannot become it.
    const sky = later(started(7), 11);
    expect(sky.state.clock).toMatchObject({ phase: 'resolution', turn: 3 });
    expect(check(sky, DESK, { kind: 'shorten' }, 26 * MINUTE)).toMatchObject({ code: 'resolving' });
  });
});

/** A game whose year has its sky. */
const withSky = (game: Game): Game => ({
  ...game,
  state: { ...game.state, turnsDone: Array.from({ length: game.state.clock.turn }, () => ({}) as never) },
});
