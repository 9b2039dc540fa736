/** Briefs of all delegations, one page each, and the facilitator's guide with the script as cards: a page to print. */
import { LineBanners } from '../frame/line.tsx';
import '../../styles/print.css';
import { useState } from 'preact/hooks';
import { TURN } from '../../../shared/game/time/plan.ts';
import type { View } from '../../../shared/game/view/view-shape.ts';
import { TERMS, type Term } from '../../../shared/text/glossary.ts';
import type { SeatId } from '../../../shared/vocabulary/index.ts';
import { addressOf } from '../../address.ts';
import { typed } from '../../model.ts';
import { say, t } from '../../text.ts';
import { lazy } from '../frame/lazy.tsx';
import { useRoom, useView } from '../frame/room.tsx';
import { Choice } from '../parts/inputs.tsx';
import { clockText, EmblemMark } from '../parts/parts.tsx';
import { FourLines, SeatFacts } from '../seat/brief.tsx';
import { Cue, PlanTable, stepName } from './plan.tsx';

const LAYERS = ['record', 'alleged', 'invented'] as const;
const GUIDE = ['before', 'during', 'late', 'trouble'] as const;
/** Terms that only the debrief and one chart use. */
const NOT_IN_PLAY: readonly Term[] = ['hot-wash', 'gabbard'];
const PARTS = ['all', 'briefs', 'guide', 'press'] as const;

const PrintedPages = lazy(() => import('../press/pages.tsx').then((part) => part.PrintedPages));

/** For the facilitator only: the view of nobody else has these briefs. */
export function PrintPage() {
  const { model } = useRoom();
  const view = useView();
  const [part, setPart] = useState<(typeof PARTS)[number]>('all');
  if (!view.desk) return null;
  return (
    <main class="print">
      <LineBanners />
      <header class="print-head no-print">
        <h1>{t('print.title')}</h1>
        <p>{t('print.note')}</p>
        <Choice
          label={t('print.part')}
          value={part}
          options={PARTS.filter((value) => value !== 'press' || view.turnsDone.length > 0).map((value) => ({
            value,
            label: t(`print.part.${value}`),
          }))}
          onChange={setPart}
        />
        <div class="row">
          <button type="button" class="button primary" onClick={() => print()}>
            {t('print.do')}
          </button>
          <a class="button" href={addressOf('desk', model.code)}>
            {t('print.back')}
          </a>
        </div>
      </header>
      {(part === 'all' || part === 'briefs') && (
        <>
          {view.seats.map((seat) => (
            <BriefSheet key={seat.id} id={seat.id} />
          ))}
          <SheetForAll />
        </>
      )}
      {(part === 'all' || part === 'guide') && (
        <>
          <Guide />
          <Cards />
        </>
      )}
      {(part === 'all' || part === 'press') && view.turnsDone.length > 0 && <PrintedPages />}
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
      <FourLines brief={brief} />
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
        <section key={layer} class="print-layer">
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

/** What every delegation may have: the rules, how a year goes, and the words, which paper cannot open. */
const SheetForAll = () => (
  <article class="page-sheet stack">
    <h2>{t('print.all')}</h2>
    <section>
      <h3>{t('print.rules')}</h3>
      <ul>
        {useView().desk?.rules.map((rule) => (
          <li key={rule.key}>{say(rule)}</li>
        ))}
      </ul>
    </section>
    <section>
      <h3>{t('print.year')}</h3>
      <ol>
        {TURN.map((phase) => (
          <li key={phase}>
            <strong>{t(`phase.${phase}`)}</strong> {t(`phase.${phase}.help`)}
          </li>
        ))}
      </ol>
    </section>
    <section>
      <h3>{t('print.terms')}</h3>
      <dl class="terms">
        {TERMS.filter((term) => !NOT_IN_PLAY.includes(term)).map((term) => (
          <div key={term}>
            <dt>{t(`glossary.${term}`)}</dt>
            <dd>{t(`glossary.${term}.means`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  </article>
);

const debriefStart = (view: View): string =>
  clockText((view.desk?.plan.find((row) => row.steps.length > 0)?.fromS ?? 0) * 1000);

function Guide() {
  const { model } = useRoom();
  const view = useView();
  const injects = view.desk?.injects ?? [];
  const turns = [...new Set(injects.map((inject) => inject.planned))].sort((a, b) => a - b);
  return (
    <article class="page-sheet stack">
      <h2>{t('print.guide')}</h2>
      <CaseForTeacher />
      {GUIDE.map((part) => (
        <section key={part}>
          <h3>{t(`print.guide.${part}`)}</h3>
          <p>{t(`print.guide.${part}.text`, { time: debriefStart(view) })}</p>
        </section>
      ))}
      <section class="whole">
        <h3>{t('plan.title')}</h3>
        <PlanTable rows={view.desk?.plan ?? []} />
      </section>
      <section class="whole">
        <h3>{t('print.events')}</h3>
        {turns.map((turn) => (
          <div key={turn}>
            <h4>{t('turn.n', { n: turn })}</h4>
            <ul>
              {injects
                .filter((inject) => inject.planned === turn)
                .map((inject) => (
                  <li key={inject.id}>
                    <strong>{say(inject.words)}</strong> <bdi>{typed(model, inject.text) ?? say(inject.card)}</bdi>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </section>
    </article>
  );
}

/** What to open with and what turns everything round: nobody at a seat reads this. */
function CaseForTeacher() {
  const { breath, desk } = useView();
  if (!breath || !desk?.hook || !desk.screw) return null;
  return (
    <section class="whole">
      <h3>{t('print.case')}</h3>
      <dl class="cue">
        {(
          [
            ['breath', breath],
            ['hook', desk.hook],
            ['screw', desk.screw],
          ] as const
        ).map(([part, said]) => (
          <div key={part}>
            <dt>{t(`print.case.${part}`)}</dt>
            <dd>{say(said)}</dd>
          </div>
        ))}
      </dl>
    </section>
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
