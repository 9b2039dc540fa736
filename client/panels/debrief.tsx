import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Results, SeatResult } from '../../shared/game/state.ts';
import type { View } from '../../shared/game/view-shape.ts';
import { REVEAL_STEPS, type RevealStep } from '../../shared/vocabulary/index.ts';
import { say, t } from '../text.ts';
import { DebriefSteps } from './debrief-steps.tsx';
import { valueLabel } from './dials.ts';
import { factText, isTold } from './facts.ts';
import { FrontierChart } from './frontier.tsx';
import { ExportButton, KeepRecord } from './keep.tsx';
import { Moments } from './moments.tsx';
import { NextYears } from './next-years.tsx';
import { Bar, DataTable, Empty, percent, ScaleRow } from './parts.tsx';
import { Promises } from './promises.tsx';
import { Emblem, SeatTag, seatName, useView } from './room.tsx';
import { AskWorld, Worlds } from './worlds.tsx';

type Section = { readonly title: string; readonly Body: () => ComponentChildren };

/** The debrief, one step at a time: the one opened last comes to everybody; earlier ones can be read again. */
export function Debrief() {
  const view = useView();
  const desk = view.desk !== null;
  const opened = REVEAL_STEPS.filter((step) => view.revealed.includes(step));
  const last = opened.at(-1) ?? null;
  const [chosen, setChosen] = useState<RevealStep | null>(last);
  useEffect(() => setChosen(last), [last]);
  const section = chosen && opened.includes(chosen) ? SECTIONS[chosen] : null;
  return (
    <div class="debrief">
      <header class="stack">
        <h1>{view.clock.phase === 'closed' ? t('debrief.closed') : t('debrief.title')}</h1>
        <nav aria-label={t('debrief.steps')}>
          <ol class="steps">
            {REVEAL_STEPS.map((step) => (
              <li key={step}>
                <button
                  type="button"
                  class="button"
                  aria-current={step === chosen ? 'step' : undefined}
                  disabled={!opened.includes(step)}
                  onClick={() => setChosen(step)}
                >
                  {t(`step.${step}`)}
                </button>
              </li>
            ))}
          </ol>
        </nav>
      </header>
      {desk && (
        <div class="halves">
          <DebriefSteps />
          <section class="card stack">
            <h3>{t('debrief.export')}</h3>
            <p class="muted small">{t('debrief.export.note')}</p>
            <ExportButton />
            <KeepRecord />
          </section>
        </div>
      )}
      {desk && <AskWorld />}
      {section ? (
        <section class="stack" aria-label={t(section.title)}>
          <h2>{t(section.title)}</h2>
          <section.Body />
        </section>
      ) : (
        <Empty>{t('debrief.waiting')}</Empty>
      )}
    </div>
  );
}

const SECTIONS: { readonly [S in RevealStep]: Section } = {
  hotwash: { title: 'step.hotwash', Body: () => <p class="oneword">{t('debrief.hotwash')}</p> },
  objectives: { title: 'step.objectives', Body: Objectives },
  orders: { title: 'step.orders', Body: Orders },
  truth: { title: 'step.truth', Body: Truth },
  counterfactual: { title: 'step.counterfactual', Body: Worlds },
  results: { title: 'step.results', Body: ResultsView },
  frontier: { title: 'step.frontier', Body: Frontier },
  history: { title: 'step.history', Body: History },
  exit: { title: 'step.exit', Body: Exit },
};

function Objectives() {
  const view = useView();
  const { objectives } = view.debrief;
  if (!objectives) return null;
  return (
    <div class="halves">
      {view.seats.map((seat) => (
        <article key={seat.id} class="card stack">
          <h3>
            <SeatTag id={seat.id} />
          </h3>
          <ul class="stack">
            {(objectives[seat.id] ?? []).map((o) => (
              <li key={o.id} class="row apart" style={{ flexWrap: 'nowrap', alignItems: 'flex-start' }}>
                <span>{say(o.words)}</span>
                <span class="badge">{o.weight}</span>
              </li>
            ))}
          </ul>
        </article>
      ))}
    </div>
  );
}

function Orders() {
  const view = useView();
  const { orders } = view.debrief;
  if (!orders) return null;
  const turns = [...new Set(orders.map((o) => o.turn))].sort((a, b) => a - b);
  if (turns.length === 0) return <Empty>{t('debrief.no-orders')}</Empty>;
  return (
    <>
      {turns.map((turn) => (
        <DataTable
          key={turn}
          caption={t('turn.n', { n: turn })}
          head={[t('seats.seat'), t('seats.slot'), t('seats.order')]}
          rows={orders
            .filter((o) => o.turn === turn)
            .map((o) => [<SeatTag key="seat" id={o.seat} />, t(`slot.${o.slot}`), say(o.summary)])}
        />
      ))}
    </>
  );
}

/** What happened, beside what each seat's sensors made it believe. */
function Truth() {
  const view = useView();
  const { truth } = view.debrief;
  if (!truth) return null;
  const told = truth.facts.filter(isTold);
  return (
    <>
      {view.incidents.map((incident) => {
        const fact = truth.facts.find(
          (f) => 'incident' in f && f.incident === incident.id && f.kind !== 'crew-shelter',
        );
        const beliefs = truth.evidence.filter((e) => e.incident === incident.id);
        return (
          <article key={incident.id} class="halves">
            <section class="card gold stack">
              <h3>{t('debrief.truth')}</h3>
              <p>{fact ? factText(view, fact) : t('fact.nobody')}</p>
              <p class="muted small">{t('incident.title', { turn: incident.turn, month: incident.month })}</p>
            </section>
            <section class="card stack">
              <h3>{t('debrief.belief')}</h3>
              {beliefs.length === 0 && <p class="muted small">{t('debrief.no-belief')}</p>}
              {beliefs.map((e) => {
                const [cause, share] = Object.entries(e.causes).sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
                return (
                  <div key={e.id} class="stack tight">
                    <SeatTag id={e.holder} />
                    <ScaleRow label={t(`cause.${cause}`)} value={percent(share)} share={share} />
                  </div>
                );
              })}
            </section>
          </article>
        );
      })}
      <details open={view.incidents.length === 0}>
        <summary>{t('debrief.facts', { n: told.length })}</summary>
        <ul class="stack small">
          {told.map((fact) => (
            <li key={fact.id}>
              <span class="muted">{t('news.when', { turn: fact.turn, month: fact.month })}</span> {factText(view, fact)}
            </li>
          ))}
        </ul>
      </details>
      <Promises />
      <Moments />
    </>
  );
}

function ResultsView() {
  const view = useView();
  const { results } = view.debrief;
  if (!results) return null;
  return (
    <>
      <p class="muted">{t('results.lead')}</p>
      <div class="halves">
        <section class="card stack">
          <h3>{t('results.health')}</h3>
          <p class="score">{Math.round(results.health.j)}</p>
          <Bar share={results.health.j / 100} tone={results.health.j >= 70 ? 'good' : 'warn'} />
          <p class="small muted">
            {t('results.health.band', { low: Math.round(results.health.low), high: Math.round(results.health.high) })}
          </p>
        </section>
        <LeftOnTable results={results} />
      </div>
      <h3>{t('results.own')}</h3>
      <div class="halves">
        {results.seats.map((result) => (
          <SeatResultCard key={result.seat} result={result} />
        ))}
      </div>
      {results.strikeCosts.length > 0 && (
        <DataTable
          caption={t('results.strikes')}
          head={[t('seats.seat'), t('results.band'), t('results.own-gain'), t('results.cost')]}
          numbers={[2, 3]}
          rows={results.strikeCosts.map((s) => [
            seatName(view, s.seat),
            t(`band.${s.band}`),
            t('signed', { n: s.ownGain }),
            t('signed', { n: -s.costToOthers }),
          ])}
        />
      )}
      <NextYears />
    </>
  );
}

function LeftOnTable({ results }: { readonly results: Results }) {
  const view = useView();
  const { points, deal } = results.leftOnTable;
  return (
    <section class="card stack">
      <h3>{t('results.left')}</h3>
      <p class="score">{Math.round(points)}</p>
      <p class="small">{points < 1 ? t('results.left.none') : t('results.left.some', { n: Math.round(points) })}</p>
      {deal && points >= 1 && (
        <>
          <ul class="small stack tight">
            {view.dials.map((dial) => (
              <li key={dial.dial}>
                <span class="muted">{say(dial.label)}: </span>
                {valueLabel(view, dial.dial, deal[dial.dial])}
              </li>
            ))}
            <li>
              <span class="muted">{t('fund.title')}: </span>
              {deal.fundMet ? t('yes') : t('no')}
            </li>
          </ul>
          <p class="row small">
            {t('results.parties')}
            {deal.parties.map((id) => (
              <Emblem key={id} id={id} />
            ))}
            <span class="unseen">{deal.parties.map((id) => seatName(view, id)).join(', ')}</span>
          </p>
        </>
      )}
    </section>
  );
}

function SeatResultCard({ result }: { readonly result: SeatResult }) {
  const view = useView();
  const objectives = view.debrief.objectives?.[result.seat] ?? [];
  return (
    <article class="card stack">
      <div class="row apart">
        <SeatTag id={result.seat} />
        <span class="score">{Math.round(result.own)}</span>
      </div>
      <p class="small muted">
        {t('results.gain', { base: Math.round(result.noDeal), gain: t('signed', { n: Math.round(result.gain) }) })}
      </p>
      {result.marks.length > 0 && (
        <p class="row">
          {result.marks.map((mark) => (
            <span key={mark} class="badge warn">
              {t(`mark.${mark}`)}
            </span>
          ))}
        </p>
      )}
      <details>
        <summary>{t('results.grades')}</summary>
        <div class="stack">
          {result.grades.map((g) => {
            const words = objectives.find((o) => o.id === g.objective)?.words;
            return (
              <div key={g.objective} class="stack tight">
                <ScaleRow
                  label={words ? say(words) : g.objective}
                  value={String(Math.round(g.grade * g.weight))}
                  share={g.grade}
                />
                <ul class="small muted">
                  {g.causes.map((cause) => (
                    <li key={JSON.stringify(cause)}>{say(cause)}</li>
                  ))}
                </ul>
              </div>
            );
          })}
          {result.premium !== 0 && <p class="small">{t('results.premium', { n: result.premium })}</p>}
          {result.breach !== 0 && <p class="small">{t('results.breach', { n: result.breach })}</p>}
        </div>
      </details>
    </article>
  );
}

function Frontier() {
  const view = useView();
  const { frontier, results } = view.debrief;
  if (!frontier) return null;
  return (
    <>
      <p class="muted">{t('frontier.lead')}</p>
      <FrontierChart frontier={frontier} here={results ? placeOf(view) : null} />
    </>
  );
}

/** This table on the chart: the least gain and the sum of gains. */
function placeOf(view: View): { readonly min: number; readonly sum: number } | null {
  const gains = view.debrief.results?.seats.map((s) => s.gain) ?? [];
  return gains.length === 0 ? null : { min: Math.min(...gains), sum: gains.reduce((a, b) => a + b, 0) };
}

function History() {
  const { history } = useView().debrief;
  return (
    <ul class="stack">
      {(history ?? []).map((h) => (
        <li key={h.words.key} class="card stack tight">
          <p>{say(h.words)}</p>
          <p class="muted small">{t('source', { text: h.source })}</p>
        </li>
      ))}
    </ul>
  );
}

function Exit() {
  return (
    <div class="stack">
      <p class="oneword">{t('debrief.exit')}</p>
      <p class="muted">{t('debrief.thanks')}</p>
    </div>
  );
}
