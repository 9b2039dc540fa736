import '../../../styles/wall/talks.css';
import { typed } from '../../../model.ts';
import { t } from '../../../text.ts';
import { seatName, useRoom, useView } from '../../frame/room.tsx';
import { actText } from '../act-text.ts';
import { lastAct } from '../acts-on-wall.ts';
import { Aim } from '../aim.tsx';
import { Medal } from '../medal.tsx';
import { Quote } from '../quote.tsx';
import { TalksTable } from '../table.tsx';
import type { Moment } from './moment.ts';

/** The table over two thirds; beside it the latest act that all could see, and the last line spoken in plenary. */
const Stage = () => (
  <div class="wall-talks">
    <TalksTable />
    <aside class="wall-side">
      <Act />
      <LastLine />
    </aside>
  </div>
);

function Act() {
  const view = useView();
  const act = lastAct.value;
  if (!act) return <p class="sentence quiet">{t('wall.talks.begin')}</p>;
  return (
    <div key={act.id} class="wall-act">
      <Aim act={act} size={76} />
      <p class="sentence">{actText(view, act)}</p>
    </div>
  );
}

function LastLine() {
  const { model } = useRoom();
  const view = useView();
  const last = view.press.findLast((m) => m.to === 'plenary' && !m.hidden && m.turn === view.clock.turn);
  const text = last && typed(model, last.id);
  if (!last || !text || last.from === 'facilitator') return null;
  return (
    <blockquote class="wall-said" key={last.id}>
      <Quote text={text} />
      <footer>
        <Medal seat={last.from} size={44} />
        {seatName(view, last.from)}
      </footer>
    </blockquote>
  );
}

export const talks: Moment = {
  id: 'talks',
  when: ({ clock, wall }) => clock.phase === 'negotiation' && wall === 'globe',
  Stage,
};
