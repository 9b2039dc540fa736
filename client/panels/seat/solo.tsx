/** What one person who plays alone has in place of a facilitator: the clock, the way on, and the way to the debrief. */
import { t } from '../../text.ts';
import { Act, useView } from '../frame/room.tsx';

/** Phases that end when the person and the bots are ready. */
const BY_READY: ReadonlySet<string> = new Set(['briefing', 'negotiation', 'seal']);

/** On from what was only looked at: the sky of a year, or the next 25 years. */
export function GoOn() {
  const { clock, solo, turnsDone } = useView();
  const looking =
    clock.phase === 'epilogue' || (clock.phase === 'resolution' && turnsDone.length >= clock.turn && !clock.toDebrief);
  return solo && looking ? <Act quiet look="primary" label={t('solo.go-on')} command={{ kind: 'end-phase' }} /> : null;
}

/** Said while the person is ready and bots are not: the phase ends in a moment. */
export function StillTalking() {
  const { solo, seats } = useView();
  const talking = seats.filter((seat) => seat.bot && !seat.ready).length;
  if (talking === 0 || !seats.some((seat) => seat.id === solo?.seat && seat.ready)) return null;
  return (
    <p class="banner calm" role="status">
      {t('solo.bots', { n: talking })}
    </p>
  );
}

/** At the head of what can be done now. */
export function SoloCard() {
  const { clock, solo } = useView();
  if (!solo) return null;
  return (
    <section class="card stack">
      <h3>{t('solo.title')}</h3>
      <p class="small">{t(`solo.${solo.tempo}`)}</p>
      <GoOn />
      {clock.endsAt !== null && <Act label={t('desk.pause')} command={{ kind: 'pause' }} />}
      <details>
        <summary>{t('solo.more')}</summary>
        <div class="stack">
          {BY_READY.has(clock.phase) && (
            <>
              <p class="muted small">{t('solo.end.note')}</p>
              <Act label={t('desk.end')} command={{ kind: 'end-phase' }} />
            </>
          )}
          <p class="muted small">{t('solo.leave')}</p>
          <Act
            label={t('desk.debrief.open')}
            confirm={{ title: t('desk.debrief.open'), text: t('solo.debrief.sure') }}
            command={{ kind: 'open-debrief' }}
          />
        </div>
      </details>
    </section>
  );
}
