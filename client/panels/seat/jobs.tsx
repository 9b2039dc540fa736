/** Jobs at a seat: who holds which buttons, taken, passed on, or moved by the facilitator. */
import type { Seat } from '../../../shared/game/seat.ts';
import { JOBS, type SeatId } from '../../../shared/vocabulary/index.ts';
import { t } from '../../text.ts';
import { Act, personName, useRoom, useView } from '../frame/room.tsx';

/** Everybody at a seat, with what others call them. */
function usePeople(seat: SeatId): readonly { readonly id: string; readonly name: string }[] {
  const { model } = useRoom();
  return Object.entries(useView().delegates)
    .filter(([, person]) => person.seat === seat)
    .map(([id, person]) => ({ id, name: personName(model, person.name) }));
}

/** The jobs of one's own seat. */
export function Jobs() {
  const { model } = useRoom();
  const { own } = useView();
  const people = usePeople(own?.seat ?? '');
  if (!own) return null;
  const others = people.filter((person) => person.id !== model.delegate);
  return (
    <section class="card stack">
      <h3>{t('jobs.title')}</h3>
      <p class="muted small">{t('jobs.lead')}</p>
      <ul class="stack">
        {JOBS.map((job) => {
          const holder = own.jobs[job];
          const mine = holder !== null && holder === model.delegate;
          return (
            <li key={job} class="row apart">
              <span class="stack none">
                <strong>{t(`job.${job}`)}</strong>
                <span class="muted small">
                  {t(`jobs.${job}`)} ·{' '}
                  {mine ? t('you') : (people.find((p) => p.id === holder)?.name ?? t('jobs.nobody'))}
                </span>
              </span>
              {!mine && (
                <Act look="plain" label={t('job.take', { job: t(`job.${job}`) })} command={{ kind: 'take-job', job }} />
              )}
              {mine && others.length > 0 && (
                <details>
                  <summary aria-label={t('jobs.give', { job: t(`job.${job}`) })}>{t('jobs.pass')}</summary>
                  {others.map((person) => (
                    <Act
                      key={person.id}
                      look="plain"
                      label={person.name}
                      describe={t('jobs.give.to', { job: t(`job.${job}`), who: person.name })}
                      command={{ kind: 'give-job', job, delegate: person.id }}
                    />
                  ))}
                </details>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The jobs of a seat on the facilitator's desk: each goes to anybody of the seat. */
export function DeskJobs({ seat, jobs }: { readonly seat: SeatId; readonly jobs: Seat['jobs'] }) {
  const { session } = useRoom();
  const people = usePeople(seat);
  if (people.length < 2) return null;
  return (
    <details>
      <summary>{t('seats.jobs')}</summary>
      <div class="stack tight">
        {JOBS.map((job) => (
          <label key={job} class="row apart small">
            {t(`job.${job}`)}
            <select
              class="input"
              value={jobs[job] ?? ''}
              onChange={(event) => void session.command({ kind: 'give-job', job, delegate: event.currentTarget.value })}
            >
              {jobs[job] === null && <option value="">{t('jobs.nobody')}</option>}
              {people.map((person) => (
                <option key={person.id} value={person.id}>
                  {person.name}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </details>
  );
}
