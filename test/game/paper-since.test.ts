/** What is told of the paper since the last turn. */
import { expect, it } from 'vitest';
import type { Command } from '../../shared/game/commands/index.ts';
import { apply, check } from '../../shared/game/commands.ts';
import type { Game } from '../../shared/game/state.ts';
import { viewFor } from '../../shared/game/view/view.ts';
import type { SeatId } from '../../shared/vocabulary/index.ts';
import { firstTalk, yearLater } from './table.ts';

const said = (game: Game, ...steps: readonly (readonly [SeatId, Command])[]): Game =>
  steps.reduce((now, [seat, command], n) => {
    const id = `said${now.state.clock.number}.${n}`;
    expect(check(now, { role: 'bot', seat }, command, 0)).toBeNull();
    return apply(now, { seq: 0, at: 0, actor: { role: 'bot', seat }, id, command });
  }, game);
const since = (game: Game) => viewFor(game, { kind: 'projector' }).paperSince;

it('tells everybody where seats have moved and what became of the texts, from the second turn on', () => {
  const pledge = { kind: 'act-on-text', text: 'i1.IN', act: 'pledge', values: { condition: 'none' } } as const;
  const first = said(
    firstTalk('7'),
    ['CN', { kind: 'set-dial', dial: 'N01', value: 500 }],
    ['IN', { kind: 'table', values: { N01: 300, N06: null, N10: null, N17: 'all', lead: 'IN', road: 'open' } }],
    ['IN', pledge],
    ['OP', pledge],
  );
  expect(since(first)).toBeNull();
  const second = yearLater(first);
  expect(since(second)).toEqual([]);

  const later = said(
    second,
    ['CN', { kind: 'set-dial', dial: 'N01', value: 300 }],
    ['RU', { kind: 'set-dial', dial: 'N06', value: null }],
    ['US', { kind: 'table', values: { N01: 0, N06: null, N10: null, N17: 'all', lead: 'US', road: 'open' } }],
    ['OP', { kind: 'act-on-text', text: 'i1.IN', act: 'unpledge', values: {} }],
    ['IN', { kind: 'act-on-text', text: 'i1.IN', act: 'use-pen', values: { dial: 'N10', value: 90 } }],
    ['IN', { kind: 'act-on-text', text: 'i1.IN', act: 'withdraw-text', values: {} }],
  );
  expect(since(later)).toEqual([
    { kind: 'value', text: 'i1.IN', dial: 'N10', from: null, to: 90 },
    { kind: 'status', text: 'i1.IN', from: 'tabled', to: 'withdrawn' },
    { kind: 'unsigned', text: 'i1.IN', seats: ['IN', 'OP'] },
    { kind: 'tabled', text: 'i2.US' },
    { kind: 'position', seat: 'CN', dial: 'N01', from: 500, to: 300 },
    { kind: 'position', seat: 'RU', dial: 'N06', to: null },
  ]);
  const third = yearLater(
    said(later, ['EU', { kind: 'act-on-text', text: 'i2.US', act: 'pledge', values: { condition: 'none' } }]),
  );
  expect(since(third)).toEqual([]);
});
