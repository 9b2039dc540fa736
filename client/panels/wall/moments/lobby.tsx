import '../../../styles/wall/lobby.css';
import { say, t } from '../../../text.ts';
import { CodeCard } from '../../door/lobby.tsx';
import { personName, useRoom, useView } from '../../frame/room.tsx';
import { Medal } from '../medal.tsx';
import type { Moment } from './moment.ts';

/** How to get in: the square, the code and the address, as large as they go. */
function Stage() {
  const { model } = useRoom();
  const view = useView();
  return (
    <div class="wall-lobby">
      <h1 class="unseen">{say(view.title)}</h1>
      <CodeCard code={model.code} />
      {view.breath && <p class="breath">{say(view.breath)}</p>}
    </div>
  );
}

/** Who sits where, as people sit down. */
function Strip() {
  const { model } = useRoom();
  const view = useView();
  return (
    <footer class="wall-strip">
      <ul class="wall-seats">
        {view.seats.map((seat) => {
          const people = Object.values(view.delegates).filter((d) => d.seat === seat.id);
          const here = people.map((d) => personName(model, d.name)).join(', ');
          const free = people.length === 0 && !seat.bot;
          return (
            <li key={seat.id} class={free ? 'silent' : ''}>
              <Medal seat={seat.id} size={50} state={free ? 'silent' : 'talks'} />
              <span>
                <b>{say(seat.name)}</b>
                <span class="people">{here || t(seat.bot ? 'bot' : 'wall.free')}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </footer>
  );
}

export const lobby: Moment = { id: 'lobby', when: ({ clock }) => clock.phase === 'lobby', Stage, Strip };
