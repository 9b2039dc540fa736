/** A log folded again: as it was, or with some of its entries left out, "same conduct, other sky". */
import type { Refusal } from '../vocabulary/index.ts';
import { apply, check } from './commands.ts';
import { resolveTurn } from './resolve.ts';
import type { Entry, Game, Outcome } from './state.ts';

export type Replay = {
  readonly game: Game;
  /** entries that `check` refuses by now, and why; those left out on purpose are not among them */
  readonly skipped: readonly { readonly entry: Entry; readonly refusal: Refusal }[];
  /** what each resolution found, in the order of the log */
  readonly outcomes: readonly Outcome[];
};

export type ReplayOptions = {
  readonly leaveOut?: (entry: Entry) => boolean;
  /**
   * true: each turn is resolved again, so that changed conduct gets its own sky, and each entry is checked again. False: the
   * recorded outcomes are folded and nothing is asked, since what stands in the log was accepted; the sky stays the start's.
   */
  readonly resolve: boolean;
};

/**
 * Folds a log on the game it started from. The other commands stay as recorded, times and ids too: only what depends on an
 * entry that is left out comes out differently.
 * @param start the game before the first entry
 */
export function replay(start: Game, entries: readonly Entry[], options: ReplayOptions): Replay {
  const skipped: { entry: Entry; refusal: Refusal }[] = [];
  const outcomes: Outcome[] = [];
  let game = start;
  for (const entry of entries) {
    if (options.leaveOut?.(entry)) continue;
    const refusal = options.resolve ? check(game, entry.actor, entry.command, entry.at) : null;
    if (refusal) {
      skipped.push({ entry, refusal });
      continue;
    }
    if (entry.command.kind !== 'resolved') {
      game = apply(game, entry);
      continue;
    }
    const { outcome, sky } = options.resolve ? resolveTurn(game) : { outcome: entry.command.outcome, sky: game.sky };
    outcomes.push(outcome);
    game = { ...apply(game, { ...entry, command: { kind: 'resolved', outcome } }), sky };
  }
  return { game, skipped, outcomes };
}
