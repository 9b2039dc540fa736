/**
 * The report of a game: one HTML file that opens without a network. All that is in it comes from the facilitator's view with
 * every step of the debrief opened, all words from the messages of a language.
 */

import type { Package } from '../../../shared/clauses/text.ts';
import type { News } from '../../../shared/game/news.ts';
import { viewFor } from '../../../shared/game/rules.ts';
import { higherForSome, losersOf, placeOf, type Results } from '../../../shared/game/score/results-shape.ts';
import type { Game, State } from '../../../shared/game/state.ts';
import { factWords, worldWords } from '../../../shared/game/view/told.ts';
import type { View } from '../../../shared/game/view/view-shape.ts';
import { wordsFor } from '../../../shared/game/view/words-for.ts';
import { termWords } from '../../../shared/terms/index.ts';
import { say } from '../../../shared/text/say.ts';
import {
  apart,
  isIntercept,
  isTold,
  REVEAL_STEPS,
  type SeatId,
  truthIn,
  type Words,
  words,
} from '../../../shared/vocabulary/index.ts';
import { messagesOf } from '../languages.ts';
import { bandChart, frontierChart } from './charts.ts';
import { type Html, listOf, markup, type Part, tableOf } from './html.ts';
import { PRESS_STYLE, pressPages } from './press.ts';
import { STYLE } from './style.ts';

/** What every section reads: the view, and how things are said. */
type Page = {
  readonly view: View;
  readonly tell: (what: Words) => string;
  readonly t: (key: string, params?: Words['params']) => string;
  readonly seat: (id: SeatId | null) => string;
  readonly told: (news: News) => string;
  readonly code: string;
  readonly typed: (id: string) => string | null;
};

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
  ['press', (page) => pressPages(page.view, page)],
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

const signed = ({ t }: Page, n: number): string => t('ui.signed', { n });
const whole = (n: number): string => String(Math.round(n));
const counted = ({ t }: Page, n: number): string => t('ui.number', { n: Math.round(n) });
const percent = ({ t }: Page, share: number): string => t('ui.percent', { n: Math.round(100 * share) });

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

/** What the game told everybody, year by year, and what truly happened beside it. */
function timeline({ view, t, tell, told }: Page): readonly Html[] {
  const facts = view.debrief.truth?.facts.filter(isTold) ?? [];
  return view.turnsDone.map((turn) => {
    const news = view.news.filter((n) => n.turn === turn.turn && n.to === null);
    const year = {
      launched: turn.launched,
      reentered: turn.reentered,
      tracked: turn.trackedPublic,
    };
    return markup`<h3>${t('ui.turn.n', { n: turn.turn })}</h3><p>${t('report.year', year)}</p><div class="pair"><article><h4>${t('report.told')}</h4>${listOf(
      news.map((n) => `${when(t, n.month)} ${told(n)}`),
    )}</article><article><h4>${t('report.happened')}</h4>${listOf(
      facts.filter((f) => f.turn === turn.turn).map((f) => `${when(t, f.month)} ${tell(factWords(view, f))}`),
    )}</article></div>`;
  });
}

const when = (t: Page['t'], month: number): string => t(month === 0 ? 'report.first' : 'report.month', { month });

/** What a package says, dial by dial. */
const termsOf = ({ view, t, tell }: Page, values: Package): readonly string[] =>
  view.dials.map((dial) => {
    const value = dial.values.find((v) => v.value === values[dial.dial]);
    return t('ui.dial.at', { dial: tell(dial.label), value: value ? tell(value.label) : '' });
  });

function texts(page: Page): readonly Html[] {
  const { view, t, tell, seat } = page;
  return view.instruments.map((text) => {
    const facts = termsOf(page, text.values);
    const signatures = text.signatures.map((s) => t('report.signature', { seat: seat(s.seat), turn: s.turn }));
    return markup`<article><h3>${t('report.text', { n: text.number, status: tell(words(`status.${text.status}`)) })}</h3><p>${t(
      'report.tabled',
      { seat: words(`seat.${text.tabledBy}`), turn: text.tabledTurn },
    )}</p>${listOf(text.sentences.map((s) => tell(s.words)))}<p class="small">${facts.join(' · ')}</p><h4>${t(
      'report.signatures',
      { n: text.signatures.length, needs: text.needs },
    )}</h4>${listOf(signatures)}</article>`;
  });
}

function orders({ view, t, tell, seat }: Page): readonly Html[] {
  const rows = (view.debrief.orders ?? []).map((o) => [
    String(o.turn),
    seat(o.seat),
    t(`ui.slot.${o.slot}`),
    tell(o.summary),
  ]);
  return [
    tableOf(t('report.orders'), [t('report.turn'), t('report.seat'), t('report.slot'), t('report.order')], rows, {
      lines: [1, 2],
      titled: true,
    }),
  ];
}

/** Truth beside belief, and what was said. */
function incidents(page: Page): readonly Html[] {
  const { view, t, tell, seat } = page;
  const { truth } = view.debrief;
  return view.incidents.map((incident) => {
    const fact = truth?.facts.find((f) => truthIn(f, incident.id));
    const beliefs = (truth?.evidence ?? [])
      .filter((e) => e.incident === incident.id)
      .map((e): readonly Part[] => {
        const { named: cause, belief } = e.cause;
        return [
          seat(e.holder),
          tell(words(`cause.${cause}`)),
          percent(page, belief[cause]!),
          e.published ? t('ui.yes') : t('ui.no'),
        ];
      });
    const title = t('report.incident', {
      turn: incident.turn,
      month: incident.month,
      km: Math.round(incident.altitudeKm),
    });
    return markup`<article><h3>${title}</h3><p class="truth"><b>${t('report.truth')}</b> ${
      fact ? tell(factWords(view, fact)) : t('report.nobody')
    }</p>${tableOf(t('report.belief'), [t('report.seat'), t('report.cause'), t('report.share'), t('report.published')], beliefs, { numbers: [2] })}</article>`;
  });
}

function promises({ view, t, tell, seat }: Page): readonly Html[] {
  const said = view.debrief.promises;
  if (!said) return [];
  const verdict = (is: boolean | null): string =>
    t(is === null ? 'ui.promises.open' : is ? 'ui.promises.kept' : 'ui.promises.broken');
  const right = (is: boolean | null): string =>
    t(is === null ? 'ui.promises.open' : is ? 'ui.promises.right' : 'ui.promises.wrong');
  return [
    tableOf(
      t('report.offers'),
      [t('report.turn'), t('report.seat'), t('report.to'), t('report.promise'), t('report.conduct')],
      said.promises.map((p) => [p.turn, seat(p.seat), seat(p.to), tell(termWords(view, p.term)), verdict(p.kept)]),
    ),
    tableOf(
      t('report.statements'),
      [t('report.turn'), t('report.seat'), t('report.statement'), t('report.conduct')],
      said.statements.map((s) => [
        s.turn,
        seat(s.seat),
        t(`ui.said.${s.say}`, { of: seat(s.of), cause: s.cause ? tell(words(`cause.${s.cause}`)) : '' }),
        s.say === 'consult' ? '–' : right(s.right),
      ]),
    ),
    tableOf(
      t('report.stands'),
      [t('report.seat'), t('report.which-text'), t('report.agreed'), t('report.signed')],
      said.stands.map((s) => [
        seat(s.seat),
        String(s.number),
        t('ui.promises.of', { n: s.agreed.length, of: s.said.length }),
        s.signed ? t('ui.yes') : t('ui.no'),
      ]),
    ),
  ];
}

function results(page: Page): readonly Html[] {
  const { view, t, seat, tell } = page;
  const found = view.debrief.results;
  if (!found) return [];
  const { health, leftOnTable } = found;
  return [
    markup`<p class="big">${t('report.health', { j: whole(health.j), low: whole(health.low), high: whole(health.high) })}</p>`,
    markup`<p>${t('report.left', { points: whole(leftOnTable.points) })} ${
      leftOnTable.deal ? t('report.left-parties', { parties: leftOnTable.deal.parties.map(seat).join(', ') }) : ''
    }</p>`,
    leftOnTable.deal ? markup`<p class="small">${termsOf(page, leftOnTable.deal).join(' · ')}</p>` : markup``,
    tableOf(
      t('report.own'),
      [t('report.seat'), t('report.score'), t('report.no-deal'), t('report.gain'), t('report.marks')],
      found.seats.map((r) => [
        seat(r.seat),
        whole(r.own),
        whole(r.noDeal),
        signed(page, Math.round(r.gain)),
        r.marks.map((mark) => t(`ui.mark.${mark}`)).join(', '),
      ]),
      { numbers: [1, 2, 3] },
    ),
    markup`<div class="pair">${found.seats.map((r) => {
      const objectives = view.debrief.objectives?.[r.seat] ?? [];
      const lines = r.grades.map((g): Part => {
        const named = objectives.find((o) => o.id === g.objective);
        return markup`${named ? tell(named.words) : g.objective} (${t('ui.of', { n: whole(g.grade * g.weight), of: g.weight })})${listOf(
          g.causes.map(tell),
        )}`;
      });
      const more = [
        ...(r.premium === 0 ? [] : [t('ui.results.premium', { n: r.premium })]),
        ...(r.breach === 0 ? [] : [t('ui.results.breach', { n: -r.breach })]),
      ];
      return markup`<article><h3>${seat(r.seat)}</h3>${listOf([...lines, ...more])}</article>`;
    })}</div>`,
    tableOf(
      t('report.strikes'),
      [t('report.seat'), t('report.band'), t('report.own-gain'), t('report.cost')],
      found.strikeCosts.map((s) => [
        seat(s.seat),
        t(`ui.band.${s.band}`),
        signed(page, s.ownGain),
        signed(page, -s.costToOthers),
      ]),
      { numbers: [2, 3] },
    ),
    ...charts(page, found),
  ];
}

function charts(page: Page, found: Results): readonly Html[] {
  const { t, seat } = page;
  const number = (n: number): string => counted(page, n);
  const here = placeOf(found.seats);
  const some = higherForSome(found.frontier, here);
  const lines = found.epilogue.map((line) => ({ ...line, name: t(`ui.line.${line.line}`) }));
  const labels = { x: t('ui.frontier.x'), y: t('ui.frontier.y'), here: t('ui.frontier.here') };
  return [
    frontierChart(t('ui.frontier.alt'), labels, found.frontier, here, number),
    ...(some.length > 0
      ? [markup`<p>${t('ui.frontier.some', { n: some.length, who: losersOf(some).map(seat).join(', ') })}</p>`]
      : []),
    ...(lines.length > 0
      ? [
          bandChart(
            t('ui.results.epilogue'),
            t('report.years'),
            t('ui.chart.bands', { unit: t('ui.unit.passes') }),
            lines,
            (n) => t('ui.decimal', { n }),
          ),
        ]
      : []),
  ];
}

/** The other worlds that were asked: by turn what is up, and what they cost. */
function worlds(page: Page): readonly Html[] {
  const { view, t, tell } = page;
  return (view.desk?.counterfactuals ?? []).map((c) => {
    const { title, points } = worldWords(view, c);
    const passes = (id: SeatId, which: 'played' | 'other'): string =>
      t('ui.decimal', { n: c[which].turns.at(-1)?.passes[id] ?? 0 });
    const told = points.map(([of, n]) => t('report.line', { what: tell(of), n: tell(n) }));
    return markup`<article><h3>${tell(title)}</h3>${listOf([
      ...told,
      t('report.world', {
        played: c.played.turns.at(-1)?.tracked ?? 0,
        other: c.other.turns.at(-1)?.tracked ?? 0,
        skipped: c.skipped.length,
      }),
    ])}${tableOf(
      t('report.passes'),
      [t('report.seat'), t('report.as-played'), t('report.otherwise')],
      view.seats.map((s) => [tell(s.name), passes(s.id, 'played'), passes(s.id, 'other')]),
      { numbers: [1, 2] },
    )}</article>`;
  });
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
