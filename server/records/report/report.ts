/**
 * The report of a game: one HTML file that opens without a network. All that is in it comes from the facilitator's view with
 * every step of the debrief opened, all words from the messages of a language.
 */

import type { News } from '../../../shared/game/news.ts';
import { viewFor } from '../../../shared/game/rules.ts';
import type { Game, State } from '../../../shared/game/state.ts';
import { wordsFor } from '../../../shared/game/view/words-for.ts';
import { say } from '../../../shared/text/say.ts';
import { apart, isIntercept, REVEAL_STEPS, type SeatId, type Words, words } from '../../../shared/vocabulary/index.ts';
import { messagesOf } from '../languages.ts';
import { incidents, orders, promises, texts, timeline } from './conduct.ts';
import { type Html, listOf, markup, tableOf } from './html.ts';
import { results, worlds } from './outcome.ts';
import { counted, type Page, whole } from './page.ts';
import { PRESS_STYLE, pressPages } from './press.ts';
import { STYLE } from './style.ts';

/** The report as text. `code` names the game; `typed`: what the facilitator wrote on cards and people said in plenary, by text id. */
export function reportOf(
  code: string,
  game: Game,
  language: string,
  typed: Readonly<Record<string, string | null>>,
): string {
  const view = viewFor(game, { kind: 'facilitator' }, REVEAL_STEPS);
  const own = messagesOf(language);
  const messages = { ...own.messages, ...wordsFor(game.state, view, own.language) };
  const tell = (what: Words): string => say(messages, own.language, what);
  const t: Page['t'] = (key, params) => tell(words(key, params));
  const seat = (id: SeatId | null): string => {
    const found = view.seats.find((s) => s.id === id);
    return found ? tell(found.name) : t('report.nobody');
  };
  const told = ({ words: prepared, text, withdrawn }: News): string => {
    const own = text && typed[text];
    const said = own ? apart(own) : tell(prepared);
    return withdrawn ? `${said} (${t('ui.news.void')})` : said;
  };
  const page: Page = { view, tell, t, seat, told, code, typed: (id) => typed[id] ?? null };
  const sections = SECTIONS.flatMap(([name, body]) => {
    const parts = body(page).filter((part) => part.html !== '');
    return parts.length === 0 ? [] : [{ name, heading: t(`report.${name}`), parts }];
  });
  const title = `${tell(view.title)} · ${code}`;
  const contents = sections.map(({ name, heading }) => markup`<li><a href="#${name}">${heading}</a></li>`);
  const body = sections.map(
    ({ name, heading, parts }) => markup`<section id="${name}"><h2>${heading}</h2>${parts}</section>`,
  );
  return markup`<!doctype html>
<html lang="${own.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${title}</title><style>${{ html: STYLE + PRESS_STYLE }}</style></head>
<body><header><p class="name">${t('ui.name')}</p><p class="kind">${t('report.title')}</p><h1>${tell(view.title)}</h1><p>${t('report.lead')}</p>${factsOf(
    page,
    code,
    game.state,
    own.language,
  )}</header><main>${summary(page, game.state)}<nav aria-labelledby="contents"><h2 id="contents" class="plain">${t('report.contents')}</h2><ol>${contents}</ol></nav>${body}</main><footer><p>${t('ui.foot')}</p></footer></body></html>
`.html;
}

const SECTIONS: readonly (readonly [name: string, body: (page: Page) => readonly Html[]])[] = [
  ['seats', seats],
  ['press', pressPages],
  ['timeline', timeline],
  ['texts', texts],
  ['orders', orders],
  ['incidents', incidents],
  ['promises', promises],
  ['results', results],
  ['worlds', worlds],
  ['history', history],
  ['credits', credits],
];

/** What a registry asks first: which game, when, under which names, on which sky, computed by what. */
function factsOf({ view, t }: Page, code: string, state: State, language: string): Html {
  const day = (instant: number): string =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' }).format(
      instant,
    );
  const bots = view.seats.filter((s) => s.bot).length;
  const facts: readonly (readonly [string, string])[] = [
    ['game', code],
    ...(state.clock.playStartedAt === null ? [] : ([['day', day(state.clock.playStartedAt)]] as const)),
    ['names', t(`ui.names.${view.names}`)],
    ['turns', t('report.turns.of', { n: view.turnsDone.length, of: view.turns })],
    ['played-by', t('report.played-by.text', { people: view.seats.length - bots, bots })],
    ['sky', day(Date.parse(state.scenario.sky.startsAt))],
    ['engine', state.engineVersion],
  ];
  return markup`<dl class="facts">${facts.map(
    ([name, text]) => markup`<div><dt>${t(`report.fact.${name}`)}</dt><dd>${text}</dd></div>`,
  )}</dl>`;
}

/** The result on one hand. */
function summary(page: Page, state: State): Html {
  const { view, t, seat } = page;
  const found = view.debrief.results;
  const inForce = view.instruments.filter((text) => text.status === 'in-force');
  const strikes = state.facts.filter(isIntercept).length;
  const last = view.turnsDone.at(-1);
  const tiles: readonly (readonly [figure: string, name: string, note: string])[] = [
    ...(found
      ? ([
          [whole(found.health.j), 'health', t('report.tile.health.note')],
          [whole(found.leftOnTable.points), 'left', t('report.tile.left.note')],
        ] as const)
      : []),
    [
      String(inForce.length),
      'force',
      inForce.length === 0
        ? t('report.tile.force.none')
        : inForce.map((text) => text.parties.map(seat).join(', ')).join('; '),
    ],
    [String(strikes), 'strikes', t('report.tile.strikes.note')],
    ...(last ? ([[counted(page, last.newPieces.up), 'pieces', t('report.tile.pieces.note')]] as const) : []),
  ];
  return markup`<section id="summary"><h2 class="plain">${t('report.summary')}</h2><ul class="tiles">${tiles.map(
    ([figure, name, note]) =>
      markup`<li><b>${figure}</b><span>${t(`report.tile.${name}`)}</span><span class="small">${note}</span></li>`,
  )}</ul></section>`;
}

function seats(page: Page): readonly Html[] {
  const { view, t, tell } = page;
  const rows = view.seats.map((s) => [
    tell(s.name),
    t(`ui.kind.${s.kind}`),
    counted(page, s.active),
    whole(s.standing),
    whole(s.approval),
    s.bot ? t('ui.bot') : t('report.people'),
  ]);
  return [
    tableOf(
      t('report.seats.end'),
      [
        t('report.seat'),
        t('report.kind'),
        t('report.active'),
        t('report.standing'),
        t('report.approval'),
        t('report.fact.played-by'),
      ],
      rows,
      { numbers: [2, 3, 4] },
    ),
    markup`<div class="pair">${view.seats.map((s) => {
      const list = view.debrief.objectives?.[s.id] ?? [];
      return markup`<article><h3>${tell(s.name)}</h3>${listOf(list.map((o) => `${tell(o.words)} (${t('ui.print.weight', { n: o.weight })})`))}</article>`;
    })}</div>`,
  ];
}

function history({ view, t, tell }: Page): readonly Html[] {
  return (view.debrief.history ?? []).map(
    (h) => markup`<p>${tell(h.words)} <span class="small">${t('ui.source', { text: h.source })}</span></p>`,
  );
}

const CREDITS = ['orbits', 'objects', 'land', 'models'] as const;

function credits({ t }: Page): readonly Html[] {
  return [listOf(CREDITS.map((name) => t(`ui.about.credit.${name}`))), markup`<p>${t('ui.about.licence')}</p>`];
}
