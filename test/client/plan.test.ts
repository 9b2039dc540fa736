/** The facilitator's hour: which step it is, and how late the debrief would begin. */
import { describe, expect, it } from 'vitest';
import { currentStep, latenessMs } from '../../client/panels/desk/plan.tsx';
import { newGame } from '../../shared/game/new-game.ts';
import type { Game } from '../../shared/game/state.ts';
import type { Clock } from '../../shared/game/time/clock.ts';
import { viewFor } from '../../shared/game/view/view.ts';
import type { View } from '../../shared/game/view/view-shape.ts';
import { emptyPopulation } from '../../shared/orbits/table/population.ts';
import type { RevealStep } from '../../shared/vocabulary/index.ts';
import { readFirstTest } from '../game/first-test.ts';

const MINUTE = 60_000;
const lobby = newGame(readFirstTest(), 'plan', emptyPopulation(0, { epochMonth: 0, owners: [''], fleets: [''] }), {
  thin: true,
});
/** The desk of a session that began at instant 0. */
function desk(clock: Partial<Clock>, revealed: readonly RevealStep[] = []): View {
  const { state } = lobby;
  const game: Game = {
    ...lobby,
    state: { ...state, revealed, clock: { ...state.clock, sessionStartedAt: 0, ...clock } },
  };
  return viewFor(game, { kind: 'facilitator' });
}
const talk = (turn: number, endsAt: number, rest: Partial<Clock> = {}): View =>
  desk({ phase: 'negotiation', turn, endsAt, ...rest });
const step = (view: View, minutes: number): string | undefined => currentStep(view, minutes * MINUTE)?.id;

describe('the step of the plan', () => {
  it('goes by the clock in the lobby', () => {
    expect([0, 3.9, 4, 5.5, 6.5, 9].map((minutes) => step(desk({}), minutes))).toEqual([
      'join',
      'join',
      'rules',
      'brief',
      'question',
      'question',
    ]);
    expect(step(desk({ sessionStartedAt: null }), 30)).toBe('join');
  });

  it('goes by what happens in play and in the debrief', () => {
    expect(step(talk(3, 0), 8)).toBe('turn.3');
    expect(step(desk({ phase: 'epilogue', turn: 4 }), 33)).toBe('epilogue');
    expect(step(desk({ phase: 'debrief', turn: 4 }), 35)).toBe('hotwash');
    expect(step(desk({ phase: 'debrief', turn: 4 }, ['hotwash', 'objectives']), 35)).toBe('reveal');
  });
});

describe('on time or late', () => {
  // The talk of turn 2 ends at 18:30 by the plan: 13:30 + 0:30 + 4:30.
  const planned = 18.5 * MINUTE;

  it('compares when the debrief would begin with when it is due', () => {
    expect(latenessMs(talk(2, planned), 15 * MINUTE)).toBe(0);
    expect(latenessMs(talk(2, planned + MINUTE), 15 * MINUTE)).toBe(MINUTE);
    expect(latenessMs(talk(2, planned, { lastTurn: 3 }), 15 * MINUTE)).toBe(-6 * MINUTE);
  });

  it('counts every moment of a pause', () => {
    const paused = talk(2, 0, { endsAt: null, pausedLeftMs: 2 * MINUTE });
    expect(latenessMs(paused, planned - 2 * MINUTE)).toBe(0);
    expect(latenessMs(paused, planned)).toBe(2 * MINUTE);
  });

  it('is on time in the lobby until play should begin, and says nothing of a session that has not begun', () => {
    expect(latenessMs(desk({}), 6 * MINUTE)).toBe(0);
    expect(latenessMs(desk({}), 9 * MINUTE)).toBe(2 * MINUTE);
    expect(latenessMs(desk({ sessionStartedAt: null }), 9 * MINUTE)).toBeNull();
  });

  it('measures the debrief by its own steps', () => {
    const reveal = desk({ phase: 'debrief', turn: 4 }, ['hotwash', 'objectives']);
    expect(latenessMs(reveal, 40 * MINUTE)).toBe(0);
    expect(latenessMs(reveal, 42 * MINUTE)).toBe(1.5 * MINUTE);
  });
});
