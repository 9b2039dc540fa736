/** What an order costs: its file, that of a fact that there was not yet, a line of each registry, words, a scenario's entry. */
import { expect, test } from 'vitest';
import { aTree } from './tree.ts';

const tree = aTree('shared', 'server', 'client', 'test/game', 'package.json');

test('an order and its fact are added by their files, words and a line where each is registered; nothing else is touched', () => {
  tree.put('order/aid.ts.txt', 'shared/orders/aid.ts');
  tree.put('order/fact.ts.txt', 'shared/vocabulary/facts/aid.ts');
  for (const [index, next] of [
    ['shared/orders/index.ts', "import { dispose } from './dispose.ts';\n"],
    ['shared/vocabulary/facts/index.ts', "import { breakup } from './breakup.ts';\n"],
  ] as const) {
    tree.edit(index, next, `import { aid } from './aid.ts';\n${next}`);
    tree.edit(index, ' = byKind(', ' = byKind(aid, ');
  }
  const scenario = 'shared/scenarios/first-test/scenario.yaml';
  tree.edit(scenario, 'orders: [launch,', 'orders: [aid, launch,');
  const said = {
    en: {
      'order.aid': 'Aid',
      'order.aid.note': 'Credits for another seat.',
      'order.aid.to': 'To',
      'order.aid.credits': 'Credits',
      'order.aid.summary': 'Give {seat} {credits} credits',
      'news.aid': '{from} gave aid to {to}.',
      'ui.fact.aid': '{who} paid {to} {amountK, number} k$ of aid.',
    },
    fr: {
      'order.aid': 'Aide',
      'order.aid.note': 'Des crédits pour un autre siège.',
      'order.aid.to': 'À',
      'order.aid.credits': 'Crédits',
      'order.aid.summary': 'Donner {credits} crédits à {seat}',
      'news.aid': '{from} a aidé {to}.',
      'ui.fact.aid': '{who} a versé {amountK, number} k$ d’aide à {to}.',
    },
  };
  const before = "  'order.launch':";
  for (const [language, own] of Object.entries(said)) {
    const lines = Object.entries(own).map(([key, text]) => `  '${key}': '${text}',\n`);
    tree.edit(`shared/text/${language}/rules.ts`, before, `${lines.join('')}${before}`);
  }

  expect(tree.touched()).toEqual({
    added: ['shared/orders/aid.ts', 'shared/vocabulary/facts/aid.ts'],
    changed: [
      'shared/orders/index.ts',
      scenario,
      'shared/text/en/rules.ts',
      'shared/text/fr/rules.ts',
      'shared/vocabulary/facts/index.ts',
    ],
  });
  expect([tree.compile('server'), tree.compile('client')]).toEqual(['', '']);
  expect(tree.probe('order/probe.ts.txt')).toEqual({
    card: ['to', 'credits', 'month'],
    refused: expect.objectContaining({ code: 'seat-unknown', field: 'to' }),
    accepted: null,
    summary: ['Give India 2 credits', 'Donner 2 crédits à Inde'],
    paid: [['EU', 'IN', 200_000]],
    facts: [['aid', 3]],
    told: [['Europe paid India 200,000 k$ of aid.'], ['Europe a versé 200\u202f000 k$ d’aide à Inde.']],
    news: [['Europe gave aid to India.'], ['Europe a aidé Inde.']],
    approval: -1,
  });
});
