/** The slow work, in a worker thread: resolutions, overlays, forecasts, warnings, bots, catalogues, compression. Pure but for reading files. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { decide } from '../../shared/bots/index.ts';
import type { Entry } from '../../shared/game/commands/index.ts';
import { stateHash } from '../../shared/game/hash.ts';
import { armDone, playArm, splitAfterTurn, turnOfChange } from '../../shared/game/other-worlds/counterfactual.ts';
import { replay } from '../../shared/game/other-worlds/replay.ts';
import { approachesIn, type Watched, warningsOf, watched } from '../../shared/game/other-worlds/warnings.ts';
import { forecast, newGame, resolveTurn, skyFor } from '../../shared/game/rules.ts';
import { knowledgeOf } from '../../shared/game/sight/knowledge.ts';
import type { Game, State } from '../../shared/game/state.ts';
import { entryReadNow } from '../../shared/game/stored.ts';
import { skyOfMoment } from '../../shared/game/view/moments.ts';
import type { View } from '../../shared/game/view/view-shape.ts';
import type { Population } from '../../shared/orbits/table/population.ts';
import { encode } from '../../shared/orbits/table/population-codec.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import { reportOf } from '../records/report/report.ts';
import { tableCsv } from '../records/tables.ts';
import { readScenarioFiles } from '../scenarios/files.ts';
import { skyFaults } from '../scenarios/sky.ts';
import { filesOfZip } from '../scenarios/zip.ts';
import { packSky, readStartSky, unpackSky } from '../skies.ts';
import { notNumber } from './numbers.ts';
import type { Tasks, WarningsTask, WebBytes } from './tasks.ts';

export const startSky: Tasks['startSky'] = ({ scenario, thin }) => {
  const { sky, names, refused } = readStartSky(scenario, thin);
  const packed = packSky(sky);
  const namesBytes = Buffer.from(JSON.stringify(names));
  return {
    sky,
    packed,
    web: compressed(encode(sky), 'application/octet-stream'),
    namesWeb: compressed(namesBytes, 'application/json; charset=utf-8'),
    refused,
  };
};

export const create: Tasks['create'] = ({ scenario, seed, sky, thin, names, solo }) =>
  JSON.stringify(newGame(scenario, seed, sky, { thin, names, ...(solo ? { solo } : {}) }).state);

export const resolve: Tasks['resolve'] = ({ state, sky }) => {
  const { outcome, sky: next } = resolveTurn({ state: stateOf(state), sky });
  const nowhere = notNumber(outcome);
  if (nowhere) throw new Error(`${nowhere} of the outcome is not a number`);
  return { outcome, sky: next, packed: packSky(next) };
};

export const overlay: Tasks['overlay'] = ({ state, sky, viewer }) => skyFor({ state: stateOf(state), sky }, viewer);

export const forecastFor: Tasks['forecastFor'] = ({ view: json, scenario, startSky, text, key }) => {
  const view = JSON.parse(json) as View;
  return forecast(knowledgeOf(view, scenario, sameSky(view.startSky, startSky), text), text, key);
};

export const approaches: Tasks['approaches'] = ({ seat, fromHour, hours, ...task }) =>
  approachesIn(sameWatched(task), task.scenario, seat, fromHour, hours);

export const warningsFor: Tasks['warningsFor'] = ({ seat, parts, ...task }) =>
  warningsOf(sameWatched(task).sky, task.scenario, seat, parts);

export const decideFor: Tasks['decideFor'] = ({ view, scenario, key, round, persona }) =>
  decide(JSON.parse(view) as View, scenario, key, round, persona);

export const unpack: Tasks['unpack'] = (packed) => unpackSky(packed);

export const arm: Tasks['arm'] = ({ state, startSky, sky, entries, change, changed, port }) => {
  const recorded = stateOf(state);
  const turn = turnOfChange(recorded, change);
  const [before, rest] = splitAfterTurn(entriesOf(entries), turn - 1);
  const start = { ...replay(lobbyOf(recorded, startSky), before, { resolve: false }).game, sky };
  const played = playArm(start, rest, changed ? { change, turn } : null, (done) => port.postMessage(done));
  port.close();
  if ('refusal' in played) return played;
  return { ...armDone(played.replay), recorded: stateHash(recorded), sky: packSky(played.replay.game.sky) };
};

export const moment: Tasks['moment'] = ({ state, startSky, entries, sky, turn, as }) =>
  skyOfMoment(lobbyOf(stateOf(state), startSky), entriesOf(entries), sky, turn, as);

export const report: Tasks['report'] = ({ code, state, sky, language, words }) =>
  reportOf(code, { state: stateOf(state), sky }, language, words);

export const table: Tasks['table'] = ({ code, name, state, entries, words, language }) =>
  tableCsv(name, { code, state: stateOf(state), entries: entriesOf(entries), words, language });

/** The game before its first entry. */
const lobbyOf = (state: State, startSky: Population): Game =>
  newGame(state.scenario, state.seed, startSky, { thin: state.thin, names: state.names });

const entriesOf = (lines: string): Entry[] =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => entryReadNow(JSON.parse(line) as Entry));

export const readZip: Tasks['readZip'] = ({ zip }) => {
  const files = filesOfZip(zip);
  if ('faults' in files) return files;
  return readScenarioFiles(files.texts, (scenario) => skyFaults(scenario, false));
};

export const webSky: Tasks['webSky'] = (packed) => compressed(encode(unpackSky(packed)), 'application/octet-stream');

/** Overlays of all seats come one after another from the same state: it is parsed once. */
let lastText = '';
let lastState: State | null = null;
function stateOf(text: string): State {
  if (text !== lastText || !lastState) {
    const state = JSON.parse(text) as State;
    lastState = { ...state, scenario: sameScenario(state.scenario) };
    lastText = text;
  }
  return lastState;
}

/** Deals are enumerated once for each scenario object: equal scenarios are one object here. */
let lastScenario: { readonly text: string; readonly scenario: Scenario } | null = null;
function sameScenario(scenario: Scenario): Scenario {
  const text = JSON.stringify(scenario);
  if (lastScenario?.text !== text) lastScenario = { text, scenario };
  return lastScenario.scenario;
}

/** Shells are counted once for each sky object: equal starting skies are one object here. */
let lastSky: { readonly hash: string; readonly sky: Population } | null = null;
function sameSky(hash: string, sky: Population): Population {
  if (lastSky?.hash !== hash) lastSky = { hash, sky };
  return lastSky.sky;
}

/** A sky is searched part by part: it is made ready once. */
let lastWatched: { readonly name: string; readonly watched: Watched } | null = null;
function sameWatched({ name, overlay, scenario, startSky }: Omit<WarningsTask, 'seat'>): Watched {
  if (lastWatched?.name !== name) lastWatched = { name, watched: watched(startSky, overlay, scenario) };
  return lastWatched.watched;
}

/** Brotli at quality 5: the columns gain 1 % from more, at five times the time. */
function compressed(bytes: Uint8Array, type: string): WebBytes {
  return {
    brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    gzip: gzipSync(bytes),
    type,
  };
}
