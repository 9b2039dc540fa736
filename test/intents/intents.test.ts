/** Twenty games of intents give what they gave before: facts, skies, ledger, findings, standing, scores. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type IntentGame, playIntents, type Result } from './intents.ts';

const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;
const games = read<IntentGame[]>('./games.json');
const results = read<Result[]>('./results.json');

describe('twenty games of intents', () => {
  test('are whole games in which seats talk, table, sign, launch and test', () => {
    expect(games).toHaveLength(20);
    const acts = new Set(games.flatMap((game) => game.intents.map((intent) => intent.act)));
    for (const act of [
      'set-dial',
      'table',
      'pledge',
      'block',
      'offer',
      'answer-offer',
      'draft-order',
      'confirm-order',
      'accuse',
      'give-notice',
    ])
      expect(acts, act).toContain(act);
    for (const result of results) expect(result.turns).toHaveLength(4);
    for (const result of results) expect(result.refused).toBe(0);
  });

  test.each(games.map((game, i) => ({ game, i })))('game $i', ({ game, i }) => {
    const { scores, ...rest } = playIntents(game);
    const { scores: before, ...wanted } = results[i]!;
    expect(rest).toEqual(wanted);
    expect(Object.keys(scores)).toEqual(Object.keys(before));
    for (const [seat, own] of Object.entries(scores)) expect(own, seat).toBeCloseTo(before[seat]!, 9);
  });
});
