/** Every case of the casebook, and that the book covers what the rules declare. */
import { describe, expect, it } from 'vitest';
import { clauses } from '../shared/clauses/index.ts';
import { readCases, runCase } from './cases/run.ts';

const cases = readCases();

describe('casebook', () => {
  it.each(cases.map((one) => [one.id, one.title, one] as const))('%s %s', (_id, _title, one) => {
    expect(runCase(one).failures).toEqual([]);
  });

  it('numbers each case once, with a source', () => {
    expect(new Set(cases.map((one) => one.id)).size).toBe(cases.length);
    expect(cases.filter((one) => !one.source)).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(25);
  });

  it('has a case for everything that a clause says can be', () => {
    const words = {
      provedBreach: 'proved breach',
      unprovableBreach: 'unprovable breach',
      wrongAccusation: 'wrong accusation',
    };
    for (const [id, clause] of Object.entries(clauses))
      for (const [can, name] of Object.entries(words))
        if (clause.proof.canBe[can as keyof typeof words])
          expect(cases.filter((one) => one.title.startsWith(`${id}, ${name}`)).map((one) => one.id)).not.toEqual([]);
  });
});
