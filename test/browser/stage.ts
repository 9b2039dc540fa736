/** What every test in a browser needs: a server as a process of its own, on a folder of its own, and Chromium. */
import type { Browser } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { type Process, removeFolder, startProcess, temporaryFolder } from '../server/harness.ts';
import { openBrowser } from './browser.ts';

export type Stage = { readonly server: Process; readonly browser: Browser };

/** Starts both before the tests of a file and ends them after; what it gives is there from the first hook that follows on. */
export function stage(): Stage {
  const data = temporaryFolder();
  const here: { server?: Process; browser?: Browser } = {};
  beforeAll(async () => {
    await Promise.all([
      startProcess(data).then((server) => Object.assign(here, { server })),
      openBrowser().then((browser) => Object.assign(here, { browser })),
    ]);
  });
  afterAll(async () => {
    await here.browser?.close();
    await here.server?.kill('SIGTERM');
    removeFolder(data);
  });
  return {
    get server() {
      return here.server!;
    },
    get browser() {
      return here.browser!;
    },
  };
}
