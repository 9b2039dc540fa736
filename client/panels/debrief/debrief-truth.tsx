import { isTold, truthIn } from '../../../shared/vocabulary/index.ts';
import { t } from '../../text.ts';
import { SeatTag, useView } from '../frame/room.tsx';
import { percent, ScaleRow } from '../parts/parts.tsx';
import { factText } from './facts.ts';
import { Moments } from './moments.tsx';
import { Promises } from './promises.tsx';

/** What happened, beside what each seat's sensors made it believe. */
export function Truth({ wall }: { readonly wall: boolean }) {
  const view = useView();
  const { truth } = view.debrief;
  if (!truth) return null;
  // What the room is to look at has the wall for itself until it is put away.
  if (wall && view.debrief.moment) return <Moments />;
  const told = truth.facts.filter(isTold);
  return (
    <>
      {view.incidents.map((incident) => {
        const fact = truth.facts.find((f) => truthIn(f, incident.id));
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
                const cause = e.cause.named;
                const share = e.cause.belief[cause]!;
                return (
                  <div key={e.id} class="belief">
                    <SeatTag id={e.holder} />
                    <ScaleRow label={t(`cause.${cause}`)} value={percent(share)} share={share} />
                  </div>
                );
              })}
            </section>
          </article>
        );
      })}
      <details open={view.incidents.length === 0} class="not-on-wall">
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
      {!wall && <Moments />}
    </>
  );
}
