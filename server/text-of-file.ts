/** Text files in; `-` is standard input. */
import { readFileSync } from 'node:fs';

/** The text of a file, without a byte order mark. Throws what the file system says. */
export const textOfFile = (file: string | URL): string =>
  readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '');
