/** Every act on a text, in every forum of every scenario, from the form that the view sends to the words that are told of it. */
import { beforeEach, describe, expect, test } from 'vitest';
import { textsOn } from '../../shared/clauses/articles.ts';
import { onText, signs } from '../../shared/forums/acts/on-text.ts';
import { forumRules } from '../../shared/forums/rules/index.ts';
import { meant } from '../../shared/game/meaning.ts';
import { check } from '../../shared/game/rules.ts';
import { type Field, words } from '../../shared/vocabulary/index.ts';
import { CASES, given, openedOn, seatView, sent, telling } from './every-case.ts';

describe.each(CASES.map((scenario) => [scenario.id, scenario] as const))('%s', (_id, scenario) => {
  const { talk } = openedOn(scenario, 'acts');
  const { told, unsaid } = telling(scenario);
  beforeEach(() => unsaid.clear());

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
