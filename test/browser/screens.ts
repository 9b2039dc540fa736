/**
 * `npm run screens`: plays the games that show every screen, keeps a picture of each in both languages at both widths, and writes
 * artefacts/screens/index.html, which shows them side by side. English is pictured in a bright room, French in a dark one. With `--gallery`
 * the pictures of the README are made anew.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeGallery } from './gallery.ts';
import { SCREENS } from './pictures.ts';

const TOURS = ['test/browser/whole-game.test.ts', 'test/browser/alone.test.ts'];
const VITEST = join(import.meta.dirname, '../../node_modules/vitest/vitest.mjs');

rmSync(SCREENS, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [VITEST, 'run', '--project', 'browser', ...TOURS], {
  env: { ...process.env, KESSLER_SCREENS: 'every' },
  stdio: 'inherit',
});
const folders = readdirSync(SCREENS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();
const pictures = new Set(folders.flatMap((folder) => readdirSync(join(SCREENS, folder))));
const rows = [...pictures].sort().map((file) => {
  const cells = folders.map(
    (folder) => `<td><a href="${folder}/${file}"><img loading="lazy" src="${folder}/${file}" alt=""></a></td>`,
  );
  return `<tr><th>${file.replace('.png', '')}</th>${cells.join('')}</tr>`;
});
writeFileSync(
  join(SCREENS, 'index.html'),
  `<!doctype html><meta charset="utf-8"><title>Screens</title>
<style>body{font:14px sans-serif}th{text-align:left;vertical-align:top}td{vertical-align:top}img{width:100%;max-height:520px;object-fit:contain;object-position:top}</style>
<table><thead><tr><th></th>${folders.map((folder) => `<th>${folder}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>
`,
);
process.stdout.write(`${pictures.size} screens in ${folders.length} settings: ${join(SCREENS, 'index.html')}\n`);
if (status === 0 && process.argv.includes('--gallery')) await makeGallery();
process.exitCode = status ?? 1;
