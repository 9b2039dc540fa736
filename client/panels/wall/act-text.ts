import type { View } from '../../../shared/game/view/view-shape.ts';
import type { PublicAct } from '../../acts.ts';
import { say, t } from '../../text.ts';
import { theSeat, theSeats } from '../frame/room.tsx';
import { valueLabel } from '../texts/dials.ts';

/** A sentence begins with a capital, whatever it begins with. */
const opened = (sentence: string): string => sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1);

type ActOf<K extends PublicAct['kind']> = Extract<PublicAct, { readonly kind: K }>;
type Value = string | number;
/** What a kind of act says beside who did it and of which text: the ending of its key, and its values. */
type More = { readonly ending?: string; readonly values?: Readonly<Record<string, Value>> };
const dialTo = (view: View, { dial, value }: ActOf<'blocked' | 'changed'>): More => ({
  values: {
    dial: say(view.dials.find((d) => d.dial === dial)?.label ?? { key: `dial.${dial}` }),
    value: valueLabel(view, dial, value),
  },
});
const MORE: { readonly [K in PublicAct['kind']]?: (view: View, act: ActOf<K>) => More } = {
  pledged: (view, { condition }) => ({
    ending: `.${condition.kind}`,
    values: {
      ...(condition.kind === 'at-least' && { count: condition.count }),
      ...(condition.kind === 'with' && { with: theSeats(view, condition.seats), count: condition.seats.length }),
    },
  }),
  blocked: dialTo,
  changed: dialTo,
  accused: (view, { of, cause }) => ({ values: { of: theSeat(view, of), cause: t(`cause.${cause}`) } }),
};

/** A public act as one sentence. */
export function actText(view: View, act: PublicAct): string {
  const more = (MORE[act.kind] as ((view: View, act: PublicAct) => More) | undefined)?.(view, act);
  return opened(
    t(`act.${act.kind}${more?.ending ?? ''}`, {
      who: theSeat(view, act.seat),
      n: 'text' in act ? act.text : 0,
      ...more?.values,
    }),
  );
}
