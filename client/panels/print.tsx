/** Briefs of all delegations, one page each, and the facilitator's guide with the script as cards: a page to print. */
import '../styles/print.css';
import type { View } from '../../shared/game/view-shape.ts';
import type { SeatId } from '../../shared/vocabulary/index.ts';
import { typed } from '../model.ts';
import { say, t } from '../text.ts';
import { SeatFacts } from './brief.tsx';
import { clockText, EmblemMark } from './parts.tsx';
import { Cue, PlanTable, stepName } from './plan.tsx';
import { useRoom, useView } from './room.tsx';

const LAYERS = ['record', 'alleged', 'invented'] as const;
const GUIDE = ['before', 'during', 'late', 'trouble'] as const;

/** For the facilitator only: the view of nobody else has these briefs. */
export function PrintPage() {
  const { model } = useRoom();
  const view = useView();
  if (!view.desk) return null;
  return (
    <main class="print">
      <header class="print-head no-print">
        <h1>{t('print.title')}</h1>
        <p>{t('print.note')}</p>
        <div class="row">
          <button type="button" class="button primary" onClick={() => print()}>
            {t('print.do')}
          </button>
          <a class="button" href={`/desk/${model.code}`}>
            {t('print.back')}
          </a>
        </div>
      </header>
      {view.seats.map((seat) => (
        <BriefSheet key={seat.id} id={seat.id} />
      ))}
      <Guide />
      <Cards />
    </main>
  );
}

function BriefSheet({ id }: { readonly id: SeatId }) {
  const view = useView();
  const seat = view.seats.find((s) => s.id === id);
  const brief = view.desk?.briefs[id];
  const own = view.desk?.seats[id];
  if (!seat || !brief || !own) return null;
  return (
    <article class="page-sheet stack">
      <header class="row">
        <EmblemMark emblem={seat.emblem} colour={seat.colour} big />
        <h2>{say(seat.name)}</h2>
        <span class="muted">{t(`kind.${seat.kind}`)}</span>
      </header>
      <SeatFacts seat={seat} creditsK={own.creditsK} />
      <section>
        <h3>{t('print.objectives')}</h3>
        <ul>
          {brief.objectives.map((o) => (
            <li key={o.words.key}>
              {say(o.words)} ({t('print.weight', { n: o.weight })})
            </li>
          ))}
        </ul>
      </section>
      {LAYERS.map((layer) => (
        <section key={layer}>
          <h3>{t(`brief.${layer}`)}</h3>
          <p class="muted small">{t(`brief.${layer}.note`)}</p>
          <ul>
            {brief[layer].map((line) => (
              <li key={line.key}>{say(line)}</li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  );
}

const debriefStart = (view: View): string =>
  clockText((view.desk?.plan.find((row) => row.steps.length > 0)?.fromS ?? 0) * 1000);

function Guide() {
  const { model } = useRoom();
  const view = useView();
  return (
    <article class="page-sheet stack">
      <h2>{t('print.guide')}</h2>
      {GUIDE.map((part) => (
        <section key={part}>
          <h3>{t(`print.guide.${part}`)}</h3>
          <p>{t(`print.guide.${part}.text`, { time: debriefStart(view) })}</p>
        </section>
      ))}
      <h3>{t('plan.title')}</h3>
      <PlanTable rows={view.desk?.plan ?? []} />
      <h3>{t('print.events')}</h3>
      <ul>
        {view.desk?.injects.map((inject) => (
          <li key={inject.id}>
            <strong>{say(inject.words)}</strong> {typed(model, inject.text) ?? say(inject.card)}
          </li>
        ))}
      </ul>
    </article>
  );
}

const Cards = () => (
  <section class="cards-sheet">
    <h2>{t('print.script')}</h2>
    <div class="cue-cards">
      {useView().desk?.plan.map((row) => (
        <article key={row.id} class="cue-card">
          <h3>
            {clockText(row.fromS * 1000)} {stepName(row)}
          </h3>
          <Cue row={row} />
        </article>
      ))}
    </div>
  </section>
);
