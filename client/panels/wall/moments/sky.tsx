import type { News } from '../../../../shared/game/news.ts';
import { t } from '../../../text.ts';
import { useSilence } from '../../frame/dim.tsx';
import { newsText } from '../../frame/news.tsx';
import { useRoom, useView, yearIsOver } from '../../frame/room.tsx';
import { Lower } from '../lower.tsx';
import { Strip } from '../strip.tsx';
import { monthOnWall } from '../year-on-wall.ts';
import type { Moment } from './moment.ts';

const TONES = ['loud', 'warn', 'calm'] as const;

/** What the year brought that matters most. */
const gravest = (news: readonly News[], turn: number): News | undefined =>
  news
    .filter((item) => item.turn === turn && item.month > 0)
    .sort((a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone))[0];

/** The year plays on the map, which nothing dims; then what it brought, in a sentence. */
function Stage() {
  const { model } = useRoom();
  const view = useView();
  const silence = useSilence();
  const first = gravest(view.news, view.clock.turn);
  const over = yearIsOver(view) && monthOnWall.value === null;
  return (
    <>
      {silence > 0 && (
        <p class="unseen" role="status">
          {t('dim.title')} {t('dim.text', { n: silence })}
        </p>
      )}
      <Lower fresh={first?.tone === 'loud'}>
        {over ? (first ? newsText(model, first) : t('projector.year')) : t('phase.resolution.help')}
      </Lower>
    </>
  );
}

/** The strip tells the month that is on the map. */
function SkyStrip() {
  const month = monthOnWall.value;
  return month === null ? <Strip over /> : <Strip over label={t('year.month', { n: month })} ticks={12} lit={month} />;
}

export const sky: Moment = {
  id: 'sky',
  when: ({ clock }) => clock.phase === 'resolution',
  Stage,
  Strip: SkyStrip,
  map: true,
};
