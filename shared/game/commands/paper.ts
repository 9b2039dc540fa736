/** The text on the table: what its commands share. */
import type { Dial, DialValue } from '../../clauses/text.ts';
import type { Instrument } from '../../forums/instrument.ts';
import { type InstrumentId, type Refusal, refuse, type SeatId } from '../../vocabulary/index.ts';
import { dialsOf } from '../paper.ts';
import type { State } from '../state.ts';

/** Texts that can be open at once. */
export const MOST_LIVE_TEXTS = 8;

/** Values a dial may take in this scenario. */
export const valuesOf = (state: State, dial: Dial): readonly DialValue[] =>
  (state.scenario.paper.dials[dial] ?? []) as readonly DialValue[];

/** Whether a dial takes a value in this scenario, or why not; `field` is the one at fault. */
export function onDial(state: State, dial: Dial, value: DialValue, field = 'value'): Refusal | null {
  if (!dialsOf(state.scenario).includes(dial)) return refuse('dial-unknown', { dial }, 'dial');
  return valuesOf(state, dial).includes(value)
    ? null
    : refuse('value-not-on-dial', { dial: { key: `dial.${dial}` } }, field);
}

export const textOf = (state: State, id: InstrumentId): Instrument | undefined =>
  state.instruments.find((i) => i.id === id);
export const isState = (state: State, seat: SeatId): boolean =>
  state.scenario.seats.find((s) => s.id === seat)?.kind !== 'operator';
export const noText = (): Refusal => refuse('instrument-unknown', {}, 'text');
