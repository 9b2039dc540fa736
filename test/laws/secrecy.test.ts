/** Secrecy: nobody learns what is kept from them, by a view, by the bytes of the sky, or by being refused. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command, CommandKind, Entry } from '../../shared/game/commands/index.ts';
import { replay } from '../../shared/game/other-worlds/replay.ts';
import { approachesIn, warningsOf, watched } from '../../shared/game/other-worlds/warnings.ts';
import { WARNING_HOURS, type Warnings } from '../../shared/game/other-worlds/warnings-shape.ts';
import type { Viewer } from '../../shared/game/roles.ts';
import { apply, check, skyFor, viewFor } from '../../shared/game/rules.ts';
import { trackedSizeM } from '../../shared/game/sight/knowing.ts';
import { decodeOverlay } from '../../shared/game/sight/overlay/overlay-codec.ts';
import { isTracked } from '../../shared/game/sight/tracked.ts';
import { AUDIENCE, type Game, type State } from '../../shared/game/state.ts';
import type { Debrief } from '../../shared/game/view/view-shape.ts';
import { FIRST_CAUSAL_ID } from '../../shared/orbits/table/chance.ts';
import { DEBRIS, draftOf } from '../../shared/orbits/table/population.ts';
import { frontPages } from '../../shared/press/front-page.ts';
import { REVEAL_STEPS, type RevealStep, type SeatId } from '../../shared/vocabulary/index.ts';
import { CANARY, OTHERWISE, otherTruth } from './hidden.ts';
import { makers, pickerOf } from './makers.ts';
import { type Move, moves, playMoves, voiceOf } from './random-game.ts';
import { botGame, lobby, seats, thinSky, WATCHERS } from './tables.ts';

const RUNS = 8;
const MOVES = 150;
/** An instant after every deadline. */
const LATE = 10 ** 9;
const SEED = 'deadbeefdeadbeefdeadbeefdeadbeef';

const bytesOf = (game: Game, viewer: Viewer): string => JSON.stringify(viewFor(game, viewer));
const nameOf = (viewer: Viewer): string => (viewer.kind === 'seat' ? viewer.seat : viewer.kind);
const ALL: readonly Viewer[] = [...WATCHERS, { kind: 'facilitator' }];

/** The step of the debrief that opens each part of it. */
const OPENED_BY: { readonly [K in keyof Debrief]: RevealStep } = {
  objectives: 'objectives',
  orders: 'orders',
  truth: 'truth',
  counterfactual: 'counterfactual',
  promises: 'truth',
  moment: 'truth',
  results: 'results',
  frontier: 'frontier',
  history: 'history',
};

/** Every kind of people's command, several of each, by a seat: also with ids of things it does not know of. */
function questionsOf(game: Game, seat: SeatId): readonly Command[] {
  const kinds = (Object.keys(makers) as CommandKind[]).filter((kind) => kind !== 'resolved');
  return [3, 14, 25, 36].flatMap((n) =>
    kinds.map((kind) => makers[kind](game, seat, pickerOf([n, 3 * n + 1, 7 * n + 2, n + 5]), `q${n}`)),
  );
}

function sameTo(viewer: Viewer, game: Game, other: Game, when: string): void {
  expect(bytesOf(other, viewer), `view of ${nameOf(viewer)} ${when}`).toBe(bytesOf(game, viewer));
  expect(Buffer.compare(skyFor(other, viewer), skyFor(game, viewer)), `sky of ${nameOf(viewer)} ${when}`).toBe(0);
}

function sameRefusals(seat: SeatId, game: Game, other: Game, at: number, when: string): void {
  for (const command of questionsOf(game, seat)) {
    const actor = voiceOf(game, seat, command);
    expect(
      JSON.stringify(check(other, actor, command, at)),
      `refusal of ${JSON.stringify(command)} to ${seat} ${when}`,
    ).toBe(JSON.stringify(check(game, actor, command, at)));
  }
}

/** Random games, each with moments of it: after each resolution and reveal, at intervals, and its end. */
function momentsOf(list: readonly Move[], only?: readonly CommandKind[]): readonly Game[] {
  const kept: Game[] = [];
  const keep = (_before: Game, entry: Entry, after: Game): void => {
    if (['resolved', 'reveal'].includes(entry.command.kind) || entry.seq % 40 === 39) kept.push(after);
  };
  return [...kept, playMoves(SEED, list, keep, only).game];
}
/** What is done between two seats or by one alone, and as much as makes others meet it. */
const DEALING: readonly CommandKind[] = [
  'offer',
  'answer-offer',
  'withdraw-offer',
  'draft-order',
  'clear-order',
  'confirm-order',
  'say',
  'share-evidence',
  'swap-weights',
  'table',
  'act-on-text',
];
/**
 * A game in which those who can strike high: after a year their clouds are up, some pieces for good sensors only; and its
 * debrief, opened step by step.
 */
function boldGame(): readonly Game[] {
  const { game, log } = botGame(SEED, Object.fromEntries(seats.map((seat) => [seat, 'opportunist' as const])));
  const year = log.slice(0, log.findIndex((e) => e.command.kind === 'resolved') + 1);
  const opened = REVEAL_STEPS.map((_step, n) => ({
    ...game,
    state: { ...game.state, revealed: REVEAL_STEPS.slice(0, n) },
  }));
  const struck = replay(lobby(SEED), year, { resolve: true }).game;
  return [struck, withSmallPieces(struck), ...opened];
}

/** Sizes of pieces that all see, that good sensors see, that the best see, that nobody sees, m. */
const SIZES = [0.2, 0.09, 0.07, 0.05] as const;

/** The same clouds, with pieces in them that are too small for the public. */
function withSmallPieces({ state, sky }: Game): Game {
  const draft = draftOf(sky);
  for (let i = 0; i < draft.count; i++)
    if (draft.id[i]! >= FIRST_CAUSAL_ID && draft.kind[i] === DEBRIS) draft.sizeM[i] = SIZES[i % SIZES.length]!;
  return { state, sky: draft };
}
/** The same moments, as if one person played alone: who leads from a seat learns no more than a seat. */
const alone = (games: readonly Game[]): readonly Game[] =>
  games.map((game) => ({ ...game, state: { ...game.state, solo: { seat: 'EU', tempo: 'own' } } }));
const together: readonly Game[] = [
  ...boldGame(),
  ...fc.sample(moves(MOVES), { numRuns: RUNS, seed: 1 }).flatMap((list) => momentsOf(list)),
  ...fc.sample(moves(MOVES), { numRuns: 4, seed: 2 }).flatMap((list) => momentsOf(list, DEALING)),
];
const moments: readonly Game[] = [...together, ...alone(together.filter((_, n) => n % 4 === 0))];

/** Whether a seat can know nothing of an entry: it changes only what others hold, plan or say among themselves. */
function hiddenFrom(seat: SeatId, { actor, command }: Entry, after: State): boolean {
  if ((actor.role !== 'delegate' && actor.role !== 'bot') || actor.seat === seat) return false;
  const sides = (id: string): boolean => after.offers.some((o) => o.id === id && (o.from === seat || o.to === seat));
  if (command.kind === 'say') return command.to !== 'plenary' && command.to !== seat;
  if (command.kind === 'offer' || command.kind === 'share-evidence') return command.to !== seat;
  if (command.kind === 'answer-offer' || command.kind === 'withdraw-offer') return !sides(command.offer);
  return ['draft-order', 'clear-order', 'confirm-order', 'swap-weights'].includes(command.kind);
}

const beforeDebrief = ({ clock }: State): boolean => !['debrief', 'closed'].includes(clock.phase);

// A few seconds on an idle machine; several times that beside others.
describe('secrecy', () => {
  it('gives two games that are equal in all a viewer may know the same view, sky and refusals', () => {
    for (const game of moments) {
      if (!beforeDebrief(game.state)) continue;
      const when = `in ${game.state.clock.phase} of turn ${game.state.clock.turn}`;
      for (const viewer of ALL) {
        const other = otherTruth(game, viewer);
        sameTo(viewer, game, other, when);
        if (viewer.kind !== 'facilitator') expect(bytesOf(other, viewer)).not.toContain(CANARY);
        if (viewer.kind === 'seat') sameRefusals(viewer.seat, game, other, LATE, when);
      }
    }
  });

  it('prints one front page for everybody, from what all may know', () => {
    let printed = 0;
    for (const game of moments) {
      if (!beforeDebrief(game.state)) continue;
      const pagesFor = (one: Game, viewer: Viewer) =>
        frontPages(viewFor(one, viewer), { game: 'same', typed: (id) => `words of ${id}` });
      const pages = pagesFor(game, { kind: 'projector' });
      for (const viewer of ALL) {
        expect(pagesFor(game, viewer), nameOf(viewer)).toEqual(pages);
        expect(pagesFor(otherTruth(game, viewer), viewer), nameOf(viewer)).toEqual(pages);
      }
      printed += pages.length;
    }
    expect(printed).toBeGreaterThan(0);
  });

  it('warns of the same close approaches in two games that are equal in all a seat may know', async () => {
    const game = moments[0]!;
    expect(game.state.turnsDone).toHaveLength(1);
    const warned = async ({ state, sky }: Game, seat: SeatId): Promise<Warnings> => {
      const known = watched(thinSky, skyFor({ state, sky }, { kind: 'seat', seat }), state.scenario);
      const day = await approachesIn(known, state.scenario, seat, 0, WARNING_HOURS);
      return warningsOf(known.sky, state.scenario, seat, [day]);
    };
    let pieces = 0;
    for (const seat of ['US', 'OP']) {
      const warnings = await warned(game, seat);
      expect(await warned(otherTruth(game, { kind: 'seat', seat }), seat), seat).toEqual(warnings);
      pieces += warnings.worst.filter((approach) => approach.other >= FIRST_CAUSAL_ID).length;
    }
    // Pieces of break-ups are among them, of which a seat knows the size and neither mass nor area.
    expect(pieces).toBeGreaterThan(0);
  });

  it('shows a piece to those whose sensors see so small a thing, and to nobody else', () => {
    const { state, sky } = moments[1]!;
    const pieces = Array.from(sky.id.keys()).filter((i) => sky.id[i]! >= FIRST_CAUSAL_ID && sky.kind[i] === DEBRIS);
    const seen = (viewer: Viewer): number => {
      const { made: rows } = decodeOverlay(skyFor({ state, sky }, viewer));
      return rows.filter((row) => row.kind === DEBRIS).length;
    };
    const from = (sizeM: number): number => pieces.filter((i) => isTracked(sky, i, sizeM)).length;
    expect(SIZES.map((size) => from(size))).toEqual([...new Set(SIZES.map((size) => from(size)))]);
    for (const viewer of WATCHERS) {
      const sizeM = viewer.kind === 'seat' ? trackedSizeM(state, viewer.seat) : state.scenario.publicSizeM;
      expect(seen(viewer), nameOf(viewer)).toBe(from(sizeM));
    }
    expect(seen({ kind: 'facilitator' })).toBe(pieces.length);
    expect(new Set(WATCHERS.map(seen)).size).toBeGreaterThan(2);
  });

  it('shows bilateral words to the two seats they are between', () => {
    let read = 0;
    for (const game of moments)
      for (const viewer of WATCHERS)
        for (const [, from, to] of bytesOf(game, viewer).matchAll(/say:(\w+)>(\w+):/g)) {
          if (to === 'plenary') continue;
          expect([from, to], `${nameOf(viewer)} reads ${from} to ${to}`).toContain(nameOf(viewer));
          read++;
        }
    expect(read).toBeGreaterThan(0);
  });

  it('gives nothing a name from which entries of the log could be counted', () => {
    expect(moments.some(({ state }) => state.offers.length > 0)).toBe(true);
    for (const game of moments) for (const viewer of ALL) expect(bytesOf(game, viewer)).not.toContain('entry-');
  });

  it('gives an offer a name from which nobody can work out the seed', () => {
    let compared = 0;
    for (const list of fc.sample(moves(MOVES), { numRuns: 2, seed: 2 })) {
      let other: Game = lobby('another seed');
      playMoves(
        SEED,
        list,
        (_before, entry, after) => {
          if (after.state.turnsDone.length > 0) return;
          other = apply(other, entry);
          expect(other.state.offers.map((o) => o.id)).toEqual(after.state.offers.map((o) => o.id));
          compared += after.state.offers.length;
        },
        DEALING,
      );
    }
    expect(compared).toBeGreaterThan(0);
  });

  it('names no news and no incident after the order of another seat', () => {
    for (const game of moments) {
      if (!beforeDebrief(game.state)) continue;
      for (const viewer of WATCHERS) {
        const { news, incidents } = viewFor(game, viewer);
        for (const [, seat] of JSON.stringify([news, incidents]).matchAll(/t\d+\.(\w+)\.(?:p1|p2|security)/g))
          expect(seat).toBe(nameOf(viewer));
      }
    }
  });

  it('keeps the seed from everybody before the game is closed, and the debrief before its step', () => {
    let opened = 0;
    for (const game of moments) {
      if (game.state.clock.phase === 'closed') continue;
      for (const viewer of ALL) {
        const view = viewFor(game, viewer);
        expect(JSON.stringify(view)).not.toContain(SEED);
        for (const part of Object.keys(OPENED_BY) as (keyof Debrief)[])
          if (game.state.revealed.includes(OPENED_BY[part])) opened++;
          else if (viewer.kind !== 'facilitator') expect(view.debrief[part], `${part} to ${nameOf(viewer)}`).toBeNull();
      }
    }
    expect(opened).toBeGreaterThan(0);
  });

  it('says of every field of the state who may know it, and treats it so', () => {
    for (const { state } of moments.slice(-3)) {
      expect(Object.keys(AUDIENCE).sort()).toEqual(Object.keys(state).sort());
      for (const field of Object.keys(AUDIENCE) as (keyof State)[])
        for (const viewer of WATCHERS) {
          const same = JSON.stringify(OTHERWISE[field](state, viewer)) === JSON.stringify(state[field]);
          if (AUDIENCE[field] === 'hidden') expect(same, `${field} is hidden`).toBe(false);
          // When a delegate last did something, only the facilitator sees.
          if (AUDIENCE[field] === 'public' && field !== 'delegates') expect(same, `${field} is public`).toBe(true);
        }
    }
  });

  it('sends the same bytes whatever others do in hiding, until the resolution that reveals it', () => {
    fc.assert(
      fc.property(moves(60), fc.constantFrom(...seats), fc.nat(5), fc.boolean(), (list, seat, share, dealing) => {
        const viewer: Viewer = { kind: 'seat', seat };
        let without: Game = lobby(SEED);
        const watch = (_before: Game, entry: Entry, after: Game): void => {
          const left = hiddenFrom(seat, entry, after.state) && entry.seq % 6 !== share;
          const refusal = left ? null : check(without, entry.actor, entry.command, entry.at);
          const byViewer = 'seat' in entry.actor && entry.actor.seat === seat;
          if (byViewer) expect(refusal, `refusal of ${JSON.stringify(entry)}`).toBeNull();
          // A resolution reveals; and what others can no longer do openly makes it another game to everybody.
          if (entry.command.kind === 'resolved' || refusal || !beforeDebrief(after.state)) {
            without = after;
            return;
          }
          if (!left) without = apply(without, entry);
          const when = `after ${JSON.stringify(entry)}`;
          expect(bytesOf(without, viewer), `view of ${seat} ${when}`).toBe(bytesOf(after, viewer));
          if (entry.seq % 8 > 0) return;
          sameTo(viewer, after, without, when);
          sameRefusals(seat, after, without, entry.at, when);
        };
        playMoves(SEED, list, watch, dealing ? DEALING : undefined);
      }),
      { numRuns: 20, seed: 4, endOnFailure: true },
    );
  });
});
