/**
 * What a command says of itself. One file a command answers all of it: a command that leaves out an answer does not compile, nor one
 * that has no words (text/<language>/commands.ts). They are said under its kind: `ui.command.<kind>` (in a list), `act.<kind>` (done for
 * a seat), `ui.can.<kind>` (on the page of what a seat can do).
 */
import type { z } from 'zod';
import type { words } from '../../text/en/commands.ts';
import type { Job, PhaseName, Refusal, SeatId } from '../../vocabulary/index.ts';
import type { Hearers } from '../heard.ts';
import type { Aspect, Meaning } from '../meaning.ts';
import type { Actor } from '../roles.ts';
import type { Game, State } from '../state.ts';
import type { View } from '../view/view-shape.ts';

/** The fields of a command beside its kind. One named `text` that people type holds a TextId in the log. */
export type Shape = Readonly<Record<string, z.ZodType>>;
type Fields<S extends Shape> = keyof S extends never ? unknown : Readonly<z.infer<z.ZodObject<S>>>;

/** One command, and what of the game it is about as its maker saw it. */
export type Deed<K extends string, S extends Shape> = {
  readonly kind: K;
  readonly means?: Meaning;
} & Fields<S>;

/** One accepted command. `at`, `seq` and `id` come from the server. */
export type Logged<C> = {
  readonly seq: number;
  /** instant, ms since 1970 */
  readonly at: number;
  readonly actor: Actor;
  readonly id: string;
  readonly command: C;
};

/** What seats deal with: the page of what a seat can do is grouped by it, and the record's tables. */
export type Theme = 'talk' | 'texts' | 'offers' | 'orders' | 'incidents';
/** What of a view says whether there is something to deal over. */
export type Seen = Pick<View, 'instruments' | 'offers' | 'incidents' | 'own'>;

export type DeedRule<K extends string, S extends Shape, F extends boolean> = {
  readonly kind: K;
  readonly shape: S;
  /** who may give it; what only clock and server give never comes through the door */
  readonly by: readonly Actor['role'][];
  /** a facilitator's command that one person who plays alone may give as well */
  readonly solo: boolean;
  /** the job that holds the button, for delegates, where it is one for all such commands or for each; a bot holds all jobs of its seat; null: everybody of the seat */
  readonly job: Job | null | ((command: Deed<K, S>) => Job | null);
  readonly phases: readonly PhaseName[];
  /** goes on while the game is paused */
  readonly whilePaused: boolean;
  /**
   * what of the game it is about: it is refused once that has passed. Empty: it says in full what it wants (this value, that offer, on
   * or off), or can be done once only: late or twice it does no harm.
   */
  readonly about: readonly Aspect[];
  /** a seat does it at the table: a facilitator can do it for the seat, and who holds a seat keeps it from doing it */
  readonly forSeat: F;
  /** who learns of it, the facilitator aside */
  readonly heard: 'all' | 'own' | 'desk' | ((command: Deed<K, S>, state: State) => Hearers);
  /** what it deals with at the table; null: nothing that people deal over */
  readonly theme: Theme | null;
  /** whether there is anything now that it could be about: so a seat's page lists what can be done; null: it stands in no such list */
  readonly can: ((view: Seen, seat: SeatId) => boolean) | null;
  /** what speaks against it; null: nothing but the above ever does */
  readonly check: ((game: Game, actor: Actor, command: Deed<K, S>, at: number) => Refusal | null) | null;
  readonly apply: (game: Game, entry: Logged<Deed<K, S>>) => State;
};

type Said = typeof words;
/** Whether a command has words for an occasion. */
type Has<K extends keyof Said, Occasion extends string> =
  Said[K] extends Readonly<Record<Occasion, string>> ? true : false;
/** A rule of whose command all is said that it makes people read, and nothing more. */
type SaidRule<K extends keyof Said, S extends Shape> = DeedRule<K, S, Has<K, 'done'>> & {
  readonly can: Has<K, 'can'> extends true ? NonNullable<DeedRule<K, S, boolean>['can']> : null;
};

export const deed = <const K extends keyof Said, S extends Shape>(
  rule: SaidRule<K, S>,
): DeedRule<K, S, Has<K, 'done'>> => rule;

/** A rule seen from outside: it only ever gets commands of its own kind. */
export type AnyRule = Omit<DeedRule<string, Shape, boolean>, 'job' | 'heard' | 'check' | 'apply'> & {
  readonly job: Job | null | ((command: { readonly kind: string }) => Job | null);
  readonly heard: 'all' | 'own' | 'desk' | ((command: { readonly kind: string }, state: State) => Hearers);
  readonly check: ((game: Game, actor: Actor, command: { readonly kind: string }, at: number) => Refusal | null) | null;
  readonly apply: (game: Game, entry: Logged<{ readonly kind: string }>) => State;
};
