/** Only a strike that is known darkens the screens: an accident that everybody sees does not. */
import { expect, it } from 'vitest';
import { apply } from '../../shared/game/commands.ts';
import type { Incident } from '../../shared/game/incident.ts';
import { newGame } from '../../shared/game/new-game.ts';
import type { Outcome } from '../../shared/game/turn/outcome.ts';
import { emptyPopulation } from '../../shared/orbits/table/population.ts';
import { readFirstTest } from './first-test.ts';

const AT = 1_000_000;

function dimUntilAfter(loud: Incident['loud']): number | null {
  const game = newGame(readFirstTest(), 'silence', emptyPopulation(0, { epochMonth: 0, owners: [''], fleets: [''] }));
  const { state } = game;
  const incident = { id: 'i', turn: 1, month: 3, object: 1, owner: null, altitudeKm: 800, trackedPublic: 9 } as const;
  const outcome: Outcome = {
    turn: 1,
    engineVersion: '1',
    skyHash: '',
    cloudAtStations: null,
    orders: [],
    facts: [],
    incidents: [{ ...incident, loud, statements: [], settled: null, moved: [] }],
    evidence: [],
    lots: {},
    findings: [],
    ledger: [],
    news: [],
    registered: [],
    seats: {},
    instruments: [],
    offers: [],
    fund: state.fund,
    summary: {
      turn: 1,
      skyHash: '',
      launched: 0,
      reentered: 0,
      trackedPublic: 0,
      newPieces: { up: 0, in25Years: 0 },
      byMonth: [],
    },
    results: null,
  };
  const clock = { ...state.clock, phase: 'resolution', turn: 1, endsAt: AT + 60_000 } as const;
  const command = { kind: 'resolved', outcome } as const;
  const entry = { seq: 1, at: AT, actor: { role: 'server' } as const, id: 'r', command };
  return apply({ ...game, state: { ...state, clock } }, entry).state.clock.dimUntil;
}

it('is dark for twenty seconds after a strike that is known, and not after an accident or an unseen strike', () => {
  expect(dimUntilAfter({ cause: 'intercept', by: 'US' })).toBe(AT + 20_000);
  expect(dimUntilAfter({ cause: 'intercept', by: null })).toBe(AT + 20_000);
  expect(dimUntilAfter({ cause: 'impact', by: null })).toBeNull();
  expect(dimUntilAfter(null)).toBeNull();
});
