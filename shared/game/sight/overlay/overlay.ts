/**
 * What a viewer knows of the sky beyond the public catalogue of the start, as few bytes as it takes: which catalogue objects are
 * still up and which have stopped working, new elements of those that drag or their own engines have moved, and what the game
 * made. The catalogue itself is one file that everybody has; `withOverlay` puts the two together.
 *
 * Elements are those of the overlay's month, rounded to what a year of prediction is worth: 100 m in altitude, 1.4 degrees
 * in node, perigee and anomaly.
 */

import { densityKgM3 } from '../../../orbits/motion/atmosphere.ts';
import { GRAVEYARD_KM } from '../../../orbits/motion/belt.ts';
import { DRAG_COEFFICIENT } from '../../../orbits/motion/decay.ts';
import { PULLED_ABOVE_KM } from '../../../orbits/motion/pull.ts';
import { FIRST_CAUSAL_ID } from '../../../orbits/table/chance.ts';
import { contentHash } from '../../../orbits/table/content-hash.ts';
import {
  DAYS_PER_MONTH,
  EARTH_RADIUS_KM,
  GEO_RADIUS_KM,
  MU_KM3_S2,
  perigeeAltitudeKm,
  SECONDS_PER_DAY,
  TWO_PI,
} from '../../../orbits/table/elements.ts';
import {
  ACTIVE,
  indexOf,
  MANOEUVRABLE,
  NO_ROW,
  PASSIVATED,
  type Population,
  type Row,
} from '../../../orbits/table/population.ts';
import { successorId } from '../../../orbits/table/traffic.ts';
import type { Viewer } from '../../roles.ts';
import type { Game, State } from '../../state.ts';
import { trackedSizeM } from '../knowing.ts';
import { isTracked } from '../tracked.ts';
import { type Ended, encodeOverlay, type Moved, type Overlay } from './overlay-codec.ts';

/**
 * Size from which a viewer sees debris in low orbit that is not in the catalogue, m: its own sensors', the public's, or all of it.
 */
function seenFromM(state: State, viewer: Viewer): number {
  if (viewer.kind === 'seat') return trackedSizeM(state, viewer.seat);
  return viewer.kind === 'facilitator' ? 0 : state.scenario.publicSizeM;
}

/** A name that changes when the viewer's overlay does; made only of what the viewer may know. */
export function overlayVersion(state: State, viewer: Viewer): string {
  return `${state.turnsDone.length}-${Math.round(1000 * seenFromM(state, viewer))}-${hashOf(state.turnsDone)}`;
}

const hashes = new WeakMap<State['turnsDone'], string>();
/** A hash of what the years did, but for what they hid. Asked for with every view, and changed once a year. */
function hashOf(done: State['turnsDone']): string {
  const known = hashes.get(done);
  if (known !== undefined) return known;
  const turns = JSON.stringify(done.map((turn) => ({ ...turn, skyHash: '' })));
  const units = Uint8Array.from(turns, (char) => char.charCodeAt(0) & 255);
  const hash = contentHash(units).slice(0, 12);
  hashes.set(done, hash);
  return hash;
}

/** The bytes of a viewer's overlay. Reveals of the debrief change what is said about objects, not where they are. */
export function skyFor(game: Game, viewer: Viewer): Uint8Array {
  const { state, sky } = game;
  return encodeOverlay(overlayOf(sky, seenFromM(state, viewer), state.turnsDone.length === 0));
}

/** The overlay of a sky for one who sees new debris in low orbit from a size on, m; 0: all of it, wherever it is. */
export function overlayOf(sky: Population, fromSizeM: number, untouched: boolean): Overlay {
  const month = sky.epochMonth;
  if (untouched) return { month, present: null, moved: [], ended: [], made: [], owners: [], fleets: [] };
  const present: number[] = [];
  const moved: Moved[] = [];
  const ended: Ended[] = [];
  const succeeds = new Set<number>();
  for (let i = 0; i < sky.count; i++) if (hasStopped(sky, i)) ended.push(endedAt(sky, i, succeeds));
  const made: Row[] = [];
  const owners = namesUsed();
  const fleets = namesUsed();
  for (let i = 0; i < sky.count; i++) {
    const id = sky.id[i]!;
    if (id < FIRST_CAUSAL_ID) {
      present.push(id);
      if (mayHaveMoved(sky, i) || wasRaised(sky, i)) moved.push(movedAt(sky, i));
    } else if (!succeeds.has(id) && (fromSizeM === 0 || isTracked(sky, i, fromSizeM))) {
      const owner = owners.indexOf(sky.owners[sky.owner[i]!]!);
      made.push({ ...rowOf(sky, i), owner, fleet: fleets.indexOf(sky.fleets[sky.fleet[i]!]!) });
    }
  }
  return { month, present, moved, ended, made, owners: owners.names, fleets: fleets.names };
}

/** A list of names that grows as they are asked for. */
function namesUsed(): { readonly names: string[]; readonly indexOf: (name: string) => number } {
  const names: string[] = [];
  const known = new Map<string, number>();
  return {
    names,
    indexOf: (name) => {
      const at = known.get(name) ?? names.push(name) - 1;
      known.set(name, at);
      return at;
    },
  };
}

/** Drag that could have lowered an object by less than this since the start, km, is not worth a line: it is a pixel on a map. */
const MOVED_KM = 10;
const HIGH_F107 = 150;

/**
 * Whether drag may have moved a catalogue object since the start: da/dt = rho B sqrt(mu a) with the density at perigee and
 * high solar activity. An eccentric orbit feels it for a short spell at perigee, but at high speed: times
 * sqrt(H / (2 pi a e)) (1 + e)^1.5 / (1 - e)^0.5, H the scale height (D. King-Hele, Satellite Orbits in an Atmosphere, 1987,
 * leading term for a e >> H).
 */
function mayHaveMoved(sky: Population, i: number): boolean {
  const keeps = ACTIVE | MANOEUVRABLE;
  if ((sky.flags[i]! & keeps) === keeps) return false;
  const a = sky.semiMajorAxisKm[i]!;
  const e = sky.eccentricity[i]!;
  const perigee = perigeeAltitudeKm(a, e);
  if (perigee > DRAG_TOP_KM) return false;
  // Where Sun, Moon and sunlight move a perigee it may have been lower in between, by hundreds of km.
  if (a * (1 + e) - EARTH_RADIUS_KM > PULLED_ABOVE_KM) return sky.epochMonth > 0;
  // kg/m3 * m2/kg = 1/m = 1000/km; sqrt(mu a) in km2/s
  const perSecond =
    densityKgM3(perigee, HIGH_F107) * 1000 * DRAG_COEFFICIENT * sky.areaToMassM2Kg[i]! * Math.sqrt(MU_KM3_S2 * a);
  const spell = Math.sqrt(SCALE_HEIGHT_KM / (TWO_PI * Math.max(1e-9, a * e))) * Math.sqrt((1 + e) ** 3 / (1 - e));
  return Math.min(1, spell) * perSecond * sky.epochMonth * DAYS_PER_MONTH * SECONDS_PER_DAY > MOVED_KM;
}
const DRAG_TOP_KM = 1500;
/** Scale height of the upper air at 700 to 800 km; lower down this errs on the safe side. */
const SCALE_HEIGHT_KM = 120;

/** A catalogue object that worked at the start and does no longer: only such a one has a month in which its mission ended. */
const hasStopped = (sky: Population, i: number): boolean =>
  sky.id[i]! < FIRST_CAUSAL_ID && (sky.flags[i]! & ACTIVE) === 0 && sky.missionEndMonth[i]! !== NO_ROW.missionEndMonth;

/** One that was raised out of the geostationary belt at the end of its mission. */
const wasRaised = (sky: Population, i: number): boolean =>
  hasStopped(sky, i) && sky.semiMajorAxisKm[i]! > GEO_RADIUS_KM + GRAVEYARD_KM;

/** When it stopped and, where the one that took its place is still up, where that one is; notes its id. */
function endedAt(sky: Population, i: number, succeeds: Set<number>): Ended {
  const id = sky.id[i]!;
  const month = sky.missionEndMonth[i]!;
  const successor = successorId(id, month);
  const row = indexOf(sky, successor);
  if (row < 0) return { id, month, successor: null };
  succeeds.add(successor);
  const keeps = (sky.flags[row]! & MANOEUVRABLE) !== 0;
  return { id, month, successor: keeps ? 'same-orbit' : movedAt(sky, row) };
}

const movedAt = (sky: Population, i: number): Moved => ({
  id: sky.id[i]!,
  semiMajorAxisKm: sky.semiMajorAxisKm[i]!,
  eccentricity: sky.eccentricity[i]!,
  raanRad: sky.raanRad[i]!,
  argPerigeeRad: sky.argPerigeeRad[i]!,
  meanAnomalyRad: sky.meanAnomalyRad[i]!,
});

/** A made object as others know it: no mass, no ballistic data, nothing about what energy is left in it. */
const rowOf = (sky: Population, i: number): Row => ({
  ...NO_ROW,
  ...movedAt(sky, i),
  inclinationRad: sky.inclinationRad[i]!,
  breakupId: sky.breakupId[i]!,
  parentId: sky.parentId[i]!,
  sizeM: sky.sizeM[i]!,
  weight: sky.weight[i]!,
  birthMonth: sky.birthMonth[i]!,
  kind: sky.kind[i]!,
  flags: sky.flags[i]! & ~PASSIVATED,
});
