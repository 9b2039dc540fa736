/** A server inside the test's own process, on a folder of its own: started before the tests of a file, closed after them. */
import { afterAll, beforeAll } from 'vitest';
import type { App } from '../../server/app.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import { removeFolder, temporaryFolder, testApp } from './harness.ts';

export type Hosted = { readonly app: App; readonly at: string; readonly folder: string };

/** What it gives is there from the first hook that follows on. */
export function hosted(scenarios?: ReadonlyMap<string, Scenario>): Hosted {
  const folder = temporaryFolder();
  let app: App | undefined;
  beforeAll(async () => {
    app = await testApp(folder, scenarios);
  });
  afterAll(async () => {
    await app?.close();
    removeFolder(folder);
  });
  return {
    folder,
    get app() {
      return app!;
    },
    get at() {
      return `http://localhost:${app!.port}`;
    },
  };
}
