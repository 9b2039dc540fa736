/**
 * An overlay as bytes and back: plain data, and no rule.
 *
 * Rounding: 100 m in height, 1.4 degrees in node, perigee and anomaly, a fortieth of a decade in size. A fragment is named by
 * its break-up and its place in it, from which its id is made again; a catalogue object by the step from the one before.
 */
import { causalId } from '../../../orbits/table/chance.ts';
import { EARTH_RADIUS_KM, TWO_PI, wrapAngle } from '../../../orbits/table/elements.ts';
import { DEBRIS, NO_ROW, type Row } from '../../../orbits/table/population.ts';
import { successorId } from '../../../orbits/table/traffic.ts';
import { type Reader, reader, type Writer, writer } from './bytes.ts';

const MAGIC = 0x4b4f564c; // 'KOVL'
const VERSION = 2;

/** A moved catalogue object: the elements that drag changes. */
export type Moved = Pick<
  Row,
  'id' | 'semiMajorAxisKm' | 'eccentricity' | 'raanRad' | 'argPerigeeRad' | 'meanAnomalyRad'
>;

/**
 * A catalogue object that stopped working, and the one that took its place: an equal on the same orbit, half a revolution on,
 * or on its own.
 */
export type Ended = {
  readonly id: number;
  /** month in which its mission ended, counted from the start */
  readonly month: number;
  /** null: none that is up */
  readonly successor: 'same-orbit' | Moved | null;
};

export type Overlay = {
  /** months since the start for which the elements hold; 0: the catalogue as it stands */
  readonly month: number;
  /** catalogue numbers that are still up, ascending; null: all */
  readonly present: readonly number[] | null;
  readonly moved: readonly Moved[];
  /** catalogue objects present that have stopped working since the start */
  readonly ended: readonly Ended[];
  /** objects that the game made; owner and fleet are indices into the lists below */
  readonly made: readonly Row[];
  readonly owners: readonly string[];
  readonly fleets: readonly string[];
};

const STEPS_PER_KM = 10;
const height = (a: number): number => Math.max(0, Math.round((a - EARTH_RADIUS_KM) * STEPS_PER_KM));
const share16 = (x: number, whole: number): number => Math.min(0xffff, Math.max(0, Math.round((x / whole) * 0xffff)));
const turn8 = (angle: number): number => Math.floor((wrapAngle(angle) / TWO_PI) * 256) & 255;
/** Sizes as steps of a fortieth of a decade around 1 m. */
const size8 = (sizeM: number): number =>
  Math.min(255, Math.max(0, Math.round(100 + 40 * Math.log10(Math.max(sizeM, 1e-3)))));

/** What is written of a made object as whole numbers; a cloud has one of each. */
const COUNTS = ['breakupId', 'parentId', 'owner', 'fleet', 'birthMonth', 'weight'] as const;
type Counts = Pick<Row, (typeof COUNTS)[number]>;
const readCounts = (from: Reader): Counts => Object.fromEntries(COUNTS.map((name) => [name, from.count()])) as Counts;

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

/**
 * Each number as the step from the one before, times four, plus a bit for "moved" and one for "stopped working". After one
 * that stopped: the month times three, plus how its successor is given.
 */
function writePresent(out: Writer, { present, moved, ended }: Overlay): void {
  out.u8(present ? 1 : 0);
  if (!present) return;
  out.count(present.length);
  const orbits = new Map(moved.map((row) => [row.id, row]));
  const stopped = new Map(ended.map((row) => [row.id, row]));
  let last = 0;
  for (const id of present) {
    const orbit = orbits.get(id);
    const end = stopped.get(id);
    out.count(4 * (id - last - 1) + (end ? 2 : 0) + (orbit ? 1 : 0));
    if (orbit) writeOrbit(out, orbit);
    if (end) writeEnd(out, end);
    last = id;
  }
}

function writeEnd(out: Writer, { month, successor }: Ended): void {
  out.count(3 * month + (successor === null ? NONE : successor === 'same-orbit' ? SAME_ORBIT : OWN_ORBIT));
  if (successor !== null && successor !== 'same-orbit') writeOrbit(out, successor);
}
const NONE = 0;
const SAME_ORBIT = 1;
const OWN_ORBIT = 2;

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
  for (const name of COUNTS) out.count(cloud[0]![name]);
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
  out.count(row.id);
  for (const name of COUNTS) out.count(row[name]);
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
  const ended: Ended[] = [];
  const present = from.u8() === 0 ? null : readPresent(from, moved, ended);
  const made: Row[] = [];
  for (let clouds = from.count(); clouds > 0; clouds--) readCloud(from, made);
  for (let left = from.count(); left > 0; left--) made.push(readSingle(from));
  if (!from.atEnd()) throw new Error('an overlay with bytes left over');
  return { month, present, moved, ended, made: made.sort((a, b) => a.id - b.id), owners, fleets };
}

function readPresent(from: Reader, moved: Moved[], ended: Ended[]): number[] {
  const present: number[] = [];
  let last = 0;
  for (let left = from.count(); left > 0; left--) {
    const step = from.count();
    last += Math.floor(step / 4) + 1;
    present.push(last);
    if (step % 2 === 1) moved.push(readOrbit(from, last));
    if (Math.floor(step / 2) % 2 === 1) ended.push(readEnd(from, last));
  }
  return present;
}

function readEnd(from: Reader, id: number): Ended {
  const value = from.count();
  const month = Math.floor(value / 3);
  const how = value % 3;
  const successor = how === NONE ? null : how === SAME_ORBIT ? 'same-orbit' : readOrbit(from, successorId(id, month));
  return { id, month, successor };
}

function readCloud(from: Reader, made: Row[]): void {
  const length = from.count();
  if (length === 0) return;
  const counts = readCounts(from);
  let place = -1;
  for (let left = length; left > 0; left--) {
    place += from.count() + 1;
    const orbit = readOrbit(from, causalId('fragment', counts.breakupId, counts.parentId, place));
    made.push({
      ...NO_ROW,
      ...orbit,
      ...readShape(from),
      ...counts,
      kind: DEBRIS,
    });
  }
}

const readShape = (from: Reader): Pick<Row, 'inclinationRad' | 'sizeM'> => ({
  inclinationRad: (from.u16() / 0xffff) * Math.PI,
  sizeM: 10 ** ((from.u8() - 100) / 40),
});

function readSingle(from: Reader): Row {
  const id = from.count();
  const counts = readCounts(from);
  const orbit = readOrbit(from, id);
  return {
    ...NO_ROW,
    ...orbit,
    ...readShape(from),
    ...counts,
    kind: from.u8(),
    flags: from.u8(),
  };
}
