/** What a forum costs: an entry of a scenario, with its name, where its rule is known. */
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
