import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { satrecOf, satrecOfLines, stateAfter } from '../../shared/orbits/motion/propagate.ts';
import { readCatalogue } from '../../shared/orbits/table/catalogue.ts';
import { recordsOfKvn, rowOfOmm, rowsOfLines } from '../../shared/orbits/table/formats.ts';
import { rowAt } from '../../shared/orbits/table/population.ts';
import { instantMs } from '../../shared/orbits/table/time.ts';

const golden = readFileSync(new URL('../golden/sgp4-verification/SGP4-VER.TLE', import.meta.url), 'utf8');
const ISS = `0 ISS (ZARYA)
1 25544U 98067A   19156.50900463  .00003075  00000-0  59442-4 0  9992
2 25544  51.6433  59.2583 0008217  16.4489 347.6017 15.51174618173442`;

describe('two-line sets', () => {
  it('become rows that propagate as the lines do', () => {
    const lines = golden.split(/\r?\n/).filter((line) => /^[12] /.test(line));
    const { rows, refused } = rowsOfLines(lines.map((line) => line.slice(0, 69)).join('\n'));
    // Some sets of the file carry deliberately wrong checksums or number columns.
    expect(rows.length + refused.length).toBe(33);
    expect(rows.length).toBeGreaterThan(25);
    for (const row of rows) {
      const at = lines.findIndex((line) => Number(line.slice(2, 7)) === Number(row.noradId));
      const exact = stateAfter(satrecOfLines(lines[at]!, lines[at + 1]!), 0);
      const found = stateAfter(satrecOf(row)!, 0);
      if (typeof exact === 'string' || typeof found === 'string') continue;
      expect(Math.hypot(...exact.rKm.map((x, axis) => x - found.rKm[axis]!)), row.noradId).toBeLessThan(0.01);
    }
  });

  it('are read with name, designator, epoch, drag', () => {
    const [row] = rowsOfLines(ISS).rows;
    expect(row).toMatchObject({
      noradId: '25544',
      name: 'ISS (ZARYA)',
      intlDesignator: '1998-067A',
      objectType: 'PAYLOAD',
      eccentricity: '0.0008217',
    });
    expect(Number(row!.bstar)).toBeCloseTo(5.9442e-5, 12);
    expect(instantMs(row!.epoch!)).toBeCloseTo(instantMs('2019-06-05')! + 0.50900463 * 86_400_000, 2);
    const { sky, refused } = readCatalogue([row!], { startMs: instantMs('2019-06-05')!, air: 70 });
    expect(refused).toEqual([]);
    expect(rowAt(sky, 0).semiMajorAxisKm - 6378.137).toBeGreaterThan(400);
  });

  it('with a broken line are refused by name of the line', () => {
    const [name, line1, line2] = ISS.split('\n') as [string, string, string];
    const text = [
      [name, line1.replace('98067A', '98068A'), line2],
      [name, line1, line2.replace('51.6433', '51.6434')],
      [name, line1],
      [name, line1, line2],
    ];
    const { rows, refused } = rowsOfLines(text.flat().join('\r\n'));
    expect(rows).toHaveLength(1);
    expect(refused).toEqual([
      { row: 1, noradId: '25544', field: 'line1', reason: 'checksum' },
      { row: 2, noradId: '25544', field: 'line2', reason: 'checksum' },
      { row: 3, noradId: '25544', field: 'line2', reason: 'missing' },
    ]);
  });

  it('leave no line unsaid: a second line alone, a line that is none, the first half of another set', () => {
    const [name, line1, line2] = ISS.split('\n') as [string, string, string];
    const { rows, refused } = rowsOfLines(
      [
        line2,
        name,
        line1,
        line2,
        'NORAD_CAT_ID,EPOCH',
        '29716,2025-03-26',
        line1.replace('25544U', '25545U'),
        line2,
      ].join('\r'),
    );
    expect(rows.map((row) => row.name)).toEqual(['ISS (ZARYA)']);
    expect(refused).toEqual([
      { row: 1, noradId: '25544', field: 'line1', reason: 'missing' },
      { row: 3, noradId: '', field: 'line1', reason: 'missing' },
      { row: 4, noradId: '25545', field: 'line2', reason: 'missing' },
    ]);
  });

  it('know five-place numbers with a letter', () => {
    const line1 = '1 T0002U 98067A   19156.50900463  .00003075  00000-0  59442-4 0  999';
    const line2 = '2 T0002  51.6433  59.2583 0008217  16.4489 347.6017 15.5117461817344';
    const sum = (line: string) => [...line].reduce((n, c) => n + (c === '-' ? 1 : Number(c) || 0), 0) % 10;
    const { rows } = rowsOfLines(`${line1}${sum(line1)}\n${line2}${sum(line2)}`);
    expect(rows[0]).toMatchObject({ noradId: '270002', objectType: 'UNKNOWN' });
  });
});

describe('OMM records', () => {
  it('in KVN: one message after another, with units and comments; a line that is none of it is named', () => {
    const message = (id: number): string =>
      [
        'CCSDS_OMM_VERS = 2.0',
        'COMMENT SGP4 = the usual',
        `NORAD_CAT_ID = ${id}`,
        'OBJECT_NAME = GOES 9 [P]',
        'MEAN_MOTION=1.00273272 [rev/day]',
        '',
      ].join('\r\n');
    expect(recordsOfKvn(message(1) + message(2))).toMatchObject([
      { NORAD_CAT_ID: '1', OBJECT_NAME: 'GOES 9 [P]', MEAN_MOTION: '1.00273272' },
      { NORAD_CAT_ID: '2', MEAN_MOTION: '1.00273272' },
    ]);
    expect(recordsOfKvn(`${message(1)}1 25544U 98067A`)).toBe(6);
  });

  it('become rows, from numbers or texts; what they lack is refused by the reader', () => {
    const omm = {
      OBJECT_NAME: 'FENGYUN 1C DEB',
      OBJECT_ID: '1999-025AB',
      EPOCH: '2025-03-26T05:19:34.116960',
      MEAN_MOTION: 14.3,
      ECCENTRICITY: '0.0058',
      INCLINATION: 98.3164,
      RA_OF_ASC_NODE: 103.8411,
      ARG_OF_PERICENTER: 20.5667,
      MEAN_ANOMALY: 339.5789,
      NORAD_CAT_ID: 29716,
      BSTAR: 0.00048021,
      MEAN_MOTION_DOT: 0.00005995,
    };
    const options = { startMs: instantMs('2025-03-26')!, air: 150 };
    expect(rowOfOmm(omm).objectType).toBe('DEBRIS');
    expect(readCatalogue([rowOfOmm(omm)], options)).toMatchObject({ sky: { count: 1 }, names: ['FENGYUN 1C DEB'] });
    const { MEAN_MOTION: _, ...without } = omm;
    expect(readCatalogue([rowOfOmm(without)], options).refused).toEqual([
      { row: 1, noradId: '29716', field: 'meanMotion', reason: 'missing' },
    ]);
    expect(rowOfOmm({ ...omm, OBJECT_TYPE: 'ROCKET BODY' }).objectType).toBe('ROCKET_BODY');
    const stated = { MEAN_ELEMENT_THEORY: 'SGP4', REF_FRAME: 'TEME', TIME_SYSTEM: 'UTC', CENTER_NAME: 'EARTH' };
    expect(readCatalogue([rowOfOmm({ ...omm, ...stated, EPHEMERIS_TYPE: 0 })], options).refused).toEqual([]);
    for (const [keyword, value, field] of [
      ['MEAN_ELEMENT_THEORY', 'DSST', 'meanElementTheory'],
      ['REF_FRAME', 'GCRF', 'refFrame'],
      ['TIME_SYSTEM', 'TAI', 'timeSystem'],
      ['CENTER_NAME', 'MARS', 'centerName'],
      ['EPHEMERIS_TYPE', 4, 'ephemerisType'],
    ] as const)
      expect(readCatalogue([rowOfOmm({ ...omm, ...stated, [keyword]: value })], options).refused).toEqual([
        { row: 1, noradId: '29716', field, reason: 'not-listed' },
      ]);
  });
});
