/** What a forum costs: an entry of a scenario, with its name, where its rule is known; a rule costs its file, words, a line each. */
import { expect, test } from 'vitest';
import { aTree } from './tree.ts';

const FOLDER = 'shared/scenarios/first-test';
const tree = aTree('shared', 'server', 'client', 'test/game', 'package.json');

test('a forum with a known rule is added by an entry of a scenario; no file of the program is touched', () => {
  const road = 'road: [open, copuos]\n';
  tree.edit(`${FOLDER}/scenario.yaml`, road, 'road: [open, copuos, cd]\n');
  const entry = '{ id: cd, rule: consensus, members: [US, CN, RU, IN, EU], framing: any }';
  tree.edit(`${FOLDER}/scenario.yaml`, 'forums:\n', `forums:\n  - ${entry}\n`);
  for (const [language, name] of [
    ['en', 'Conference on Disarmament'],
    ['fr', 'Conférence du désarmement'],
  ])
    tree.edit(`${FOLDER}/${language}.yaml`, '  dial.road.copuos:', `  dial.road.cd: ${name}\n  dial.road.copuos:`);

  expect(tree.touched()).toEqual({
    added: [],
    changed: ['en.yaml', 'fr.yaml', 'scenario.yaml'].map((file) => `${FOLDER}/${file}`),
  });
  expect(tree.probe('forum/entry-probe.ts.txt')).toEqual({
    names: ['Conference on Disarmament', 'Conférence du désarmement'],
    // the operator is no state and no member; what may be about security meets no objection
    refusals: ['not-a-state', null, null, null, 'not-a-member', 'no-security-clause', null],
    status: 'blocked',
    cost: 0,
    // two of its members would have signed
    lost: 4,
  });
});

test('a forum rule is added by one file, its words and a line where each is registered, and an entry that says its numbers', () => {
  const tree = aTree('shared', 'server', 'client', 'test/game', 'package.json');
  tree.put('forum/majority.ts.txt', 'shared/forums/rules/majority.ts');
  tree.edit(
    'shared/forums/rules/index.ts',
    'import type { ForumRule }',
    "import { majority } from './majority.ts';\nimport type { ForumRule }",
  );
  tree.edit('shared/forums/rules/index.ts', 'byKind(signature, consensus)', 'byKind(signature, consensus, majority)');
  for (const language of ['en', 'fr']) {
    tree.put(`forum/majority.${language}.ts.txt`, `shared/text/${language}/forums/majority.ts`);
    const index = `shared/text/${language}/forums/index.ts`;
    tree.edit(index, 'export const', "import { majority } from './majority.ts';\n\nexport const");
    tree.edit(index, '...consensus', '...consensus, ...majority');
    tree.edit(
      `${FOLDER}/${language}.yaml`,
      '  dial.road.copuos:',
      '  dial.road.assembly: Assembly\n  dial.road.copuos:',
    );
  }
  tree.edit(`${FOLDER}/scenario.yaml`, 'road: [open, copuos]\n', 'road: [open, copuos, assembly]\n');
  const entry = '{ id: assembly, rule: majority, threshold: 0.5, members: [US, CN, RU, IN, EU], framing: any }';
  tree.edit(`${FOLDER}/scenario.yaml`, 'forums:\n', `forums:\n  - ${entry}\n`);

  expect(tree.touched()).toEqual({
    added: [
      'shared/forums/rules/majority.ts',
      'shared/text/en/forums/majority.ts',
      'shared/text/fr/forums/majority.ts',
    ],
    changed: [
      'shared/forums/rules/index.ts',
      ...['en.yaml', 'fr.yaml', 'scenario.yaml'].map((file) => `${FOLDER}/${file}`),
      'shared/text/en/forums/index.ts',
      'shared/text/fr/forums/index.ts',
    ],
  });
  expect([tree.compile('server'), tree.compile('client')]).toEqual(['', '']);
  expect(tree.probe('forum/rule-probe.ts.txt')).toEqual({
    said: [
      ['Vote', 'More than half of those that vote adopt a text.', 'Your vote'],
      ['Voter', 'Plus de la moitié de celles et ceux qui votent adoptent un texte.', 'Votre voix'],
    ],
    job: 'head',
    none: false,
    refusals: [null, null, null, null, null, null, null, null, 'not-a-member'],
    // three of four are for the one; one of two is not more than half
    ends: ['adopted', 'blocked'],
  });
});
