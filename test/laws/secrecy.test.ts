/** Secrecy: nobody learns what is kept from them, by a view, by the bytes of the sky, or by being refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, check, skyFor, viewFor } from '../../shared/game/rules.ts';
import {
  AUDIENCE,
  type Command,
  type CommandKind,
  type Entry,
  type Game,
  type State,
  type Viewer,
} from '../../shared/game/state.ts';
import type { SeatId } from '../../shared/vocabulary/index.ts';
import { CANARY, OTHERWISE, otherTruth } from './hidden.ts';
import { makers, moves, pickerOf, playMoves, voiceOf } from './random-game.ts';
import { lobby, seats, WATCHERS } from './tables.ts';

const RUNS = 12;
const MOVES = 130;
const SEED = 'deadbeefdeadbeefdeadbeefdeadbeef';

const bytesOf = (game: Game, viewer: Viewer): string => JSON.stringify(viewFor(game, viewer));
const nameOf = (viewer: Viewer): string => (viewer.kind === 'seat' ? viewer.seat : viewer.kind);
const ALL: readonly Viewer[] = [...WATCHERS, { kind: 'facilitator' }];

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
    const actor = voiceOf(game, seat, command.kind);
    expect(
      JSON.stringify(check(other, actor, command, at)),
      `refusal of ${JSON.stringify(command)} to ${seat} ${when}`,
    ).toBe(JSON.stringify(check(game, actor, command, at)));
  }
}

/** Moments of a random game: its end, and what it was after each resolution and at intervals. */
function momentsOf(list: Parameters<typeof playMoves>[1]): Game[] {
  const kept: Game[] = [];
  const played = playMoves(SEED, list, (_before, entry, after) => {
    if (entry.command.kind === 'resolved' || entry.seq % 40 === 39) kept.push(after);
  });
  return [...kept, played.game];
}

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

describe('secrecy', () => {
  it('gives two games that are equal in all a viewer may know the same view, sky and refusals', () => {
    fc.assert(
      fc.property(moves(MOVES), (list) => {
        for (const game of momentsOf(list)) {
          if (!beforeDebrief(game.state)) continue;
          const when = `in ${game.state.clock.phase} of turn ${game.state.clock.turn}`;
          for (const viewer of ALL) sameTo(viewer, game, otherTruth(game, viewer), when);
          for (const seat of seats) sameRefusals(seat, game, otherTruth(game, { kind: 'seat', seat }), 10 ** 9, when);
        }
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });

  it('shows nobody a word of what is hidden from them', () => {
    fc.assert(
      fc.property(moves(MOVES), (list) => {
        for (const game of momentsOf(list)) {
          if (!beforeDebrief(game.state)) continue;
          for (const viewer of WATCHERS) expect(bytesOf(otherTruth(game, viewer), viewer)).not.toContain(CANARY);
          for (const viewer of WATCHERS) {
            const said = [...bytesOf(game, viewer).matchAll(/say:(\w+)>(\w+):/g)];
            for (const [, from, to] of said)
              expect([from, to, 'plenary'], `${nameOf(viewer)} reads ${from} to ${to}`).toContain(
                to === 'plenary' ? 'plenary' : nameOf(viewer),
              );
          }
        }
      }),
      { numRuns: RUNS, seed: 2 },
    );
  });

  it('keeps the seed from everybody before the game is closed, and the debrief before its step', () => {
    const stepOf = { objectives: 0, orders: 0, truth: 0, results: 0, frontier: 0, history: 0 } as const;
    fc.assert(
      fc.property(moves(MOVES), (list) => {
        playMoves(SEED, list, (_before, _entry, { state, sky }) => {
          if (state.clock.phase === 'closed') return;
          for (const viewer of ALL) {
            const view = viewFor({ state, sky }, viewer);
            expect(JSON.stringify(view)).not.toContain(SEED);
            if (viewer.kind === 'facilitator') continue;
            for (const step of Object.keys(stepOf) as (keyof typeof stepOf)[])
              if (!state.revealed.includes(step)) expect(view.debrief[step], `${step} to ${nameOf(viewer)}`).toBeNull();
          }
        });
      }),
      { numRuns: RUNS, seed: 3 },
    );
  });

  it('sends the same bytes whatever others do in hiding, until the resolution that reveals it', () => {
    fc.assert(
      fc.property(moves(MOVES), fc.constantFrom(...seats), fc.nat(5), (list, seat, share) => {
        const viewer: Viewer = { kind: 'seat', seat };
        let without: Game = lobby(SEED);
        playMoves(SEED, list, (_before, entry, after) => {
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
          sameTo(viewer, after, without, `after ${JSON.stringify(entry)}`);
          if (entry.seq % 16 === 0) sameRefusals(seat, after, without, entry.at, `after ${JSON.stringify(entry)}`);
        });
      }),
      { numRuns: RUNS, seed: 4 },
    );
  });

  it('says of every field of the state who may know it, and treats it so', () => {
    fc.assert(
      fc.property(moves(MOVES), (list) => {
        const { state } = playMoves(SEED, list).game;
        expect(Object.keys(AUDIENCE).sort()).toEqual(Object.keys(state).sort());
        for (const field of Object.keys(AUDIENCE) as (keyof State)[])
          for (const viewer of WATCHERS) {
            const same = JSON.stringify(OTHERWISE[field](state, viewer)) === JSON.stringify(state[field]);
            if (AUDIENCE[field] === 'hidden') expect(same, `${field} is hidden`).toBe(false);
            if (AUDIENCE[field] === 'public' && field !== 'delegates') expect(same, `${field} is public`).toBe(true);
          }
      }),
      { numRuns: 5, seed: 5 },
    );
  });
});
