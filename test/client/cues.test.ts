import { describe, expect, it } from 'vitest';
import { cueOf, lastMinuteBegins } from '../../client/cues.ts';
import { builtInScenarios } from '../../server/games/scenarios.ts';
import type { Incident } from '../../shared/game/incident.ts';
import type { Message } from '../../shared/game/negotiation.ts';
import { newGame } from '../../shared/game/new-game.ts';
import type { News } from '../../shared/game/news.ts';
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
const item = { id: 'n1' } as News;
const text = (...signed: string[]): InstrumentView =>
  ({ id: 'x1', signatures: signed.map((seat) => ({ seat, turn: 1 })) }) as unknown as InstrumentView;
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
    ['a text is signed as the phase ends', next({ instruments: [text(other)], clock: nextPhase }), 'signature'],
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
