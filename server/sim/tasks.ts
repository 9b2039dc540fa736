/** What the workers are asked and what they answer. States cross as JSON text, skies in shared memory: neither is walked here. */

import type { MessagePort } from 'node:worker_threads';
import type { PersonaName } from '../../shared/bots/personas.ts';
import type { Package } from '../../shared/clauses/text.ts';
import type { Command } from '../../shared/game/commands/index.ts';
import type { ArmDone } from '../../shared/game/other-worlds/counterfactual.ts';
import type { Change } from '../../shared/game/other-worlds/counterfactual-shape.ts';
import type { Forecast } from '../../shared/game/other-worlds/forecast-shape.ts';
import type { Approaches, Warnings } from '../../shared/game/other-worlds/warnings-shape.ts';
import type { Moment, Viewer } from '../../shared/game/roles.ts';
import type { Solo } from '../../shared/game/time/clock.ts';
import type { Outcome } from '../../shared/game/turn/outcome.ts';
import type { RefusedRow } from '../../shared/orbits/table/catalogue.ts';
import type { Key } from '../../shared/orbits/table/chance.ts';
import type { Population } from '../../shared/orbits/table/population.ts';
import type { TableName } from '../../shared/protocol.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import type { Refusal, SeatId, TextId } from '../../shared/vocabulary/index.ts';
import type { ReadFiles } from '../scenarios/files.ts';
import type { PackedSky } from '../store/store.ts';

/** Bytes for the web, compressed once. */
export type WebBytes = { readonly brotli: Uint8Array; readonly gzip: Uint8Array; readonly type: string };

export type StartSkyTask = { readonly scenario: Scenario; readonly thin: boolean };
export type StartSkyDone = {
  readonly sky: Population;
  readonly packed: PackedSky;
  readonly web: WebBytes;
  readonly namesWeb: WebBytes;
  /** rows of the file that are not in it, each with its place, field and reason */
  readonly refused: readonly RefusedRow[];
};
export type CreateTask = {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly sky: Population;
  readonly thin: boolean;
  readonly names: 'real' | 'fictional';
  readonly solo: Solo | null;
};
export type ResolveTask = { readonly state: string; readonly sky: Population };
export type ResolveDone = { readonly outcome: Outcome; readonly sky: Population; readonly packed: PackedSky };
export type OverlayTask = { readonly state: string; readonly sky: Population; readonly viewer: Viewer };
/** `view`: the bytes the asker gets, as JSON text. */
export type ForecastTask = {
  readonly view: string;
  readonly scenario: Scenario;
  readonly startSky: Population;
  readonly text: Package;
  readonly key: Key;
};
/** What a seat knows: `overlay` as skyFor gives it to that seat, told from all others by `name`. */
export type WarningsTask = {
  readonly name: string;
  readonly overlay: Uint8Array;
  readonly scenario: Scenario;
  readonly startSky: Population;
  readonly seat: SeatId;
};
export type ApproachesTask = WarningsTask & { readonly fromHour: number; readonly hours: number };
/** `view`: the bytes a person of that seat gets, as JSON text. */
export type DecideTask = {
  readonly view: string;
  readonly scenario: Scenario;
  readonly key: Key;
  readonly round: number;
  readonly persona: PersonaName;
};

/** A game and its whole log: `entries` is one JSON entry a line. */
export type LogTask = { readonly state: string; readonly startSky: Population; readonly entries: string };
/**
 * `sky`: before the turn of the change. `changed`: whether the change is made; the log as it was if not. `port` gets a message
 * after each turn that is resolved.
 */
export type ArmTask = LogTask & {
  readonly sky: Population;
  readonly change: Change;
  readonly changed: boolean;
  readonly port: MessagePort;
};
/** `recorded`: hash of the state as recorded. `sky`: the last of the world that was played. */
export type ArmAnswer =
  | (ArmDone & { readonly recorded: string; readonly sky: PackedSky })
  | { readonly refusal: Refusal };
/** `sky`: after the turn. */
export type MomentTask = LogTask & { readonly sky: Population; readonly turn: number; readonly as: Moment['as'] };
export type TypedWords = Readonly<Record<TextId, string | null>>;
export type ReportTask = {
  readonly code: string;
  readonly state: string;
  readonly sky: Population;
  readonly language: string;
  /** what the facilitator wrote on cards, by text id */
  readonly words: Readonly<Record<string, string | null>>;
};
export type TableTask = {
  readonly code: string;
  readonly name: TableName;
  readonly state: string;
  readonly entries: string;
  readonly words: TypedWords;
  readonly language: string;
};

/** Every task by name with its input and answer. */
export type Tasks = {
  readonly startSky: (task: StartSkyTask) => StartSkyDone;
  /** a new game's state as JSON */
  readonly create: (task: CreateTask) => string;
  readonly resolve: (task: ResolveTask) => ResolveDone;
  readonly overlay: (task: OverlayTask) => Uint8Array;
  readonly forecastFor: (task: ForecastTask) => Forecast;
  readonly approaches: (task: ApproachesTask) => Promise<Approaches>;
  readonly warningsFor: (task: WarningsTask & { readonly parts: readonly Approaches[] }) => Warnings;
  readonly decideFor: (task: DecideTask) => readonly Command[];
  readonly unpack: (packed: PackedSky) => Population;
  readonly arm: (task: ArmTask) => ArmAnswer;
  readonly moment: (task: MomentTask) => Uint8Array;
  /** the report as HTML */
  readonly report: (task: ReportTask) => string;
  /** a table as CSV */
  readonly table: (task: TableTask) => string;
  readonly webSky: (packed: PackedSky) => WebBytes;
  /** the scenario in a zip that somebody brought, or what is wrong with it */
  readonly readZip: (task: { readonly zip: Uint8Array }) => ReadFiles;
};
