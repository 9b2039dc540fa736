/**
 * Before anything else runs: npm 10 leaves the project's own Node without its link, because packages for other systems, which
 * it does not install, name the same command. What packages bring that nobody here reads goes, about 85 MB: Node's headers, and
 * Phaser's tests and old news. Plain JavaScript: this runs on whatever Node called npm.
 */
import { existsSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
const link = `${modules}/.bin/node`;
const owner = readdirSync(modules).find((name) => /^node-(bin-)?(linux|darwin)-/.test(name));
if (owner && !existsSync(link)) symlinkSync(`../${owner}/bin/node`, link);

const UNREAD = ['phaser/tests', 'phaser/changelog', 'phaser/docs', ...(owner ? [`${owner}/include`] : [])];
for (const folder of UNREAD) rmSync(`${modules}/${folder}`, { recursive: true, force: true });
