import { expect, test } from 'vitest';
import { agreementLines } from '../../server/validation/agreement.ts';

test('shells and objects agree on low orbit after twenty years, three skies', { timeout: 600_000 }, () => {
  const lines = agreementLines(6);
  expect(lines).toHaveLength(3);
  expect(lines.filter((line) => line.pass !== true)).toEqual([]);
});
