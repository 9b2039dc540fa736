/**
 * What the server asks of its store: an append-only log per game and branch, snapshots at phase boundaries, skies by content
 * hash, texts apart, keys as hashes. Every promise resolves only when the data are on the disk.
 */
import type { Entry } from '../../shared/game/commands/index.ts';

/** The branch every game starts on. */
export const MAIN = 'main';

export type GameRecord = {
  /** six letters; the name of the game everywhere */
  readonly code: string;
  readonly scenario: string;
  readonly createdAt: number;
  readonly closed: boolean;
  /** the game's time when its server last said that it runs, ms since 1970; null: it never has */
  readonly aliveAt: number | null;
  /** nothing moved in it and nobody was there when its server last let it go: it need not be opened before somebody asks */
  readonly aside: boolean;
};

/** What is told with a new game. */
export type NewGame = Omit<GameRecord, 'aliveAt' | 'aside'>;

/** All rows of a game by table, as another store of the same version takes them. */
export type WholeGame = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** An open game and its time. */
export type Beat = { readonly game: string; readonly at: number };

/** State of a game after entry `seq` as JSON, with the versions that wrote it. `sky`: content hash of its sky. */
export type Snapshot = {
  readonly seq: number;
  readonly state: string;
  readonly sky: string;
  readonly engineVersion: string;
  readonly nodeVersion: string;
};

export type KeyRole = 'facilitator' | 'delegate';
export type KeyRecord = { readonly game: string; readonly role: KeyRole; readonly delegate: string | null };

/** A sky as the store keeps it: the bytes of `encode`, compressed with zstd. */
export type PackedSky = { readonly hash: string; readonly packed: Uint8Array };
export type TextRow = { readonly id: string; readonly words: string | null };

/** Another process wrote to the same branch: whoever sees this no longer owns the game. */
export class SequenceConflict extends Error {
  override readonly name = 'SequenceConflict';
}

export type Store = {
  /** a new game with its first snapshot (seq 0), its sky and its facilitator's key; false if the code is taken */
  readonly createGame: (game: NewGame, first: Snapshot, sky: PackedSky, keyHash: string) => Promise<boolean>;
  readonly game: (code: string) => Promise<GameRecord | null>;
  readonly games: () => Promise<readonly GameRecord[]>;
  /** games that are not closed, nor set aside */
  readonly openGames: () => Promise<readonly GameRecord[]>;
  readonly setAside: (code: string, aside: boolean) => Promise<void>;
  readonly closeGame: (code: string) => Promise<void>;
  /**
   * Deletes all that is kept of a game and of no other: log, snapshots, skies, keys, words. Of a text zeros of its length stay
   * (queries.ts). False if there is no such game.
   */
  readonly deleteGame: (code: string) => Promise<boolean>;
  /** everything of a game, for another store; null if there is no such game */
  readonly wholeGame: (code: string) => Promise<WholeGame | null>;
  /** takes in a game of another store; false if there is one with its code */
  readonly takeGame: (game: WholeGame) => Promise<boolean>;
  /** says that a server runs at this instant (ms since 1970) and has these games open; writes to the disk even if there is none */
  readonly beat: (at: number, games: readonly Beat[]) => Promise<void>;
  /**
   * Appends entries whose first has seq `expectedSeq + 1`, and the texts they name. Rejects with SequenceConflict if the branch
   * does not end at `expectedSeq`; with another error if nothing could be written.
   */
  readonly append: (
    game: string,
    branch: string,
    expectedSeq: number,
    entries: readonly Entry[],
    texts: readonly TextRow[],
  ) => Promise<void>;
  /** up to `limit` entries with seq above `after`, in order */
  readonly entries: (game: string, branch: string, after: number, limit: number) => Promise<readonly Entry[]>;
  readonly saveSnapshot: (game: string, branch: string, snapshot: Snapshot) => Promise<void>;
  /** after which entries there are snapshots, newest first */
  readonly snapshots: (game: string, branch: string) => Promise<readonly number[]>;
  /** rejects if there is none after this entry, or it cannot be read */
  readonly snapshot: (game: string, branch: string, seq: number) => Promise<Snapshot>;
  readonly saveSky: (game: string, sky: PackedSky) => Promise<void>;
  /** puts a sky in the place of one that cannot be read */
  readonly mendSky: (game: string, sky: PackedSky) => Promise<void>;
  /** compressed bytes, or null */
  readonly sky: (hash: string) => Promise<Uint8Array | null>;
  readonly texts: (game: string) => Promise<readonly TextRow[]>;
  /** codes of the games made before an instant (ms since 1970) whose words are still there */
  readonly gamesWithWords: (before: number) => Promise<readonly string[]>;
  /**
   * Takes all words of these games away for good, out of all of the file; their ids stay, and with them log and hashes. Answers how
   * many texts it were. Takes as long as those words are many, whatever else is in the file.
   */
  readonly eraseWords: (games: readonly string[]) => Promise<number>;
  /** texts of these games whose words are gone */
  readonly erasedTexts: (
    games: readonly string[],
  ) => Promise<readonly { readonly game: string; readonly id: string }[]>;
  /**
   * Where the game has `most` keys already, a delegate's key makes room that is none of the `seated`: who takes many keys and no
   * seat keeps nobody out. False if there is no such key.
   */
  readonly addKey: (hash: string, key: KeyRecord, most: number, seated: readonly string[]) => Promise<boolean>;
  /** withdraws all keys of a role */
  readonly dropKeys: (game: string, role: KeyRole) => Promise<void>;
  readonly key: (hash: string) => Promise<KeyRecord | null>;
  /** waits for what is under way, then closes the file */
  readonly close: () => Promise<void>;
};
