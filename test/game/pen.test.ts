/** The pen of a text when its holder is away at the end of the talks. */
import { describe, expect, it } from 'vitest';
import { builtInScenarios } from '../../server/games/scenarios.ts';
import { readStartSky } from '../../server/skies.ts';
import type { Package } from '../../shared/clauses/text.ts';
import type { Command } from '../../shared/game/commands/index.ts';
import { apply, check } from '../../shared/game/commands.ts';
import { newGame } from '../../shared/game/new-game.ts';
import type { Actor } from '../../shared/game/roles.ts';
import type { Game } from '../../shared/game/state.ts';

const scenario = builtInScenarios().get('first-test')!;
const { sky } = readStartSky(scenario, true);
const VALUES: Package = { N01: 0, N06: null, N10: null, N17: 'all', lead: 'US', road: 'open' };

function play(steps: readonly (readonly [Actor, Command])[]): Game {
  return steps.reduce<Game>(
    (game, [actor, command], seq) => {
      expect(check(game, actor, command, seq)).toBeNull();
      return apply(game, { seq, at: seq, id: `e${seq}`, actor, command });
    },
    newGame(scenario, '7', sky, { thin: true }),
  );
}

const bot = (seat: string): Actor => ({ role: 'bot', seat });
const desk: Actor = { role: 'facilitator' };
const gone: [Actor, Command] = [{ role: 'server' }, { kind: 'present', delegate: 'd1', on: false }];
/** Talks over a text that names the United States as its lead, whose only delegate goes away at some point, or never. */
const talks = (left: 'never' | 'at the bell' | 'before the talks', ...more: [Actor, Command][]): Game =>
  play([
    [
      { role: 'guest', delegate: 'd1' },
      { kind: 'join', seat: 'US', text: 'name' },
    ],
    [desk, { kind: 'start' }],
    ...(left === 'before the talks' ? [gone] : []),
    [desk, { kind: 'end-phase' }],
    [bot('IN'), { kind: 'table', values: VALUES }],
    [bot('IN'), { kind: 'act-on-text', text: 'i1.IN', act: 'pledge', values: { condition: 'none' } }],
    [bot('OP'), { kind: 'act-on-text', text: 'i1.IN', act: 'pledge', values: { condition: 'none' } }],
    ...(left === 'at the bell' ? [gone] : []),
    [desk, { kind: 'end-phase' }],
    ...more,
  ]);
/** The news of the pen, without those that are void. */
const told = ({ state }: Game) =>
  state.news.filter((n) => n.words.key.startsWith('news.pen') && !n.withdrawn).map((n) => [n.words.key, n.to]);

describe('the pen', () => {
  it('stays with a lead sponsor who is there', () => {
    expect(talks('never').state.instruments[0]!.values.lead).toBe('US');
  });
  it('stays with a lead sponsor whose device fails at the bell', () => {
    expect(talks('at the bell').state.instruments[0]!.values.lead).toBe('US');
  });
  it('passes to a state that has named itself when the lead is away a turn; an operator never leads', () => {
    expect(talks('before the talks').state.instruments[0]!.values.lead).toBe('IN');
  });
  it('does not pass unheard', () => {
    expect(told(talks('at the bell'))).toEqual([]);
    expect(told(talks('before the talks'))).toEqual([['news.pen-away', null]]);
  });
  it('goes back with the talks, and is told again when they end again', () => {
    const back = talks('before the talks', [desk, { kind: 'go-back' }]);
    expect(back.state.instruments[0]!.values.lead).toBe('US');
    expect(told(back)).toEqual([]);
    const again = talks('before the talks', [desk, { kind: 'go-back' }], [desk, { kind: 'end-phase' }]);
    expect(told(again)).toEqual([['news.pen-away', null]]);
    expect(new Set(again.state.news.map((n) => n.id)).size).toBe(again.state.news.length);
  });
});
