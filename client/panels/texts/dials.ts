/** Values of the dials as words. */

import type { Dial, DialValue } from '../../../shared/clauses/text.ts';
import type { View } from '../../../shared/game/view/view-shape.ts';
import { say } from '../../text.ts';

/** A dial's value as a form's text: `null` is "no clause". */
export const keyOf = (value: DialValue | undefined): string => (value === null ? 'none' : String(value));

/** The label of a value of a dial. */
export function valueLabel(view: View, dial: Dial, value: DialValue): string {
  const found = view.dials.find((d) => d.dial === dial)?.values.find((v) => v.value === value);
  return found ? say(found.label) : keyOf(value);
}
