/**
 * What the client knows of one open game, without a screen: last view, words, clock, half-typed texts, what is selected.
 * Panels read signals from here; session.ts feeds it. Nothing here touches the DOM, so Node tests it.
 */
import { type Signal, signal } from '@preact/signals';
import { applyChanges } from '../shared/delta.ts';
import type { Message } from '../shared/game/negotiation.ts';
import type { View } from '../shared/game/view/view-shape.ts';
import type { ViewMessage } from '../shared/protocol.ts';
import type { Refusal, RefusalCode, SeatId, TextId } from '../shared/vocabulary/index.ts';
import type { Shelf } from './shelf.ts';

/**
 * `connecting` before the first view; `broken` while it tries again; `replaced` when the same person came in from elsewhere;
 * `refused` when the server says no.
 */
export type Link = 'connecting' | 'open' | 'broken' | 'replaced' | 'refused';

/** Why there is no line just now; each has its words. */
export type Fault = Extract<
  RefusalCode,
  'offline' | 'line-down' | 'line-blocked' | 'server-away' | 'server-fault' | 'too-fast'
>;

export type Model = {
  readonly code: string;
  /** own delegate id, where this device holds a seat's key */
  readonly delegate: string | null;
  readonly link: Signal<Link>;
  /** while there is no line, as far as it is known */
  readonly fault: Signal<Fault | null>;
  /** how much of what was done here the server has not answered */
  readonly unanswered: Signal<number>;
  readonly refused: Signal<Refusal | null>;
  readonly view: Signal<View | null>;
  readonly texts: Signal<Readonly<Record<TextId, string | null>>>;
  /** the server's clock, milliseconds since 1970; `tick` moves it */
  readonly now: Signal<number>;
  readonly panel: Signal<string>;
  readonly stage: Signal<'map' | 'table'>;
  /** object picked on the map or in the list */
  readonly picked: Signal<number | null>;
  /** how many messages of each channel have been read */
  readonly read: Signal<Readonly<Record<string, number>>>;
  readonly shelf: Shelf;
  readonly drafts: Map<string, Signal<string>>;
  version: number;
  /** server clock minus this device's steady one; the largest of recent samples had the least delay */
  offsets: number[];
};

/** A model before its first view. `shelf` keeps drafts and read marks across reloads. */
export function newModel(code: string, delegate: string | null, shelf: Shelf, deviceNow: number): Model {
  return {
    code,
    delegate,
    link: signal<Link>('connecting'),
    fault: signal<Fault | null>(null),
    unanswered: signal(0),
    refused: signal<Refusal | null>(null),
    view: signal<View | null>(null),
    texts: signal({}),
    now: signal(deviceNow),
    panel: signal('now'),
    stage: signal<'map' | 'table'>('map'),
    picked: signal<number | null>(null),
    read: signal(readMarks(shelf, code)),
    shelf,
    drafts: new Map(),
    version: 0,
    offsets: [],
  };
}

/** Folds a message into the model; `deviceNow` counts on a steady clock. 'gap': the message does not follow on the last one and the whole must be asked for. */
export function receive(model: Model, message: ViewMessage, deviceNow: number): 'taken' | 'gap' {
  // A whole view follows on a new line, or a sleep: what was measured before may be true no longer.
  model.offsets = [...(message.kind === 'whole' ? [] : model.offsets.slice(-19)), message.now - deviceNow];
  if (message.kind === 'whole') model.view.value = message.view;
  else {
    if (model.view.value === null || message.from !== model.version)
      return message.to <= model.version ? 'taken' : 'gap';
    try {
      model.view.value = applyChanges(model.view.value, message.changes) as View;
    } catch {
      // the two sides have come apart: only the whole helps
      return 'gap';
    }
  }
  model.version = message.to;
  if (Object.keys(message.texts).length > 0) model.texts.value = { ...model.texts.value, ...message.texts };
  tick(model, deviceNow);
  return 'taken';
}

/** The server's clock as the device's steady one shows it. */
const serverNow = (model: Model, deviceNow: number): number =>
  deviceNow + (model.offsets.length > 0 ? Math.max(...model.offsets) : 0);

/** Moves the model's clock to the device's. */
export function tick(model: Model, deviceNow: number): void {
  model.now.value = serverNow(model, deviceNow);
}

/** Milliseconds left of the phase at an instant of the server's clock. */
function leftAt(view: View | null, now: number): number | null {
  const clock = view?.clock;
  if (!clock) return null;
  if (clock.pausedLeftMs !== null) return clock.pausedLeftMs;
  return clock.endsAt === null ? null : Math.max(0, clock.endsAt - now);
}

/** Milliseconds left of the phase, frozen while paused; null without a deadline. Never negative. */
export const msLeft = (model: Model): number | null => leftAt(model.view.value, model.now.value);

/**
 * Milliseconds of the phase that have passed at this very instant of the device's steady clock, not at the last tick; 0 where it has
 * no end.
 */
export function msPassed(model: Model, deviceNow: number): number {
  const view = model.view.peek();
  const left = leftAt(view, serverNow(model, deviceNow));
  return view === null || left === null ? 0 : Math.max(0, phaseMs(view) - left);
}

/** How long the phase that runs lasts, with what it was given beyond its plan, ms; 0 where it has no end. */
export const phaseMs = ({ clock, seconds }: View): number =>
  (seconds[clock.phase] ?? 0) * 1000 + clock.extendedS * 1000;

/** The seat this viewer sits on, or null. */
export const seatOf = (view: View | null): SeatId | null => (view?.viewer.kind === 'seat' ? view.viewer.seat : null);

/** Words typed by people, or null where they were erased, hidden or are not known. */
export const typed = (model: Model, id: TextId | null): string | null => (id ? (model.texts.value[id] ?? null) : null);

/**
 * Half-typed text of one field, kept by game, seat and field: it outlives a reload, and no update from the server touches it.
 */
export function draftOf(model: Model, field: string): Signal<string> {
  const name = `kessler.draft.${model.code}.${seatOf(model.view.value) ?? 'guest'}.${field}`;
  const known = model.drafts.get(name);
  if (known) return known;
  const draft = signal(model.shelf.getItem(name) ?? '');
  draft.subscribe((text) => {
    if (text) model.shelf.setItem(name, text);
    else model.shelf.removeItem(name);
  });
  model.drafts.set(name, draft);
  return draft;
}

/** A draft that holds a plain value as JSON; `initial` where there is none or it cannot be read. */
export function draftValue<T>(model: Model, field: string, initial: T): T {
  const text = draftOf(model, field).value;
  if (!text) return initial;
  try {
    return JSON.parse(text) as T;
  } catch {
    return initial;
  }
}

/** What was clicked on the table: a seat, or the paper and what lies on it. */
export type TablePick = { readonly kind: 'seat'; readonly id: SeatId } | { readonly kind: 'paper' };

/** Opens what was clicked on the table: the talk with a seat, or the paper. */
export function openPicked(model: Model, pick: TablePick): void {
  if (pick.kind === 'seat') draftOf(model, 'channel').value = pick.id;
  model.panel.value = pick.kind === 'seat' ? 'talk' : 'paper';
}

/** The channel of a message for a viewer: plenary, or the other seat. */
export function channelOf(message: Message, own: SeatId | null): string {
  if (message.to === 'plenary' || message.to === 'all') return 'plenary';
  return message.from === own ? message.to : message.from;
}

/** Messages of a channel that this device has not shown yet, own ones aside. */
export function unread(model: Model, channel: string): number {
  const view = model.view.value;
  if (!view) return 0;
  const own = seatOf(view);
  const inChannel = view.press.filter((m) => channelOf(m, own) === channel);
  return inChannel.slice(model.read.value[channel] ?? 0).filter((m) => m.from !== own).length;
}

/** Marks every message of a channel as read. */
export function markRead(model: Model, channel: string): void {
  const view = model.view.value;
  if (!view) return;
  const own = seatOf(view);
  const count = view.press.filter((m) => channelOf(m, own) === channel).length;
  if (model.read.value[channel] === count) return;
  model.read.value = { ...model.read.value, [channel]: count };
  model.shelf.setItem(`kessler.read.${model.code}`, JSON.stringify(model.read.value));
}

function readMarks(shelf: Shelf, code: string): Readonly<Record<string, number>> {
  try {
    return JSON.parse(shelf.getItem(`kessler.read.${code}`) ?? '{}') as Record<string, number>;
  } catch {
    return {};
  }
}
