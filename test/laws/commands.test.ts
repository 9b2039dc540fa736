/** What every command has to have beside its own file: words in each language, and nothing quoted elsewhere that its file says. */
import { describe, expect, it } from 'vitest';
import { COMMAND_KINDS, commands } from '../../shared/game/commands/index.ts';
import { messages as en } from '../../shared/text/en/index.ts';
import { messages as fr } from '../../shared/text/fr/index.ts';

describe.each([
  ['en', en],
  ['fr', fr],
])('every command has in %s', (_language, messages: Readonly<Record<string, string>>) => {
  const wanting = (prefix: string, kinds: readonly string[]): readonly string[] =>
    kinds.map((kind) => `${prefix}.${kind}`).filter((key) => !messages[key]);

  it('a name in a list', () => {
    expect(wanting('ui.command', COMMAND_KINDS)).toEqual([]);
  });

  it('what the seat is told that it was done for', () => {
    expect(
      wanting(
        'act',
        COMMAND_KINDS.filter((kind) => commands[kind].forSeat),
      ),
    ).toEqual([]);
  });

  it('words on the page of what a seat can do, if it stands there, and only then', () => {
    const listed = COMMAND_KINDS.filter((kind) => commands[kind].can);
    expect(wanting('ui.can', listed)).toEqual([]);
    const idle = Object.keys(messages).filter(
      (key) => key.startsWith('ui.can.') && !listed.some((kind) => key === `ui.can.${kind}`),
    );
    expect(idle).toEqual([]);
  });
});

it('a command that a page lists says under what', () => {
  for (const kind of COMMAND_KINDS) if (commands[kind].can) expect(commands[kind].theme, kind).not.toBeNull();
});
