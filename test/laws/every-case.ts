/** Every scenario there is, of the program and made by tests, and what laws over them do with each: give, send, tell. */
import { expect } from 'vitest';
import { builtInScenarios } from '../../server/games/scenarios.ts';
import { messagesOf } from '../../server/records/languages.ts';
import { readStartSky } from '../../server/skies.ts';
import type { Command } from '../../shared/game/commands/index.ts';
import { parseCommand } from '../../shared/game/parse.ts';
import type { Actor } from '../../shared/game/roles.ts';
import { apply, newGame, viewFor } from '../../shared/game/rules.ts';
import type { Game } from '../../shared/game/state.ts';
import { scenarioMessages } from '../../shared/scenarios/messages.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import { say } from '../../shared/text/say.ts';
import type { Words } from '../../shared/vocabulary/index.ts';
import { MADE, readMade } from '../scenarios/made.ts';

export const CASES: readonly Scenario[] = [...builtInScenarios().values(), ...MADE.map(readMade)];

/** Says things in each language and under both names. `unsaid`: keys without words, and sentences in which something is missing. */
export function telling(scenario: Scenario): { readonly told: (what: Words) => void; readonly unsaid: Set<string> } {
  const lists = scenario.languages.flatMap((language) =>
    (['real', 'fictional'] as const).map((names) => ({
      language,
      messages: { ...messagesOf(language).messages, ...scenarioMessages(scenario, names, language) },
    })),
  );
  const unsaid = new Set<string>();
  const told = (what: Words): void => {
    for (const { language, messages } of lists) {
      const sentence = say(messages, language, what);
      if (sentence === what.key || /[{}]/.test(sentence)) unsaid.add(`${language} ${what.key}`);
      for (const inner of Object.values(what.params ?? {})) if (typeof inner === 'object') told(inner);
    }
  };
  return { told, unsaid };
}

let serial = 0;
/** The game with a command carried out, whoever may give it. */
export const given = (game: Game, actor: Actor, command: Command): Game =>
  apply(game, { seq: serial, at: 0, actor, id: `r${serial++}`, command });

/** A game on the thin sky in its lobby, and in its first talks. */
export function openedOn(scenario: Scenario, seed: string): { readonly start: Game; readonly talk: Game } {
  const start = newGame(scenario, seed, readStartSky(scenario, true).sky, { thin: true });
  const begun = given(start, { role: 'facilitator' }, { kind: 'start' });
  return { start, talk: given(begun, { role: 'clock' }, { kind: 'expire', number: begun.state.clock.number }) };
}

export const seatView = (game: Game, seat: string) => viewFor(game, { kind: 'seat', seat });

/** As a page would send it, read as the door reads it. */
export function sent(command: Command): Command {
  const read = parseCommand(JSON.parse(JSON.stringify(command)));
  expect(read, command.kind).toEqual(command);
  return read as Command;
}
