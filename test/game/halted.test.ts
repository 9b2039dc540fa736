/** A game that stands still: whose time runs, what may be done, and what it is when it goes on. Instants are ms. */
import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/game/commands/index.ts';
import { apply, check } from '../../shared/game/commands.ts';
import type { Actor } from '../../shared/game/roles.ts';
import type { Game } from '../../shared/game/state.ts';
import type { Halt } from '../../shared/game/time/halt.ts';
import { resolveTurn } from '../../shared/game/turn/resolve.ts';
import { REVEAL_STEPS } from '../../shared/vocabulary/index.ts';
import { firstTalk, launchOrder, ordered, sealed } from './table.ts';

const DESK: Actor = { role: 'facilitator' };
const SERVER: Actor = { role: 'server' };
const YEAR: Halt = { why: 'year', detail: 'no sky' };
const SCENARIO: Halt = { why: 'scenario', detail: 'no number' };
const LATE = 10_000_000;

let serial = 0;
/** The game after a command that nothing speaks against. */
function does(game: Game, actor: Actor, command: Command, at: number): Game {
  expect([command.kind, check(game, actor, command, at)]).toEqual([command.kind, null]);
  serial++;
  return apply(game, { seq: serial, at, actor, id: `h${serial}`, command });
}
const halted = (game: Game, halt: Halt | null, at: number): Game => does(game, SERVER, { kind: 'halted', halt }, at);
function resolved(game: Game, at: number): Game {
  const { outcome, sky } = resolveTurn(game);
  return { ...does(game, SERVER, { kind: 'resolved', outcome }, at), sky };
}
const talk = firstTalk('halted');
const waiting = sealed(ordered(talk, 'US', 'p1', launchOrder(550, 1)));
const LOOK_MS = waiting.state.scenario.seconds.resolution * 1000;

describe('a year that cannot be computed', () => {
  it('takes nobody’s time: it is looked at as long as any other once it comes', () => {
    const { clock } = halted(waiting, YEAR, 1_000).state;
    expect(clock).toMatchObject({ phase: 'resolution', endsAt: null, pausedLeftMs: null });
    const { state } = resolved(halted(waiting, YEAR, 1_000), LATE);
    expect(state.halt).toBeNull();
    expect(state.clock).toMatchObject({ phase: 'resolution', number: clock.number });
    expect(state.clock.endsAt! - LATE).toBeGreaterThan(0);
    expect(state.clock.endsAt! - LATE).toBeLessThanOrEqual(LOOK_MS);
  });

  it('stays paused where it was paused', () => {
    const paused = does(waiting, DESK, { kind: 'pause' }, 0);
    const { clock } = resolved(halted(paused, YEAR, 1_000), LATE).state;
    expect(clock).toMatchObject({ phase: 'resolution', endsAt: null, pausedLeftMs: paused.state.clock.pausedLeftMs });
  });

  it('is tried again with its time running anew, and not where nothing is wrong', () => {
    const again = does(halted(waiting, YEAR, 1_000), DESK, { kind: 'try-again' }, LATE).state;
    expect(again.halt).toBeNull();
    expect(again.clock.endsAt).toBeGreaterThan(LATE);
    expect(check(waiting, DESK, { kind: 'try-again' }, 0)).toMatchObject({ code: 'resolving' });
  });

  it('can be gone back from, to orders as they were; any other that is awaited cannot', () => {
    expect(check(waiting, DESK, { kind: 'go-back' }, 0)).toMatchObject({ code: 'resolving' });
    const back = does(halted(waiting, YEAR, 1_000), DESK, { kind: 'go-back' }, LATE).state;
    expect(back).toMatchObject({ halt: null, clock: { phase: 'seal', turn: 1 } });
    expect(back.seats.US!.drafts).toEqual(waiting.state.seats.US!.drafts);
    expect(check(resolved(waiting, 0), DESK, { kind: 'go-back' }, 0)).toMatchObject({ code: 'year-resolved' });
  });

  it('can be left out, and taken up again from the debrief', () => {
    expect(check(waiting, DESK, { kind: 'open-debrief' }, 0)).toMatchObject({ code: 'resolving' });
    const over = does(halted(waiting, YEAR, 1_000), DESK, { kind: 'open-debrief' }, LATE);
    expect(over.state).toMatchObject({ halt: null, results: null, clock: { phase: 'debrief' } });
    const back = does(over, DESK, { kind: 'go-back' }, LATE);
    expect(back.state.clock.phase).toBe('resolution');
    expect(resolved(back, LATE).state.turnsDone).toHaveLength(1);
  });

  it('is told only while one is awaited', () => {
    expect(check(talk, SERVER, { kind: 'halted', halt: YEAR }, 0)).toMatchObject({ code: 'stale-outcome' });
    expect(check(waiting, DESK, { kind: 'halted', halt: YEAR }, 0)).toMatchObject({ code: 'not-your-role' });
  });
});

describe('a scenario that does not fit', () => {
  const still = halted(talk, SCENARIO, 1_000);

  it('stops all but words, people and the debrief', () => {
    const { clock } = talk.state;
    expect(still.state.clock).toMatchObject({ endsAt: null, pausedLeftMs: clock.endsAt! - 1_000 });
    for (const kind of ['resume', 'end-phase', 'go-back', 'pause'] as const)
      expect([kind, check(still, DESK, { kind }, 2_000)]).toEqual([kind, { code: 'scenario-outdated' }]);
    const bot: Actor = { role: 'bot', seat: 'CN' };
    expect(check(still, bot, { kind: 'set-dial', dial: 'N01', value: 300 }, 2_000)).toEqual({
      code: 'scenario-outdated',
    });
    expect(check(still, DESK, { kind: 'broadcast', text: 'x' }, 2_000)).toBeNull();
    const over = does(still, DESK, { kind: 'open-debrief' }, 2_000);
    expect(over.state.clock.phase).toBe('debrief');
    const step = does(over, DESK, { kind: 'reveal', step: REVEAL_STEPS[0] }, 3_000);
    does(step, DESK, { kind: 'close' }, 4_000);
  });

  it('is forgotten once it fits: the clock goes on from where it was', () => {
    const on = does(halted(still, null, LATE), DESK, { kind: 'resume' }, LATE).state;
    expect(on.clock).toMatchObject({ pausedLeftMs: null, phase: 'negotiation' });
  });
});
