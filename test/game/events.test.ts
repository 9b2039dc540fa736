/** Prepared events: several break-ups in one scenario, and whose card each of them brings. */
import { describe, expect, test } from 'vitest';
import { readStartSky } from '../../server/skies.ts';
import type { Command } from '../../shared/game/commands/index.ts';
import { apply, newGame, viewFor } from '../../shared/game/rules.ts';
import type { Game } from '../../shared/game/state.ts';
import { referenceFaults } from '../../shared/scenarios/references.ts';
import type { InjectSpec, Scenario } from '../../shared/scenarios/schema.ts';
import { readMade } from '../scenarios/made.ts';

const workshop = readMade('workshop');
const first = workshop.injects.find(({ id }) => id === 'old-stage')!;
const card = workshop.injects.find(({ id }) => id === 'not-empty')!;

/** The workshop with a second break-up, of another seat's object, and a card for the owner of each. */
function withTwo(cards: readonly InjectSpec[]): Scenario {
  if (first.effect.kind !== 'breakup') throw new Error('it breaks nothing up');
  const [one, other] = first.effect.candidates as [
    (typeof first.effect.candidates)[0],
    (typeof first.effect.candidates)[0],
  ];
  const injects = workshop.injects.filter(({ id }) => id !== first.id && id !== card.id);
  return {
    ...workshop,
    injects: [
      ...injects,
      { ...first, effect: { ...first.effect, candidates: [one] } },
      { ...first, id: 'second-stage', effect: { ...first.effect, candidates: [other], truth: { impact: 1 } } },
      ...cards,
    ],
  };
}
const scenario = withTwo([
  { ...card, of: 'old-stage' },
  { ...card, id: 'second-card', of: 'second-stage' },
]);

let serial = 0;
const desk = (game: Game, command: Command): Game =>
  apply(game, { seq: 1, at: 0, actor: { role: 'facilitator' }, id: `e${serial++}`, command });
const fired = (...ids: readonly string[]): Game => {
  const game = desk(newGame(scenario, 'two', readStartSky(workshop, true).sky, { thin: true }), { kind: 'start' });
  return ids.reduce((now, inject) => desk(now, { kind: 'fire-inject', inject }), game);
};
const cardsOf = (game: Game, seat: string) =>
  viewFor(game, { kind: 'seat', seat })
    .news.filter(({ to }) => to !== null)
    .map(({ words, withdrawn }) => [words.key, withdrawn ?? false]);

describe('two break-ups', () => {
  const game = fired('old-stage', 'second-stage', 'not-empty', 'second-card');
  test('are two incidents, and the owner of each is told what it was', () => {
    expect(game.state.incidents.map(({ id, owner }) => [id, owner])).toEqual([
      ['i.old-stage', 'NO'],
      ['i.second-stage', 'SO'],
    ]);
    expect(cardsOf(game, 'SO')).toContainEqual(['scenario.inject.second-card.impact', false]);
    expect(cardsOf(game, 'NO').some(([key]) => String(key).startsWith('scenario.inject.not-empty'))).toBe(true);
    expect(cardsOf(game, 'NO').some(([key]) => String(key).includes('second-card'))).toBe(false);
  });
  test('are taken back one by one, each with the card of its owner', () => {
    const left = desk(game, { kind: 'withdraw-inject', inject: 'old-stage' });
    expect(left.state.incidents.map(({ id }) => id)).toEqual(['i.second-stage']);
    expect(left.state.injects.flatMap(({ id, status }) => (status === 'withdrawn' ? [id] : []))).toEqual([
      'old-stage',
      'not-empty',
    ]);
    expect(cardsOf(left, 'SO')).toContainEqual(['scenario.inject.second-card.impact', false]);
  });
});

describe('a card for an owner', () => {
  const faultsOf = (cards: readonly InjectSpec[]) =>
    referenceFaults(withTwo(cards)).flatMap(({ path }) => (path[0] === 'injects' ? [path.at(-1)] : []));
  test('says whose, where several events have one', () => {
    expect(faultsOf([{ ...card, of: 'second-stage' }])).toEqual([]);
    expect(faultsOf([card])).toEqual(['of']);
  });
  test('is of no event that has no owner, and of none for another than an owner', () => {
    expect(faultsOf([{ ...card, of: 'shelter' }])).toEqual(['of']);
    expect(faultsOf([{ ...card, to: 'all', of: 'second-stage' }])).toEqual(['of']);
  });
});
