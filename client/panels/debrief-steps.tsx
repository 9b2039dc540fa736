/** The facilitator's way through the debrief. */
import type { View } from '../../shared/game/view-shape.ts';
import { REVEAL_STEPS, type Refusal, refuse } from '../../shared/vocabulary/index.ts';
import { t } from '../text.ts';
import { Act, useView } from './room.tsx';

/** Nothing ends before the sky of its turn has come. */
export const skyFirst = (view: View): Refusal | null =>
  view.clock.phase === 'resolution' && view.turnsDone.length < view.clock.turn ? refuse('resolving') : null;

/** Opening the debrief, its steps one by one, and closing the game. */
export function DebriefSteps() {
  const view = useView();
  const next = REVEAL_STEPS.find((step) => !view.revealed.includes(step));
  const open = view.clock.phase === 'debrief';
  return (
    <section class="card stack">
      <h3>{t('desk.debrief')}</h3>
      {!open && view.clock.phase !== 'closed' && (
        <Act
          label={t('desk.debrief.open')}
          blocked={skyFirst(view)}
          confirm={{ title: t('desk.debrief.open'), text: t('desk.debrief.sure') }}
          command={{ kind: 'open-debrief' }}
        />
      )}
      {open && next && (
        <Act
          look="primary"
          label={t('desk.reveal', { step: t(`step.${next}`) })}
          command={{ kind: 'reveal', step: next }}
        />
      )}
      {open && (
        <Act
          look="grave"
          label={t('desk.close')}
          confirm={{ title: t('desk.close'), text: t('desk.close.sure') }}
          command={{ kind: 'close' }}
        />
      )}
    </section>
  );
}
