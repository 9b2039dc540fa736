/** A command is about what its maker saw: said twice it is done once, and once that has passed it changes nothing. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Command, type CommandKind, commands, type Entry } from '../../shared/game/commands/index.ts';
import { canonicalJson } from '../../shared/game/hash.ts';
import { type Meaning, meant } from '../../shared/game/meaning.ts';
import { parseCommand } from '../../shared/game/parse.ts';
import type { Actor, Viewer } from '../../shared/game/roles.ts';
import { apply, check, viewFor } from '../../shared/game/rules.ts';
import type { Game, State } from '../../shared/game/state.ts';
import { moves, playMoves } from './random-game.ts';

/** Words may be said twice; the server's own entries are made once by construction. */
const WORDS_AND_MACHINE: readonly CommandKind[] = [
  'say',
  'broadcast',
  'reply',
  'compared',
  'resolved',
  'expire',
  'present',
  'upgraded',
  'halted',
];

const viewerOf = (actor: Actor): Viewer =>
  actor.role === 'facilitator'
    ? { kind: 'facilitator' }
    : actor.role === 'delegate' || actor.role === 'bot'
      ? { kind: 'seat', seat: actor.seat }
      : { kind: 'guest' };

/** As the maker's page sends it. */
const asSeen = (game: Game, { actor, command }: Entry): Command => meant(command, viewFor(game, viewerOf(actor)));

const meaningOf = (command: Command): Meaning | undefined =>
  command.kind === 'act-for' ? command.command.means : command.means;
const kindOf = (command: Command): CommandKind => (command.kind === 'act-for' ? command.command.kind : command.kind);

/** What of a state a repeated command may touch: who last did what, and that a seat is told what was done for it. */
const bare = ({ recent: _r, delegates, news, ...state }: State): string =>
  canonicalJson({
    ...state,
    delegates: Object.values(delegates).map(({ lastAt: _, ...d }) => d),
    news: news.filter((n) => !n.id.startsWith('act-')),
  });

it('is the same in a view as in the state, and said twice is done once', () => {
  const seen = new Set<CommandKind>();
  for (const list of fc.sample(moves(160), { numRuns: 2, seed: 41 }))
    playMoves('law-meaning', list, (before, entry, after) => {
      if (WORDS_AND_MACHINE.includes(entry.command.kind)) return;
      const command = asSeen(before, entry);
      expect(check(before, entry.actor, command, entry.at), entry.command.kind).toBeNull();
      if (check(after, entry.actor, command, entry.at) !== null) return;
      const twice = apply(after, { ...entry, id: `${entry.id}-again`, command });
      expect(bare(twice.state) === bare(after.state), `${kindOf(command)} twice changes nothing`).toBe(true);
      seen.add(kindOf(command));
    });
  expect(seen.size).toBeGreaterThan(10);
});

it('is refused once what it was about has passed, whatever people do', () => {
  const refused = new Map<string, number>();
  for (const list of fc.sample(moves(160), { numRuns: 3, seed: 43 })) {
    const old: Entry[] = [];
    const remember = (game: Game, entry: Entry): void => {
      if (commands[kindOf(entry.command)].about.length > 0) old.push({ ...entry, command: asSeen(game, entry) });
      if (old.length > 12) old.shift();
    };
    playMoves('law-meaning', list, (before, entry) => {
      if (entry.seq % 4 > 0) return remember(before, entry);
      for (const late of old) {
        const now = meaningOf(asSeen(before, { ...late, command: withoutMeaning(late.command) }));
        const then = { ...meaningOf(late.command) };
        // How the evidence stands is weighed by the rule of statements.
        if (canonicalJson({ ...now, published: 0 }) === canonicalJson({ ...then, published: 0 })) continue;
        expect(check(before, late.actor, late.command, entry.at), kindOf(late.command)).not.toBeNull();
        refused.set(kindOf(late.command), (refused.get(kindOf(late.command)) ?? 0) + 1);
      }
      remember(before, entry);
    });
  }
  for (const kind of ['ready', 'draft-order', 'shorten']) expect([...refused.keys()]).toContain(kind);
  expect(refused.size).toBeGreaterThan(6);
});

function withoutMeaning(command: Command): Command {
  if (command.kind === 'act-for') return { ...command, command: withoutMeaning(command.command) as never };
  const { means: _, ...rest } = command;
  return rest as Command;
}

it('is asked for at the door, in full and nothing else', () => {
  const bareKinds: readonly Command[] = [
    { kind: 'end-phase' },
    { kind: 'ready', on: true },
    { kind: 'shorten' },
    { kind: 'unreveal' },
    { kind: 'confirm-order', slot: 'security' },
    { kind: 'act-on-text', text: 'i1', act: 'pledge', values: { condition: 'none' } },
  ];
  for (const command of bareKinds) expect(parseCommand(command), command.kind).toMatchObject({ code: 'page-too-old' });
  expect(parseCommand({ kind: 'act-for', seat: 'EU', command: { kind: 'ready', on: true } })).toMatchObject({
    code: 'page-too-old',
    field: 'command.means',
  });
  expect(parseCommand({ kind: 'end-phase', means: { phaseNumber: 3 } })).toEqual({
    kind: 'end-phase',
    means: { phaseNumber: 3 },
  });
  expect(parseCommand({ kind: 'end-phase', means: { phaseNumber: 3, turn: 1 } })).toMatchObject({ code: 'malformed' });
  expect(parseCommand({ kind: 'end-phase', means: {} })).toMatchObject({
    code: 'malformed',
    field: 'means.phaseNumber',
  });
  expect(parseCommand({ kind: 'hide-moment', means: { phaseNumber: 3 } })).toMatchObject({ code: 'malformed' });
});
