import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, difference } from '../../shared/delta.ts';

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom('', 'a', 'b'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('p', 'q', 'r', 's'), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

describe('differences', () => {
  it('lead from any value to any other, also as JSON', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        const sent = JSON.parse(JSON.stringify(difference(before, after)));
        expect(applyChanges(before, sent)).toEqual(after);
      }),
      { numRuns: 2_000 },
    );
  });

  it('say nothing of equal values and never change what they start from', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        expect(difference(before, structuredClone(before))).toEqual([]);
        const kept = structuredClone(before);
        applyChanges(before, difference(before, after));
        expect(before).toEqual(kept);
      }),
      { numRuns: 500 },
    );
  });

  it('send what was added to a list, not the list', () => {
    const press = Array.from({ length: 50 }, (_, i) => ({ id: `m${i}` }));
    const changes = difference({ press, turn: 1 }, { press: [...press, { id: 'new' }], turn: 1 });
    expect(changes).toEqual([{ path: ['press'], append: [{ id: 'new' }] }]);
  });

  it('leave what did not change as the same object', () => {
    const before = { seats: { US: { ready: false }, CN: { ready: false } }, press: [1, 2] };
    const after = applyChanges(
      before,
      difference(before, { ...before, seats: { ...before.seats, US: { ready: true } } }),
    );
    expect((after as typeof before).press).toBe(before.press);
    expect((after as typeof before).seats.CN).toBe(before.seats.CN);
  });
});
