import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, daysSince1970, decimalYear, instantMs, monthsBetween } from '../../shared/orbits/table/time.ts';

describe('instants', () => {
  it('agree with the calendar of the platform from 1900 to 2200', () => {
    const instants = fc.date({ min: new Date('1900-01-01Z'), max: new Date('2200-01-01Z'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (date) => {
        expect(instantMs(date.toISOString())).toBeCloseTo(date.getTime(), 2);
      }),
      { numRuns: 1000 },
    );
  });

  it('keep microseconds', () => {
    const early = instantMs('2025-09-01T00:05:17.529504Z')!;
    const later = instantMs('2025-09-01T00:05:17.529505Z')!;
    expect(later - early).toBeCloseTo(0.001, 3);
  });

  it('refuse what is no instant', () => {
    for (const text of [
      '',
      '2025',
      '2025-13-01',
      '2025-02-29',
      '2024-02-30',
      '2025-09-01T24:00',
      '2025-09-01T00:00:60Z',
      'now',
    ])
      expect(instantMs(text), text).toBeNull();
    expect(instantMs('2024-02-29')).not.toBeNull();
  });

  it('counts days, months, years', () => {
    expect(daysSince1970(2000, 1, 1)).toBe(10957);
    expect(daysBetween(instantMs('2025-09-01')!, instantMs('2025-09-03T12:00')!)).toBe(2.5);
    expect(monthsBetween(instantMs('2000-01-01')!, instantMs('2004-01-01')!)).toBe(48);
    expect(decimalYear(instantMs('2025-07-02')!)).toBeCloseTo(2025.5, 2);
  });
});

it('a day of the year stands for month and day', () => {
  expect(instantMs('2024-366T12:00:00Z')).toBe(instantMs('2024-12-31T12:00:00Z'));
  expect(instantMs('2025-244')).toBe(instantMs('2025-09-01'));
  for (const none of ['2025-366', '2025-000', '2025-2444', '2025-24']) expect(instantMs(none)).toBeNull();
});
