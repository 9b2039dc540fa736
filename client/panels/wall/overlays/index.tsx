/** What stands over a moment until it is over: the first that applies. */
import { t } from '../../../text.ts';
import { useView } from '../../frame/room.tsx';

/** The game stands still. */
function Paused() {
  return (
    <div class="wall-over" role="status">
      <p class="sentence">{t('banner.paused')}</p>
    </div>
  );
}

export function Overlays() {
  const { clock, halted } = useView();
  if (halted)
    return (
      <div class="wall-over" role="status">
        <p class="sentence">{t(`halted.${halted}`)}</p>
      </div>
    );
  return clock.pausedLeftMs !== null ? <Paused /> : null;
}
