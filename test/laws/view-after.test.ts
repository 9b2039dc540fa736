/** A view made from the one before is the view that would have been made anew. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Viewer } from '../../shared/game/roles.ts';
import { type SeenBefore, viewAfter, viewFor } from '../../shared/game/rules.ts';
import { moves, playMoves } from './random-game.ts';
import { WATCHERS } from './tables.ts';

const VIEWERS: readonly Viewer[] = [...WATCHERS, { kind: 'facilitator' }];

it('is equal for every viewer after every act, and keeps what an act of talk does not touch', () => {
  let kept = 0;
  for (const list of fc.sample(moves(80), { numRuns: 2, seed: 17 })) {
    const seen = new Map<Viewer, SeenBefore>();
    playMoves('law-view-after', list, (_before, { command }, game) => {
      for (const viewer of VIEWERS) {
        const last = seen.get(viewer) ?? null;
        const view = viewAfter(last, game, viewer);
        expect(JSON.stringify(view), command.kind).toBe(JSON.stringify(viewFor(game, viewer)));
        if (last && view.seats === last.view.seats) kept++;
        seen.set(viewer, { game, view });
      }
    });
  }
  expect(kept).toBeGreaterThan(50);
});
