/** The report on what came of it: results, charts, other worlds. */
import { higherForSome, losersOf, placeOf, type Results } from '../../../shared/game/score/results-shape.ts';
import { worldWords } from '../../../shared/game/view/told.ts';
import type { SeatId } from '../../../shared/vocabulary/index.ts';
import { bandChart, frontierChart } from './charts.ts';
import { type Html, listOf, markup, type Part, tableOf } from './html.ts';
import { counted, type Page, signed, termsOf, whole } from './page.ts';

export function results(page: Page): readonly Html[] {
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
export function worlds(page: Page): readonly Html[] {
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
