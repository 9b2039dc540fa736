import { describe, expect, it } from 'vitest';
import { newPieces } from '../../shared/game/turn/later.ts';
import { pick } from '../../shared/orbits/table/population.ts';
import { firstTalk, ordered, strikeOrder, yearLater } from './table.ts';

describe('pieces that stay', () => {
  const start = firstTalk('later', { whole: true });
  const cloudOf = (band: 'mid' | 'high', parent: number) => {
    const { sky } = yearLater(ordered(start, 'CN', 'security', strikeOrder(band)));
    const rows = Array.from(sky.parentId.keys()).filter((row) => sky.parentId[row] === parent);
    return newPieces(start.state.scenario, pick(sky, rows));
  };

  it('a cloud at 860 km is mostly up after 25 years: 40 to 80 % (of Fengyun-1C more than half after 19)', () => {
    const { up, in25Years } = cloudOf('high', 27431);
    expect(up).toBeGreaterThan(500);
    expect(in25Years / up).toBeGreaterThan(0.4);
    expect(in25Years / up).toBeLessThan(0.8);
  });

  it('of one at 600 km next to nothing is', () => {
    const { up, in25Years } = cloudOf('mid', 29092);
    expect(up).toBeGreaterThan(100);
    expect(in25Years / up).toBeLessThan(0.1);
  });

  it('counts nothing of before the game', () => {
    expect(newPieces(start.state.scenario, start.sky)).toEqual({ up: 0, in25Years: 0 });
  });
});
