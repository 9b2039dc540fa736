/** What an order costs: its file, a line of the registry, its words in each language, an entry in a scenario. */
import { expect, test } from 'vitest';
import { aTree } from './tree.ts';

const tree = aTree('shared', 'server', 'client', 'test/game', 'package.json');

test('an order is added by one file, its words and a line where it is registered; nothing else is touched', () => {
  tree.put('order/inspect.ts.txt', 'shared/orders/inspect.ts');
  const line = "import { fund } from './fund.ts';\n";
  tree.edit('shared/orders/index.ts', line, `${line}import { inspect } from './inspect.ts';\n`);
  tree.edit('shared/orders/index.ts', 'byKind(fund, ', 'byKind(fund, inspect, ');
  const wordsOf = {
    en: ['Inspect', 'Look at your own satellites.', 'Looks', '{looks} looks', 'Inspection'],
    fr: ['Inspection', 'Regarder ses propres satellites.', 'Regards', '{looks} regards', 'Inspection'],
  };
  for (const [language, [name, note, looks, summary, ledger]] of Object.entries(wordsOf)) {
    const keys = { '': name, '.note': note, '.looks': looks, '.summary': summary };
    const own = Object.entries(keys).map(([key, text]) => `  'order.inspect${key}': '${text}',\n`);
    const first = "  'order.launch': ";
    tree.edit(`shared/text/${language}/rules.ts`, first, `${own.join('')}  'ledger.inspect': '${ledger}',\n${first}`);
  }
  tree.edit('shared/scenarios/first-test/scenario.yaml', 'orders: [launch, ', 'orders: [inspect, launch, ');

  expect(tree.touched()).toEqual({
    added: ['shared/orders/inspect.ts'],
    changed: [
      'shared/orders/index.ts',
      'shared/scenarios/first-test/scenario.yaml',
      'shared/text/en/rules.ts',
      'shared/text/fr/rules.ts',
    ],
  });
  expect([tree.compile('server'), tree.compile('client')]).toEqual(['', '']);
  expect(tree.probe('order/probe.ts.txt')).toEqual({
    costK: 1000,
    paidK: 1000,
    said: [
      ['2 looks', 'Inspection'],
      ['2 regards', 'Inspection'],
    ],
  });
});
