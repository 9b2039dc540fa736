import { describe, expect, it } from 'vitest';
import { asText, csvOf } from '../../server/records/table.ts';

const ROWS = [
  ['name', 'km', 'shown', 'words'],
  ['a;b', 1234.5, true, 'x, "y"'],
  [null, -0.25, false, 'one\ntwo'],
] as const;

describe('a table as a file', () => {
  it('opens as it is in a spreadsheet of its language: mark, separator, decimals', () => {
    expect(csvOf(ROWS, 'en')).toBe(
      '\ufeffname,km,shown,words\r\n"a;b",1234.5,yes,"x, ""y"""\r\n,-0.25,no,"one\ntwo"\r\n',
    );
    expect(csvOf(ROWS, 'fr')).toBe(
      '\ufeffname;km;shown;words\r\n"a;b";1234,5;yes;"x, ""y"""\r\n;-0,25;no;"one\ntwo"\r\n',
    );
    expect(csvOf([[1.5]], 'eo')).toBe('\ufeff1.5\r\n');
  });

  it('runs no words as a formula, in whatever width their first sign is', () => {
    for (const sign of '=+-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b')
      expect(asText(`${sign}1`)).toBe(`'${sign}1`);
    expect(['1=1', 'a-b', '\u2014 no', null].map(asText)).toEqual(['1=1', 'a-b', '\u2014 no', null]);
  });
});
