/** Every key that code speaks of has words, every word is spoken of, and every message is sound ICU. */
import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { builtInScenarios } from '../../server/games/scenarios.ts';
import { scenarioMessages } from '../../shared/scenarios/messages.ts';
import { messages as program } from '../../shared/text/en/index.ts';
import { press } from '../../shared/text/en/press.ts';
import { records } from '../../shared/text/en/records.ts';
import { say } from '../../shared/text/say.ts';
import { REFUSAL_CODES } from '../../shared/vocabulary/index.ts';
import { readFirstTest } from '../game/first-test.ts';

const messages = { ...program, ...press, ...records };
const root = new URL('../../', import.meta.url);

/** All program text that may speak of a key. */
function sources(): string[] {
  return ['shared', 'client', 'server'].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('text/'))
      .map((name) => readFileSync(new URL(`${folder}/${name}`, root), 'utf8')),
  );
}

const code = sources().join('\n');
const literals = new Set([...code.matchAll(/'([^'\n\\]*)'/g)].map((m) => m[1]!));
const templates = [...new Set([...code.matchAll(/`([^`\n]*\$\{[^`\n]*)`/g)].map((m) => m[1]!))];
const scenario = scenarioMessages(readFirstTest(), 'real', 'en');
const lesson = scenarioMessages(builtInScenarios().get('tutorial')!, 'real', 'en');
const all = { ...messages, ...lesson, ...scenario };

/** A template as a pattern over keys: what stands in braces is any part of a key. */
const patternOf = (template: string): RegExp =>
  new RegExp(
    `^${template
      .split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[^ ]+')}$`,
  );
/** Templates that put a prefix before any key say nothing about which keys there are. */
const patterns = templates
  .filter((t) => /^[a-z][a-z-]*\./.test(t) && !/^(ui|scenario)\.\$\{[^}]*\}$/.test(t))
  .map(patternOf);
const isSpokenOf = (key: string): boolean => literals.has(key) || patterns.some((pattern) => pattern.test(key));

/** Panels leave `ui.` out, and may name a word of the game as it is. */
const asPanelsSay = (key: string): string => (all[`ui.${key}`] === undefined && all[key] ? key : `ui.${key}`);

describe('words', () => {
  test('every refusal says why and what to do', () => {
    for (const refusal of REFUSAL_CODES) expect(messages[`refusal.${refusal}`], refusal).toMatch(/\S{2,}.*\.$/);
  });

  test('every literal key has words', () => {
    const calls = [
      ...[...code.matchAll(/\b(?:words|say\(words)\(\s*'([a-z0-9][^'\n]*)'/g)].map((m) => m[1]!),
      ...[...code.matchAll(/\bt\(\s*'([a-z0-9][^'\n]*)'/g)].map((m) => asPanelsSay(m[1]!)),
      ...[...literals].filter((literal) => /^(ledger|refusal|score)\.[a-z.-]+$/.test(literal)),
    ];
    expect(calls.length).toBeGreaterThan(100);
    expect([...new Set(calls)].filter((key) => all[key] === undefined)).toEqual([]);
  });

  test('every composed key has words of its kind', () => {
    const calls = [
      ...[...code.matchAll(/\bwords\(\s*`([^`\n]+)`/g)].map((m) => m[1]!),
      ...[...code.matchAll(/\bt\(\s*`([^`\n]+)`/g)].map((m) => `ui.${m[1]}`),
    ].filter((template) => /^[a-z]+\.[a-z.-]*\$\{/.test(template) && !/^(ui|scenario)\.\$\{/.test(template));
    expect(calls.length).toBeGreaterThan(20);
    const keys = Object.keys(all);
    const idle = [...new Set(calls)].filter((template) => {
      const asked = [patternOf(template), patternOf(template.replace(/^ui\./, ''))];
      return !keys.some((key) => asked.some((pattern) => pattern.test(key)));
    });
    expect(idle).toEqual([]);
  });

  test('every word is spoken of', () => {
    const idle = Object.keys(messages).filter((key) => !isSpokenOf(key) && !isSpokenOf(key.replace(/^ui\./, '')));
    expect(idle).toEqual([]);
    for (const key of ['orders.of.nobody', 'ui.nobody.says', 'phase'])
      expect([key, isSpokenOf(key) || isSpokenOf(key.replace(/^ui\./, ''))]).toEqual([key, false]);
  });

  test('every message can be read by the formatter', () => {
    for (const [key, message] of Object.entries(all))
      expect(() => new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }), key).not.toThrow();
  });

  test('nested words are said first, and a missing key is seen', () => {
    const cause = { key: 'scenario.cause.batches', params: { count: 4 } };
    expect(say(all, 'en', { key: 'score.adds', params: { points: -2.04, cause } })).toBe(
      '−2.0 Batches flown or still to come: 4.',
    );
    expect(say(all, 'en', { key: 'no.such.key' })).toBe('no.such.key');
  });

  test('texts of a scenario carry the names of the game', () => {
    const fictional = scenarioMessages(readFirstTest(), 'fictional', 'en');
    expect(fictional['seat.US']).toBe('Altair');
    expect(fictional['scenario.object.27453']).toBe('Heron 17');
    expect(fictional['scenario.objective.IN.same-rule']).toContain('Altair and Vega');
    expect(scenario['scenario.objective.IN.same-rule']).toContain('United States and China');
    for (const [key, text] of Object.entries({ ...fictional, ...scenario }))
      expect(text, key).not.toMatch(/\{([A-Z]{2,4}|object\.\d+)\}/);
  });

  test('words stay neutral', () => {
    for (const [key, text] of Object.entries(all))
      expect(text, key).not.toMatch(/spoiler|defector|adversar|superpower|tier 3|rogue|enemy/i);
  });
});
