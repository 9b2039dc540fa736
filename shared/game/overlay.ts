/**
 * What a viewer knows of the sky beyond the public catalogue of the start, as few bytes as it takes: which catalogue
 * objects are still up, new elements of those that drag has moved, and what the game made. The catalogue itself is one file
 * that everybody has; `withOverlay` puts the two together.
 *
 * Elements are those of the overlay's month, rounded to what a year of prediction is worth: 100 m in altitude, 1.4 degrees
 * in node, perigee and anomaly.
 */

import { densityKgM3 } from '../orbits/atmosphere.ts';
import { causalId, FIRST_CAUSAL_ID } from '../orbits/chance.ts';
import { DRAG_COEFFICIENT } from '../orbits/decay.ts';
import {
  DAYS_PER_MONTH,
  EARTH_RADIUS_KM,
  MU_KM3_S2,
  perigeeAltitudeKm,
  SECONDS_PER_DAY,
  TWO_PI,
  wrapAngle,
} from '../orbits/elements.ts';
import {
  ACTIVE,
  contentHash,
  DEBRIS,
  draftOf,
  indexOf,
  MANOEUVRABLE,
  NO_ROW,
  PASSIVATED,
  type Population,
  pick,
  type Row,
  withRows,
} from '../orbits/population.ts';
import { driftAngles } from '../orbits/secular.ts';
import type { RevealStep } from '../vocabulary/index.ts';
import { type Reader, reader, type Writer, writer } from './bytes.ts';
import { trackedSizeM } from './knowing.ts';
import type { Game, State, Viewer } from './state.ts';

const MAGIC = 0x4b4f564c; // 'KOVL'
const VERSION = 1;

/** A moved catalogue object: the elements that drag changes. */
export type Moved = Pick<
  Row,
  'id' | 'semiMajorAxisKm' | 'eccentricity' | 'raanRad' | 'argPerigeeRad' | 'meanAnomalyRad'
>;

export type Overlay = {
  /** months since the start for which the elements hold; 0: the catalogue as it stands */
  readonly month: number;
  /** catalogue numbers that are still up, ascending; null: all */
  readonly present: readonly number[] | null;
  readonly moved: readonly Moved[];
  /** objects that the game made; owner and fleet are indices into the lists below */
  readonly made: readonly Row[];
  readonly owners: readonly string[];
  readonly fleets: readonly string[];
};

/** Size from which a viewer sees what is not in the catalogue, m: its own sensors', the public's, or everything. */
function seenFromM(state: State, viewer: Viewer): number {
  if (viewer.kind === 'seat') return trackedSizeM(state, viewer.seat);
  return viewer.kind === 'facilitator' ? 0 : state.scenario.publicSizeM;
}

/** A name that changes when the viewer's overlay does; made only of what the viewer may know. */
export function overlayVersion(
  state: State,
  viewer: Viewer,
  _revealed: readonly RevealStep[] = state.revealed,
): string {
  const turns = JSON.stringify(state.turnsDone.map((turn) => ({ ...turn, skyHash: '' })));
  const units = Uint8Array.from(turns, (char) => char.charCodeAt(0) & 255);
  return `${state.turnsDone.length}-${Math.round(1000 * seenFromM(state, viewer))}-${contentHash(units).slice(0, 12)}`;
}

/** The bytes of a viewer's overlay. Reveals of the debrief change what is said about objects, not where they are. */
export function skyFor(game: Game, viewer: Viewer, _revealed: readonly RevealStep[] = game.state.revealed): Uint8Array {
  const { state, sky } = game;
  return encodeOverlay(overlayOf(sky, seenFromM(state, viewer), state.turnsDone.length === 0));
}

/** The overlay of a sky for one who sees made objects from a size on. */
export function overlayOf(sky: Population, fromSizeM: number, untouched: boolean): Overlay {
  const month = sky.epochMonth;
  if (untouched) return { month, present: null, moved: [], made: [], owners: [], fleets: [] };
  const present: number[] = [];
  const moved: Moved[] = [];
  const made: Row[] = [];
  const owners = namesUsed();
  const fleets = namesUsed();
  for (let i = 0; i < sky.count; i++) {
    const id = sky.id[i]!;
    if (id < FIRST_CAUSAL_ID) {
      present.push(id);
      if (mayHaveMoved(sky, i)) moved.push(movedAt(sky, i));
    } else if (sky.sizeM[i]! >= fromSizeM) {
      const owner = owners.indexOf(sky.owners[sky.owner[i]!]!);
      made.push({ ...rowOf(sky, i), owner, fleet: fleets.indexOf(sky.fleets[sky.fleet[i]!]!) });
    }
  }
  return { month, present, moved, made, owners: owners.names, fleets: fleets.names };
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
  const perigee = perigeeAltitudeKm(a, sky.eccentricity[i]!);
  if (perigee > DRAG_TOP_KM) return false;
  // kg/m3 * m2/kg = 1/m = 1000/km; sqrt(mu a) in km2/s
  const perSecond =
    densityKgM3(perigee, HIGH_F107) * 1000 * DRAG_COEFFICIENT * sky.areaToMassM2Kg[i]! * Math.sqrt(MU_KM3_S2 * a);
  const e = sky.eccentricity[i]!;
  const spell = Math.sqrt(SCALE_HEIGHT_KM / (TWO_PI * Math.max(1e-9, a * e))) * Math.sqrt((1 + e) ** 3 / (1 - e));
  return Math.min(1, spell) * perSecond * sky.epochMonth * DAYS_PER_MONTH * SECONDS_PER_DAY > MOVED_KM;
}
const DRAG_TOP_KM = 1500;
/** Scale height of the upper air at 700 to 800 km; lower down this errs on the safe side. */
const SCALE_HEIGHT_KM = 120;

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

const STEPS_PER_KM = 10;
const height = (a: number): number => Math.max(0, Math.round((a - EARTH_RADIUS_KM) * STEPS_PER_KM));
const share16 = (x: number, whole: number): number => Math.min(0xffff, Math.max(0, Math.round((x / whole) * 0xffff)));
const turn8 = (angle: number): number => Math.floor((wrapAngle(angle) / TWO_PI) * 256) & 255;
/** Sizes as steps of a fortieth of a decade around 1 m. */
const size8 = (sizeM: number): number =>
  Math.min(255, Math.max(0, Math.round(100 + 40 * Math.log10(Math.max(sizeM, 1e-3)))));

function writeOrbit(out: Writer, row: Moved): void {
  out.count(height(row.semiMajorAxisKm));
  out.u16(share16(row.eccentricity, 1));
  out.u8(turn8(row.raanRad));
  out.u8(turn8(row.argPerigeeRad));
  out.u8(turn8(row.meanAnomalyRad));
}

function readOrbit(from: Reader, id: number): Moved {
  const angle = (): number => ((from.u8() + 0.5) / 256) * TWO_PI;
  return {
    id,
    semiMajorAxisKm: EARTH_RADIUS_KM + from.count() / STEPS_PER_KM,
    eccentricity: from.u16() / 0xffff,
    raanRad: angle(),
    argPerigeeRad: angle(),
    meanAnomalyRad: angle(),
  };
}

/** An overlay as bytes. Fragments are named by their break-up and place in it, from which the ids are made again. */
export function encodeOverlay(overlay: Overlay): Uint8Array {
  const out = writer();
  out.u32(MAGIC);
  out.u16(VERSION);
  out.u16(overlay.month);
  for (const list of [overlay.owners, overlay.fleets]) {
    out.count(list.length);
    for (const name of list) out.text(name);
  }
  writePresent(out, overlay);
  const clouds = new Map<string, Row[]>();
  const single: Row[] = [];
  for (const row of overlay.made) {
    if (row.kind !== DEBRIS || row.breakupId === 0) {
      single.push(row);
      continue;
    }
    const name = `${row.breakupId}/${row.parentId}/${row.weight}`;
    const cloud = clouds.get(name);
    if (cloud) cloud.push(row);
    else clouds.set(name, [row]);
  }
  const places: { cloud: Row[]; places: number[] }[] = [];
  for (const cloud of clouds.values()) places.push(placesOf(cloud, single));
  out.count(places.length);
  for (const { cloud, places: at } of places) writeCloud(out, cloud, at);
  out.count(single.length);
  for (const row of single) writeSingle(out, row);
  return out.done();
}

function writePresent(out: Writer, { present, moved }: Overlay): void {
  out.u8(present ? 1 : 0);
  if (!present) return;
  out.count(present.length);
  const orbits = new Map(moved.map((row) => [row.id, row]));
  let last = 0;
  for (const id of present) {
    const orbit = orbits.get(id);
    out.count(2 * (id - last - 1) + (orbit ? 1 : 0));
    if (orbit) writeOrbit(out, orbit);
    last = id;
  }
}

/** A cloud's rows by their place in the break-up; rows whose id is not made of a place go to `single`. */
function placesOf(rows: readonly Row[], single: Row[]): { cloud: Row[]; places: number[] } {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const { breakupId, parentId } = rows[0]!;
  const cloud: Row[] = [];
  const places: number[] = [];
  // A cloud has lost some of its places to re-entry or to the thin sky's sample; none has more than this.
  for (let place = 0; byId.size > 0 && place < MOST_PLACES; place++) {
    const id = causalId('fragment', breakupId, parentId, place);
    const row = byId.get(id);
    if (!row) continue;
    byId.delete(id);
    cloud.push(row);
    places.push(place);
  }
  single.push(...byId.values());
  return { cloud, places };
}
const MOST_PLACES = 30_000;

function writeCloud(out: Writer, cloud: readonly Row[], places: readonly number[]): void {
  out.count(cloud.length);
  if (cloud.length === 0) return;
  const { breakupId, parentId, owner, fleet, birthMonth, weight } = cloud[0]!;
  for (const value of [breakupId, parentId, owner, fleet, birthMonth, weight]) out.count(value);
  let last = -1;
  cloud.forEach((row, i) => {
    out.count(places[i]! - last - 1);
    last = places[i]!;
    writeOrbit(out, row);
    out.u16(share16(row.inclinationRad, Math.PI));
    out.u8(size8(row.sizeM));
  });
}

function writeSingle(out: Writer, row: Row): void {
  for (const value of [row.id, row.breakupId, row.parentId, row.owner, row.fleet, row.birthMonth, row.weight])
    out.count(value);
  writeOrbit(out, row);
  out.u16(share16(row.inclinationRad, Math.PI));
  out.u8(size8(row.sizeM));
  out.u8(row.kind);
  out.u8(row.flags);
}

/** The overlay of bytes. Throws an error that says what is wrong with them. */
export function decodeOverlay(bytes: Uint8Array): Overlay {
  const from = reader(bytes);
  if (bytes.length < 8 || from.u32() !== MAGIC) throw new Error('not an overlay: wrong first bytes');
  const version = from.u16();
  if (version !== VERSION) throw new Error(`overlay format ${version}, this program reads ${VERSION}`);
  const month = from.u16();
  const list = (): string[] => Array.from({ length: from.count() }, () => from.text());
  const owners = list();
  const fleets = list();
  const moved: Moved[] = [];
  const present = from.u8() === 0 ? null : readPresent(from, moved);
  const made: Row[] = [];
  for (let clouds = from.count(); clouds > 0; clouds--) readCloud(from, made);
  for (let left = from.count(); left > 0; left--) made.push(readSingle(from));
  if (!from.atEnd()) throw new Error('an overlay with bytes left over');
  return { month, present, moved, made: made.sort((a, b) => a.id - b.id), owners, fleets };
}

function readPresent(from: Reader, moved: Moved[]): number[] {
  const present: number[] = [];
  let last = 0;
  for (let left = from.count(); left > 0; left--) {
    const step = from.count();
    last += Math.floor(step / 2) + 1;
    present.push(last);
    if (step % 2 === 1) moved.push(readOrbit(from, last));
  }
  return present;
}

function readCloud(from: Reader, made: Row[]): void {
  const length = from.count();
  if (length === 0) return;
  const [breakupId, parentId, owner, fleet, birthMonth, weight] = Array.from({ length: 6 }, from.count) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  let place = -1;
  for (let left = length; left > 0; left--) {
    place += from.count() + 1;
    const orbit = readOrbit(from, causalId('fragment', breakupId, parentId, place));
    made.push({
      ...NO_ROW,
      ...orbit,
      ...readShape(from),
      breakupId,
      parentId,
      owner,
      fleet,
      birthMonth,
      weight,
      kind: DEBRIS,
    });
  }
}

const readShape = (from: Reader): Pick<Row, 'inclinationRad' | 'sizeM'> => ({
  inclinationRad: (from.u16() / 0xffff) * Math.PI,
  sizeM: 10 ** ((from.u8() - 100) / 40),
});

function readSingle(from: Reader): Row {
  const [id, breakupId, parentId, owner, fleet, birthMonth, weight] = Array.from({ length: 7 }, from.count) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const orbit = readOrbit(from, id);
  return {
    ...NO_ROW,
    ...orbit,
    ...readShape(from),
    breakupId,
    parentId,
    owner,
    fleet,
    birthMonth,
    weight,
    kind: from.u8(),
    flags: from.u8(),
  };
}

/** The catalogue of the start and an overlay as one sky at the overlay's month, objects drifted by J2. */
export function withOverlay(start: Population, overlay: Overlay): Population {
  const rows = overlay.present
    ? Int32Array.from(overlay.present, (id) => indexOf(start, id)).filter((row) => row >= 0)
    : Int32Array.from({ length: start.count }, (_, row) => row);
  const sky = draftOf({ ...pick(start, rows), epochMonth: overlay.month });
  driftAngles(sky, (overlay.month - start.epochMonth) * DAYS_PER_MONTH);
  for (const orbit of overlay.moved) {
    const row = indexOf(sky, orbit.id);
    if (row < 0) continue;
    sky.semiMajorAxisKm[row] = orbit.semiMajorAxisKm;
    sky.eccentricity[row] = orbit.eccentricity;
    sky.raanRad[row] = orbit.raanRad;
    sky.argPerigeeRad[row] = orbit.argPerigeeRad;
    sky.meanAnomalyRad[row] = orbit.meanAnomalyRad;
  }
  const owners = [...sky.owners];
  const fleets = [...sky.fleets];
  const made = overlay.made.map((row) => ({
    ...row,
    owner: placeIn(owners, overlay.owners[row.owner]!),
    fleet: placeIn(fleets, overlay.fleets[row.fleet]!),
  }));
  return withRows({ ...sky, owners, fleets, epochMonth: overlay.month }, made);
}

/** Index of a name in a list, which gets it if it lacks it. */
function placeIn(names: string[], name: string): number {
  const at = names.indexOf(name);
  return at >= 0 ? at : names.push(name) - 1;
}
