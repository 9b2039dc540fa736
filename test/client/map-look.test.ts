/** What the map shows of a sky and in which colours: counts against a plain count over the rows. */
import { describe, expect, it } from 'vitest';
import {
  ALL,
  COLOUR_BY,
  cloudMarks,
  FIRST_LOOK,
  type Look,
  painted,
  seatRows,
  trackIds,
} from '../../client/panels/sky/map-look.ts';
import { groupUniforms } from '../../client/sky/palette.ts';
import { viewFor } from '../../shared/game/view/view.ts';
import { DEBRIS, indexOf, PAYLOAD, type Population } from '../../shared/orbits/table/population.ts';
import { firstTalk, ordered, strikeOrder, yearLater } from '../game/table.ts';

const game = yearLater(ordered(firstTalk('look'), 'RU', 'security', strikeOrder('high', 3)));
const view = viewFor(game, { kind: 'facilitator' });
const sky: Population = game.sky;
const rows = Array.from({ length: sky.count }, (_, row) => row);
const weigh = (chosen: (row: number) => boolean): number =>
  Math.round(rows.reduce((sum, row) => sum + (chosen(row) ? sky.weight[row]! : 0), 0));
const look = (change: Partial<Look>): Look => ({ ...FIRST_LOOK, ...change });
const works = (row: number): boolean => sky.kind[row] === PAYLOAD && (sky.flags[row]! & 1) !== 0;

describe('the legend of the map', () => {
  for (const by of COLOUR_BY) {
    it(`counts every object once, coloured by ${by}`, () => {
      const { counts, groups, all, shown, objects } = painted(view, sky, look({ by }));
      expect(counts.reduce((a, b) => a + b, 0)).toBe(weigh(() => true));
      expect([all, shown]).toEqual([weigh(() => true), weigh(() => true)]);
      counts.forEach((count, g) => {
        expect(count, groups[g]!.key).toBe(weigh((row) => objects.group[row] === g));
      });
      // Groups of a way of colouring never share a colour, and the shader takes them all.
      const colours = groups.slice(0, -1).map((group) => group.colour);
      expect(new Set(colours).size).toBe(colours.length);
      expect(() => groupUniforms(groups, [])).not.toThrow();
    });
  }

  it('gives working satellites to their seats, as the view counts them', () => {
    const { counts, groups } = painted(view, sky, FIRST_LOOK);
    for (const seat of view.seats)
      expect(counts[groups.findIndex((group) => group.key === seat.id)], seat.id).toBe(Math.round(seat.active));
  });

  it('tells the kinds and the age apart', () => {
    const byKind = painted(view, sky, look({ by: 'kind' }));
    const count = (key: string) => byKind.counts[byKind.groups.findIndex((group) => group.key === key)];
    expect(count('working')).toBe(weigh(works));
    expect(count('fragments')).toBe(weigh((row) => sky.kind[row] === DEBRIS && sky.birthMonth[row]! >= 0));
    const byAge = painted(view, sky, look({ by: 'age' }));
    const old = byAge.groups.findIndex((group) => group.key === 'age-old');
    expect(byAge.counts[old]).toBe(weigh((row) => sky.birthMonth[row]! <= sky.epochMonth - 360));
    expect(byAge.counts[old]).toBeGreaterThan(100);
  });

  it('keeps the count of a group that is switched off, and hides it', () => {
    const whole = painted(view, sky, FIRST_LOOK);
    const { counts, visible, shown } = painted(view, sky, look({ off: ['owner.OP', 'kind.debris'] }));
    const at = whole.groups.findIndex((group) => group.key === 'OP');
    expect(counts).toEqual(whole.counts);
    expect(visible.indexOf(false)).toBe(at);
    expect(shown).toBe(whole.shown - whole.counts[at]!);
  });
});

describe('the filters of the map', () => {
  const owner = seatRows(view, sky);
  const china = view.seats.findIndex((seat) => seat.id === 'CN');

  it('leave what passes all of them', () => {
    const { counts, shown, objects, groups, visible } = painted(view, sky, look({ owner: 'CN', works: 'yes' }));
    expect(shown).toBe(weigh((row) => owner(row) === china && works(row)));
    expect(shown).toBe(view.seats[china]!.active);
    expect(counts.filter((count) => count > 0)).toEqual([shown]);
    // What is left out is in a group that is neither drawn nor picked.
    expect(visible[groups.length - 1]).toBe(false);
    for (const row of rows) expect(objects.group[row] === groups.length - 1).toBe(owner(row) !== china || !works(row));
  });

  it('know the derelict of an owner, the others, a kind and a region', () => {
    expect(painted(view, sky, look({ owner: 'RU', works: 'no' })).shown).toBe(
      weigh((row) => view.seats[owner(row)]?.id === 'RU' && !works(row)),
    );
    expect(painted(view, sky, look({ owner: 'others' })).shown).toBe(weigh((row) => owner(row) < 0));
    const regions = (['leo', 'meo', 'geo', 'heo'] as const).map((regime) => painted(view, sky, look({ regime })).shown);
    expect(regions.reduce((a, b) => a + b)).toBe(weigh(() => true));
    const kinds = (['working', 'retired', 'stage', 'debris', 'unknown'] as const).map(
      (kind) => painted(view, sky, look({ kind })).shown,
    );
    expect(kinds.reduce((a, b) => a + b)).toBe(weigh(() => true));
  });

  it('leave the pieces of one break-up', () => {
    const marks = cloudMarks(sky);
    const largest = marks.toSorted((a, b) => b.count - a.count)[0]!;
    expect(largest.month).toBe(2);
    const { shown } = painted(view, sky, look({ cloud: largest.id }));
    expect(shown).toBe(weigh((row) => sky.breakupId[row] === largest.id));
    expect(shown).toBe(Math.round(largest.count));
    expect(painted(view, sky, look({ cloud: largest.id, works: 'yes', owner: ALL })).shown).toBe(0);
  });
});

describe('the orbits that stand for a fleet', () => {
  it('are few, are of what is shown, and spread over its planes', () => {
    const fleet = painted(view, sky, look({ owner: 'OP', works: 'yes' }));
    const ids = trackIds(sky, fleet, 40);
    expect(new Set(ids).size).toBe(40);
    const planes = ids.map((id) => indexOf(sky, id));
    for (const row of planes) expect(fleet.visible[fleet.objects.group[row]!]).toBe(true);
    // Nodes in every eighth of the circle: the operator's planes go all round.
    const eighths = new Set(planes.map((row) => Math.floor((sky.raanRad[row]! / (2 * Math.PI)) * 8)));
    expect(eighths.size).toBe(8);
  });

  it('are all where there are few, and none where nothing is shown', () => {
    const few = painted(view, sky, look({ owner: 'IN', works: 'yes' }));
    const all = rows.filter((row) => few.visible[few.objects.group[row]!]);
    expect(trackIds(sky, few, 1000).toSorted((a, b) => a - b)).toEqual(all.map((row) => sky.id[row]));
    const none = painted(view, sky, look({ owner: 'IN', kind: 'working', works: 'no' }));
    expect(trackIds(sky, none, 40)).toEqual([]);
  });
});
