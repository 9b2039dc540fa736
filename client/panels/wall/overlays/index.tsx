/** What stands over a moment until it is over: the first that applies. */
import '../../../styles/wall/overlays.css';
import type { ComponentChildren } from 'preact';
import type { Model } from '../../../model.ts';
import { typed } from '../../../model.ts';
import { t } from '../../../text.ts';
import { useRoom, useView } from '../../frame/room.tsx';
import { actText } from '../act-text.ts';
import { GRAVE_MS, graveActs } from '../acts-on-wall.ts';
import { Aim } from '../aim.tsx';
import { excerpt, Quote } from '../quote.tsx';

const Over = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="wall-over" role="status">
    {children}
  </div>
);

/** Words to all stand for so long, ms: long enough to be read aloud, never for ever. */
const SHORTEST_MS = 5_000;
const LONGEST_MS = 15_000;
const MS_PER_SIGN = 80;
/** So much of them stands on the wall, signs; the rest is on each person's screen. */
const MOST_SIGNS = 240;

/** The facilitator's words to all that are to be read now. */
function wordsToAll(model: Model): { readonly id: string; readonly text: string } | null {
  const last = model.view.value?.press.findLast((m) => m.to === 'all' && m.from === 'facilitator' && !m.hidden);
  const text = last && typed(model, last.id);
  if (!last || !text) return null;
  const shown = excerpt(text, MOST_SIGNS);
  const lasts = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, shown.length * MS_PER_SIGN));
  return model.now.value - last.at < lasts ? { id: last.id, text: shown } : null;
}

/** A halt, words to all, a grave act, a pause: over whatever is there. */
export function Overlays() {
  const { model } = useRoom();
  const view = useView();
  const now = model.now.value;
  if (view.halted)
    return (
      <Over>
        <p class="sentence">{t(`halted.${view.halted}`)}</p>
      </Over>
    );
  const said = wordsToAll(model);
  if (said)
    return (
      <Over key={said.id}>
        <div class="wall-words">
          <p>{t('facilitator')}</p>
          <Quote text={said.text} most={MOST_SIGNS} />
        </div>
      </Over>
    );
  const grave = graveActs.value.find(({ from }) => from <= now && now < from + GRAVE_MS);
  if (grave)
    return (
      <Over key={grave.act.id}>
        <div class="wall-grave">
          <Aim act={grave.act} size={150} />
          <p class="sentence">{actText(view, grave.act)}</p>
        </div>
      </Over>
    );
  return view.clock.pausedLeftMs === null ? null : (
    <Over>
      <p class="sentence">{t('banner.paused')}</p>
    </Over>
  );
}
