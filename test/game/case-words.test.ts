/** Words that make a scenario a case: who reads which. */
import { expect, it } from 'vitest';
import type { Viewer } from '../../shared/game/roles.ts';
import { viewFor } from '../../shared/game/view/view.ts';
import { wordsFor } from '../../shared/game/view/words-for.ts';
import { firstTalk } from './table.ts';

const game = firstTalk('7');
const { scenario } = game.state;
/** The case's words of one kind that a viewer is sent, by their keys. */
const sent = (viewer: Viewer, kind: RegExp): string[] =>
  Object.keys(wordsFor(game.state, viewFor(game, viewer), 'en'))
    .filter((key) => kind.test(key))
    .sort();
const LINES = /^scenario\.lines\./;

it('gives each delegation its own four lines, and nobody else’s', () => {
  for (const { id } of scenario.seats)
    expect(sent({ kind: 'seat', seat: id }, LINES)).toEqual(
      ['fear', 'first', 'secret', 'want'].map((line) => `scenario.lines.${id}.${line}`),
    );
  for (const kind of ['projector', 'spectator', 'guest'] as const) expect(sent({ kind }, LINES)).toEqual([]);
  expect(sent({ kind: 'facilitator' }, LINES)).toHaveLength(4 * scenario.seats.length);
});

it('tells everybody what the case is about, and the facilitator alone what turns it round', () => {
  const all: readonly Viewer[] = [{ kind: 'projector' }, { kind: 'spectator' }, { kind: 'seat', seat: 'US' }];
  for (const viewer of all) expect(sent(viewer, /^scenario\.(breath|hook|screw)$/)).toEqual(['scenario.breath']);
  expect(sent({ kind: 'facilitator' }, /^scenario\.(breath|hook|screw)$/)).toHaveLength(3);
});
