/**
 * Before anything else runs: npm 10 leaves the project's own Node without its link, because packages for other systems, which
 * it does not install, name the same command. Plain JavaScript: this runs on whatever Node called npm.
 */
import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
const link = `${modules}/.bin/node`;
const owner = readdirSync(modules).find((name) => /^node-(bin-)?(linux|darwin)-/.test(name));
if (owner && !existsSync(link)) symlinkSync(`../${owner}/bin/node`, link);
