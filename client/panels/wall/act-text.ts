import type { View } from '../../../shared/game/view/view-shape.ts';
import type { PublicAct } from '../../acts.ts';
import { say, t } from '../../text.ts';
import { theSeat, theSeats } from '../frame/room.tsx';
import { valueLabel } from '../texts/dials.ts';

/** A sentence begins with a capital, whatever it begins with. */
const opened = (sentence: string): string => sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1);

/** A public act as one sentence. */
export function actText(view: View, act: PublicAct): string {
  const who = theSeat(view, act.seat);
  const n = 'text' in act ? act.text : 0;
  switch (act.kind) {
    case 'pledged': {
      const { condition } = act;
      if (condition.kind === 'none') return opened(t('act.pledged.none', { who, n }));
      if (condition.kind === 'at-least') return opened(t('act.pledged.at-least', { who, n, count: condition.count }));
      const { seats } = condition;
      return opened(t('act.pledged.with', { who, n, with: theSeats(view, seats), count: seats.length }));
    }
    case 'blocked':
    case 'changed': {
      const dial = say(view.dials.find((d) => d.dial === act.dial)?.label ?? { key: `dial.${act.dial}` });
      return opened(t(`act.${act.kind}`, { who, n, dial, value: valueLabel(view, act.dial, act.value) }));
    }
    case 'accused':
      return opened(t('act.accused', { who, of: theSeat(view, act.of), cause: t(`cause.${act.cause}`) }));
    default:
      return opened(t(`act.${act.kind}`, { who, n }));
  }
}
