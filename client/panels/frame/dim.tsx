/** Dark and silent for a moment after a strike became known. What may not be done then, the server refuses. */
import { t } from '../../text.ts';
import { useRoom, useView } from './room.tsx';

/** Whole seconds of silence that are left; 0: none. */
export function useSilence(): number {
  const { model } = useRoom();
  const { dimUntil } = useView().clock;
  return dimUntil === null ? 0 : Math.max(0, Math.ceil((dimUntil - model.now.value) / 1000));
}

/**
 * The dark over a screen. It takes no pointer and no focus: people can still look around and ask for help. The facilitator's
 * desk stays bright.
 */
export function Dim() {
  const left = useSilence();
  const { desk } = useView();
  if (left === 0 || desk) return null;
  return (
    <div class="dim">
      <div class="dim-words">
        <p role="status">{t('dim.title')}</p>
        <p>{t('dim.text', { n: left })}</p>
      </div>
    </div>
  );
}
