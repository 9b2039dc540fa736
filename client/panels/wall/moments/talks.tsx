import '../../../styles/wall/talks.css';
import type { InstrumentView } from '../../../../shared/game/view/view-shape.ts';
import type { SeatId } from '../../../../shared/vocabulary/index.ts';
import { say, t } from '../../../text.ts';
import { useView } from '../../frame/room.tsx';
import { Medal } from '../medal.tsx';
import type { Moment } from './moment.ts';

/** Delegations behind a text: those that signed it and those that would. */
const behind = (text: InstrumentView): readonly SeatId[] => [
  ...new Set([...text.signatures.map((s) => s.seat), ...text.wouldSign]),
];

/** The text that is nearest to standing; of equals the newest. */
const nearest = (texts: readonly InstrumentView[]): InstrumentView | undefined =>
  texts
    .filter((text) => text.status === 'tabled')
    .toReversed()
    .sort((a, b) => behind(b).length - a.needs - (behind(a).length - b.needs))[0];

/** The text in play as one sheet, with whole sentences. */
function Stage() {
  const view = useView();
  const text = nearest(view.instruments);
  return (
    <div class="wall-talks">
      <article class="wall-sheet">
        {text ? (
          <>
            <h2>
              {t('paper.text.n', { n: text.number })} <Medal seat={text.tabledBy} size={50} />
            </h2>
            <ol>
              {text.sentences.slice(0, 2).map(({ dial, words }) => (
                <li key={dial}>{say(words)}</li>
              ))}
            </ol>
          </>
        ) : (
          <p>{t('projector.no-text')}</p>
        )}
      </article>
    </div>
  );
}

export const talks: Moment = {
  id: 'talks',
  when: ({ clock, wall }) => clock.phase === 'negotiation' && wall === 'globe',
  Stage,
};
