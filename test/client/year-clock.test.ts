/** A year on the wall: tied to the clock of its phase, however few frames are drawn, and no word of a month before it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { msPassed, newModel, tick } from '../../client/model.ts';
import { headlinesOf, LARGE_PIECES, toldAt } from '../../client/panels/wall/year-model.ts';
import { yearAt, yearPlan } from '../../client/sky/year-clock.ts';
import type { News } from '../../shared/game/news.ts';
import type { View } from '../../shared/game/view/view-shape.ts';

const PHASE_MS = 60_000;
const STARTED = 5_000_000;
const shelf = { getItem: () => null, setItem() {}, removeItem() {}, lasting: { value: true } } as never;

/** A wall on which the year has just arrived; its clock and the server's are this far apart, ms. */
function wallOf(apart: number, clock: Partial<View['clock']> = {}) {
  const model = newModel('ABCDEF', null, shelf, 0);
  model.offsets = [apart];
  model.view.value = {
    clock: { phase: 'resolution', extendedS: 0, pausedLeftMs: null, endsAt: STARTED + PHASE_MS, ...clock },
    seconds: { resolution: PHASE_MS / 1000 },
  } as unknown as View;
  return model;
}

test('with frames held to one a second each shows its own instant, within 0.1 s, and the month of it', () => {
  const apart = 1_234;
  const model = wallOf(apart);
  const plan = yearPlan(PHASE_MS, 6);
  // Months of two seconds; the sixth is held for 5.2 s, of which the rest of the year makes nothing up.
  const monthAt = (ms: number): number =>
    ms < 15_200 ? Math.min(6, Math.floor(ms / 2_000) + 1) : yearAt(plan, ms).month;
  for (let frame = 0; frame <= 60; frame++) {
    const truly = frame * 1_000 + ((frame * 373) % 700);
    const device = STARTED + truly - apart;
    // The page's own tick is as late as its frames.
    if (frame % 3 === 0) tick(model, device);
    const shown = msPassed(model, device);
    expect(Math.abs(shown - Math.min(truly, PHASE_MS)), `frame ${frame}`).toBeLessThanOrEqual(100);
    const at = yearAt(plan, shown);
    expect(at.month, `frame ${frame}`).toBe(monthAt(truly));
    if (truly < 29_200) expect(at.part).not.toBe('headlines');
  }
});

test('a pause holds the year, and more time does not move it', () => {
  const paused = wallOf(0, { endsAt: null, pausedLeftMs: 45_000 });
  expect(msPassed(paused, STARTED + 999_999)).toBe(15_000);
  const longer = wallOf(0, { extendedS: 60, endsAt: STARTED + PHASE_MS + 60_000 });
  expect(msPassed(longer, STARTED + 7_000)).toBe(7_000);
});

const phases = fc.record({
  phaseMs: fc.integer({ min: 8_000, max: 300_000 }),
  loud: fc.option(fc.integer({ min: 1, max: 12 })),
});

test('the days run from the year’s first to its last, never back, and the parts come in order', () => {
  fc.assert(
    fc.property(phases, fc.boolean(), ({ phaseMs, loud }, whole) => {
      const plan = yearPlan(phaseMs, loud);
      const parts = ['play', 'hold', 'play', 'headlines', 'card'];
      let [day, part] = [-366, 0];
      for (let ms = 0; ms <= phaseMs; ms += phaseMs / 400) {
        const at = yearAt(plan, ms, whole);
        if (!whole) expect(at.day).toBeGreaterThanOrEqual(day - 1e-9);
        while (parts[part] !== at.part) part++;
        expect(part).toBeLessThan(parts.length);
        if (at.part === 'hold') expect(at.month).toBe(loud);
        day = at.day;
      }
      expect(day).toBe(0);
      expect(plan.frontPageAt).toBeLessThan(phaseMs);
    }),
  );
});

const event = fc.record({
  month: fc.integer({ min: 1, max: 12 }),
  pieces: fc.integer({ min: 1, max: 900 }),
  kind: fc.constantFrom('explosion', 'collision', 'strike-unknown'),
});

test('no word of a month before it, and all that is large is told before the year card', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 14 }), (events) => {
      const news = events.map(
        ({ month, pieces, kind }, i): News => ({
          id: `n${i}`,
          turn: 2,
          month,
          to: null,
          tone: kind === 'strike-unknown' ? 'loud' : 'warn',
          words: { key: `news.${kind}`, params: { tracked: pieces, altitudeKm: 700 } },
        }),
      );
      const incidents = events.map(({ month, pieces, kind }, i) => ({
        id: `i${i}`,
        turn: 2,
        month,
        trackedPublic: pieces,
        loud: kind === 'strike-unknown' ? { cause: 'intercept', by: null } : null,
      }));
      const view = { clock: { turn: 2 }, news, incidents } as unknown as View;
      const loudest = [...incidents].sort(
        (a, b) => Number(b.loud !== null) - Number(a.loud !== null) || b.trackedPublic - a.trackedPublic,
      )[0];
      const held = loudest && (loudest.loud || loudest.trackedPublic >= LARGE_PIECES) ? loudest : null;
      const plan = yearPlan(PHASE_MS, held?.month ?? null);
      const told = new Set<string>();
      let heldOnce = false;
      for (let ms = 0; ms < plan.cardAt; ms += 100) {
        const at = yearAt(plan, ms);
        const share = (ms - plan.headlinesAt) / (plan.cardAt - plan.headlinesAt);
        const { held: now, lines } = toldAt(view, at, share);
        if (now) {
          expect(now.month).toBeLessThanOrEqual(at.month);
          heldOnce ||= now.id === held?.id;
        }
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) {
          expect(line.kind === 'news' ? line.item.month : line.month).toBeLessThanOrEqual(at.month);
          told.add(line.kind === 'news' ? line.item.id : 'small');
        }
      }
      expect(heldOnce).toBe(held !== null);
      events.forEach(({ pieces, kind }, i) => {
        const large = pieces >= LARGE_PIECES || kind === 'strike-unknown';
        expect(told.has(large ? `n${i}` : 'small')).toBe(true);
      });
      // Small ones make one line, whatever their number; the weightiest stands first.
      const lines = headlinesOf(view, 12);
      expect(lines.filter((line) => line.kind === 'small').length).toBeLessThanOrEqual(1);
      const first = lines[0];
      if (events.some(({ kind }) => kind === 'strike-unknown'))
        expect(first?.kind === 'news' && first.item.tone).toBe('loud');
    }),
  );
});
