/** The forecast of a text: what it does to the sky, and what it does to proof where it leaves the sky alone. */
import { describe, expect, test } from 'vitest';
import type { Package } from '../../shared/clauses/text.ts';
import { forecast } from '../../shared/game/other-worlds/forecast.ts';
import { knowledgeOf } from '../../shared/game/sight/knowledge.ts';
import { viewFor } from '../../shared/game/view/view.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import { firstTalk } from './table.ts';

const game = firstTalk('forecast');
const NONE: Package = { N01: null, N06: null, N10: null, N17: null, lead: 'EU', road: 'open' };
const asked = (text: Package) => {
  const view = viewFor(game, { kind: 'seat', seat: 'CN' });
  return forecast(knowledgeOf(view, game.state.scenario, game.sky, text), text, keyOf('forecast test'));
};

describe('the forecast of a text', () => {
  test('on registration and data alone leaves the sky as it is, to the bit, and names the stronger change of proof', () => {
    const told = asked({ ...NONE, N10: 30, N17: 'all' });
    expect(told.skyUnchanged).toBe(true);
    for (const { bands } of told.differences)
      for (const { p10, p50, p90 } of bands) expect([p10, p50, p90]).toEqual([0, 0, 0]);
    expect(told.proof).toEqual({ without: 0.6, with: 0.8 });
  });

  test('that bans tests and cleans up changes the sky, most where all are bound', () => {
    const told = asked({ ...NONE, N01: 0, N06: 5 });
    expect(told.skyUnchanged).toBe(false);
    const after50 = (world: string): number => told.differences.find((d) => d.world === world)!.bands.at(-1)!.p50;
    expect(after50('all')).toBeLessThan(-0.03);
    expect(after50('all')).toBeLessThan(after50('one-out'));
    expect(told.proof).toBeNull();
  });
});
