/** What a term of offers costs: its file, a line of the registry, its words in each language. */
import { expect, test } from 'vitest';
import { aTree } from './tree.ts';

const tree = aTree('shared', 'server', 'client', 'test/game', 'package.json');

test('an offer term is added by one file, its words and a line where it is registered; nothing else is touched', () => {
  tree.put('term/few-launches.ts.txt', 'shared/terms/few-launches.ts');
  const line = "import { fund } from './fund.ts';\n";
  tree.edit('shared/terms/index.ts', line, `import { fewLaunches } from './few-launches.ts';\n${line}`);
  tree.edit('shared/terms/index.ts', 'fund, dial };', "fund, dial, 'few-launches': fewLaunches };");
  const wordsOf = {
    en: ['Few launches', 'at most {n} launches in turn {turn}', 'Launches'],
    fr: ['Peu de lancements', 'au plus {n} lancements au tour {turn}', 'Lancements'],
  };
  for (const [language, [kind, term, batches]] of Object.entries(wordsOf)) {
    const first = "  'term.amount': ";
    const own = `  'term.kind.few-launches': '${kind}',\n  'term.few-launches': '${term}',\n  'term.few-launches.batches': '${batches}',\n`;
    tree.edit(`shared/text/${language}/affairs.ts`, first, `${own}${first}`);
  }

  expect(tree.touched()).toEqual({
    added: ['shared/terms/few-launches.ts'],
    changed: ['shared/terms/index.ts', 'shared/text/en/affairs.ts', 'shared/text/fr/affairs.ts'],
  });
  expect([tree.compile('server'), tree.compile('client')]).toEqual(['', '']);
  expect(tree.probe('term/probe.ts.txt')).toEqual({
    refused: ['malformed', 'amount-out-of-range', 'malformed'],
    kept: [true],
    broken: [false],
    said: ['at most 0 launches in turn 1', 'au plus 0 lancements au tour 1'],
  });
});
