/**
 * What client and server say to each other: names of messages and routes, and the types of what they carry.
 *
 * Rooms: name 'game', joined with { code } and the key in a header; the answer is a ticket that opens one WebSocket once and soon.
 * A client without a key watches as a guest.
 * Requests (room.request): `command`, `ask`, `forecast`, `warnings`, `whole`. Messages from the server: `view`.
 */

import type { Package } from './clauses/text.ts';
import type { Command } from './game/commands/index.ts';
import type { Change as ConductChange } from './game/other-worlds/counterfactual-shape.ts';
import type { Forecast } from './game/other-worlds/forecast-shape.ts';
import type { Warnings, WarningsUnderWay } from './game/other-worlds/warnings-shape.ts';
import type { Solo } from './game/time/clock.ts';
import type { View } from './game/view/view-shape.ts';
import type { PhaseName, Refusal, SeatId } from './vocabulary/index.ts';

export const ROOM = 'game';

/** Letters of the code by which people find a game. */
export const CODE_LENGTH = 6;

export const REQUESTS = {
  command: 'command',
  ask: 'ask',
  forecast: 'forecast',
  warnings: 'warnings',
  whole: 'whole',
} as const;

/** `id` is made by the client (nanoid): a retry with the same id is harmless. Fields named `text` carry words, at most LONGEST_TEXT characters. */
export type CommandRequest = { readonly id: string; readonly command: Command };
/** null: done. */
export type CommandAnswer = Refusal | null;
/** The same check, asked only. */
export type AskRequest = { readonly command: Command };
export type ForecastRequest = { readonly text: Package };
export type ForecastAnswer = Forecast | Refusal;
/** For `warnings`, which takes nothing: asked again and again until they are there; who stops asking stops the search. */
export type WarningsAnswer = Warnings | WarningsUnderWay | Refusal;

/** Close codes of our own. `replaced`: the same delegate came in from elsewhere; do not join again by yourself. */
export const CLOSE_CODES = { replaced: 4100 } as const;
/**
 * Options of a join. `as`: what a connection without a key is for; a key decides for itself. `tab`: the page that joins, by an id of
 * its own; `again`: it had a line before and comes back by itself, so that it takes no seat from a page that was opened since.
 */
export type JoinOptions = {
  readonly code: string;
  readonly as?: 'guest' | 'projector' | 'spectator';
  readonly tab?: string;
  readonly again?: boolean;
};

export const VIEW_MESSAGE = 'view';
export type Path = readonly (string | number)[];
export type Change =
  | { readonly path: Path; readonly value: unknown }
  | { readonly path: Path; readonly append: readonly unknown[] }
  | { readonly path: Path; readonly remove: true };
/** UTF-8 JSON as bytes. `texts`: words for text ids that this message brings into sight (null: erased or hidden). */
export type ViewMessage =
  | {
      readonly kind: 'whole';
      readonly to: number;
      readonly view: View;
      readonly texts: Readonly<Record<string, string | null>>;
      readonly now: number;
    }
  | {
      readonly kind: 'delta';
      readonly from: number;
      readonly to: number;
      readonly changes: readonly Change[];
      readonly texts: Readonly<Record<string, string | null>>;
      readonly now: number;
    };

/** HTTP. Keys travel in the header `authorization: Bearer <key>`, never in an address. */
export const ROUTES = {
  /** POST CreateRequest -> CreateAnswer */
  games: '/api/games',
  /** POST AloneRequest -> AloneAnswer: a game that runs at once, with one person among bots and no facilitator */
  alone: '/api/alone',
  /** GET -> GameCard: what the join page shows; takes no seat. DELETE, by whom and when as `typed` -> Deleted: all of the game goes */
  game: (code: string) => `/api/games/${code}`,
  /** POST -> SeatKey: a key for a new delegate, who then joins a seat by command */
  delegates: (code: string) => `/api/games/${code}/delegates`,
  /** GET -> words of the scenario in a language, names as the game has them */
  words: (code: string, language: string) => `/api/games/${code}/words/${language}`,
  /** GET, with a key -> bytes of skyFor for that viewer; without a key, the public overlay */
  overlay: (code: string, version: string) => `/api/games/${code}/overlay/${version}`,
  /** GET, immutable -> encoded population of the public catalogue */
  sky: (hash: string) => `/api/skies/${hash}`,
  /** GET, immutable -> SkyNames */
  skyNames: (hash: string) => `/api/skies/${hash}/names`,
  /** DELETE, facilitator (or who plays alone, at the last step), once play is over -> Erased: takes away for good what people have typed in this game */
  typed: (code: string) => `/api/games/${code}/typed`,
  /** GET, facilitator -> JSONL of the log */
  export: (code: string) => `/api/games/${code}/export`,
  /** POST CounterfactualRequest, facilitator -> JSON lines of CounterfactualLine while the years are resolved again */
  counterfactual: (code: string) => `/api/games/${code}/counterfactual`,
  /** GET -> overlay of the sky after a turn as somebody knew it then: own at any time, all others once the truth is revealed */
  moment: (code: string, turn: number | string, as: string) => `/api/games/${code}/moments/${turn}/${as}`,
  /** GET, once it is shown -> overlay of the last sky of another world */
  world: (code: string, id: string) => `/api/games/${code}/worlds/${id}`,
  /** GET, facilitator -> the report as one HTML file */
  report: (code: string, language: string) => `/api/games/${code}/report/${language}`,
  /** GET, facilitator -> zip of all tables */
  tables: (code: string, language: string) => `/api/games/${code}/tables.zip/${language}`,
  /** GET, facilitator -> one table of the record as CSV; the language is that of the codebook */
  table: (code: string, name: string, language: string) => `/api/games/${code}/tables/${name}/${language}`,
  /** GET, from this computer itself -> string[]: names under which others of its network reach it; empty for all others */
  addresses: '/api/addresses',
  /** GET -> ScenarioCard[] */
  scenarios: '/api/scenarios',
  /** GET -> zip of the folder of a scenario of the program: a copy to change */
  scenarioZip: (id: string) => `/api/scenarios/${id}/zip`,
  /** POST of the zip of a folder, `?names=real|fictional` -> CreateAnswer, or ScenarioFaults */
  ownGames: '/api/own-games',
} as const;

/** How many texts were erased. */
export type Erased = { readonly texts: number };
export type Deleted = { readonly deleted: string };
export type CounterfactualRequest = { readonly change: ConductChange };
/** Turns resolved so far; at the end the id under which the view has the comparison, or why there is none. */
export type CounterfactualLine =
  | { readonly done: number; readonly of: number }
  | { readonly counterfactual: string }
  | HttpRefusal;

/** Tables of the record, as CSV. `codebook` names every column of the others. */
export const TABLES = [
  'game',
  'entries',
  'orders',
  'messages',
  'votes',
  'texts',
  'signatures',
  'offers',
  'statements',
  'turns',
  'facts',
  'evidence',
  'findings',
  'scores',
  'grades',
  'outlook',
  'ledger',
  'codebook',
] as const;
export type TableName = (typeof TABLES)[number];

export type CreateRequest = {
  readonly scenario: string;
  readonly names: 'real' | 'fictional';
  readonly thin?: boolean;
};
export type CreateAnswer = { readonly code: string; readonly facilitatorKey: string };
/** What is wrong with a scenario that somebody brought: file, line (from 1, null where there is none), field, reason. */
export type ScenarioFaults = HttpRefusal & {
  readonly faults: readonly {
    readonly file: string;
    readonly line: number | null;
    readonly field: string;
    readonly reason: string;
  }[];
};
/** Media type of the zip of a folder. */
export const ZIP_TYPE = 'application/zip';
/** A scenario as the first page offers it. */
export type ScenarioCard = {
  readonly id: string;
  /** the seat of the one learner, where the scenario is a lesson */
  readonly lessonSeat: SeatId | null;
  /** by language, as a game with fictional names has them */
  readonly seats: readonly { readonly id: SeatId; readonly names: Readonly<Record<string, string>> }[];
};
/** The choices of who plays alone: a scenario, a seat, a tempo, and whether bots may make destructive tests. */
export type AloneRequest = CreateRequest & Solo & { readonly boldBots: boolean };
export type AloneAnswer = SeatKey & { readonly code: string };
export type GameCard = {
  readonly code: string;
  readonly phase: PhaseName;
  readonly turn: number;
  /** the seat of the one person who plays alone, or null */
  readonly alone: SeatId | null;
  readonly seats: readonly {
    readonly id: SeatId;
    readonly kind: string;
    readonly emblem: string;
    readonly colour: string;
    readonly people: number;
  }[];
};
export type SeatKey = { readonly delegate: string; readonly key: string };
/** Parallel to the rows of the encoded population. */
export type SkyNames = {
  readonly names: readonly string[];
  readonly launchDates: readonly string[];
  readonly designators: readonly string[];
};
/** HTTP errors carry the same refusals as commands. */
export type HttpRefusal = { readonly refusal: Refusal };
