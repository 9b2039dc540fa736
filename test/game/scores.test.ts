/** Own mandate: the payoff tables as written, and the laws of the score. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Package } from '../../shared/clauses/text.ts';
import { noDeal, type PackageOutcome, withoutStrike, withStrike, withText } from '../../shared/game/score/package.ts';
import { reading } from '../../shared/game/score/reading.ts';
import { ownScore, ownValue } from '../../shared/game/score/scores.ts';
import type { SeatId } from '../../shared/vocabulary/index.ts';
import { readFirstTest } from './first-test.ts';

const scenario = readFirstTest();
const ids = scenario.seats.map((seat) => seat.id);
const text: Package = { N01: 300, N06: 5, N10: 30, N17: 'all', lead: 'EU', road: 'open' };
const own = (seat: SeatId, outcome: PackageOutcome): number => ownScore(scenario, seat, outcome).own;
const paying = (outcome: PackageOutcome, shares: Record<SeatId, number>): PackageOutcome => ({
  ...outcome,
  fundMet: true,
  seats: Object.fromEntries(
    ids.map((id) => [
      id,
      {
        ...outcome.seats[id]!,
        paid: shares[id] ?? 0,
        contract: scenario.fund.contractors.some(({ seat }) => seat === id),
      },
    ]),
  ),
});

describe('payoff tables, worked by hand', () => {
  const none = noDeal(scenario);
  const all = withText(none, text, ids);
  test.each([
    // 40 x rule + 35 x sensors + 25 x orbits, and so on in the order of the briefs
    ['US', none, 40 * 0.25 + 35 * 0.9 + 25 * 0.7],
    ['US', all, 40 * 0.7 + 35 * (0.25 + 0.1) + 25 * 0.7],
    ['US', withText(none, text, ['US', 'IN', 'EU', 'OP']), 40 * 0.7 * 0.6 + 35 * 0.35 + 25 * 0.7],
    ['US', withText(none, { ...text, lead: 'IN' }, ids), 40 * 0.7 * 0.8 + 35 * 0.35 + 25 * 0.7],
    ['US', withText(none, text, ids.slice(1)), 40 * 0.1 + 35 * 0.9 + 25 * 0.7],
    ['CN', none, 40 * 0.9 + 35 * 0.4 + 25 * (0.5 * 0.7 + 0.5 * 0.8)],
    ['CN', all, 40 * (0.4 - 0.1) + 35 * 1 + 25 * (0.5 * 1 + 0.5 * 0.8)],
    ['CN', withText(none, { ...text, N01: 0 }, ['CN', 'US', 'IN', 'EU']), 40 * 0.3 + 35 * (1 - 0.15 - 0.3) + 25 * 0.9],
    ['RU', none, (40 * 32) / 56 + 35 * 0.45 + 25 * 0.1],
    ['RU', withText(none, { ...text, lead: 'RU', road: 'copuos' }, ids), (40 * (32 + 24 - 6)) / 56 + 35 + 0],
    [
      'RU',
      withText(
        none,
        text,
        ids.filter((id) => id !== 'RU'),
      ),
      (40 * 32) / 56 + 0 + 25 * 0.1,
    ],
    ['IN', none, 40 * 0.4 + 35 * 0.1 + 25 * 0.4],
    ['IN', withText(none, { ...text, N01: 0, lead: 'IN' }, ids), 40 * 0.65 + 35 * 1 + 25 * 0.7],
    ['EU', none, 35 * 0.6 + 25 * 0.3],
    ['EU', all, 40 * 1 + 35 * 0.9 + 25 * (0.3 + 0.4 + 0.2 + 0.1)],
    ['EU', withText(none, text, ids.slice(0, 5)), 40 * (5 / 6) * 0.5 + 35 * 0.9 + 25 * 1],
    ['OP', none, 40 * 0.8 + 35 * 0.45 + 25],
    ['OP', all, 40 * 0.65 + 35 * (0.45 + 0.35 + 0.15) + 25 * 0.5],
    ['OP', paying(none, { OP: 4, EU: 4 }), 40 * 0.6 + 35 * 0.45 + 25 * 0.5],
    ['IN', paying(none, { OP: 4, EU: 4 }), 40 * 0.4 + 35 * 0.1 + 25 * 0.7],
  ] as [SeatId, PackageOutcome, number][])('%s, case %#', (seat, outcome, expected) => {
    expect(own(seat, outcome)).toBeCloseTo(expected, 9);
  });
});

describe('strikes', () => {
  const none = noDeal(scenario);

  test('a demonstration pays its maker by thirds, once, and costs each other capable seat 2', () => {
    const high = withStrike(scenario, none, 'IN', 'high');
    // Three others, each expected to test once in five of the 25 years after: ahead for 1/15 of them.
    expect(own('IN', high) - own('IN', none)).toBeCloseTo(8 + (4 * (1 - Math.exp(-15))) / 15, 9);
    const third = {
      ...high,
      seats: { ...high.seats, IN: { ...high.seats.IN!, demonstration: { band: 'high', thirds: 1 } } },
    };
    expect(own('IN', third as PackageOutcome) - own('IN', none)).toBeCloseTo(4, 9);
    expect(own('IN', withStrike(scenario, high, 'IN', 'high'))).toBeCloseTo(own('IN', high), 9);
    expect(own('RU', high) - own('RU', none)).toBeCloseTo(-2, 9);
    expect(own('EU', high) - own('EU', none)).toBeCloseTo(-35 * 0.3, 9);
  });

  test('a proved breach costs a party 10 points', () => {
    const bound = withText(none, text, ids);
    const breach = withStrike(scenario, bound, 'IN', 'high');
    expect(breach.seats.IN!.breaches).toBe(1);
    const premium = 8 + (4 * (1 - Math.exp(-1.5))) / 1.5;
    expect(own('IN', breach) - own('IN', bound)).toBeCloseTo(premium - 10, 9);
    expect(withStrike(scenario, bound, 'IN', 'low').seats.IN!.breaches).toBe(0);
  });

  test('the last third of a premium is worth more when the others are bound, most with a data pool', () => {
    const struck = withStrike(scenario, none, 'IN', 'high');
    const premium = (parties: readonly SeatId[], N17: 'all' | null) =>
      ownScore(scenario, 'IN', withText(struck, { ...text, N01: 300, N17 }, parties)).premium;
    const free = ownScore(scenario, 'IN', struck).premium;
    const [alone, two, three, pooled] = [
      premium(['IN', 'EU', 'OP', 'US'], null),
      premium(['CN', 'EU', 'OP', 'US'], null),
      premium(['CN', 'RU', 'EU', 'US'], null),
      premium(['CN', 'RU', 'EU', 'US'], 'all'),
    ] as const;
    expect(free).toBeGreaterThan(8);
    expect([alone > free, two > alone, three > two, pooled > three, pooled < 12]).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(premium(['CN', 'RU', 'EU', 'US'], 'all')).toBeCloseTo(8 + (4 * (1 - Math.exp(-1.5))) / 1.5, 9);
  });

  test('leaving a strike out gives the game without it', () => {
    const struck = withStrike(scenario, withText(none, text, ids), 'US', 'mid');
    expect(withoutStrike(struck, 'US', 'mid', 1)).toEqual(withText(none, text, ids));
    const twice = withStrike(scenario, withStrike(scenario, none, 'US', 'low'), 'US', 'high');
    expect(withoutStrike(twice, 'US', 'low', 0).seats.US!.demonstration).toEqual({ band: 'high', thirds: 3 });
  });

  test('own score stays within 0 and 100', () => {
    const many = { ...none.seats.US!, breaches: 30 };
    expect(own('US', { ...none, seats: { ...none.seats, US: many } })).toBe(0);
  });
});

const packages: fc.Arbitrary<Package> = fc.record({
  N01: fc.constantFrom(null, 0, 300, 500),
  N06: fc.constantFrom(null, 5, 10),
  N10: fc.constantFrom(null, 30, 90),
  N17: fc.constantFrom(null, 'members', 'all'),
  lead: fc.constantFrom('US', 'CN', 'RU', 'IN', 'EU'),
  road: fc.constantFrom('open', 'copuos'),
});
const outcomes: fc.Arbitrary<PackageOutcome> = fc
  .record({
    text: fc.option(packages),
    parties: fc.subarray(ids, { minLength: 4 }),
    fundMet: fc.boolean(),
    strikes: fc.array(
      fc.record({ seat: fc.constantFrom('US', 'CN', 'RU', 'IN'), band: fc.constantFrom('low', 'mid', 'high') }),
      { maxLength: 5 },
    ),
    conduct: fc.tuple(
      ...ids.map(() => fc.record({ paid: fc.nat(8), batches: fc.nat(6), dataFrom: fc.nat(5), contract: fc.boolean() })),
    ),
  })
  .map(({ text: t, parties, fundMet, strikes, conduct }) => {
    const none = noDeal(scenario);
    const seats = Object.fromEntries(ids.map((id, i) => [id, { ...none.seats[id]!, ...conduct[i] }]));
    let outcome: PackageOutcome = { text: t, parties: t ? parties : [], fundMet, seats };
    for (const { seat, band } of strikes) outcome = withStrike(scenario, outcome, seat, band as 'low' | 'mid' | 'high');
    return outcome;
  });

describe('laws', () => {
  test('raising a line of a payoff table never lowers own score', () => {
    fc.assert(
      fc.property(outcomes, fc.nat(), fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (outcome, a, b, more) => {
        const spec = scenario.seats[a % ids.length]!;
        const grades = spec.objectives.flatMap((o) => o.parts);
        const grade = grades[b % grades.length]!;
        const raised = structuredClone(scenario);
        const copy = raised.seats[a % ids.length]!.objectives.flatMap((o) => o.parts)[b % grades.length]!;
        for (const term of [...copy.first, ...copy.add]) term.value += more * grade.of;
        const before = ownValue(scenario, reading(outcome, spec.id));
        const after = ownValue(raised, reading(outcome, spec.id));
        // A raised line that counts paid credits or strikes counts at least as much, so nothing can fall.
        expect(after).toBeGreaterThanOrEqual(before - 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  test('the causes shown of an objective with one part give its grade', () => {
    fc.assert(
      fc.property(outcomes, fc.constantFrom(...ids), (outcome, seat) => {
        const spec = scenario.seats.find((s) => s.id === seat)!;
        const { grades } = ownScore(scenario, seat, outcome);
        spec.objectives.forEach((objective, i) => {
          if (objective.parts.length > 1) return;
          const { causes, grade, weight } = grades[i]!;
          let points = 0;
          for (const cause of causes)
            if (cause.key === 'score.adds') points += cause.params!.points as number;
            else points *= cause.params!.factor as number;
          expect(Math.min(1, Math.max(0, points / weight))).toBeCloseTo(grade, 9);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('a strike by another capable seat never raises own score', () => {
    fc.assert(
      fc.property(
        outcomes,
        fc.constantFrom('US', 'CN', 'RU', 'IN'),
        fc.constantFrom('low', 'mid', 'high'),
        (o, by, band) => {
          const after = withStrike(scenario, o, by, band as 'low' | 'mid' | 'high');
          for (const seat of ids) if (seat !== by) expect(own(seat, after)).toBeLessThanOrEqual(own(seat, o) + 1e-9);
        },
      ),
      { numRuns: 300 },
    );
  });
});
