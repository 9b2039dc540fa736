/** When a bot makes a destructive test: where its mandate gains by it, no text forbids it, and its persona lets it. */
import { expect, it } from 'vitest';
import { decide } from '../../shared/bots/index.ts';
import type { PersonaName } from '../../shared/bots/personas.ts';
import { viewFor } from '../../shared/game/rules.ts';
import type { View } from '../../shared/game/view/view-shape.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import type { SeatId } from '../../shared/vocabulary/index.ts';
import { readFirstTest } from '../game/first-test.ts';
import { firstTalk } from '../game/table.ts';

const game = firstTalk('tests');
const viewOf = (seat: SeatId): View => viewFor(game, { kind: 'seat', seat });
const bestOf = ({ own }: View) => Object.entries(own!.withStrike!).sort(([, a], [, b]) => b - a)[0]!;

/** The height of the test that a bot drafts, for many kinds of luck; null where it drafts none. */
function testsOf(view: View, persona: PersonaName): readonly unknown[] {
  return Array.from({ length: 40 }, (_, luck) => {
    const drafts = decide(view, readFirstTest(), keyOf(`luck ${luck}`), 0, persona);
    const test = drafts.find((c) => c.kind === 'draft-order' && c.order.kind === 'strike');
    return test?.kind === 'draft-order' ? (test.order as { readonly band?: unknown }).band : null;
  });
}

it.each(['US', 'CN', 'RU', 'IN'])(
  'a bold %s does in about half of the years, at the height that gives it most',
  (seat) => {
    const view = viewOf(seat);
    expect(bestOf(view)[1]).toBeGreaterThan(view.own!.ownNow);
    const bold = testsOf(view, 'bold');
    expect(new Set(bold)).toEqual(new Set([null, bestOf(view)[0]]));
    const done = bold.filter((band) => band !== null).length;
    expect(done).toBeGreaterThan(10);
    expect(done).toBeLessThan(30);
  },
);

it('none does in a class that has no bold ones, without a missile, or where it would lose by it', () => {
  for (const { id } of game.state.scenario.seats)
    expect(new Set(testsOf(viewOf(id), 'class'))).toEqual(new Set([null]));
  for (const seat of ['EU', 'OP']) expect(new Set(testsOf(viewOf(seat), 'bold'))).toEqual(new Set([null]));
  const view = viewOf('RU');
  const loses = { ...view, own: { ...view.own!, ownNow: bestOf(view)[1] } };
  for (const persona of ['bold', 'opportunist'] as const)
    expect(new Set(testsOf(loses, persona))).toEqual(new Set([null]));
  expect(new Set(testsOf(view, 'opportunist'))).toEqual(new Set([bestOf(view)[0]]));
});
