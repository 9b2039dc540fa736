/** The bell: what the end of the talks has decided, as it is shown to all while orders are being sealed. */
import type { Dial } from '../../clauses/text.ts';
import type { InstrumentId, SeatId } from '../../vocabulary/index.ts';

/**
 * `force`: it enters into force at the end of the year if homes ratify; `joined`: one in force has new names; `home`: names enough, homes
 * too few; `short`: names too few; `blocked`: consensus refused; `stands`: one in force, nothing new; `none`: no name under any text.
 */
export type BellOutcome = 'force' | 'joined' | 'home' | 'short' | 'blocked' | 'stands' | 'none';

/** One name under the text: `old` stood there before these talks, `free` was given without a condition, `met` once its condition held. */
export type BellName = { readonly seat: SeatId; readonly by: 'old' | 'free' | 'met' };

export type Bell = {
  readonly outcome: BellOutcome;
  /** the text that came nearest; null: none was on the table */
  readonly text: InstrumentId | null;
  /** in the order in which they fall: one name brings the next */
  readonly names: readonly BellName[];
  /** whom it binds from the next year on, as homes stand now */
  readonly binds: readonly SeatId[];
  /** names, or ratifications, that it is short of */
  readonly missing: number;
  /** places for names on the sheet: those that are needed, or more that have signed */
  readonly places: number;
  /** articles that ask something of the viewer's own orders, where its name stands under the text */
  readonly asks: readonly Dial[];
};
