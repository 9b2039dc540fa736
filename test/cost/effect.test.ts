/** What an effect of events costs: its file and a line of the registry; the event that has it is an entry of a scenario. */
import { expect, test } from 'vitest';
import { aTree } from './tree.ts';

const tree = aTree('shared', 'server', 'client', 'test/game', 'package.json');
const FOLDER = 'shared/scenarios/first-test';

test('an effect is added by one file and a line where it is registered; nothing else is touched', () => {
  tree.put('effect/close-fund.ts.txt', 'shared/effects/close-fund.ts');
  const line = "import type { EffectRule } from './effect.ts';\n";
  tree.edit('shared/effects/index.ts', line, `import { closeFund } from './close-fund.ts';\n${line}`);
  tree.edit(
    'shared/effects/index.ts',
    "'swap-weights': swapWeights };",
    "'swap-weights': swapWeights, 'close-fund': closeFund };",
  );
  const before = '  - { id: signing-day, turn: 4, to: all }\n';
  const event = '  - { id: fund-shuts, turn: 4, to: all, effect: { kind: close-fund, reason: audit } }\n';
  tree.edit(`${FOLDER}/scenario.yaml`, before, `${event}${before}`);
  const wordsOf = {
    en: ['The fund shuts', 'The fund is shut.', 'An audit: the fund is shut from year {turn} on.'],
    fr: ['Le fonds ferme', 'Le fonds est fermé.', 'Un audit, et le fonds est fermé dès l’année {turn}.'],
  };
  for (const [language, [title, plain, audit]] of Object.entries(wordsOf)) {
    const first = '  inject.signing-day.title: ';
    const own = `  inject.fund-shuts.title: ${title}\n  inject.fund-shuts: ${plain}\n  inject.fund-shuts.audit: '${audit}'\n`;
    tree.edit(`${FOLDER}/${language}.yaml`, first, `${own}${first}`);
  }

  expect(tree.touched()).toEqual({
    added: ['shared/effects/close-fund.ts'],
    changed: ['shared/effects/index.ts', ...['en', 'fr', 'scenario'].map((file) => `${FOLDER}/${file}.yaml`)],
  });
  expect([tree.compile('server'), tree.compile('client')]).toEqual(['', '']);
  expect(tree.probe('effect/probe.ts.txt')).toEqual({
    open: [true, false, true],
    tone: 'warn',
    said: ['An audit: the fund is shut from year 1 on.', 'Un audit, et le fonds est fermé dès l’année 1.'],
  });
});
