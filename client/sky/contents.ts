/** What the map holds: objects, their groups, what is shown and highlighted, and the bytes of it that the graphics card gets. */
import type { Layers, Rgb } from './layers.ts';
import {
  drawOrder,
  EMPTY_SKY,
  FLOATS_PER_OBJECT,
  type Motion,
  motionOf,
  packInto,
  planesDay,
  REPACK_DAYS,
  REPACK_PLANES_DAYS,
  type SkyObjects,
} from './motion.ts';
import { type ColourGroup, groupLooks, groupUniforms, rgb } from './palette.ts';
import { makePick, type Pick } from './picking.ts';
import { makePlayed } from './playback.ts';

export type Contents = {
  set(objects: SkyObjects, groups: readonly ColourGroup[]): void;
  show(groups: readonly boolean[]): void;
  highlight(ids: ReadonlySet<number> | null): void;
  /** shows the objects as on a day of their year; null ends that */
  play(day: number | null): void;
  objects(): SkyObjects;
  motion(): Motion;
  pick(): Pick;
  visible(): readonly boolean[];
  groupTable(): Float32Array;
  groupLooks(): Float32Array;
  anyFresh(): boolean;
  anyHighlight(): boolean;
  /** the row of an id, -1 when there is none */
  rowOf(id: number | null): number;
  /** the colour of a row's group, lightened for lines */
  lineColour(row: number): Rgb;
  /** brings the buffers up to date for an instant; returns days, and days of drift, since those they were packed for */
  upload(to: Layers, days: number): { days: number; drift: number };
  /** the buffers are gone: upload all of it next time */
  forgetBuffers(): void;
};

/** An empty sky. */
export function makeContents(): Contents {
  let objects = EMPTY_SKY;
  let motion = motionOf(EMPTY_SKY);
  let pick = makePick(motion);
  let order: Uint32Array = new Uint32Array(0);
  let packed = new Float32Array(0);
  let packedDay = 0;
  let packedDrift = 0;
  let played = makePlayed(EMPTY_SKY, motion);
  let firstFresh = 0;
  let marks = new Uint8Array(0);
  let groups: readonly ColourGroup[] = [];
  let visible: readonly boolean[] = [];
  let groupTable = groupUniforms([], []);
  let looks = groupLooks([]);
  let highlighted: ReadonlySet<number> | null = null;
  let anyFresh = false;
  let anyHighlight = false;
  let elementsStale = true;
  let freshStale = false;
  let marksStale = true;

  const mark = (): void => {
    anyHighlight = false;
    order.forEach((row, at) => {
      const chosen = highlighted?.has(objects.id[row]!) ? 1 : 0;
      if (chosen) anyHighlight = true;
      marks[4 * at] = objects.group[row]!;
      marks[4 * at + 1] = objects.fresh[row]!;
      marks[4 * at + 2] = chosen;
    });
    marksStale = true;
  };

  return {
    set(next, nextGroups) {
      groupTable = groupUniforms(nextGroups, visible);
      looks = groupLooks(nextGroups);
      objects = next;
      groups = nextGroups;
      const { day } = motion.played;
      motion = motionOf(next);
      pick = makePick(motion);
      played = makePlayed(next, motion);
      motion.played.day = day;
      if (day !== null) played(day);
      order = drawOrder(
        next,
        nextGroups.map(({ emphasis = 1, grow = 1, strength = 1 }) => emphasis * grow * strength),
      );
      packed = new Float32Array(FLOATS_PER_OBJECT * next.count);
      marks = new Uint8Array(4 * next.count);
      anyFresh = next.fresh.includes(1);
      // New objects are drawn last, so that those a played year moves about are one piece of the buffer.
      firstFresh = next.count - next.fresh.reduce((n, fresh) => n + fresh, 0);
      elementsStale = true;
      mark();
    },
    show(next) {
      visible = [...next];
      groupTable = groupUniforms(groups, visible);
    },
    highlight(ids) {
      highlighted = ids;
      mark();
    },
    play(day) {
      if (day === motion.played.day) return;
      motion.played.day = day;
      played(day ?? 0);
      freshStale = true;
    },
    objects: () => objects,
    motion: () => motion,
    pick: () => pick,
    visible: () => visible,
    groupTable: () => groupTable,
    groupLooks: () => looks,
    anyFresh: () => anyFresh,
    anyHighlight: () => anyHighlight,
    rowOf: (id) => (id === null ? -1 : objects.id.indexOf(id)),
    lineColour(row) {
      const [r, g, b] = rgb(groups[objects.group[row]!]?.colour ?? '#ffffff');
      return [0.7 * r + 0.3, 0.7 * g + 0.3, 0.7 * b + 0.3];
    },
    upload(to, days) {
      const drift = planesDay(motion, days);
      const old = Math.abs(days - packedDay) > REPACK_DAYS || Math.abs(drift - packedDrift) > REPACK_PLANES_DAYS;
      if (elementsStale || old) {
        packInto(packed, motion, order, days, drift);
        packedDay = days;
        packedDrift = drift;
        to.uploadObjects(packed);
      } else if (freshStale && firstFresh < order.length) {
        const last = packed.subarray(FLOATS_PER_OBJECT * firstFresh);
        packInto(last, motion, order.subarray(firstFresh), packedDay, packedDrift);
        to.uploadLast(last, firstFresh);
      }
      freshStale = false;
      if (marksStale) to.uploadMarks(marks);
      elementsStale = false;
      marksStale = false;
      return { days: days - packedDay, drift: drift - packedDrift };
    },
    forgetBuffers() {
      elementsStale = true;
      marksStale = true;
    },
  };
}
