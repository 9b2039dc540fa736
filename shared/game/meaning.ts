/**
 * What of the game a command is about, as its maker saw it: the running phase, the turn, the words of a text, the order in a slot.
 * A command that comes when this has passed is refused, so that nobody does what nobody meant: two desks that end a phase together
 * end one, and who signs signs what was read. People's pages and bots read it off their view (`meant`), the door asks for it, `check`
 * compares it. Entries of a log from before it was asked for have none.
 */

import type { Package } from '../clauses/text.ts';
import type { Instrument } from '../forums/instrument.ts';
import {
  type DelegateId,
  type IncidentId,
  type Order,
  type Refusal,
  type RefusalCode,
  type RevealStep,
  refuse,
  type SeatId,
  type Slot,
} from '../vocabulary/index.ts';
import type { Command } from './commands/index.ts';
import { canonicalJson } from './hash.ts';
import type { State } from './state.ts';
import type { Clock } from './time/clock.ts';
import type { View } from './view/view-shape.ts';

export type Meaning = {
  /** number of the running phase */
  readonly phaseNumber?: number;
  readonly turn?: number;
  /** seconds that extensions have added to the phase */
  readonly extendedS?: number;
  /** last turn that will be played */
  readonly lastTurn?: number;
  /** instant at which the session began; null: not yet */
  readonly sessionStartedAt?: number | null;
  /** what each text says that the command is about; null: there is no such text */
  readonly texts?: readonly (Package | null)[];
  /** the order in the slot; null: none */
  readonly order?: Order | null;
  /** the last step of the debrief that is open; null: none is */
  readonly step?: RevealStep | null;
  /** who sits at the two seats */
  readonly people?: readonly (readonly DelegateId[])[];
  /** how many readings of the incident are published */
  readonly published?: number;
};
export type Aspect = keyof Meaning;

/** Why a command is refused that was about something else; null: its own rule says what a difference comes to. */
const PASSED: { readonly [A in Aspect]-?: RefusalCode | null } = {
  phaseNumber: 'phase-passed',
  turn: 'turn-passed',
  extendedS: 'clock-changed',
  lastTurn: 'length-changed',
  sessionStartedAt: 'clock-changed',
  texts: 'text-changed',
  order: 'order-changed',
  step: 'step-changed',
  people: 'people-changed',
  published: null,
};

/** What a meaning is read from: the state, or somebody's view of it. */
type Seen = {
  readonly clock: Clock;
  readonly instruments: readonly Pick<Instrument, 'id' | 'values'>[];
  readonly revealed: readonly RevealStep[];
  readonly delegates: Readonly<Record<DelegateId, { readonly seat: SeatId }>>;
  readonly orderIn: (seat: SeatId, slot: Slot) => Order | null;
  readonly published: (incident: IncidentId) => number;
};

const inState = ({ clock, instruments, revealed, delegates, seats, evidence }: State): Seen => ({
  clock,
  instruments,
  revealed,
  delegates,
  orderIn: (seat, slot) => seats[seat]?.drafts[slot]?.order ?? null,
  published: (incident) => evidence.filter((e) => e.published && e.incident === incident).length,
});

const inView = ({ clock, instruments, revealed, delegates, own, desk, publishedEvidence }: View): Seen => ({
  clock,
  instruments,
  revealed,
  delegates,
  orderIn: (seat, slot) => (own?.seat === seat ? own : desk?.seats[seat])?.drafts[slot]?.order ?? null,
  published: (incident) =>
    [...publishedEvidence, ...(own?.evidence ?? [])].filter((e) => e.published && e.incident === incident).length,
});

type Reader<A extends Aspect> = (command: Command, seen: Seen, seat: SeatId | null) => Meaning[A];

const READERS: { readonly [A in Aspect]-?: Reader<A> } = {
  phaseNumber: (_command, { clock }) => clock.number,
  turn: (_command, { clock }) => clock.turn,
  extendedS: (_command, { clock }) => clock.extendedS,
  lastTurn: (_command, { clock }) => clock.lastTurn,
  sessionStartedAt: (_command, { clock }) => clock.sessionStartedAt,
  texts: (command, { instruments }) =>
    textsOf(command).map((id) => instruments.find((text) => text.id === id)?.values ?? null),
  order: (command, { orderIn }, seat) => ('slot' in command && seat !== null ? orderIn(seat, command.slot) : null),
  step: (_command, { revealed }) => revealed.at(-1) ?? null,
  people: (command, { delegates }) =>
    'first' in command
      ? [command.first, command.second].map((at) => Object.keys(delegates).filter((id) => delegates[id]!.seat === at))
      : [],
  published: (command, { published }) => ('incident' in command ? published(command.incident) : 0),
};

/** The texts that a command is about: the one it names, or those that an offer asks or promises to sign. */
function textsOf(command: Command): readonly string[] {
  if (command.kind === 'act-on-text') return [command.text];
  const terms = 'give' in command ? [...command.give, ...command.get] : [];
  return terms.flatMap((term) => ('instrument' in term ? [term.instrument] : []));
}

const read = (command: Command, about: readonly Aspect[], seen: Seen, seat: SeatId | null): Meaning =>
  Object.fromEntries(about.map((aspect) => [aspect, READERS[aspect](command, seen, seat)]));

/**
 * The command with what it is about, as its maker's view has it. One that says so already stays as it is: what is asked about in a
 * dialog is what stood there when the dialog was opened.
 */
export function meant<C extends Command>(command: C, view: View, seat: SeatId | null = view.own?.seat ?? null): C {
  if ('command' in command) return { ...command, command: meant(command.command, view, command.seat) };
  const about = view.about[command.kind];
  return command.means || !about ? command : { ...command, means: read(command, about, inView(view), seat) };
}

/**
 * Null where what a command is about is still so, or it does not say; else why it is refused.
 * @param seat for which it is given
 * @param about what its kind is about
 */
export function hasPassed(
  state: State,
  seat: SeatId | null,
  command: Command,
  about: readonly Aspect[],
): Refusal | null {
  if (!command.means) return null;
  const now = read(command, about, inState(state), seat);
  for (const aspect of about) {
    // Where an order was that is gone, no other one stands.
    const code = aspect === 'order' && now.order === null ? 'slot-empty' : PASSED[aspect];
    if (code && canonicalJson(command.means[aspect]) !== canonicalJson(now[aspect]))
      return refuse(code, { phase: { key: `phase.${state.clock.phase}` } });
  }
  return null;
}
