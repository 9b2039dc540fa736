/** An open game as the rest of the server has it, and what it is opened with. */
import type { Logger } from 'pino';
import type { Command } from '../../shared/game/commands/index.ts';
import type { Actor } from '../../shared/game/roles.ts';
import type { Game, State } from '../../shared/game/state.ts';
import type { Population } from '../../shared/orbits/table/population.ts';
import type { Refusal, TextId } from '../../shared/vocabulary/index.ts';
import type { Sim } from '../sim/pool.ts';
import type { Store } from '../store/store.ts';
import type { Who } from '../watch/people.ts';
import type { Library } from './library.ts';

export type Deps = {
  readonly store: Store;
  readonly sim: Sim;
  readonly library: Library;
  readonly log: Logger;
  /** how long a person's line may be down before the person has left, ms; GONE_AFTER_MS unless given */
  readonly goneAfterMs?: number;
};

export type Running = {
  readonly code: string;
  readonly game: () => Game;
  /** the game's time, ms since 1970: the server's, but never before what has been logged */
  readonly now: () => number;
  /** seq of the last entry, and its instant */
  readonly seq: () => number;
  readonly at: () => number;
  /** state as JSON, made once per state */
  readonly stateJson: () => Promise<string>;
  readonly words: (id: TextId) => string | null;
  /** a command as it came from outside; `id` is the client's and makes a retry harmless */
  readonly submit: (who: Who, id: string, input: unknown) => Promise<Refusal | null>;
  /** the same check, asked only */
  readonly ask: (who: Who, input: unknown) => Refusal | null;
  /** a bot's command; goes through the same door as a person's */
  readonly submitBot: (seat: string, id: string, input: unknown) => Promise<Refusal | null>;
  /** a command of the clock or the server; `sky` becomes the game's sky with it */
  readonly log: (actor: Actor, id: string, command: Command, sky?: Population) => Promise<Refusal | null>;
  /** called after each change, until the returned function is called */
  readonly onChange: (listener: (before: State) => void) => () => void;
  /** a sky that the game has had; rejects if it cannot be read, nor made anew */
  readonly sky: (hash: string) => Promise<Population>;
  /** forgets the words of these texts, as the store has */
  readonly forgetWords: (ids: readonly TextId[]) => void;
  /** says that a delegate has come or gone; counts connections */
  readonly present: (delegate: string, change: 1 | -1) => void;
  /** resolves if the store has it otherwise than here: somebody else has deleted it, or put another in its place */
  readonly lost: Promise<void>;
  /** nobody is connected, no clock runs, no year is awaited, nothing is being written */
  readonly rests: () => boolean;
  readonly stop: () => Promise<void>;
};
