/** What the environment tells the server, and what it says of an environment that is wrong. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../server/settings.ts';

describe('settings', () => {
  it('that are empty count as not set', () => {
    const none = { data: './data', port: 2567, proxies: 0, base: '', logLevel: 'warn' };
    expect(readSettings({})).toEqual(none);
    const empty = { PORT: '', KESSLER_SEED: '', KESSLER_DATA: ' ', KESSLER_PROXIES: '', KESSLER_KEEP_DAYS: '' };
    expect(readSettings({ ...empty, KESSLER_BASE: '', LOG_LEVEL: '' })).toEqual(none);
    expect(readSettings({ PORT: '0', KESSLER_SEED: 'rehearsal', KESSLER_KEEP_DAYS: '0.5' })).toEqual({
      ...none,
      port: 0,
      seed: 'rehearsal',
      keepWordsDays: 0.5,
    });
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', 'web'],
    ['KESSLER_PROXIES', '-1'],
    ['KESSLER_KEEP_DAYS', '0'],
    ['KESSLER_BASE', 'a b'],
    ['LOG_LEVEL', 'loud'],
  ])('that are wrong are named: %s=%s', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^${name} must be .*, not "${value}"$`));
  });

  it('are told in a sentence at the start, and so is a folder that cannot be made', () => {
    const start = (environment: Record<string, string>) =>
      spawnSync(process.execPath, [join(import.meta.dirname, '../../server/main.ts')], {
        env: { ...process.env, ...environment },
        encoding: 'utf8',
        timeout: 60_000,
      });
    const wrong = start({ PORT: 'web' });
    expect(wrong).toMatchObject({ status: 1, stdout: '' });
    expect(wrong.stderr).toBe('The server could not start. PORT must be a number from 0 to 65535, not "web"\n');
    // Node's own way of making a folder with those above it never ends there.
    const nowhere = start({ PORT: '0', KESSLER_DATA: '/proc/nowhere/data' });
    expect(nowhere.status).toBe(1);
    expect(nowhere.stderr).toMatch(/^The server could not start\. the data in \/proc\/nowhere\/data: ENOENT/);
  });
});
