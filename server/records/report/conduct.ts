/** The report on what was done: years, texts, orders, incidents, promises. */
import { factWords } from '../../../shared/game/view/told.ts';
import { termWords } from '../../../shared/terms/index.ts';
import { isTold, truthIn, words } from '../../../shared/vocabulary/index.ts';
import { type Html, listOf, markup, type Part, tableOf } from './html.ts';
import { type Page, percent, termsOf } from './page.ts';

/** What the game told everybody, year by year, and what truly happened beside it. */
export function timeline({ view, t, tell, told }: Page): readonly Html[] {
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

export function texts(page: Page): readonly Html[] {
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

export function orders({ view, t, tell, seat }: Page): readonly Html[] {
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
export function incidents(page: Page): readonly Html[] {
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

export function promises({ view, t, tell, seat }: Page): readonly Html[] {
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
