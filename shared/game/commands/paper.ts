/** The text on the table: positions, tabling, the pen, pledges, blocks, objections, notice. */

import { articlesOf, isSameText } from '../../clauses/articles.ts';
import { CLAUSE_IDS } from '../../clauses/index.ts';
import type { Dial, DialValue, Package } from '../../clauses/text.ts';
import { canUnsign, type Instrument, isOpen, newText } from '../../forums/instrument.ts';
import { type InstrumentId, type Refusal, refuse, type SeatId } from '../../vocabulary/index.ts';
import { boundBy, dialsOf, isBeyondMandate, membersOf } from '../paper.ts';
import type { Actor } from '../roles.ts';
import type { Game, State } from '../state.ts';
import { replaceText } from '../time/phases.ts';
import { type CommandRules, PEOPLE, seatOf, TALK } from './rule.ts';

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

const textOf = (state: State, id: InstrumentId): Instrument | undefined => state.instruments.find((i) => i.id === id);
const isState = (state: State, seat: SeatId): boolean =>
  state.scenario.seats.find((s) => s.id === seat)?.kind !== 'operator';
const noText = (): Refusal => refuse('instrument-unknown', {}, 'instrument');
const closed = (text: Instrument): Refusal =>
  refuse('instrument-closed', { status: { key: `status.${text.status}` } }, 'instrument');

function change(game: Game, id: InstrumentId, part: (text: Instrument) => Partial<Instrument>): State {
  const text = textOf(game.state, id)!;
  return replaceText(game.state, { ...text, ...part(text) });
}

/** Stopped on the road of consensus: what the lead sponsor may carry to the open one. */
const CARRIED: readonly Instrument['status'][] = ['moved', 'blocked'];

/** Null where the seat leads the text, else why not. */
function ledText(state: State, actor: Actor, id: InstrumentId): Refusal | null {
  const text = textOf(state, id);
  if (!text) return noText();
  return text.values.lead === seatOf(actor) ? null : refuse('not-the-lead');
}

/** A value that a text can be changed to, or why not. */
const newValue = (state: State, text: Instrument, dial: Dial, value: DialValue): Refusal | null =>
  text.values[dial] === value
    ? refuse('text-says-so', { dial: { key: `dial.${dial}` } }, 'value')
    : onDial(state, dial, value);

/** A text that goes the road of consensus and that this member can still stop there, or why not. */
function inCopuos(state: State, actor: Actor, id: InstrumentId): Instrument | Refusal {
  const text = textOf(state, id);
  if (!text) return noText();
  if (text.status !== 'tabled') return closed(text);
  if (text.values.road !== 'copuos') return refuse('not-in-copuos', {}, 'instrument');
  return membersOf(state, 'copuos').includes(seatOf(actor)) ? text : refuse('not-a-member');
}

export const paperRules: CommandRules<
  | 'set-dial'
  | 'table'
  | 'use-pen'
  | 'carry'
  | 'withdraw-text'
  | 'pledge'
  | 'unpledge'
  | 'block'
  | 'object'
  | 'give-notice'
> = {
  'set-dial': {
    by: PEOPLE,
    job: 'negotiator',
    phases: TALK,
    check: ({ state }, _actor, { dial, value }) => onDial(state, dial, value),
    apply: ({ state }, { actor, command }) => {
      const seat = seatOf(actor);
      return {
        ...state,
        positions: { ...state.positions, [seat]: { ...state.positions[seat], [command.dial]: command.value } },
      };
    },
  },
  table: {
    by: PEOPLE,
    job: 'negotiator',
    phases: ['negotiation'],
    check: ({ state }, actor, { values }) => {
      const seat = seatOf(actor);
      if (!isState(state, seat)) return refuse('not-a-state');
      const dials = dialsOf(state.scenario);
      const other = (Object.keys(values) as Dial[]).find((dial) => !dials.includes(dial));
      if (other) return refuse('dial-unknown', { dial: other }, `values.${other}`);
      for (const dial of dials) {
        if (values[dial] === undefined)
          return refuse('text-incomplete', { dial: { key: `dial.${dial}` } }, `values.${dial}`);
        const no = onDial(state, dial, values[dial]);
        if (no) return no;
      }
      if (articlesOf(values).length === 0) return refuse('text-incomplete', { dial: { key: 'dial.any' } }, 'values');
      if (state.seats[values.lead]!.standing < state.scenario.paper.leadStanding)
        return refuse('standing-too-low', { need: state.scenario.paper.leadStanding }, 'values.lead');
      if (values.road === 'copuos' && !membersOf(state, 'copuos').includes(seat))
        return refuse('not-a-member', {}, 'values.road');
      if (state.instruments.some((i) => i.tabledBy === seat && i.tabledTurn === state.clock.turn))
        return refuse('already-tabled');
      const live = state.instruments.filter(isOpen);
      if (live.length >= MOST_LIVE_TEXTS || live.some((i) => isSameText(i.values, values)))
        return refuse('already-tabled', {}, 'values');
      return null;
    },
    apply: ({ state }, { actor, command }) => {
      const { instruments, clock } = state;
      const text = newText(instruments.length + 1, seatOf(actor), clock.turn, command.values);
      return { ...state, instruments: [...instruments, text] };
    },
  },
  'use-pen': {
    by: PEOPLE,
    job: 'negotiator',
    phases: ['negotiation'],
    check: ({ state }, actor, { instrument, dial, value }) => {
      const no = ledText(state, actor, instrument);
      if (no) return no;
      const text = textOf(state, instrument)!;
      if (text.status !== 'tabled') return closed(text);
      if (text.penUsed) return refuse('pen-used', { dial: { key: `dial.${text.penUsed}` } });
      if (!(CLAUSE_IDS as readonly string[]).includes(dial)) return refuse('dial-unknown', { dial }, 'dial');
      return newValue(state, text, dial, value);
    },
    // Whoever had put a name to the old words is free again: it was another text. A block stands until the pen writes what it asks.
    apply: (game, { command }) =>
      change(game, command.instrument, (text) => ({
        values: { ...text.values, [command.dial]: command.value } as Package,
        penUsed: command.dial,
        pledges: {},
        signatures: [],
        blocks: Object.fromEntries(
          Object.entries(text.blocks).filter(([, b]) => b?.dial !== command.dial || b.value !== command.value),
        ),
      })),
  },
  carry: {
    by: PEOPLE,
    job: 'negotiator',
    phases: ['negotiation'],
    check: ({ state }, actor, { instrument }) => {
      const no = ledText(state, actor, instrument);
      return no ?? (CARRIED.includes(textOf(state, instrument)!.status) ? null : refuse('not-moved', {}, 'instrument'));
    },
    apply: (game, { command }) =>
      change(game, command.instrument, (text) => ({
        values: { ...text.values, road: 'open' },
        status: 'tabled',
        pledges: {},
        blocks: {},
      })),
  },
  'withdraw-text': {
    by: PEOPLE,
    job: 'negotiator',
    phases: ['negotiation'],
    // Who tabled a text takes it off the table, until it is also the text of others who have signed it.
    check: ({ state }, actor, { instrument }) => {
      const text = textOf(state, instrument);
      if (!text) return noText();
      if (text.tabledBy !== seatOf(actor)) return refuse('not-the-author');
      if (text.status !== 'tabled' && !CARRIED.includes(text.status)) return closed(text);
      return text.signatures.some((s) => s.seat !== text.tabledBy) ? refuse('others-signed') : null;
    },
    apply: (game, { command }) => change(game, command.instrument, () => ({ status: 'withdrawn' })),
  },
  pledge: {
    by: PEOPLE,
    job: 'head',
    phases: ['negotiation'],
    check: ({ state }, actor, { instrument, condition }) => {
      const seat = seatOf(actor);
      const text = textOf(state, instrument);
      if (!text) return noText();
      if (!isOpen(text)) return closed(text);
      if (text.signatures.some((s) => s.seat === seat)) return refuse('already-signed');
      if (state.seats[seat]!.standing < state.scenario.paper.signStanding)
        return refuse('standing-too-low', { need: state.scenario.paper.signStanding });
      if (condition.kind === 'at-least' && condition.count >= state.scenario.seats.length)
        return refuse('amount-out-of-range', { most: state.scenario.seats.length - 1 }, 'condition.count');
      if (condition.kind === 'with') {
        const unknown = condition.seats.find((other) => !state.seats[other]);
        if (unknown) return refuse('seat-unknown', { seat: unknown }, 'condition.seats');
        if (condition.seats.includes(seat)) return refuse('own-seat', {}, 'condition.seats');
      }
      return null;
    },
    // A seat can put its name to one text of the paper at a time.
    apply: ({ state }, { actor, command }) => {
      const seat = seatOf(actor);
      const instruments = state.instruments.map((text) => {
        const { [seat]: _old, ...others } = text.pledges;
        const { [seat]: _block, ...blocks } = text.blocks;
        if (text.id === command.instrument)
          return { ...text, pledges: { ...others, [seat]: command.condition }, blocks };
        return text.pledges[seat] ? { ...text, pledges: others } : text;
      });
      return { ...state, instruments };
    },
  },
  unpledge: {
    by: PEOPLE,
    job: 'head',
    phases: ['negotiation'],
    check: ({ state }, actor, { instrument }) => {
      const seat = seatOf(actor);
      const text = textOf(state, instrument);
      if (!text) return noText();
      if (text.pledges[seat] || text.blocks[seat] || canUnsign(text, seat)) return null;
      if (isOpen(text) && text.notices[seat] !== undefined) return null;
      return refuse(text.signatures.some((s) => s.seat === seat) ? 'already-signed' : 'not-signed', {}, 'instrument');
    },
    apply: (game, { actor, command }) =>
      change(game, command.instrument, (text) => {
        const seat = seatOf(actor);
        const { [seat]: _pledge, ...pledges } = text.pledges;
        const { [seat]: _block, ...blocks } = text.blocks;
        const signatures = canUnsign(text, seat) ? text.signatures.filter((s) => s.seat !== seat) : text.signatures;
        // A notice can be revoked before it takes effect (Vienna Convention on the Law of Treaties, article 68).
        const { [seat]: _notice, ...notices } = text.notices;
        return { pledges, blocks, signatures, notices };
      }),
  },
  block: {
    by: PEOPLE,
    job: 'head',
    phases: ['negotiation'],
    check: ({ state }, actor, { instrument, dial, value }) => {
      const text = inCopuos(state, actor, instrument);
      if ('code' in text) return text;
      return newValue(state, text, dial, value);
    },
    apply: (game, { actor, command }) =>
      change(game, command.instrument, (text) => {
        const seat = seatOf(actor);
        const { [seat]: _pledge, ...pledges } = text.pledges;
        return { pledges, blocks: { ...text.blocks, [seat]: { dial: command.dial, value: command.value } } };
      }),
  },
  object: {
    by: PEOPLE,
    job: 'negotiator',
    phases: ['negotiation'],
    check: ({ state }, actor, { instrument }) => {
      const text = inCopuos(state, actor, instrument);
      if ('code' in text) return text;
      return isBeyondMandate(state, text.values) ? null : refuse('no-security-clause');
    },
    apply: (game, { actor, command }) =>
      change(game, command.instrument, (text) => ({
        status: 'moved',
        objections: [...text.objections, seatOf(actor)],
      })),
  },
  'give-notice': {
    by: PEOPLE,
    job: 'head',
    phases: ['negotiation'],
    check: ({ state }, actor, { instrument }) => {
      const seat = seatOf(actor);
      const text = textOf(state, instrument);
      if (!text) return noText();
      if (!boundBy(state, seat) || text.status !== 'in-force') return refuse('not-a-party', {}, 'instrument');
      return text.notices[seat] === undefined ? null : refuse('already-said');
    },
    apply: (game, { actor, command }) =>
      change(game, command.instrument, (text) => ({
        notices: { ...text.notices, [seatOf(actor)]: game.state.clock.turn },
      })),
  },
};
