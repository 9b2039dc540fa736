import '../../../styles/wall/sealing.css';
import { say, t } from '../../../text.ts';
import { useView } from '../../frame/room.tsx';
import { Medal } from '../medal.tsx';
import type { Moment } from './moment.ts';

/** A seal closes for each delegation that is done with its orders. */
function Stage() {
  const view = useView();
  const done = view.seats.filter((seat) => seat.ready).length;
  return (
    <div class="wall-sealing">
      <p class="sentence">{t('wall.sealing', { n: done, of: view.seats.length })}</p>
      <ul>
        {view.seats.map((seat) => (
          <li key={seat.id} class={seat.ready ? 'closed' : ''}>
            <span class="seal">
              <Medal seat={seat.id} size={104} />
            </span>
            <span>{say(seat.name)}</span>
            <span class="unseen">{t(seat.ready ? 'wall.sealed' : 'wall.unsealed')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export const sealing: Moment = { id: 'sealing', when: ({ clock }) => clock.phase === 'seal', Stage };
