/** The facilitator's way through the debrief, and the way back. */
import type { View } from '../../../shared/game/view/view-shape.ts';
import { REVEAL_STEPS, type Refusal, refuse } from '../../../shared/vocabulary/index.ts';
import { t } from '../../text.ts';
import { SessionClock } from '../desk/plan.tsx';
import { Act, useView } from '../frame/room.tsx';

/** Nothing ends before the sky of its turn has come. */
export const skyFirst = (view: View): Refusal | null =>
  view.clock.phase === 'resolution' && view.turnsDone.length < view.clock.turn ? refuse('resolving') : null;

/** Into the phase that ended last, or on from a debrief that was opened during play. */
export function GoBack() {
  const view = useView();
  const { desk, clock } = view;
  if (!desk || !view.may['go-back']) return null;
  const { back } = desk;
  const none = typeof back !== 'string';
  const playOn = clock.phase === 'debrief' && back === 'briefing';
  const sure = playOn ? 'desk.back.play.sure' : back === 'lobby' ? 'desk.back.lobby.sure' : 'desk.back.sure';
  const label = none
    ? t('desk.back.none')
    : playOn
      ? t('desk.back.play')
      : t('desk.back', { phase: t(`phase.${back}`) });
  return (
    <Act
      quiet={clock.phase !== 'debrief'}
      label={label}
      blocked={none ? back : null}
      confirm={{ title: label, text: t(sure) }}
      command={{ kind: 'go-back' }}
    />
  );
}

/** Opening the debrief, its steps one by one and shut again, and closing the game. */
export function DebriefSteps() {
  const view = useView();
  const { clock, revealed } = view;
  const next = REVEAL_STEPS.find((step) => !revealed.includes(step));
  const last = revealed.at(-1);
  const open = clock.phase === 'debrief';
  const coming = clock.toDebrief && clock.phase === 'resolution';
  return (
    <section class="card stack" aria-label={t('desk.debrief')}>
      {view.desk && <h3>{t('desk.debrief')}</h3>}
      {open && view.desk && <SessionClock />}
      {coming && <p role="status">{t('desk.to-debrief')}</p>}
      {!open && !coming && clock.phase !== 'closed' && (
        <Act
          label={t('desk.debrief.open')}
          blocked={view.halted ? null : skyFirst(view)}
          confirm={{ title: t('desk.debrief.open'), text: t('desk.debrief.sure') }}
          command={{ kind: 'open-debrief' }}
        />
      )}
      <div class={view.desk ? 'stack' : 'row'}>
        {(open || coming) && next && (
          <Act
            look="primary"
            label={t('desk.reveal', { step: t(`step.${next}`) })}
            blocked={skyFirst(view)}
            command={{ kind: 'reveal', step: next }}
          />
        )}
        {open && last && view.desk && (
          <Act label={t('desk.unreveal', { step: t(`step.${last}`) })} command={{ kind: 'unreveal' }} />
        )}
        {open && revealed.length === 0 && view.desk && <GoBack />}
        {open && (!next || !view.desk) && <CloseGame />}
      </div>
    </section>
  );
}

/** Closing the game: for good. */
export const CloseGame = () => (
  <Act
    look="grave"
    label={t('desk.close')}
    confirm={{ title: t('desk.close'), text: t('desk.close.sure') }}
    command={{ kind: 'close' }}
  />
);
