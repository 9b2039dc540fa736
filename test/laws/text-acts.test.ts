/** Every act on a text, in every forum of every scenario, from the form that the view sends to the words that are told of it. */
import { beforeEach, describe, expect, test } from 'vitest';
import { builtInScenarios } from '../../server/games/scenarios.ts';
import { messagesOf } from '../../server/records/languages.ts';
import { readStartSky } from '../../server/skies.ts';
import { textsOn } from '../../shared/clauses/articles.ts';
import { onText, signs } from '../../shared/forums/acts/on-text.ts';
import { forumRules } from '../../shared/forums/rules/index.ts';
import type { Command } from '../../shared/game/commands/index.ts';
import { meant } from '../../shared/game/meaning.ts';
import { parseCommand } from '../../shared/game/parse.ts';
import type { Actor } from '../../shared/game/roles.ts';
import { apply, check, newGame, viewFor } from '../../shared/game/rules.ts';
import type { Game } from '../../shared/game/state.ts';
import { scenarioMessages } from '../../shared/scenarios/messages.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import { say } from '../../shared/text/say.ts';
import { type Field, type Words, words } from '../../shared/vocabulary/index.ts';
import { MADE, readMade } from '../scenarios/made.ts';

const CASES: readonly Scenario[] = [...builtInScenarios().values(), ...MADE.map(readMade)];

describe.each(CASES.map((scenario) => [scenario.id, scenario] as const))('%s', (_id, scenario) => {
  const lists = scenario.languages.map((language) => ({
    language,
    messages: { ...messagesOf(language).messages, ...scenarioMessages(scenario, 'real', language) },
  }));
  /** Keys without words, and sentences in which something is missing. */
  const unsaid = new Set<string>();
  beforeEach(() => unsaid.clear());
  const told = (what: Words): void => {
    for (const { language, messages } of lists) {
      const sentence = say(messages, language, what);
      if (sentence === what.key || /[{}]/.test(sentence)) unsaid.add(`${language} ${what.key}`);
    }
  };
  let serial = 0;
  const given = (game: Game, actor: Actor, command: Command): Game =>
    apply(game, { seq: serial, at: 0, actor, id: `r${serial++}`, command });
  const start = newGame(scenario, 'acts', readStartSky(scenario, true).sky, { thin: true });
  const begun = given(start, { role: 'facilitator' }, { kind: 'start' });
  const talk = given(begun, { role: 'clock' }, { kind: 'expire', number: begun.state.clock.number });
  const seatView = (game: Game, seat: string) => viewFor(game, { kind: 'seat', seat });
  /** As a page would send it, read as the door reads it. */
  const sent = (command: Command): Command => {
    const read = parseCommand(JSON.parse(JSON.stringify(command)));
    expect(read).toEqual(command);
    return read as Command;
  };

  test.each(scenario.forums.map(({ id }) => id))('before %s, of each seat', (road) => {
    const seat = scenario.paper.dials.lead![0] as string;
    const values = textsOn(scenario.paper.dials).findLast((text) => text.lead === seat && text.road === road)!;
    const actor = { role: 'bot', seat } as const;
    let game = given(talk, actor, meant({ kind: 'table', values }, seatView(talk, seat)));
    const met = new Set<string>();
    /** Each act as its form starts: what the view says of it is what the rules say. */
    const acts = (by: string): void => {
      const view = seatView(game, by);
      for (const act of view.instruments[0]!.acts) {
        for (const one of [act.label, act.note, act.sure, words(`text-act.${act.kind}.done`)]) if (one) told(one);
        for (const field of act.fields) {
          told(field.label);
          if ('options' in field) for (const option of field.options) told(option.label);
        }
        if (act.refusal) told(words(`refusal.${act.refusal.code}`, act.refusal.params));
        const asked: Record<string, Field['initial']> = {};
        for (const { name, only, initial } of act.fields)
          if (!only || asked[only.name] === only.is) asked[name] = initial;
        const command = sent(meant(onText(view.instruments[0]!.id, act.kind, asked), view));
        expect([by, act.kind, check(game, { role: 'bot', seat: by }, command, 0)?.code]).toEqual([
          by,
          act.kind,
          act.refusal?.code,
        ]);
        if (!act.refusal) met.add(act.kind);
      }
    };
    const [first, last] = [scenario.seats.at(0)!.id, scenario.seats.at(-1)!.id];
    for (const { id } of scenario.seats) acts(id);
    game = given(game, { role: 'bot', seat: first }, signs(`i1.${seat}`));
    for (const id of [first, seat, last]) acts(id);
    expect([...met].sort()).toEqual(expect.arrayContaining(['pledge', 'unpledge', 'use-pen', 'withdraw-text']));
    // the text has every clause of the menu, so that whatever members can do with one can be done
    const { rule } = scenario.forums.find(({ id }) => id === road)!;
    expect(forumRules[rule]!.acts.map(({ kind }) => kind).filter((kind) => !met.has(kind))).toEqual([]);
    expect([...unsaid]).toEqual([]);
  });
});
