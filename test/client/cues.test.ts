import { describe, expect, it } from 'vitest';
import { cueOf, lastMinuteBegins, scoreOf } from '../../client/cues.ts';
import { noteOf } from '../../client/score.ts';
import { builtInScenarios } from '../../server/games/scenarios.ts';
import type { Incident } from '../../shared/game/incident.ts';
import type { Message } from '../../shared/game/negotiation.ts';
import { newGame } from '../../shared/game/new-game.ts';
import type { News } from '../../shared/game/news.ts';
import type { Bell } from '../../shared/game/view/bell-shape.ts';
import { viewFor } from '../../shared/game/view/view.ts';
import type { InstrumentView, View } from '../../shared/game/view/view-shape.ts';
import { emptyPopulation } from '../../shared/orbits/table/population.ts';

const scenario = [...builtInScenarios().values()][0]!;
const [own, other] = scenario.seats.map((seat) => seat.id) as [string, string];
const game = newGame(scenario, 'seed', emptyPopulation(0, { epochMonth: 0, owners: [''], fleets: [''] }), {
  thin: true,
});
const quiet = viewFor(game, { kind: 'seat', seat: own });
const next = (change: Partial<View>): View => ({ ...quiet, ...change });

const words = (from: string, to: string): Message => ({
  id: 't1',
  at: 1,
  turn: 1,
  from,
  by: null,
  to,
  hidden: false,
});
// Only how many there are is heard; what they say is not read.
const incident = { id: 'i1' } as Incident;
const item = { id: 'n1', words: { key: 'news.left' } } as News;
const text = (...names: string[]): InstrumentView =>
  ({ id: 'x1', needs: 3, signatures: [], wouldSign: names }) as unknown as InstrumentView;
const bell: Bell = { outcome: 'none', text: null, names: [], binds: [], missing: 0, places: 0, asks: [] };
const shelter = { id: 'n2', words: { key: 'news.shelter-cloud' } } as News;
const nextPhase = { ...quiet.clock, number: quiet.clock.number + 1 };

describe('which event makes which sound', () => {
  it.each([
    ['a phase begins', next({ clock: nextPhase }), 'new-phase'],
    ['another delegation writes to this one', next({ press: [words(other, own)] }), 'message'],
    ['the facilitator answers', next({ press: [words('facilitator', own)] }), 'message'],
    ['the facilitator speaks to all', next({ press: [words('facilitator', 'all')] }), 'message'],
    ['somebody speaks in plenary', next({ press: [words(other, 'plenary')] }), null],
    ['this delegation writes itself', next({ press: [words(own, other)] }), null],
    ['news come', next({ news: [item] }), 'news'],
    ['a break-up becomes known, with its news', next({ incidents: [incident], news: [item] }), 'break-up'],
    ['a text is tabled', next({ instruments: [text()] }), null],
    ['a name is put under a text, on the page of one seat of many', next({ instruments: [text(other)] }), null],
    ['talks end with the bell', next({ bell, clock: nextPhase, news: [item] }), 'bell'],
    ['crews shelter', next({ news: [shelter] }), 'shelter'],
    [
      'a test becomes known, with its cloud and its news',
      next({ clock: { ...nextPhase, dimUntil: 20_000 }, incidents: [incident], news: [shelter] }),
      'strike',
    ],
    ['nothing that concerns this viewer changes', next({ turns: quiet.turns }), null],
  ])('%s', (_, then, cue) => {
    expect(cueOf(quiet, then)).toBe(cue);
  });

  it('a call for help is heard on the desk, what two delegations write to each other is not', () => {
    const desk: View = { ...quiet, viewer: { kind: 'facilitator' } as View['viewer'] };
    expect(cueOf(desk, { ...desk, press: [words(other, 'facilitator')] })).toBe('message');
    expect(cueOf(desk, { ...desk, press: [words(other, own)] })).toBeNull();
    expect(cueOf(desk, { ...desk, press: [words('facilitator', 'all')] })).toBeNull();
  });

  describe('on the wall', () => {
    const still: View = { ...quiet, viewer: { kind: 'projector' } as View['viewer'] };
    const talks: View = { ...still, clock: { ...still.clock, phase: 'negotiation' } };
    const notes = (...ids: string[]) => ids.map((id) => noteOf(quiet.seats, id));
    const heard = (before: View, after: View) => scoreOf(cueOf(before, after)!, before, after).map((tone) => tone.hz);

    it('a delegation that sits down is heard as its note, once', () => {
      const one = { seat: other, name: null, present: true, muted: false };
      const first: View = { ...still, delegates: { d1: one } };
      expect(cueOf(still, first)).toBe('seated');
      expect(heard(still, first)).toContain(notes(other)[0]);
      expect(cueOf(first, { ...first, delegates: { d1: one, d2: one } })).toBeNull();
    });
    it('a name more is heard as the chord of all behind the text, open until they are enough', () => {
      const one = { ...talks, instruments: [text(own)] };
      const two = { ...talks, instruments: [text(own, other)] };
      const third = quiet.seats[2]!.id;
      const three = { ...talks, instruments: [text(own, other, third)] };
      expect(cueOf(one, two)).toBe('text');
      expect(cueOf(two, one)).toBeNull();
      expect(heard(one, two)).toEqual(expect.arrayContaining(notes(own, other)));
      const lowest = Math.min(...quiet.seats.map(({ id }) => noteOf(quiet.seats, id)));
      expect(Math.min(...heard(one, two))).toBeGreaterThanOrEqual(lowest);
      expect(Math.min(...heard(two, three))).toBe(lowest / 2);
    });
    it('the bell sounds every name; a seat beside it only its own', () => {
      const names = [own, other].map((seat) => ({ seat, by: 'free' as const }));
      const rung = { ...bell, outcome: 'short' as const, names };
      expect(heard(talks, { ...talks, bell: rung, clock: nextPhase })).toEqual(
        expect.arrayContaining(notes(own, other)),
      );
      const phone = heard(quiet, next({ bell: rung, clock: nextPhase }));
      expect(phone).toContain(notes(own)[0]);
      expect(phone).not.toContain(notes(other)[0]);
    });
  });

  it('the first view after a page was opened is silent, and so is another seat', () => {
    const full = next({ news: [item], press: [words(other, own)] });
    expect(cueOf(null, full)).toBeNull();
    expect(cueOf({ ...quiet, viewer: { kind: 'guest' } as View['viewer'] }, full)).toBeNull();
  });

  it('the last minute begins once, and only in phases that are longer', () => {
    expect(lastMinuteBegins(60_200, 59_950, 270_000)).toBe(true);
    expect(lastMinuteBegins(59_950, 59_700, 270_000)).toBe(false);
    expect(lastMinuteBegins(null, 59_700, 270_000)).toBe(false);
    expect(lastMinuteBegins(60_200, 59_950, 60_000)).toBe(false);
  });
});
