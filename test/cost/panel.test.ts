/** What a panel costs: its file, a line of the registry, its words in each language. */
import { createServer } from 'vite';
import { expect, test } from 'vitest';
import type { PanelEntry } from '../../client/panels/frame/index.ts';
import { aTree } from './tree.ts';

const tree = aTree('shared', 'client', 'package.json');

test('a panel is added by one file, its words and a line where it is registered; nothing else is touched', async () => {
  tree.put('panel/customs.tsx.txt', 'client/panels/seat/customs.tsx');
  const line = "  { id: 'news', ";
  const entry =
    "  { id: 'customs', icon: 'brief', Panel: lazy(() => import('../seat/customs.tsx').then((part) => part.Customs)), when: forAll },\n";
  tree.edit('client/panels/frame/index.ts', line, `${entry}${line}`);
  const wordsOf = {
    en: { panel: 'Customs', lead: 'How the house does it.' },
    fr: { panel: 'Usages', lead: 'Comment fait la maison.' },
  };
  for (const [language, { panel, lead }] of Object.entries(wordsOf)) {
    const own = `'panel.customs': '${panel}',\n  'customs.title': '${panel}',\n  'customs.lead': '${lead}',\n`;
    tree.edit(`shared/text/${language}/frame.ts`, "  'panel.now': ", `  ${own}  'panel.now': `);
  }

  expect(tree.touched()).toEqual({
    added: ['client/panels/seat/customs.tsx'],
    changed: ['client/panels/frame/index.ts', 'shared/text/en/frame.ts', 'shared/text/fr/frame.ts'],
  });
  expect(tree.compile('client')).toBe('');

  // the page's own modules, as its build reads them
  const page = await createServer({
    root: `${tree.path}/client`,
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const { PANELS } = (await page.ssrLoadModule('/panels/frame/index.ts')) as {
      readonly PANELS: readonly PanelEntry[];
    };
    const found = PANELS.find(({ id }) => id === 'customs')!;
    if (!('fetch' in found.Panel)) throw new Error('it is no part of its own');
    await found.Panel.fetch();
    expect(found.Panel.here.value).toBe(true);
    const { Customs } = await page.ssrLoadModule('/panels/seat/customs.tsx');
    expect(Customs().props).toMatchObject({ title: expect.any(String) });
    for (const [language, { panel, lead }] of Object.entries(wordsOf)) {
      const { messages } = await page.ssrLoadModule(`${tree.path}/shared/text/${language}/index.ts`);
      expect([messages['ui.panel.customs'], messages['ui.customs.lead']]).toEqual([panel, lead]);
    }
  } finally {
    await page.close();
  }
});
