/** Public acts as the wall and the news tell them: one by one from view to view, and the same to every viewer. */
import { expect, test } from 'vitest';
import { actsBetween, aimOf, type PublicAct } from '../../client/acts.ts';
import type { Command } from '../../shared/game/commands/index.ts';
import { apply, check } from '../../shared/game/commands.ts';
import type { Game } from '../../shared/game/state.ts';
import { viewFor } from '../../shared/game/view/view.ts';
import type { SeatId } from '../../shared/vocabulary/index.ts';
import { firstTalk } from '../game/table.ts';

const VALUES = { N01: 300, N06: null, N10: null, N17: 'all', lead: 'IN', road: 'copuos' } as const;

function after(game: Game, seat: SeatId, command: Command): Game {
  const actor = { role: 'bot', seat } as const;
  expect(check(game, actor, command, 0)).toBeNull();
  return apply(game, { seq: 0, at: 0, actor, id: `${seat}${command.kind}`, command });
}
const onWall = (game: Game) => viewFor(game, { kind: 'projector' });
const kinds = (acts: readonly PublicAct[]) => acts.map((act) => `${act.seat} ${act.kind}`);

test('each act is told once, as it comes; what is private is none', () => {
  const pledge = {
    kind: 'act-on-text',
    text: 'i1.IN',
    act: 'pledge',
    values: { condition: 'with', seats: ['US'] },
  } as const;
  const steps: readonly (readonly [SeatId, Command, readonly string[]])[] = [
    ['CN', { kind: 'set-dial', dial: 'N01', value: 500 }, []],
    ['IN', { kind: 'table', values: VALUES }, ['IN tabled']],
    ['US', { kind: 'offer', to: 'CN', give: [{ kind: 'credits', credits: 1 }], get: [] }, []],
    ['CN', pledge, ['CN pledged']],
    ['RU', { kind: 'act-on-text', text: 'i1.IN', act: 'block', values: { dial: 'N01', value: 500 } }, ['RU blocked']],
    ['CN', { kind: 'act-on-text', text: 'i1.IN', act: 'unpledge', values: {} }, ['CN unsigned']],
    ['IN', { kind: 'act-on-text', text: 'i1.IN', act: 'use-pen', values: { dial: 'N10', value: 90 } }, ['IN changed']],
    ['IN', { kind: 'act-on-text', text: 'i1.IN', act: 'withdraw-text', values: {} }, ['IN withdrawn']],
  ];
  let game = firstTalk('acts');
  for (const [seat, command, told] of steps) {
    const next = after(game, seat, command);
    const acts = actsBetween(onWall(game), onWall(next));
    expect(kinds(acts), command.kind).toEqual(told);
    // Nobody's own view tells it otherwise.
    for (const id of ['US', 'CN'] as const) {
      const mine = (of: Game) => viewFor(of, { kind: 'seat', seat: id });
      expect(actsBetween(mine(game), mine(next)), command.kind).toEqual(acts);
    }
    game = next;
  }
});

test('a condition on one delegation is aimed at it', () => {
  let game = after(firstTalk('aim'), 'IN', { kind: 'table', values: VALUES });
  const before = onWall(game);
  game = after(game, 'CN', {
    kind: 'act-on-text',
    text: 'i1.IN',
    act: 'pledge',
    values: { condition: 'with', seats: ['US'] },
  });
  expect(actsBetween(before, onWall(game)).map(aimOf)).toEqual(['US']);
  // Who comes late is told what stands.
  expect(kinds(actsBetween(null, onWall(game)))).toEqual(['IN tabled', 'CN pledged']);
});
