/** The text on the table: what its commands share. */
import type { Dial, DialValue } from '../../clauses/text.ts';
import type { Instrument } from '../../forums/instrument.ts';
import type { MemberAct } from '../../forums/rules/rule.ts';
import { type InstrumentId, type Refusal, refuse, type SeatId } from '../../vocabulary/index.ts';
import { dialsOf, forumOf } from '../paper.ts';
import type { Actor } from '../roles.ts';
import type { Game, State } from '../state.ts';
import { replaceText } from '../time/phases.ts';
import { seatOf } from './rule.ts';

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
export const noText = (): Refusal => refuse('instrument-unknown', {}, 'instrument');
export const closed = (text: Instrument): Refusal =>
  refuse('instrument-closed', { status: { key: `status.${text.status}` } }, 'instrument');

export function change(game: Game, id: InstrumentId, part: (text: Instrument) => Partial<Instrument>): State {
  const text = textOf(game.state, id)!;
  return replaceText(game.state, { ...text, ...part(text) });
}

/** Stopped in its forum: what the lead sponsor may carry to another one. */
export const CARRIED: readonly Instrument['status'][] = ['moved', 'blocked'];

/** Null where the seat leads the text, else why not. */
export function ledText(state: State, actor: Actor, id: InstrumentId): Refusal | null {
  const text = textOf(state, id);
  if (!text) return noText();
  return text.values.lead === seatOf(actor) ? null : refuse('not-the-lead');
}

/** A value that a text can be changed to, or why not. */
export const newValue = (state: State, text: Instrument, dial: Dial, value: DialValue): Refusal | null =>
  text.values[dial] === value
    ? refuse('text-says-so', { dial: { key: `dial.${dial}` } }, 'value')
    : onDial(state, dial, value);

/** A text on the table before a forum where this seat may do that with it, or why not. */
export function before(state: State, actor: Actor, id: InstrumentId, act: MemberAct): Instrument | Refusal {
  const text = textOf(state, id);
  if (!text) return noText();
  if (text.status !== 'tabled') return closed(text);
  const { forum, rule } = forumOf(state, text.values);
  if (rule.acts(seatOf(actor), text, forum).includes(act)) return text;
  const anybody = forum.members.some((seat) => rule.acts(seat, text, forum).includes(act));
  return anybody ? refuse('not-a-member') : refuse('no-act-there', {}, 'instrument');
}

/** The first other forum on the menu: where a text goes that has been stopped in its own. */
export const otherForum = (state: State, text: Instrument): string | null =>
  (state.scenario.paper.dials.road as readonly string[]).find((road) => road !== text.values.road) ?? null;
