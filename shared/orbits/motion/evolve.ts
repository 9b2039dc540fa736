/**
 * One month of the sky: pull of Sun and Moon, drift and decay -> re-entries -> ends of life -> collisions -> explosions -> break-ups.
 *
 * Chance is a keyed uniform per object or pair and month, so taking one object away changes only its own events and theirs.
 */

import { type BreakUp, breakUp } from '../breakup/breakup.ts';
import type { BreakUpSpec } from '../breakup/specification.ts';
import { PLAY_TUNING, type Tuning } from '../breakup/tuning.ts';
import { cubePairs, type Hit } from '../risk/collisions.ts';
import { causalId, draw, drawPair, type Key, narrow } from '../table/chance.ts';
import { DAYS_PER_MONTH, regimeOf } from '../table/elements.ts';
import {
  ACTIVE,
  draftOf,
  MANOEUVRABLE,
  PASSIVATED,
  PAYLOAD,
  type Population,
  pick,
  type Row,
  rowAt,
  STAGE,
  withRows,
} from '../table/population.ts';
import { raiseToGraveyard } from './belt.ts';
import { decayOrbits } from './decay.ts';
import type { BreakUpEvent, SkyEvent } from './events.ts';
import { pullOrbits } from './pull.ts';
import { driftAngles } from './secular.ts';

/**
 * Background explosions per object and year. The literature's ranges for game use: unpassivated stages 0.2-0.5 % for some
 * 20 years, passivated ones 0.01 %, dead payloads with batteries 0.01-0.03 %. The upper ends are taken, because with them
 * the skies of 2006 and 2008 have 4.5 break-ups a year, as history has (4-5 a year; ESA, 2020); the middles give three. The
 * sky of 2025, most of whose younger stages are passivated, has 2.7.
 */
export type ExplosionRates = {
  readonly unpassivatedStage: number;
  readonly passivatedStage: number;
  readonly deadPayload: number;
  /** a stage counts as passivated by time after this many months */
  readonly stageMonths: number;
};
export const EXPLOSION_RATES: ExplosionRates = {
  unpassivatedStage: 0.005,
  passivatedStage: 0.0001,
  deadPayload: 0.0003,
  stageMonths: 240,
};

/**
 * Share of payloads that clear their region at the end of their mission. Low orbit, by re-entry: large constellations about
 * 90 % or better, others about 40 % (ESA's figures as MOCAT-MC's configuration has them). Geostationary, to the graveyard
 * above: 85 % (16 of 19 in 2017, ESA's yearly survey; of those that worked in the sky of 2021 and not in that of 2025, 56 of
 * 64; of all retired since 2006, 230 of 287).
 */
const DISPOSAL_RATES = { constellation: 0.9, other: 0.4, geostationary: 0.85 };
/** A fleet of at least this many working satellites is a constellation. */
const CONSTELLATION_SIZE = 100;

/** Explosions differ: S = 0.7 exp(0.9 z), at most 5, and a body lighter than the fit's 600 kg has less to give. */
const SCALE_MEDIAN = 0.7;
const SCALE_SPREAD = 0.9;
const SCALE_MOST = 5;
const FITTED_STAGE_KG = 600;

export type Month = {
  /** month that passes, counted from the scenario's start */
  readonly month: number;
  /** mean solar flux of the month, sfu */
  readonly f107: number;
  /** mean Ap of the month; default: the usual one */
  readonly ap?: number;
  /** the middle of the month as a decimal year; default: no season, no pull of Sun and Moon, no sunlight */
  readonly year?: number;
  readonly tuning?: Tuning;
  /** background explosions: the usual rates, others, or none */
  readonly explosions?: boolean | ExplosionRates;
  /** collisions by cube sampling; default: yes */
  readonly collisions?: boolean;
};

/** The sky after one month, and what happened. `sky` itself is not changed. */
export function evolveMonth(sky: Population, step: Month, key: Key): { sky: Population; events: SkyEvent[] } {
  const events: SkyEvent[] = [];
  const draft = draftOf(sky);
  if (step.year !== undefined) pullOrbits(draft, DAYS_PER_MONTH, step.year - 1 / 24);
  driftAngles(draft, DAYS_PER_MONTH);
  const down = decayOrbits(draft, DAYS_PER_MONTH, step);
  for (const i of down) events.push({ kind: 'reentry', id: draft.id[i]!, month: step.month, massKg: draft.massKg[i]! });
  const gone = endMissions(draft, down, step, key, events);
  const up = without(draft, [...down, ...gone]);
  const hits = step.collisions === false ? [] : cubePairs(up, key, step.month).hits;
  const specs = [...collisionSpecs(up, hits, step.month), ...explosionSpecs(up, step, key)];
  const next = applyBreakUps(up, specs, key, step.tuning ?? PLAY_TUNING, events);
  return { sky: { ...next, epochMonth: step.month + 1 }, events };
}

/** Rows that are not in `gone` (any order). */
function without(sky: Population, gone: readonly number[]): Population {
  if (gone.length === 0) return sky;
  const leaves = new Uint8Array(sky.count);
  for (const i of gone) leaves[i] = 1;
  const stay = new Int32Array(sky.count);
  let n = 0;
  for (let i = 0; i < sky.count; i++) if (!leaves[i]) stay[n++] = i;
  return pick(sky, stay.subarray(0, n));
}

/**
 * Working payloads whose mission ends this month stop, in place; returns the indices of those that leave orbit. Those that can
 * manoeuvre clear low orbit or the geostationary belt with their class's probability; others stay where they are. There is no
 * rule for the orbits between.
 */
function endMissions(draft: Population, down: readonly number[], step: Month, key: Key, events: SkyEvent[]): number[] {
  const { constellation, other, geostationary } = DISPOSAL_RATES;
  const members = new Float64Array(draft.fleets.length);
  for (let i = 0; i < draft.count; i++)
    if (draft.flags[i]! & ACTIVE && draft.fleet[i]! > 0)
      members[draft.fleet[i]!] = members[draft.fleet[i]!]! + draft.weight[i]!;
  const tries = narrow(key, 'end of mission');
  const reentered = new Set(down);
  const gone: number[] = [];
  for (let i = 0; i < draft.count; i++) {
    if (!(draft.flags[i]! & ACTIVE) || draft.missionEndMonth[i]! > step.month || reentered.has(i)) continue;
    const regime = regimeOf(draft.semiMajorAxisKm[i]!, draft.eccentricity[i]!);
    const inLow = members[draft.fleet[i]!]! >= CONSTELLATION_SIZE ? constellation : other;
    const chance = regime === 'leo' ? inLow : regime === 'geo' ? geostationary : 0;
    const clears = (draft.flags[i]! & MANOEUVRABLE) !== 0 && drawPair(tries, draft.id[i]!, 0) < chance;
    const disposal = clears ? (regime === 'leo' ? 'down' : 'graveyard') : 'none';
    if (disposal === 'down') gone.push(i);
    else draft.flags[i] = draft.flags[i]! & ~(ACTIVE | MANOEUVRABLE);
    if (disposal === 'graveyard') raiseToGraveyard(draft, i);
    events.push({ kind: 'missionEnd', id: draft.id[i]!, month: step.month, disposal });
  }
  return gone;
}

/** One break-up per hit; an object that was hit already this month is not hit again. */
function collisionSpecs(sky: Population, hits: readonly Hit[], month: number): BreakUpSpec[] {
  const taken = new Set<number>();
  const specs: BreakUpSpec[] = [];
  for (const hit of hits) {
    if (taken.has(hit.a) || taken.has(hit.b)) continue;
    taken.add(hit.a).add(hit.b);
    const first = { ...rowAt(sky, hit.a), meanAnomalyRad: hit.meanAnomalyARad };
    const second = { ...rowAt(sky, hit.b), meanAnomalyRad: hit.meanAnomalyBRad };
    specs.push({
      kind: 'collision',
      breakupId: causalId('collision', first.id, second.id, month),
      target: first,
      projectile: { row: second },
      month,
    });
  }
  return specs;
}

/** One break-up per object whose keyed draw falls under its rate. */
function explosionSpecs(sky: Population, step: Month, key: Key): BreakUpSpec[] {
  if (step.explosions === false) return [];
  const rates = typeof step.explosions === 'object' ? step.explosions : EXPLOSION_RATES;
  const chances = narrow(key, 'explosion', step.month);
  const specs: BreakUpSpec[] = [];
  for (let i = 0; i < sky.count; i++) {
    const rate = explosionRate(sky.kind[i]!, sky.flags[i]!, step.month - sky.birthMonth[i]!, rates);
    if (rate === 0 || drawPair(chances, sky.id[i]!, 0) >= (sky.weight[i]! * rate) / 12) continue;
    const target = rowAt(sky, i);
    const radius = Math.sqrt(-2 * Math.log(1 - draw(key, 'explosion scale', target.id)));
    const z = radius * Math.cos(2 * Math.PI * draw(key, 'explosion angle', target.id));
    const scaleS =
      Math.min(SCALE_MOST, SCALE_MEDIAN * Math.exp(SCALE_SPREAD * z)) * Math.min(1, target.massKg / FITTED_STAGE_KG);
    const breakupId = causalId('explosion', target.id, step.month);
    specs.push({ kind: 'explosion', breakupId, target, scaleS, month: step.month });
  }
  return specs;
}

/** Expected explosions a year of a sky in a month. */
export function explosionsPerYear(sky: Population, month: number, rates: ExplosionRates = EXPLOSION_RATES): number {
  let sum = 0;
  for (let i = 0; i < sky.count; i++)
    sum += sky.weight[i]! * explosionRate(sky.kind[i]!, sky.flags[i]!, month - sky.birthMonth[i]!, rates);
  return sum;
}

/** Yearly rate of one object. Working payloads and debris do not explode by themselves. */
function explosionRate(kind: number, flags: number, ageMonths: number, rates: ExplosionRates): number {
  const passivated = (flags & PASSIVATED) !== 0;
  if (kind === STAGE)
    return passivated || ageMonths > rates.stageMonths ? rates.passivatedStage : rates.unpassivatedStage;
  return kind === PAYLOAD && !(flags & ACTIVE) && !passivated ? rates.deadPayload : 0;
}

/**
 * Carries out break-ups: the bodies leave, their pieces come. A row that stands for several objects loses one of them.
 * Specifications with an object that an earlier one took are passed over.
 */
export function applyBreakUps(
  sky: Population,
  specs: readonly BreakUpSpec[],
  key: Key,
  tuning: Tuning,
  events: SkyEvent[],
): Population {
  if (specs.length === 0) return sky;
  const bodies = new Map<number, Row>();
  const added: Row[] = [];
  for (const spec of specs) {
    const parts = bodiesOf(spec);
    if (parts.some((row) => bodies.has(row.id))) continue;
    for (const row of parts) bodies.set(row.id, row);
    const result = breakUp(spec, key, tuning);
    // The cratered body of a row that stands for several stays one of them.
    added.push(...result.rows.filter((row) => !(row.weight > 1 && bodies.has(row.id))));
    events.push(eventOf(spec, result, parts));
  }
  const lighter: Row[] = [];
  for (const row of bodies.values()) if (row.weight > 1) lighter.push({ ...row, weight: row.weight - 1 });
  const gone: number[] = [];
  for (let i = 0; i < sky.count; i++) if (bodies.has(sky.id[i]!)) gone.push(i);
  const lightened = lighter.map((row) => ({ ...row, ...anomalyOf(sky, row.id, gone) }));
  return withRows(without(sky, gone), [...added, ...lightened]);
}

/** The mean anomaly that the sky has for an object: a hit's own one was drawn for the hit. */
function anomalyOf(sky: Population, id: number, indices: readonly number[]): Pick<Row, 'meanAnomalyRad'> {
  return { meanAnomalyRad: sky.meanAnomalyRad[indices.find((i) => sky.id[i] === id)!]! };
}

const bodiesOf = (spec: BreakUpSpec): Row[] =>
  spec.kind === 'collision' && 'row' in spec.projectile ? [spec.target, spec.projectile.row] : [spec.target];

function eventOf(spec: BreakUpSpec, result: BreakUp, parts: readonly Row[]): BreakUpEvent {
  return {
    kind: spec.kind,
    ids: parts.map((row) => row.id),
    month: spec.month,
    breakupId: spec.breakupId,
    speedKms: result.speedKms,
    energyJPerG: result.energyJPerG,
    catastrophic: result.catastrophic,
    fragments: result.rows.filter((row) => row.breakupId === spec.breakupId).length,
    left: result.left,
    smallCount: result.smallCount,
    cause: spec.kind === 'collision' ? 'tracked-object' : 'stored-energy',
  };
}
