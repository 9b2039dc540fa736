/** The sounds as notes: what is heard, when and how. Data alone, so that Node tests it; sound.ts plays it. Nothing here repeats itself. */
import type { Bell } from '../shared/game/view/bell-shape.ts';
import type { SeatCard } from '../shared/game/view/view-shape.ts';
import type { SeatId } from '../shared/vocabulary/index.ts';
import { bellPlan } from './bell.ts';

/** From the one that matters most; of what happens at once only the first is heard. */
export const CUES = [
  'strike',
  'bell',
  'shelter',
  'break-up',
  'new-phase',
  'last-minute',
  'text',
  'message',
  'seated',
  'news',
] as const;
export type Cue = (typeof CUES)[number];

/** One tone: pitch at its beginning and its end, Hz; when it begins and how long it fades, s; how loud, of 1. */
export type Tone = {
  readonly hz: number;
  readonly toHz?: number;
  readonly atS: number;
  readonly forS: number;
  readonly loud: number;
  readonly shape: OscillatorType;
};
export type Score = readonly Tone[];

/**
 * The pentatonic scale in just intonation: 1, 9/8, 5/4, 3/2, 5/3 of its root (Helmholtz, On the Sensations of Tone, 1863), so that any of
 * its notes sound well together. The root is 264 Hz: its sixth is then 440 Hz (ISO 16:1975).
 */
const ROOT_HZ = 264;
const RATIOS = [1, 9 / 8, 5 / 4, 3 / 2, 5 / 3] as const;

/** The note of a delegation: its place at the table is its place in the scale. */
export function noteOf(seats: readonly Pick<SeatCard, 'id'>[], id: SeatId): number {
  const place = seats.findIndex((seat) => seat.id === id);
  return ROOT_HZ * RATIOS[place % RATIOS.length]! * 2 ** Math.floor(place / RATIOS.length);
}

const ring = (hz: number, atS: number, forS = 0.5, loud = 0.5): Tone => ({ hz, atS, forS, loud, shape: 'sine' });
/** A struck note: its octave above fades sooner. */
const struck = (hz: number, atS: number, forS: number, loud: number): Score => [
  ring(hz, atS, forS, loud),
  ring(2 * hz, atS, forS / 3, loud / 4),
];
const wood = (hz: number, atS: number): Tone => ({ hz, atS, forS: 0.09, loud: 0.5, shape: 'triangle' });
const KNOCK_HZ = 330;
const knock = (atS: number): Score => [wood(KNOCK_HZ, atS), wood(2 * KNOCK_HZ, atS)];

/** Sounds that are always the same. The others follow from who is in them. */
type Fixed = Exclude<Cue, 'bell' | 'text' | 'seated'>;
export const SCORES: Readonly<Record<Fixed, Score>> = {
  // everything stops (sound.ts), a second of nothing, and a low fall
  strike: [
    { hz: 130, toHz: 46, atS: 1, forS: 2.2, loud: 0.9, shape: 'sine' },
    { hz: 197, toHz: 70, atS: 1, forS: 0.9, loud: 0.25, shape: 'sawtooth' },
  ],
  // one tone, far off
  shelter: [{ hz: 740, toHz: 735, atS: 0, forS: 1.8, loud: 0.16, shape: 'sine' }],
  // a short fall: something has broken
  'break-up': [{ hz: 197, toHz: 98, atS: 0, forS: 0.8, loud: 0.5, shape: 'sine' }],
  // a fifth up: something begins
  'new-phase': [ring(440, 0), ring(660, 0.14, 0.8)],
  // three knocks: a minute to the bell
  'last-minute': [0, 0.22, 0.44].flatMap(knock),
  // one bell: for you
  message: [ring(784, 0, 0.45), ring(1568, 0, 0.2, 0.15)],
  // a third down: read this
  news: [ring(660, 0, 0.35, 0.35), ring(528, 0.16, 0.5, 0.35)],
};

const CHORD_S = 3.4;

/**
 * Names under a text as a chord. Closed: on its root and fifth, an octave below every delegation; unfinished it has neither and stays open.
 */
export function chord(notes: readonly number[], isClosed: boolean, atS: number): Score {
  const loud = 0.7 / Math.max(2, notes.length);
  const closing = isClosed ? [ROOT_HZ / 2, (ROOT_HZ * 3) / 4] : [];
  return [
    ...notes.flatMap((hz, i) => struck(hz, atS + i * 0.02, CHORD_S, loud)),
    ...closing.flatMap((hz) => struck(hz, atS, CHORD_S * 1.3, 0.3)),
  ];
}

/** Each delegation once, up the scale: what a tap on the wall in the lobby lets be heard. */
export const scale = (seats: readonly Pick<SeatCard, 'id'>[]): Score =>
  seats.flatMap(({ id }, i) => struck(noteOf(seats, id), i * 0.18, 0.9, 0.35));

/** A delegation has sat down. */
export const seated = (seats: readonly Pick<SeatCard, 'id'>[], id: SeatId): Score =>
  struck(noteOf(seats, id), 0, 1.1, 0.4);

/**
 * The bell: one knock, each name's note as its seal falls, then the chord. The wall plays all of it; a seat's own page beside a wall only
 * the note of its delegation, so that a room of them is heard as one.
 * @param only that delegation's note alone; null: everything
 */
export function bellScore(seats: readonly Pick<SeatCard, 'id'>[], bell: Bell, only: SeatId | null): Score {
  const { names, saidMs } = bellPlan(bell);
  const notes = names
    .filter(({ seat }) => only === null || seat === only)
    .flatMap(({ seat, landsMs }) => struck(noteOf(seats, seat), landsMs / 1000, 1.6, 0.4));
  if (only !== null) return notes;
  const isClosed = bell.outcome === 'force' || bell.outcome === 'joined' || bell.outcome === 'stands';
  const all = names.map(({ seat }) => noteOf(seats, seat));
  return [...knock(0), ...notes, ...(all.length > 0 ? chord(all, isClosed, saidMs / 1000) : [])];
}
