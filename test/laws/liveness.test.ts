/** Liveness: every phase can be left. Whole games of bots are in slow/liveness. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/game/commands/index.ts';
import { shutGates } from '../../shared/game/commands/lobby.ts';
import type { Actor } from '../../shared/game/roles.ts';
import { apply, check, resolveTurn } from '../../shared/game/rules.ts';
import type { Game } from '../../shared/game/state.ts';
import { allReady, awaitsSky, READY } from '../../shared/game/time/phases.ts';
import { moves, playMoves } from './random-game.ts';

const LATE = 10 ** 9;

/** The game after a command that must be allowed. */
function must(game: Game, actor: Actor, command: Command, at: number, sky = game.sky): Game {
  expect(check(game, actor, command, at), `${command.kind} in ${game.state.clock.phase}`).toBeNull();
  return { ...apply(game, { seq: 0, at, actor, id: `l${at}`, command }), sky };
}

/** What clock, server and facilitator do to go on, whatever people left behind. */
function goOn(game: Game, at: number): Game {
  const { phase, pausedLeftMs, number } = game.state.clock;
  const facilitator: Actor = { role: 'facilitator' };
  const [shut] = shutGates(game.state);
  if (shut) return must(game, facilitator, { kind: 'waive-question', seat: shut }, at);
  if (phase === 'lobby') return must(game, facilitator, { kind: 'start' }, at);
  if (phase === 'debrief') return must(game, facilitator, { kind: 'close' }, at);
  if (awaitsSky(game.state)) {
    const { outcome, sky } = resolveTurn(game);
    return must(game, { role: 'server' }, { kind: 'resolved', outcome }, at, sky);
  }
  if (pausedLeftMs !== null) return must(game, facilitator, { kind: 'resume' }, at);
  return must(game, { role: 'clock' }, { kind: 'expire', number }, at);
}

// A few seconds on an idle machine; several times that beside others.
describe('liveness', () => {
  it('waits for somebody in every phase that people end, whatever has made them ready', () => {
    for (const list of fc.sample(moves(120), { numRuns: 6, seed: 37 }))
      playMoves('law-ready', list, (_before, entry, { state }) => {
        const runs = READY.includes(state.clock.phase) && state.clock.pausedLeftMs === null && state.halt === null;
        expect(runs && allReady(state), `all are ready after ${entry.command.kind}`).toBe(false);
      });
  });

  it('leaves every phase, from wherever people have brought a game, until it is closed', () => {
    for (const list of fc.sample(moves(60), { numRuns: 5, seed: 31 })) {
      let { game } = playMoves('law-11', list);
      for (let steps = 0; game.state.clock.phase !== 'closed'; steps++) {
        expect(steps).toBeLessThan(40);
        game = goOn(game, LATE * (steps + 1));
      }
      expect(game.state.results !== null || game.state.turnsDone.length === 0).toBe(true);
    }
  });
});
