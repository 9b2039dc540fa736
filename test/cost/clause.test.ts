/** What a clause costs: its file, its words in each language, a line in each of their indexes, an entry in a scenario's menu. */
import { expect, test } from 'vitest';
import { aTree } from './tree.ts';

const tree = aTree('shared', 'server', 'client', 'test/game', 'package.json');
const { edit } = tree;

test('a clause is added by one file, its words and a line where it is registered; nothing else is touched', () => {
  // new: the clause, and its words in each language
  tree.put('clause/n18.ts.txt', 'shared/clauses/n18.ts');
  for (const language of ['en', 'fr']) tree.put('clause/words.ts.txt', `shared/text/${language}/clauses/n18.ts`);
  // touched: a line of the registry, one of each language's words, an entry in the menu
  const line = "import { n17 } from './n17.ts';\n";
  const more = `${line}import { n18 } from './n18.ts';\n`;
  edit('shared/clauses/index.ts', line, more);
  edit('shared/clauses/index.ts', 'N17: n17', 'N17: n17, N18: n18');
  for (const language of ['en', 'fr']) {
    edit(`shared/text/${language}/clauses/index.ts`, line, more);
    edit(`shared/text/${language}/clauses/index.ts`, '...n17', '...n17, ...n18');
  }
  const menu = 'N17: [null, members, all]\n';
  edit('shared/scenarios/first-test/scenario.yaml', menu, `${menu}    N18: [null, 24, 6]\n`);

  expect(tree.touched()).toEqual({
    added: ['shared/clauses/n18.ts', 'shared/text/en/clauses/n18.ts', 'shared/text/fr/clauses/n18.ts'],
    changed: [
      'shared/clauses/index.ts',
      'shared/scenarios/first-test/scenario.yaml',
      'shared/text/en/clauses/index.ts',
      'shared/text/fr/clauses/index.ts',
    ],
  });
  expect([tree.compile('server'), tree.compile('client')]).toEqual(['', '']);
  const sentence = 'Each party answers an alert within 6 hours.';
  expect(tree.probe('clause/probe.ts.txt')).toEqual({
    value: 6,
    said: [sentence, sentence],
    dials: expect.arrayContaining([['N18', 3]]),
    // 108 x 3 combinations of clauses less the empty one, where there were 108 less one
    packages: (108 * 3 - 1) * 80 * 2 * 6,
  });
});
