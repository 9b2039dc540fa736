import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../server/records/languages.ts';
import { type Article, demandsOf, forbids, mergeArticles, sentenceOf } from '../../shared/clauses/articles.ts';
import type { ClauseValue } from '../../shared/clauses/clause.ts';
import { CLAUSE_IDS, clauses } from '../../shared/clauses/index.ts';
import { errorAfter } from '../../shared/game/sight/reading.ts';
import { lifetimeYears } from '../../shared/orbits/motion/decay.ts';
import { clauses as clauseWords } from '../../shared/text/en/clauses/index.ts';
import { LANGUAGES } from '../../shared/text/languages.ts';
import { say } from '../../shared/text/say.ts';
import { type Fact, mergeDemands, type NewFact } from '../../shared/vocabulary/index.ts';
import { readFirstTest } from './first-test.ts';

const fact = (part: NewFact): Fact => ({ month: 1, id: 'f', turn: 2, actor: 'IN', order: 't2.IN.p1', ...part }) as Fact;
const empty = { registered: () => false };
const strikeAt = (altitudeKm: number): Fact =>
  fact({ kind: 'destructive-intercept', band: 'mid', altitudeKm, target: 1, incident: 'i', tracked: 10 });
const stageAt = (altitudeKm: number): Fact =>
  fact({ kind: 'rocket-body-left', object: 1, altitudeKm, passivated: true });
const launched = (registered: boolean): Fact =>
  fact({ kind: 'launch', objects: [1], batches: 1, altitudeKm: 500, registered, notified: true, passivated: true });

describe('clauses', () => {
  it('say one sentence for one value, with no value twice', () => {
    const sentences = CLAUSE_IDS.flatMap((dial) => {
      const { values, sentence } = clauses[dial] as unknown as {
        values: readonly never[];
        sentence: (v: never) => { key: string };
      };
      return values.map((value) => say(clauseWords, 'en', sentence(value)));
    });
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const text of sentences) expect(text).toMatch(/^[A-Z].*\.$/);
  });

  it('list every value of the scenario’s dials, from loosest to strictest', () => {
    const { dials } = readFirstTest().paper;
    for (const dial of CLAUSE_IDS) expect([null, ...clauses[dial].values]).toEqual(dials[dial]);
  });

  it.each([
    [500, 501, 'breach'],
    [500, 500, 'compliant'],
    [300, 301, 'breach'],
    [300, 285, 'compliant'],
    [0, 150, 'breach'],
  ] as const)('N01 above %i km: a strike at %i km is %s', (floor, altitudeKm, verdict) => {
    expect(clauses.N01.duty(floor, strikeAt(altitudeKm), empty)).toBe(verdict);
  });

  it('N01 lets an intercept that breaks nothing pass, and has nothing to say about launches', () => {
    expect(clauses.N01.duty(0, fact({ kind: 'intercept-test', band: 'high', altitudeKm: 800, target: 1 }), empty)).toBe(
      'compliant',
    );
    expect(clauses.N01.duty(0, launched(true), empty)).toBeNull();
  });

  it.each([
    [5, 250, 'compliant'],
    [10, 330, 'compliant'],
    [10, 400, 'breach'],
    [5, 850, 'breach'],
    [10, 850, 'breach'],
  ] as const)('N06 within %i years: a stage left at a perigee of %i km is %s', (years, perigeeKm, verdict) => {
    expect(clauses.N06.duty(years, stageAt(perigeeKm), empty)).toBe(verdict);
  });

  it('N10 promises the proof that the scenario gives: attribution with and without a launch left unregistered', () => {
    const { strike, unregisteredConfidence } = readFirstTest();
    const { proof } = clauses.N10.forecast(30);
    expect(proof!.with).toBeCloseTo(strike.attribution, 9);
    expect(proof!.without).toBeCloseTo(strike.attribution + unregisteredConfidence, 9);
  });

  it('N17 promises what the rule of evidence gives: sensors of level 3 alone, and with three more', () => {
    const { evidence } = readFirstTest();
    const sensors = evidence.symptoms['break-up']!.causeError![3]!;
    const { proof } = clauses.N17.forecast('all');
    expect(proof!.without).toBeCloseTo(1 - errorAfter(sensors, 0, evidence.error), 2);
    expect(proof!.with).toBeCloseTo(1 - errorAfter(sensors, 3, evidence.error), 2);
  });

  it('N06 judges the delivery orbit of the highest shell: 330 x 1,200 km is down within ten years, 400 x 1,200 km is not', () => {
    const highest = Math.max(...readFirstTest().seats.flatMap((seat) => seat.batch.shells.map((s) => s.altitudeKm)));
    const years = (perigeeKm: number) => lifetimeYears(perigeeKm, highest, Math.PI / 2, 0.0075, () => 120, 40);
    expect(years(330)).toBeLessThan(10);
    expect(years(400)).toBeGreaterThan(10);
  });

  it('N06 calls a failed disposal arguable, a done one compliant', () => {
    expect(clauses.N06.duty(5, fact({ kind: 'disposal', objects: [], failed: [1] }), empty)).toBe('arguable');
    expect(clauses.N06.duty(5, fact({ kind: 'disposal', objects: [1], failed: [] }), empty)).toBe('compliant');
  });

  it('N10 looks at the register and at the days', () => {
    expect(clauses.N10.duty(30, launched(false), empty)).toBe('breach');
    expect(clauses.N10.duty(30, launched(false), { registered: () => true })).toBe('compliant');
    expect(clauses.N10.duty(30, fact({ kind: 'registration', objects: [1], days: 31 }), empty)).toBe('breach');
    expect(clauses.N10.duty(90, fact({ kind: 'registration', objects: [1], days: 31 }), empty)).toBe('compliant');
  });

  it('N17 asks for whole catalogues', () => {
    expect(clauses.N17.duty('all', fact({ kind: 'data-sharing', to: ['US'], masked: true }), empty)).toBe('breach');
    expect(clauses.N17.duty('all', fact({ kind: 'data-sharing', to: ['US'], masked: false }), empty)).toBe('compliant');
  });

  it('a stricter value never forgives what a looser one condemns', () => {
    const facts = [
      strikeAt(200),
      strikeAt(400),
      strikeAt(800),
      stageAt(300),
      stageAt(500),
      stageAt(700),
      launched(false),
    ];
    for (const dial of CLAUSE_IDS) {
      const { values, duty } = clauses[dial] as unknown as {
        values: readonly never[];
        duty: (v: never, f: Fact, r: typeof empty) => string | null;
      };
      for (const one of facts)
        for (let i = 1; i < values.length; i++)
          if (duty(values[i - 1]!, one, empty) === 'breach') expect(duty(values[i]!, one, empty)).toBe('breach');
    }
  });
});

describe('what binds a seat from several texts at once', () => {
  const article = fc
    .constantFrom(...CLAUSE_IDS)
    .chain((clause) => fc.constantFrom<ClauseValue>(...clauses[clause].values).map((value) => ({ clause, value })));
  const some = fc.array(article, { maxLength: 6 });
  const asMap = (all: readonly Article[]) => Object.fromEntries(all.map(({ clause, value }) => [clause, value]));

  it('is one list, the same in whatever order the texts come and however often they are merged', () => {
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        const merged = asMap(mergeArticles([...a, ...b, ...c]));
        expect(asMap(mergeArticles([...mergeArticles([...c, ...a]), ...b]))).toEqual(merged);
        expect(asMap(mergeArticles([...mergeArticles([...a, ...b, ...c]), ...a]))).toEqual(merged);
        expect(demandsOf(mergeArticles([...a, ...b]))).toEqual(mergeDemands([demandsOf(b), demandsOf(a)]));
      }),
    );
  });

  it('takes of two values the one further along the list from loosest to strictest', () => {
    for (const clause of CLAUSE_IDS) {
      const values: readonly ClauseValue[] = clauses[clause].values;
      for (const [i, a] of values.entries())
        for (const [j, b] of values.entries())
          expect(mergeArticles([a, b].map((value) => ({ clause, value })))).toEqual([
            { clause, value: values[Math.max(i, j)] },
          ]);
    }
  });

  it('forbids a strike where all of its range lies above the floor, and a strike at the floor itself not', () => {
    const floor = [{ clause: 'N01', value: 500 } as const];
    const at = (fromKm: number, toKm = fromKm) => forbids(floor, { kind: 'strike', fromKm, toKm });
    expect([at(500), at(501), at(300, 500), at(499, 900), at(500, Number.POSITIVE_INFINITY)]).toEqual([
      false,
      true,
      false,
      false,
      true,
    ]);
    expect(forbids([{ clause: 'N06', value: 5 }], { kind: 'strike', fromKm: 900, toKm: 900 })).toBe(false);
  });
});

it.each(Object.keys(LANGUAGES))(
  'every clause has its words in %s: title, note, each value and none, its column, a sentence for each value',
  (language) => {
    const { messages } = messagesOf(language);
    for (const clause of CLAUSE_IDS) {
      const { values } = clauses[clause];
      for (const part of ['', '.note', '.none', ...values.map((value) => `.${value}`)])
        expect(messages).toHaveProperty([`dial.${clause}${part}`]);
      expect(messages).toHaveProperty([`column.texts.${clause}`]);
      const said = values.map((value) => say(messages, language, sentenceOf({ clause, value })));
      expect(new Set(said).size).toBe(values.length);
      expect(said.some((sentence) => sentence.startsWith('clause.'))).toBe(false);
    }
  },
);
