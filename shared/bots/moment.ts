/** What a bot has before it when it decides: its own view, its mandate, its luck, whose turn to speak it is. */
import type { View } from '../game/view/view-shape.ts';
import type { Key } from '../orbits/table/chance.ts';
import type { mandateOf } from './mandate.ts';

export type Moment = {
  readonly view: View;
  readonly own: NonNullable<View['own']>;
  readonly mandate: ReturnType<typeof mandateOf>;
  readonly key: Key;
  readonly round: number;
};
