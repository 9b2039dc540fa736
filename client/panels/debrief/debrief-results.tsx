import { valueOn } from '../../../shared/clauses/text.ts';
import { type Results, type SeatResult, yearsMean } from '../../../shared/game/score/results-shape.ts';
import { say, t } from '../../text.ts';
import { Emblem, SeatTag, seatName, useView } from '../frame/room.tsx';
import { Bar, DataTable, ScaleRow } from '../parts/parts.tsx';
import { valueLabel } from '../texts/dials.ts';
import { NextYears } from './next-years.tsx';

/** The three results: own mandates, orbit health, points left on the table. No ranking. */
export function ResultsView() {
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
          <Bar
            share={results.health.j / 100}
            tone={results.seats.some((s) => s.marks.includes('steward')) ? 'good' : 'warn'}
          />
          <p class="small muted">
            {t('results.health.band', { low: Math.round(results.health.low), high: Math.round(results.health.high) })}
          </p>
          <p class="small">{t('results.health.scale')}</p>
          {view.epilogue && view.epilogue.length > 0 && (
            <>
              <p class="small">{t('results.health.passes')}</p>
              <ul class="small stack tight">
                {view.epilogue.map(({ line, p50 }) => (
                  <li key={line} class="row apart">
                    <span class="muted">{t(`line.${line}`)}</span>
                    <span>{t('decimal', { n: yearsMean(p50) })}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
        <LeftOnTable results={results} />
      </div>
      <Terms results={results} />
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
          stacks
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
              <li key={dial.dial} class="row apart">
                <span class="muted">{say(dial.label)}</span>
                <span>{valueLabel(view, dial.dial, valueOn(deal, dial.dial))}</span>
              </li>
            ))}
            <li class="row apart">
              <span class="muted">{t('fund.title')}</span>
              <span>{deal.fundMet ? t('yes') : t('no')}</span>
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

/** What the deal that was left would have given each, and asked of it. */
function Terms({ results }: { readonly results: Results }) {
  const view = useView();
  const { points, deal, terms } = results.leftOnTable;
  if (!deal || points < 1) return null;
  return (
    <DataTable
      caption={t('results.terms')}
      head={[t('seats.seat'), t('results.as-played'), t('results.in-deal'), t('results.pays')]}
      numbers={[1, 2, 3]}
      stacks
      rows={terms.map((term) => [
        seatName(view, term.seat),
        t('number', { n: Math.round(results.seats.find((r) => r.seat === term.seat)?.own ?? 0) }),
        t('number', { n: Math.round(term.own) }),
        t('number', { n: term.pays }),
      ])}
    />
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
          {result.breach !== 0 && <p class="small">{t('results.breach', { n: -result.breach })}</p>}
        </div>
      </details>
    </article>
  );
}
