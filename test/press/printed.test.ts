/** The pages of a whole game: what was printed stays, and nothing comes twice. */
import { expect, it } from 'vitest';
import { messagesOf } from '../../server/records/languages.ts';
import { reportOf } from '../../server/records/report/report.ts';
import { replay } from '../../shared/game/other-worlds/replay.ts';
import { viewFor } from '../../shared/game/rules.ts';
import type { Game } from '../../shared/game/state.ts';
import { wordsFor } from '../../shared/game/view/words-for.ts';
import { type FrontPage, frontPages } from '../../shared/press/front-page.ts';
import { say } from '../../shared/text/say.ts';
import { botGame, lobby } from '../laws/tables.ts';

const SEED = 'front pages';
const { game, log } = botGame(SEED);
const pagesOf = (one: Game, code: string): readonly FrontPage[] =>
  frontPages(viewFor(one, { kind: 'projector' }), { game: code, typed: () => null });

it('a page does not change once it is printed', () => {
  const last = pagesOf(game, 'bots');
  expect(last.map(({ turn }) => turn)).toEqual([1, 2, 3, 4]);
  log.forEach(({ command }, i) => {
    if (command.kind !== 'resolved') return;
    const then = replay(lobby(SEED), log.slice(0, i + 1), { resolve: false }).game;
    expect(pagesOf(then, 'bots')).toEqual(last.slice(0, then.state.turnsDone.length));
  });
});

it('no page has a headline or a notice of an earlier one of its game', () => {
  for (const code of ['QWERTY', 'ABCDEF', 'GHJKLM']) {
    const keys = pagesOf(game, code).flatMap(({ lead, small, notice }) => [
      lead.headline.key,
      ...small.map((one) => one.headline.key),
      notice.key,
    ]);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

it('every page stands in the report, in its language', () => {
  const view = viewFor(game, { kind: 'projector' });
  for (const language of ['en', 'fr']) {
    const report = reportOf('QWERTY', game, language, {});
    const all = { ...messagesOf(language).messages, ...wordsFor(game.state, view, messagesOf(language).language) };
    for (const { lead, notice } of pagesOf(game, 'QWERTY'))
      for (const told of [lead.headline, notice])
        expect(report).toContain(say(all, language, told).replaceAll("'", '&#39;').replaceAll('"', '&quot;'));
    expect(report.match(/<article class="press">/g)).toHaveLength(4);
  }
});
