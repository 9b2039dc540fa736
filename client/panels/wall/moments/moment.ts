import type { ComponentType } from 'preact';
import type { View } from '../../../../shared/game/view/view-shape.ts';

/** One full screen of the wall. */
export type Moment = {
  readonly id: string;
  /** Whether it is on the wall. `now`: the server's clock, ms since 1970. */
  readonly when: (view: View, now: number) => boolean;
  /** fills the stage, 1280 x 600; laid out in px, which the wall draws larger on a larger wall */
  readonly Stage: ComponentType;
  /** instead of the usual strip of 1280 x 120; null: none, and the stage is 1280 x 720 */
  readonly Strip?: ComponentType | null;
  /** the map stands under the whole wall, strip included */
  readonly map?: boolean;
};
