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
import type { Command, CommandKind } from './command-shape.ts';
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
type Aspect = keyof Meaning;

/**
 * What each kind is about. Kinds with nothing here say in full what they want (this value, that offer, on or off), or can do it
 * once only: late or twice they do no harm.
 */
export const ASPECTS: { readonly [K in CommandKind]: readonly Aspect[] } = {
  join: [],
  'take-job': [],
  'give-job': [],
  'answer-question': [],
  say: [],
  'draft-order': ['turn'],
  'clear-order': ['turn', 'order'],
  'confirm-order': ['turn', 'order'],
  ready: ['phaseNumber'],
  'set-dial': [],
  table: ['turn'],
  'use-pen': ['turn', 'texts'],
  carry: ['turn', 'texts'],
  'withdraw-text': ['turn', 'texts'],
  pledge: ['turn', 'texts'],
  unpledge: ['turn', 'texts'],
  block: ['turn', 'texts'],
  object: ['turn', 'texts'],
  'give-notice': ['turn', 'texts'],
  offer: ['turn', 'texts'],
  // An offer does not change, lapses with its turn, and says itself which words a promise to sign is about.
  'answer-offer': [],
  'withdraw-offer': [],
  'state-incident': ['published'],
  accuse: [],
  'publish-evidence': [],
  'share-evidence': [],
  'swap-weights': [],
  'set-names': [],
  'set-bold-bots': [],
  'swap-seats': ['people'],
  'begin-session': ['phaseNumber', 'sessionStartedAt'],
  'ask-question': [],
  'waive-question': [],
  start: ['phaseNumber'],
  pause: ['phaseNumber'],
  resume: ['phaseNumber'],
  extend: ['phaseNumber', 'extendedS'],
  'end-phase': ['phaseNumber'],
  'go-back': ['phaseNumber'],
  'try-again': ['phaseNumber'],
  shorten: ['lastTurn'],
  lengthen: ['lastTurn'],
  'allow-overrun': [],
  'fire-inject': ['turn'],
  'withdraw-inject': [],
  'skip-inject': [],
  'restore-inject': [],
  'edit-inject': [],
  'set-bot': ['phaseNumber'],
  'hold-seat': ['phaseNumber'],
  // What is done for the seat means what the seat would mean by it.
  'act-for': [],
  broadcast: [],
  reply: [],
  'read-calls': [],
  'hide-message': [],
  'show-message': [],
  mute: [],
  'remove-delegate': [],
  'open-debrief': ['phaseNumber'],
  // It names the step; the next one is another.
  reveal: [],
  unreveal: ['step'],
  'show-counterfactual': [],
  'show-moment': [],
  'hide-moment': [],
  'show-on-wall': [],
  close: ['phaseNumber'],
  expire: [],
  present: [],
  resolved: [],
  compared: [],
  halted: [],
  outage: [],
  upgraded: [],
};

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
  if (command.kind === 'offer')
    return [...command.give, ...command.get].flatMap((term) => (term.kind === 'sign' ? [term.instrument] : []));
  return 'instrument' in command ? [command.instrument] : [];
}

const read = (command: Command, seen: Seen, seat: SeatId | null): Meaning =>
  Object.fromEntries(ASPECTS[command.kind].map((aspect) => [aspect, READERS[aspect](command, seen, seat)]));

/**
 * The command with what it is about, as its maker's view has it. One that says so already stays as it is: what is asked about in a
 * dialog is what stood there when the dialog was opened.
 */
export function meant<C extends Command>(command: C, view: View, seat: SeatId | null = view.own?.seat ?? null): C {
  if (command.kind === 'act-for') return { ...command, command: meant(command.command, view, command.seat) };
  if (command.means || ASPECTS[command.kind].length === 0) return command;
  return { ...command, means: read(command, inView(view), seat) };
}

/** Null where what a command is about is still so, or it does not say; else why it is refused. `seat`: for which it is given. */
export function hasPassed(state: State, seat: SeatId | null, command: Command): Refusal | null {
  if (!command.means) return null;
  const now = read(command, inState(state), seat);
  for (const aspect of ASPECTS[command.kind]) {
    // Where an order was that is gone, no other one stands.
    const code = aspect === 'order' && now.order === null ? 'slot-empty' : PASSED[aspect];
    if (code && canonicalJson(command.means[aspect]) !== canonicalJson(now[aspect]))
      return refuse(code, { phase: { key: `phase.${state.clock.phase}` } });
  }
  return null;
}
