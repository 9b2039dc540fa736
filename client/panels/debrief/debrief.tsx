import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { placeOf } from '../../../shared/game/score/results-shape.ts';
import { REVEAL_STEPS, type RevealStep } from '../../../shared/vocabulary/index.ts';
import { say, t } from '../../text.ts';
import { Script } from '../desk/plan.tsx';
import { SeatTag, useView } from '../frame/room.tsx';
import { DataTable, Empty } from '../parts/parts.tsx';
import { ResultsView } from './debrief-results.tsx';
import { CloseGame, DebriefSteps } from './debrief-steps.tsx';
import { Truth } from './debrief-truth.tsx';
import { FrontierChart } from './frontier.tsx';
import { ExportButton, KeepRecord } from './keep.tsx';
import { AskWorld, Worlds } from './worlds.tsx';

type Section = {
  readonly title: string;
  readonly Body: (props: { readonly wall: boolean }) => ComponentChildren;
};

/** The debrief, one step at a time: the one opened last comes to everybody; earlier ones can be read again. */
export function Debrief({ wall = false }: { readonly wall?: boolean }) {
  const view = useView();
  const leads = view.may.reveal !== undefined;
  const opened = REVEAL_STEPS.filter((step) => view.revealed.includes(step));
  const last = opened.at(-1) ?? null;
  const over = view.revealed.includes('exit') || view.clock.phase === 'closed';
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
      {leads && (
        <div class="halves">
          <DebriefSteps />
          {view.desk && !over && <Script />}
          {over && <Record />}
        </div>
      )}
      {leads && (view.desk || view.revealed.includes('counterfactual')) && <AskWorld />}
      {section ? (
        <section class="stack" aria-label={t(section.title)}>
          <h2>{t(section.title)}</h2>
          <section.Body wall={wall} />
        </section>
      ) : (
        <Empty>{t(view.solo ? 'solo.debrief' : view.desk ? 'debrief.desk' : 'debrief.waiting')}</Empty>
      )}
      {view.desk && !over && <Record early />}
    </div>
  );
}

/** What can be kept of the game; `early`: before the last step, where the game can be closed all the same. */
const Record = ({ early = false }: { readonly early?: boolean }) => (
  <section class="card stack">
    <h3>{t('debrief.export')}</h3>
    <ExportButton />
    <p class="muted small">{t('debrief.export.note')}</p>
    <KeepRecord />
    {early && <CloseGame />}
  </section>
);

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

/** `wall`: without the slots, so that the lines are short. */
function Orders({ wall }: { readonly wall: boolean }) {
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
          head={[t('seats.seat'), ...(wall ? [] : [t('seats.slot')]), t('seats.order')]}
          rows={orders
            .filter((o) => o.turn === turn)
            .map((o) => [<SeatTag key="seat" id={o.seat} />, ...(wall ? [] : [t(`slot.${o.slot}`)]), say(o.summary)])}
        />
      ))}
    </>
  );
}

function Frontier() {
  const { frontier, results } = useView().debrief;
  if (!frontier) return null;
  return (
    <>
      <p class="muted">{t('frontier.lead')}</p>
      <FrontierChart frontier={frontier} here={results && placeOf(results.seats)} />
    </>
  );
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
