import { describe, expect, it } from 'vitest';
import { bellMs, bellPlan } from '../../client/bell.ts';
import { bellScore, CUES, chord, noteOf, SCORES, scale } from '../../client/score.ts';
import type { Bell } from '../../shared/game/view/bell-shape.ts';
import type { View } from '../../shared/game/view/view-shape.ts';

const seats = ['A', 'B', 'C', 'D', 'E', 'F'].map((id) => ({ id }));
const bell = (outcome: Bell['outcome'], names: Bell['names']): Bell => ({
  outcome,
  names,
  text: 'i1',
  binds: [],
  missing: 0,
  places: 4,
  asks: [],
});
const free = (...ids: string[]): Bell['names'] => ids.map((seat) => ({ seat, by: 'free' }));
const full = bell('force', [{ seat: 'F', by: 'old' }, ...free('B', 'C'), { seat: 'A', by: 'met' }]);

/** Cents between two pitches: 1200 are an octave. */
const cents = (a: number, b: number): number => 1200 * Math.log2(b / a);

describe('the time of the bell', () => {
  it('names fall 0.7 s apart, those of before lie there first, and all is said after the last', () => {
    const { names, saidMs } = bellPlan(full);
    expect(names.map((n) => n.seat)).toEqual(['F', 'B', 'C', 'A']);
    const [old, ...fresh] = names.map((n) => n.landsMs);
    expect(old).toBeLessThan(fresh[0]!);
    expect(fresh.slice(1).map((ms, i) => ms - fresh[i]!)).toEqual([700, 700]);
    expect(saidMs).toBeGreaterThan(fresh[2]!);
    expect(bellPlan(bell('force', free('A', 'B', 'C', 'D', 'E', 'F'))).saidMs).toBeLessThan(7_000);
  });

  const at = (now: number, clock: object = {}) =>
    bellMs(
      { bell: full, clock: { phase: 'seal', startedAt: 1_000, endsAt: 31_000, ...clock } } as unknown as View,
      now,
    );
  it('rings twelve seconds by the clock of the phase, whenever one comes', () => {
    expect([at(900), at(1_000), at(6_500), at(12_999), at(13_000)]).toEqual([0, 0, 5_500, 11_999, null]);
    expect(at(6_500, { endsAt: null, pausedLeftMs: 9_000 })).toBe(5_500);
  });
  it('leaves half of a short phase to the orders, and rings in no other', () => {
    expect(at(7_999, { endsAt: 15_000 })).toBe(6_999);
    expect(at(8_000, { endsAt: 15_000 })).toBeNull();
    expect(at(6_500, { phase: 'resolution' })).toBeNull();
  });
});

describe('notes', () => {
  it('six delegations have six, upward on one scale of five, no two nearer than a whole tone', () => {
    const notes = seats.map(({ id }) => noteOf(seats, id));
    const steps = notes.slice(1).map((hz, i) => cents(notes[i]!, hz));
    for (const step of steps) expect(step).toBeGreaterThan(180);
    expect(cents(notes[0]!, notes[5]!)).toBeCloseTo(1200, 6);
    expect(notes[4]).toBeCloseTo(440, 6);
  });
  it('the bell: a knock, each name as its seal falls, the chord when it is said', () => {
    const score = bellScore(seats, full, null);
    const { names, saidMs } = bellPlan(full);
    expect(score[0]!.atS).toBe(0);
    for (const { seat, landsMs } of names)
      expect(score).toContainEqual(expect.objectContaining({ hz: noteOf(seats, seat), atS: landsMs / 1000 }));
    const last = score.filter((tone) => tone.atS >= saidMs / 1000).map((tone) => tone.hz);
    for (const { seat } of names) expect(last).toContain(noteOf(seats, seat));
  });
  it('closed on the root below all; open without it', () => {
    const notes = ['B', 'C'].map((id) => noteOf(seats, id));
    const lowest = (closed: boolean) => Math.min(...chord(notes, closed, 0).map((tone) => tone.hz));
    expect(lowest(false)).toBe(notes[0]);
    expect(lowest(true)).toBe(noteOf(seats, 'A') / 2);
    const low = (outcome: Bell['outcome']) =>
      bellScore(seats, bell(outcome, free('B', 'C')), null).some((tone) => tone.hz < noteOf(seats, 'A'));
    expect([low('force'), low('short')]).toEqual([true, false]);
  });
  it('nobody under it: one knock and nothing more', () => {
    const score = bellScore(seats, bell('none', []), null);
    expect(new Set(score.map((tone) => tone.atS))).toEqual(new Set([0]));
  });
  it('a page beside the wall plays its own note alone, or nothing', () => {
    expect(new Set(bellScore(seats, full, 'B').map((tone) => tone.atS)).size).toBe(1);
    expect(bellScore(seats, full, 'E')).toEqual([]);
  });
  it('a test: a second of nothing, then a fall and nothing after it', () => {
    expect(Math.min(...SCORES.strike.map((tone) => tone.atS))).toBe(1);
    for (const { hz, toHz } of SCORES.strike) expect(toHz).toBeLessThan(hz / 2);
  });
  it('three knocks before, one tone for crews', () => {
    expect(new Set(SCORES['last-minute'].map((tone) => tone.atS)).size).toBe(3);
    expect(SCORES.shelter).toHaveLength(1);
    expect(SCORES.shelter[0]!.loud).toBeLessThan(SCORES.message[0]!.loud);
  });
  it('ends by itself, can be heard and hurts nobody', () => {
    const fixed = CUES.flatMap((cue) => (cue in SCORES ? [SCORES[cue as keyof typeof SCORES]] : []));
    const all = [
      ...fixed,
      scale(seats),
      bellScore(seats, full, null),
      bellScore(seats, bell('force', free(...seats.map((s) => s.id))), null),
    ];
    for (const score of all) {
      expect(score.length).toBeGreaterThan(0);
      for (const { hz, toHz = hz, atS, forS } of score) {
        for (const pitch of [hz, toHz]) expect(pitch > 40 && pitch < 4_000, `${pitch} Hz`).toBe(true);
        expect(atS + forS).toBeLessThan(12);
      }
      // The loudest instant: what is struck at once, as it begins.
      for (const { atS } of score) {
        const loud = score
          .filter((tone) => tone.atS <= atS && atS < tone.atS + 0.05)
          .reduce((sum, tone) => sum + tone.loud, 0);
        expect(loud).toBeLessThan(2.5);
      }
    }
  });
});
