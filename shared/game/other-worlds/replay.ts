/** A log folded again: as it was, or with something left out or added, "same conduct, other sky". */
import type { Refusal } from '../../vocabulary/index.ts';
import type { Entry } from '../commands/index.ts';
import { apply, check } from '../commands.ts';
import type { Game } from '../state.ts';
import type { Outcome } from '../turn/outcome.ts';
import { resolveTurn } from '../turn/resolve.ts';

export type Replay = {
  readonly game: Game;
  /** entries that `check` refuses by now, and why, with the turn; those left out on purpose are not among them */
  readonly skipped: readonly { readonly entry: Entry; readonly turn: number; readonly refusal: Refusal }[];
  /** what each resolution found, in the order of the log */
  readonly outcomes: readonly Outcome[];
};

export type ReplayOptions = {
  /** `game`: as it stands before the entry */
  readonly leaveOut?: (entry: Entry, game: Game) => boolean;
  /** the game with what is done before an entry that is not in the log; the same game where nothing is */
  readonly before?: (entry: Entry, game: Game) => Game;
  /**
   * true: each turn is resolved again, so that changed conduct gets its own sky, and each entry is checked again. False: the
   * recorded outcomes are folded and nothing is asked, since what stands in the log was accepted; the sky stays the start's.
   */
  readonly resolve: boolean;
  /** called after each turn that was resolved again */
  readonly onTurn?: (turn: number) => void;
};

/**
 * Folds a log on the game it started from. The other commands stay as recorded, times and ids too: only what depends on an
 * entry that is left out or added comes out differently.
 * @param start the game before the first entry
 */
export function replay(start: Game, entries: readonly Entry[], options: ReplayOptions): Replay {
  const skipped: Replay['skipped'][number][] = [];
  const outcomes: Outcome[] = [];
  let game = start;
  for (const entry of entries) {
    if (options.leaveOut?.(entry, game)) continue;
    game = options.before?.(entry, game) ?? game;
    const refusal = options.resolve ? check(game, entry.actor, entry.command, entry.at) : null;
    if (refusal) {
      skipped.push({ entry, turn: game.state.clock.turn, refusal });
      continue;
    }
    if (entry.command.kind !== 'resolved') {
      game = apply(game, entry);
      continue;
    }
    const { outcome, sky } = options.resolve ? resolveTurn(game) : { outcome: entry.command.outcome, sky: game.sky };
    outcomes.push(outcome);
    game = { ...apply(game, { ...entry, command: { kind: 'resolved', outcome } }), sky };
    if (options.resolve) options.onTurn?.(outcome.turn);
  }
  return { game, skipped, outcomes };
}
