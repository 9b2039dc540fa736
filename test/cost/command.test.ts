/** What a command costs: its file, a line of the registry, a line of words in each language. */
import { expect, test } from 'vitest';
import { aTree } from './tree.ts';

const PARTS = ['shared', 'server', 'client', 'test/game', 'package.json'];
const tree = aTree(...PARTS);

test('a command is added by one file, its words and a line where it is registered; nothing else is touched', () => {
  tree.put('command/thank.ts.txt', 'shared/game/commands/thank.ts');
  const index = 'shared/game/commands/index.ts';
  const line = "import { takeJob } from './take-job.ts';\n";
  tree.edit(index, line, `${line}import { thank } from './thank.ts';\n`);
  tree.edit(index, '  say,\n', '  say,\n  thank,\n');
  const wordsOf = { en: ['thanks', 'thanked', 'Thank'], fr: ['remerciement', 'a remercié', 'Remercier'] };
  for (const [language, [listed, done, can]] of Object.entries(wordsOf))
    tree.edit(
      `shared/text/${language}/commands.ts`,
      '  say: {',
      `  thank: { listed: '${listed}', done: '${done}', can: '${can}' },\n  say: {`,
    );

  expect(tree.touched()).toEqual({
    added: ['shared/game/commands/thank.ts'],
    changed: ['shared/game/commands/index.ts', 'shared/text/en/commands.ts', 'shared/text/fr/commands.ts'],
  });
  expect([tree.compile('server'), tree.compile('client')]).toEqual(['', '']);
  expect(tree.probe('command/probe.ts.txt')).toEqual({
    refused: expect.objectContaining({ code: 'seat-unknown', field: 'seat' }),
    told: [{ key: 'seat.EU' }],
    others: [],
    acted: [['The facilitator acted for you: thanked.', 'L’animateur a agi pour vous\u00a0: il a remercié.']],
    listed: [
      ['thanks', 'Thank'],
      ['remerciement', 'Remercier'],
    ],
  });
});
