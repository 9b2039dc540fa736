import { describe, expect, it } from 'vitest';
import { sightOf } from '../../shared/game/sight/sight.ts';
import { byShell, fleetIndex, seatIndex } from '../../shared/game/turn/fleets.ts';
import { ACTIVE, indexOf } from '../../shared/orbits/table/population.ts';
import { orders } from '../../shared/orders/index.ts';
import { messages } from '../../shared/text/en/index.ts';
import { rulesText } from '../../shared/text/en/rules.ts';
import { say } from '../../shared/text/say.ts';
import { type Field, K_PER_CREDIT, type Words } from '../../shared/vocabulary/index.ts';
import { firstTalk, launchOrder, ordered, strikeOrder } from './table.ts';

const game = firstTalk('orders');
const said = (words: Words): string =>
  say(
    { ...messages, ...rulesText, 'scenario.object.27431': 'the target', 'scenario.object.29092': 'the other target' },
    'en',
    words,
  );

/** All words of a form. */
const wordsOf = (field: Field): Words[] => [
  field.label,
  ...('note' in field && field.note ? [field.note] : []),
  ...('options' in field ? field.options.flatMap((o) => [o.label, ...(o.note ? [o.note] : [])]) : []),
];

describe('orders', () => {
  it('are registered under their own kind, all that the scenario enables', () => {
    for (const [kind, rule] of Object.entries(orders)) expect(rule.kind).toBe(kind);
    for (const kind of game.state.scenario.orders) expect(orders[kind]).toBeDefined();
  });

  it.each(Object.keys(orders))(
    '%s: a form filled with its initial values is an order, and every word of it has a text',
    (kind) => {
      const rule = orders[kind]!;
      const sight = sightOf(game, 'CN', rule.slot === 'security' ? 'security' : 'p1');
      const fields = rule.fields(sight);
      const order = rule.parse({ kind, month: 6, ...Object.fromEntries(fields.map((f) => [f.name, f.initial])) });
      if ('code' in order) throw new Error(`${order.code} ${order.field}`);
      const all = [rule.summary(order, sight), ...(rule.warnings?.(order, sight) ?? []), ...fields.flatMap(wordsOf)];
      for (const words of all.filter((w) => !w.key.startsWith('seat.'))) expect(said(words)).not.toBe(words.key);
      expect(said({ key: `order.${kind}` })).not.toContain('order.');
      expect(said({ key: `order.${kind}.note` })).not.toContain('order.');
    },
  );

  it.each(Object.keys(orders))('%s: what is not an order is refused, with the field at fault', (kind) => {
    const { parse } = orders[kind]!;
    for (const input of [
      null,
      7,
      'launch',
      [],
      {},
      { kind, month: 13 },
      { kind, month: 0.5 },
      { kind, month: 1, unknown: true },
    ])
      expect(parse(input)).toMatchObject({ code: 'malformed', field: expect.any(String) });
  });

  it('cost what the scenario says', () => {
    const cost = (seat: string, order: { kind: string; month: number }): number =>
      orders[order.kind]!.costK(order, sightOf(game, seat, 'p1')) / K_PER_CREDIT;
    expect(cost('OP', launchOrder(480, 2))).toBe(4);
    expect(cost('CN', launchOrder(1160, 1))).toBe(2);
    expect(cost('US', strikeOrder('high'))).toBe(2);
    expect(cost('US', strikeOrder('high', 5, true))).toBe(1);
  });

  it('warn before a strike: pieces by altitude, own satellites in the path', () => {
    const warn = (band: 'low' | 'mid' | 'high') =>
      orders.strike!.warnings!(strikeOrder(band), sightOf(game, 'CN', 'security'));
    const pieces = (band: 'low' | 'mid' | 'high') => warn(band)[0]!.params as Record<string, number>;
    expect(pieces('low').in4).toBe(0);
    expect(pieces('high').in25!).toBeGreaterThan(300);
    expect(pieces('mid').in25!).toBeLessThan(pieces('high').in25!);
    expect(pieces('high').now!).toBeLessThan(1000);
    expect(Number(warn('high')[1]!.params!.count)).toBeGreaterThan(0);
  });

  it('strike: the card says when the text that binds the seat forbids it, by the height of each target', () => {
    const sight = { ...sightOf(game, 'CN', 'security'), demands: { noDebrisAboveKm: 500 } };
    const forbidden = (['low', 'mid', 'high'] as const).filter((band) =>
      orders.strike!.warnings!(strikeOrder(band), sight).some(({ key }) => key === 'order.strike.breach'),
    );
    expect(forbidden).toEqual(['mid', 'high']);
  });

  it('see money and batches of the other slots only', () => {
    const drafted = ordered(game, 'OP', 'p1', launchOrder(480, 1));
    expect(sightOf(drafted, 'OP', 'p1').freeK).toBe(7 * K_PER_CREDIT);
    expect(sightOf(drafted, 'OP', 'p2').freeK).toBe(5 * K_PER_CREDIT);
    expect(sightOf(drafted, 'OP', 'p2').batchesDrafted).toBe(1);
    expect(sightOf(drafted, 'OP', null).freeK).toBe(5 * K_PER_CREDIT);
  });
});

describe('fleets', () => {
  it('go by programme before owner: the operator flies under another state’s code', () => {
    const whole = firstTalk('fleets', { whole: true });
    const { sky } = whole;
    const { scenario } = whole.state;
    const fleet = fleetIndex(scenario, sky);
    const active = (seat: string): number => {
      const index = scenario.seats.findIndex((s) => s.id === seat);
      return fleet.reduce((n, at) => n + (at === index ? 1 : 0), 0);
    };
    expect(active('OP')).toBe(8169);
    // The catalogue's active list has 1,005, 962, 302 and 73: with a few stages that carry payloads and do not fly.
    expect(active('US')).toBe(1004);
    expect(active('CN')).toBe(959);
    expect(active('RU')).toBe(300);
    expect(active('IN')).toBe(73);
    const everything = seatIndex(scenario, sky);
    expect(everything.filter((_, i) => everything[i] !== fleet[i] && (sky.flags[i]! & ACTIVE) !== 0)).toHaveLength(0);
    const total = byShell(sky, () => true).reduce((a, b) => a + b, 0);
    expect(total).toBeGreaterThan(22_000);
    expect(total).toBeLessThan(sky.count);
  });
});

describe('what drag leaves of a target', () => {
  /** The sky with the nearer target of China so light that it comes down in less than three years and more than two. */
  const sky = () => {
    const areaToMassM2Kg = game.sky.areaToMassM2Kg.slice();
    const { mid } = game.state.scenario.seats.find((seat) => seat.id === 'CN')!.targets!;
    areaToMassM2Kg[indexOf(game.sky, mid)]! *= LIGHTER;
    return { ...game.sky, areaToMassM2Kg };
  };
  const LIGHTER = 10;
  const monthsLeft = (seen: ReturnType<typeof sky>, turn: number): number | null => {
    const { state } = game;
    const then = { state: { ...state, clock: { ...state.clock, turn } }, sky: seen };
    return sightOf(then, 'CN', 'security').targets.find((target) => target.band === 'mid')!.monthsLeft;
  };

  it('is the same whoever has looked at that sky before', () => {
    const first = sky();
    expect(monthsLeft(first, 1)).toBeGreaterThan(24);
    expect(monthsLeft(first, 2)).toBeNull();
    const second = sky();
    expect(monthsLeft(second, 2)).toBeNull();
    expect(monthsLeft(second, 1)).toBe(monthsLeft(first, 1));
  });
});
