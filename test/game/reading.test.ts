/** The rule of evidence, measured: how often readings are right, what wrong ones name, and whether beliefs are worth their number. */
import { describe, expect, it } from 'vitest';
import {
  belief,
  errorAfter,
  type Lot,
  lotOf,
  type Prior,
  readAsOne,
  reading,
} from '../../shared/game/sight/reading.ts';
import { draw, keyOf, narrow } from '../../shared/orbits/table/chance.ts';
import { readFirstTest } from './first-test.ts';

const DRAWS = 10_000;
const { evidence } = readFirstTest();
const BASES = [-1, 0, 1, 2, 3, 8];
const LEVELS = [0, 1, 2, 3, 4];

/** Priors of the scenario, and lopsided ones of symptoms that are to come. */
const PRIORS: Readonly<Record<string, Prior>> = {
  'a third each': { explosion: 1, impact: 1, intercept: 1 },
  outage: { failure: 0.45, error: 0.2, storm: 0.15, deliberate: 0.2 },
  'who of five': { US: 1, CN: 1, RU: 1, IN: 1, another: 1 },
};

function drawnBy(prior: Prior, u: number): string {
  const all = Object.values(prior).reduce((a, b) => a + b, 0);
  let left = u * all;
  for (const [name, weight] of Object.entries(prior)) {
    left -= weight;
    if (left < 0) return name;
  }
  return Object.keys(prior).at(-1)!;
}

/** Lots of a symptom, with truths drawn by the prior. */
const lotsOf = (name: string, prior: Prior): readonly Lot[] =>
  Array.from({ length: DRAWS }, (_, n) => {
    const key = narrow(keyOf('rates'), name, n);
    return lotOf(key, 'symptom', 'cause', drawnBy(prior, draw(key, 'truth')), prior);
  });

/** Whether a share of so many trials is what was set, within four standard errors. */
function withinFour(found: number, trials: number, set: number, what: string): void {
  expect(Math.abs(found / trials - set), what).toBeLessThanOrEqual(4 * Math.sqrt((set * (1 - set)) / trials) + 1e-9);
}

describe('readings', () => {
  let right = 0;
  let set = 0;
  let cells = 0;
  for (const [name, prior] of Object.entries(PRIORS)) {
    const lots = lotsOf(name, prior);
    it(`of ${name} are right as often as their error says, in every cell of sensors and bases`, () => {
      for (const level of LEVELS)
        for (const bases of BASES) {
          const error = errorAfter(evidence.symptoms['break-up']!.causeError![level]!, bases, evidence.error);
          const found = lots.filter((lot) => reading(lot, error, prior).named === lot.truth).length;
          withinFour(found, DRAWS, 1 - error, `level ${level}, ${bases} bases`);
          right += found;
          set += DRAWS * (1 - error);
          cells += DRAWS;
        }
    });

    it(`of ${name} name the others by the prior where they are wrong`, () => {
      for (const truth of Object.keys(prior)) {
        const wrong = lots
          .filter((lot) => lot.truth === truth)
          .map((lot) => reading({ ...lot, u: 0 }, 0.5, prior).named);
        const rest = Object.entries(prior).filter(([other]) => other !== truth);
        const all = rest.reduce((sum, [, weight]) => sum + weight, 0);
        for (const [other, weight] of rest)
          withinFour(
            wrong.filter((named) => named === other).length,
            wrong.length,
            weight / all,
            `${truth} as ${other}`,
          );
      }
    });

    it(`of ${name} give beliefs of x that are right in x of cases`, () => {
      const said = new Map<number, { n: number; true: number }>();
      for (const error of [0.6, 0.4, 0.3, 0.1])
        for (const lot of lots)
          for (const [cause, p] of Object.entries(reading(lot, error, prior).belief)) {
            const bin = said.get(p) ?? { n: 0, true: 0 };
            said.set(p, bin);
            bin.n++;
            if (cause === lot.truth) bin.true++;
          }
      expect(said.size).toBeGreaterThan(6);
      // Rounded to a hundredth, which is half of one off at most.
      for (const [p, bin] of said)
        expect(Math.abs(bin.true / bin.n - p), `belief ${p}`).toBeLessThanOrEqual(
          4 * Math.sqrt((p * (1 - p)) / bin.n) + 0.005,
        );
    });
  }

  it('are right within one per cent of the setting over all cells', () => {
    expect(cells).toBe(3 * LEVELS.length * BASES.length * DRAWS);
    expect(Math.abs(right - set) / cells).toBeLessThan(0.01);
  });
});

describe('a lot', () => {
  const prior = PRIORS['who of five']!;
  const lots = lotsOf('one lot', prior);

  it('is the same for all who look: who sees better never turns a right reading into a wrong one', () => {
    for (const lot of lots.slice(0, 1000)) {
      const named = [0.6, 0.4, 0.2, 0.03].map((error) => reading(lot, error, prior).named);
      const first = named.indexOf(lot.truth!);
      expect(named.slice(first < 0 ? named.length : first).every((name) => name === lot.truth)).toBe(true);
      expect(new Set(named.filter((name) => name !== lot.truth)).size).toBeLessThanOrEqual(1);
    }
  });

  it('names to others whom it would name anyway where one may not be named', () => {
    const { CN: _, ...withoutCN } = prior;
    for (const lot of lots.slice(0, 1000)) {
      const all = reading(lot, 0.6, prior).named;
      const few = reading(lot, 0.6, withoutCN).named;
      if (all !== 'CN') expect(few).toBe(all);
      expect(few).not.toBe('CN');
    }
  });

  it('without a true name is answered by the prior alone', () => {
    const nobody = Array.from({ length: DRAWS }, (_, n) =>
      lotOf(narrow(keyOf('nobody'), 'x', n), 's', 'who', null, prior),
    );
    for (const name of Object.keys(prior))
      withinFour(nobody.filter((lot) => reading(lot, 0.1, prior).named === name).length, DRAWS, 0.2, name);
  });

  it('leaves no doubt where one name is possible', () => {
    expect(reading(lots[0]!, 0.6, { US: 3 })).toEqual({ named: 'US', error: 0, belief: { US: 1 } });
  });
});

describe('bases', () => {
  const level = (source: string): number => ({ US: 4, CN: 3, EU: 3, OP: 3, IN: 2, AF: 1 })[source] ?? 0;
  const rule = { countsFrom: 2, most: 3 };
  const one = (...looks: string[][]) =>
    readAsOne(
      looks.map((sources) => ({ sources })),
      level,
      rule,
    );

  it('are the further sources whose sensors count, nobody twice, three at most', () => {
    expect(one(['CN'])).toEqual({ level: 3, bases: 0 });
    expect(one(['CN'], ['CN', 'US'], ['US'])).toEqual({ level: 4, bases: 1 });
    expect(one(['AF'], ['CN'])).toEqual({ level: 3, bases: 0 });
    expect(one(['US'], ['CN'], ['EU'], ['OP'], ['IN'])).toEqual({ level: 4, bases: 3 });
  });

  it.each([
    [4, [0.7, 0.76, 0.81, 0.85]],
    [3, [0.6, 0.68, 0.74, 0.8]],
  ] as const)('give First test at best sensors of level %i: %j', (best, shares) => {
    const thirds = PRIORS['a third each']!;
    const sensor = evidence.symptoms['break-up']!.causeError![best]!;
    for (const [bases, share] of shares.entries())
      expect(belief(thirds, errorAfter(sensor, bases, evidence.error), 'impact').impact).toBe(share);
  });

  it('stay within their bounds', () => {
    expect(errorAfter(0.1, 20, evidence.error)).toBe(0.03);
    expect(errorAfter(0.85, -3, evidence.error)).toBe(0.95);
  });

  it('beliefs with a lopsided prior are those of the written example: an outage read as deliberate', () => {
    const outage = PRIORS.outage!;
    expect(belief(outage, 0.256, 'deliberate')).toEqual({ failure: 0.2, error: 0.06, storm: 0.04, deliberate: 0.7 });
    expect(belief(outage, 0.4 * 0.8 ** 5, 'deliberate').deliberate).toBe(0.84);
  });
});
