/** Who hears of an act is who is sent something of it: what every rule says of its hearers, against the views before and after. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CommandKind, commands } from '../../shared/game/commands/index.ts';
import { hearersOf } from '../../shared/game/commands/rule.ts';
import { canonicalJson } from '../../shared/game/hash.ts';
import type { Viewer } from '../../shared/game/roles.ts';
import { viewFor } from '../../shared/game/rules.ts';
import type { Game } from '../../shared/game/state.ts';
import { moves, playMoves } from './random-game.ts';
import { seats } from './tables.ts';

/** Seats, and those who sit at none: they hear what all hear. */
const VIEWERS: readonly Viewer[] = [
  ...seats.map((seat) => ({ kind: 'seat', seat }) as const),
  { kind: 'projector' },
  { kind: 'spectator' },
  { kind: 'guest' },
];

const seen = new WeakMap<Game, readonly string[]>();
function viewsOf(game: Game): readonly string[] {
  const known = seen.get(game);
  if (known) return known;
  const views = VIEWERS.map((viewer) => canonicalJson(viewFor(game, viewer)));
  seen.set(game, views);
  return views;
}

it('is as each command says: nobody else learns of it, and what is said to be for all is for all', () => {
  const exact = new Set<CommandKind>();
  const acts = new Map<CommandKind, number>();
  for (const list of fc.sample(moves(160), { numRuns: 5, seed: 41 }))
    playMoves('law-heard', list, (before, { actor, command }, after) => {
      const rule = commands[command.kind];
      const own = 'seat' in actor && rule.heard !== 'desk' ? [actor.seat] : [];
      const heard = hearersOf(rule as never, command, before.state);
      const said = VIEWERS.filter(
        (viewer) => heard === 'all' || (viewer.kind === 'seat' && [...own, ...heard].includes(viewer.seat)),
      );
      const [then, now] = [viewsOf(before), viewsOf(after)];
      const sent = VIEWERS.filter((_, i) => then[i] !== now[i]);
      expect(
        sent.filter((viewer) => !said.includes(viewer)),
        command.kind,
      ).toEqual([]);
      if (sent.length === said.length) exact.add(command.kind);
      acts.set(command.kind, (acts.get(command.kind) ?? 0) + 1);
    });
  // What people do is not only kept from others: whoever is said to hear of it does.
  const people = [...acts].filter(([kind, times]) => times >= 3 && commands[kind].by.includes('delegate'));
  expect(people.length).toBeGreaterThan(8);
  expect(people.map(([kind]) => kind).filter((kind) => !exact.has(kind))).toEqual([]);
});
