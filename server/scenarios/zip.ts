/** A scenario's folder as one .zip: read within bounds before anything is unpacked, and made from the texts of a folder. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { MOST_BYTES, MOST_FILE_BYTES, MOST_FILES } from './bounds.ts';
import { isScenarioFile, MAIN_FILE, type ScenarioFileFault, type ScenarioFiles } from './files.ts';

/** Bytes of a .zip that is taken. First test has a twentieth of it. */
export const MOST_ZIP_BYTES = 512 * 1024;

/** What the tools of some systems add by themselves. */
const isByTheWay = (name: string): boolean =>
  /^__MACOSX\/|(^|\/)\.[^/]*$|\/$|(^|\/)(Thumbs\.db|desktop\.ini)$/.test(name);

const fault = (file: string, reason: string): ScenarioFileFault => ({
  file: file.slice(0, 100),
  line: null,
  field: '(file)',
  reason,
});

/**
 * The texts in a .zip: the files of a folder, or the folder itself. Nothing of it is written anywhere. What the list of contents says is
 * held against the bounds first; what is unpacked cannot be longer than that says.
 */
export function filesOfZip(
  bytes: Uint8Array,
): { readonly texts: ScenarioFiles } | { readonly faults: readonly ScenarioFileFault[] } {
  const whole = (reason: string) => ({ faults: [fault('(zip)', reason)] });
  if (bytes.length > MOST_ZIP_BYTES) return whole(`has more than ${MOST_ZIP_BYTES / 1024} kB`);
  const listed: { readonly name: string; readonly size: number }[] = [];
  try {
    // Nothing is unpacked by this: it only reads the list.
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        listed.push({ name, size: originalSize });
        return false;
      },
    });
  } catch {
    return whole('is no .zip that can be read');
  }
  const own = listed.filter(({ name }) => !isByTheWay(name));
  if (listed.length > 4 * MOST_FILES || own.length > MOST_FILES) return whole(`holds more than ${MOST_FILES} files`);
  const main = own.find(({ name }) => name === MAIN_FILE || /^[^/\\]+\/scenario\.yaml$/.test(name));
  if (!main) return whole(`holds no ${MAIN_FILE}`);
  const folder = main.name.slice(0, -MAIN_FILE.length);
  const plain = (name: string): string => (name.startsWith(folder) ? name.slice(folder.length) : `/${name}`);

  const faults = own.flatMap(({ name, size }, i) =>
    !isScenarioFile(plain(name))
      ? [fault(name, 'is no file of a scenario')]
      : own.findIndex((other) => other.name === name) !== i
        ? [fault(plain(name), 'is there twice')]
        : size > MOST_FILE_BYTES
          ? [fault(plain(name), `has more than ${MOST_FILE_BYTES / 1024} kB`)]
          : [],
  );
  if (own.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES)
    faults.push(fault('(zip)', `holds more than ${MOST_BYTES / 1024} kB`));
  if (faults.length > 0) return { faults };

  const texts: [string, string][] = [];
  try {
    const unpacked = unzipSync(bytes, { filter: ({ name }) => own.some((one) => one.name === name) });
    for (const [name, content] of Object.entries(unpacked)) {
      const text = textOf(content);
      if (text === null) faults.push(fault(plain(name), 'is no text in UTF-8'));
      else texts.push([plain(name), text]);
    }
  } catch {
    return whole('is damaged');
  }
  return faults.length > 0 ? { faults } : { texts: Object.fromEntries(texts) };
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The texts of a folder as a .zip with that folder in it. */
export const zipOf = (folder: string, files: ScenarioFiles): Uint8Array =>
  zipSync({ [folder]: Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])) });
