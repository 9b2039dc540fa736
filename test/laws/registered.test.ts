/**
 * Everything registered, in every scenario that lists it, from the form to the words: a form offers it, what the form gives is read
 * as it was given, the rules take it or say why not, and all that is told of it has words in each language.
 */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { playTable } from '../../shared/bots/table.ts';
import { textsOn } from '../../shared/clauses/articles.ts';
import { CLAUSE_IDS } from '../../shared/clauses/index.ts';
import { COMMAND_KINDS, type Command, type CommandKind, commands } from '../../shared/game/commands/index.ts';
import { meant } from '../../shared/game/meaning.ts';
import { parseCommand } from '../../shared/game/parse.ts';
import type { Actor } from '../../shared/game/roles.ts';
import { check, viewFor } from '../../shared/game/rules.ts';
import { counterOf, testOf } from '../../shared/game/score/atoms.ts';
import { countOfPackages } from '../../shared/game/score/choices.ts';
import { outcomeOfDeal } from '../../shared/game/score/deal.ts';
import { everyDeal } from '../../shared/game/score/deals.ts';
import { noDeal, type PackageOutcome, withStrike } from '../../shared/game/score/package.ts';
import { settleOffers } from '../../shared/game/score/promises.ts';
import { reading } from '../../shared/game/score/reading.ts';
import type { Game } from '../../shared/game/state.ts';
import { factWords } from '../../shared/game/view/told.ts';
import { orders } from '../../shared/orders/index.ts';
import { type OfferTerm, ruleOf, TERM_KINDS, termWords } from '../../shared/terms/index.ts';
import { type Field, isTold, STRIKE_BANDS, words } from '../../shared/vocabulary/index.ts';
import { CASES, given, openedOn, seatView, sent, telling } from './every-case.ts';
import { makers, pickerOf } from './makers.ts';
import { moves, playMoves, voiceOf } from './random-game.ts';

const FACILITATOR = { kind: 'facilitator' } as const;

describe.each(CASES.map((scenario) => [scenario.id, scenario] as const))('%s', (_id, scenario) => {
  const { start, talk } = openedOn(scenario, 'registered');
  const { told, unsaid } = telling(scenario);
  beforeEach(() => unsaid.clear());

  const clausesHere = CLAUSE_IDS.filter((id) => scenario.paper.dials[id]);
  test.each(clausesHere)('clause %s, at each value of the menu', (id) => {
    const seat = scenario.paper.dials.lead![0] as string;
    const view = seatView(talk, seat);
    const dial = view.dials.find((one) => one.dial === id)!;
    expect(dial.values.map(({ value }) => value)).toEqual(scenario.paper.dials[id]);
    for (const label of [dial.label, dial.note, ...dial.values.map((value) => value.label)]) if (label) told(label);
    for (const { value } of dial.values) {
      if (value === null) continue;
      const values = textsOn(scenario.paper.dials).find(
        (text) =>
          text.lead === seat && CLAUSE_IDS.every((other) => (text[other] ?? null) === (other === id ? value : null)),
      )!;
      const actor = { role: 'bot', seat } as const;
      const command = sent(meant({ kind: 'table', values }, view));
      expect(check(talk, actor, command, 0)).toBeNull();
      const [text] = seatView(given(talk, actor, command), seat).instruments;
      expect(text!.values[id]).toBe(value);
      expect(text!.sentences.length).toBeGreaterThan(0);
      for (const sentence of text!.sentences) told(sentence.words);
    }
    expect([...unsaid]).toEqual([]);
  });

  const filled = (fields: readonly Field[]) => Object.fromEntries(fields.map((field) => [field.name, field.initial]));
  test.each(scenario.orders)('order %s, of each seat', (kind) => {
    let taken = 0;
    for (const { id: seat } of scenario.seats) {
      const view = seatView(talk, seat);
      const card = view.own!.cards.find((one) => one.kind === kind)!;
      for (const key of [`order.${kind}`, `order.${kind}.note`]) told(words(key));
      for (const field of card.fields) {
        told(field.label);
        if ('options' in field) for (const option of field.options) told(option.label);
      }
      if (card.refusal) told(words(`refusal.${card.refusal.code}`, card.refusal.params));
      const order = { kind, month: 1, ...filled(card.fields) } as Extract<Command, { kind: 'draft-order' }>['order'];
      const slot = card.slot === 'security' ? 'security' : 'p1';
      const actor = { role: 'bot', seat } as const;
      const command = sent(meant({ kind: 'draft-order', slot, order }, view));
      const refusal = check(talk, actor, command, 0);
      expect([seat, refusal?.code]).toEqual([seat, card.refusal?.code]);
      if (refusal) {
        told(words(`refusal.${refusal.code}`, refusal.params));
        continue;
      }
      taken += 1;
      const draft = seatView(given(talk, actor, command), seat).own!.drafts[slot]!;
      expect(draft.order).toMatchObject(order);
    }
    expect(Object.hasOwn(orders, kind)).toBe(true);
    if (scenario.id === 'workshop') expect(taken).toBeGreaterThan(0);
    expect([...unsaid]).toEqual([]);
  });

  test.each(TERM_KINDS)('offer term %s, each way', (kind) => {
    // A text on the table, so that there is one to sign.
    const lead = scenario.paper.dials.lead![0] as string;
    const values = textsOn(scenario.paper.dials).find((text) => text.lead === lead)!;
    const tabled = given(talk, { role: 'bot', seat: lead }, meant({ kind: 'table', values }, seatView(talk, lead)));
    told(words(`ui.term.kind.${kind}`));
    let kept = 0;
    for (const [n, { id: seat }] of scenario.seats.entries()) {
      const to = scenario.seats.at(n - 1)!.id;
      const view = seatView(tabled, seat);
      const fields = ruleOf({ kind }).form(view, {});
      if (!fields) continue;
      for (const field of fields) {
        told(field.label);
        if ('options' in field) for (const option of field.options) told(option.label);
      }
      const term = { kind, ...filled(fields) } as unknown as OfferTerm;
      const command = sent(meant({ kind: 'offer', to, give: [term], get: [] }, view));
      const refusal = check(tabled, { role: 'bot', seat }, command, 0);
      if (refusal) {
        told(words(`refusal.${refusal.code}`, refusal.params));
        continue;
      }
      const offered = given(tabled, { role: 'bot', seat }, command);
      const [offer] = seatView(offered, to).offers;
      expect(offer!.give).toEqual([expect.objectContaining(term)]);
      told(termWords(seatView(offered, to), offer!.give[0]!));
      const accepted = given(
        offered,
        { role: 'bot', seat: to },
        { kind: 'answer-offer', offer: offer!.id, accept: true },
      );
      const [settled] = settleOffers(accepted.state);
      expect(settled!.status).toBe('accepted');
      for (const known of settled!.kept.give) expect([true, false, null]).toContain(known);
      kept += 1;
    }
    if (scenario.id === 'workshop') expect(kept).toBeGreaterThan(0);
    expect([...unsaid]).toEqual([]);
  });

  test.each(scenario.injects.map((spec) => [spec.id, spec.effect.kind] as const))(
    'event %s (%s), dealt and taken back',
    (inject) => {
      const actor = { role: 'facilitator' } as const;
      const onDesk = (game: Game, kind: 'fire-inject' | 'withdraw-inject'): Game => {
        const command = sent(meant({ kind, inject }, viewFor(game, FACILITATOR)));
        expect(check(game, actor, command, 0)).toBeNull();
        return given(game, actor, command);
      };
      // Those of the first year were dealt when it began.
      const waits = talk.state.injects.some(({ id, status }) => id === inject && status === 'waiting');
      const dealt = waits ? onDesk(talk, 'fire-inject') : talk;
      const said = (game: Game) => game.state.news.filter(({ words: { key } }) => key.startsWith('scenario.inject.'));
      const [card] = said(dealt).filter(({ words: { key } }) => `${key}.`.startsWith(`scenario.inject.${inject}.`));
      told(card!.words);
      const back = onDesk(dealt, 'withdraw-inject');
      expect(back.state.news.find(({ id }) => id === card!.id)!.withdrawn).toBe(true);
      told(back.state.news.at(-1)!.words);
      if (waits) {
        // All but the card and its notice is as before.
        const { injects: _i, news: _n, recent: _r, ...left } = back.state;
        const { injects: _j, news: _m, recent: _s, ...before } = talk.state;
        expect(left).toEqual(before);
      }
      for (const key of ['', '.title']) told(words(`scenario.inject.${inject}${key}`, card!.words.params));
      expect([...unsaid]).toEqual([]);
    },
  );

  test('every command, whoever gives it', () => {
    const met = new Set<CommandKind>();
    /** As its maker's page sends it and the door reads it; what nobody could have meant is refused in words. */
    const meet = (game: Game, actor: Actor, command: Command): void => {
      if (met.has(command.kind)) return;
      if (actor.role !== 'clock' && actor.role !== 'server') {
        const viewer = 'seat' in actor ? ({ kind: 'seat', seat: actor.seat } as const) : FACILITATOR;
        const asked = meant(command, viewFor(game, viewer));
        const read = parseCommand(JSON.parse(JSON.stringify(asked)));
        if ('code' in read) told(words(`refusal.${read.code}`, read.params));
        else expect(read).toEqual(asked);
        if ('code' in read) return;
      }
      met.add(command.kind);
      told(words(`ui.command.${command.kind}`));
      if (commands[command.kind].forSeat) told(words(`act.${command.kind}`));
      if (commands[command.kind].can) told(words(`ui.can.${command.kind}`));
    };
    for (const list of fc.sample(moves(120), { numRuns: 3, seed: 41 })) {
      const { game, refused } = playMoves(
        '',
        list,
        (before, by) => meet(before, by.actor, by.command),
        undefined,
        start,
      );
      for (const { actor, command, refusal } of refused) {
        meet(game, actor, command);
        told(words(`refusal.${refusal.code}`, refusal.params));
      }
      // those that did not come up
      for (const kind of COMMAND_KINDS.filter((one) => !met.has(one)))
        for (const [n, { id: seat }] of scenario.seats.entries()) {
          const role = commands[kind].by[0]!;
          const command = makers[kind](game, seat, pickerOf([n, 3 * n, 1, 2]), 'late');
          const actor = role === 'delegate' || role === 'bot' ? voiceOf(game, seat, command) : ({ role } as Actor);
          const refusal = check(game, actor, command, 0);
          if (refusal) told(words(`refusal.${refusal.code}`, refusal.params));
          meet(game, actor, command);
        }
    }
    expect(COMMAND_KINDS.filter((kind) => !met.has(kind))).toEqual([]);
    expect([...unsaid]).toEqual([]);
  });

  test('every fact, term of an offer and piece of news that games come to', () => {
    const random = fc.sample(moves(200), { numRuns: 2, seed: 43 });
    const games = [
      playTable(scenario, start.sky, 'told', { thin: true }).game,
      ...random.map((list) => playMoves('', list, undefined, undefined, start).game),
    ];
    const met = { facts: 0, terms: 0, news: 0 };
    for (const game of games) {
      const view = viewFor(game, FACILITATOR);
      const facts = game.state.facts.filter(isTold).map((fact) => factWords(view, fact));
      const terms = game.state.offers.flatMap(({ give, get }) =>
        [...give, ...get].map((term) => termWords(view, term)),
      );
      const news = game.state.news.map((one) => one.words);
      for (const what of [...facts, ...terms, ...news]) told(what);
      met.facts += facts.length;
      met.terms += terms.length;
      met.news += news.length;
    }
    for (const [what, count] of Object.entries(met)) expect([what, count > 0]).toEqual([what, true]);
    expect([...unsaid]).toEqual([]);
  });

  test('every line of a payoff table', () => {
    const outcomes: PackageOutcome[] = [noDeal(scenario)];
    // a prime, so that no choice is passed over each time
    const step = countOfPackages(scenario) > 10_000 ? 97 : 1;
    let n = 0;
    for (const { text, parties, shares } of everyDeal(scenario)) {
      if (n++ % step > 0) continue;
      const deal = { ...text, parties, fundMet: Object.keys(shares).length > 0 };
      outcomes.push(outcomeOfDeal(scenario, { deal, shares }));
    }
    for (const { id, strike } of scenario.seats)
      if (strike) for (const band of STRIKE_BANDS) outcomes.push(withStrike(scenario, outcomes.at(1)!, id, band));
    const all = (conduct: object) => ({
      ...outcomes[0]!,
      seats: Object.fromEntries(Object.entries(outcomes[0]!.seats).map(([id, own]) => [id, { ...own, ...conduct }])),
    });
    outcomes.push(all({ batches: 0 }), all({ dataFrom: 5 }));
    for (const { id, objectives } of scenario.seats)
      for (const { parts } of objectives)
        for (const { first, add, times } of parts)
          for (const { when, per, because } of [...first, ...add, ...times]) {
            for (const atom of when) {
              const { holds } = testOf([atom]);
              const answers = new Set(outcomes.map((outcome) => holds(reading(outcome, id))));
              expect([id, JSON.stringify(atom), answers.size]).toEqual([id, JSON.stringify(atom), 2]);
            }
            const counts = per ? outcomes.map((outcome) => counterOf(per).count(reading(outcome, id))) : [];
            if (per)
              expect([id, JSON.stringify(per), new Set(counts).size > 1]).toEqual([id, JSON.stringify(per), true]);
            for (const count of counts) expect(count).toBeGreaterThanOrEqual(0);
            told(words(`scenario.${because}`, per && { count: counts[0]! }));
          }
    expect([...unsaid]).toEqual([]);
  });
});
