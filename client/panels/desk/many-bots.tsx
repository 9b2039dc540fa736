import { t } from '../../text.ts';
import { useView } from '../frame/room.tsx';

/** A word to the facilitator where bots play more seats than is good for a class. */
export function ManyBots() {
  const { desk, seats } = useView();
  if (!desk?.manyBots) return null;
  const { bots, most } = desk.manyBots;
  return <p class="note">{t('seats.many-bots', { n: bots, of: seats.length, most })}</p>;
}
