/** A whole game without people: the seven functions, a virtual clock, bots at every seat. Used headless, in laws and fuzz. */

import type { Command, Entry } from '../game/commands/index.ts';
import type { Actor } from '../game/roles.ts';
import { apply, check, newGame, resolveTurn, viewFor } from '../game/rules.ts';
import type { Game } from '../game/state.ts';
import { awaitsSky } from '../game/time/phases.ts';
import { keyOf, narrow } from '../orbits/table/chance.ts';
import type { Population } from '../orbits/table/population.ts';
import type { Scenario } from '../scenarios/schema.ts';
import type { Refusal, SeatId } from '../vocabulary/index.ts';
import { decide } from './index.ts';
import type { PersonaName } from './personas.ts';

export type TableOptions = {
  readonly thin?: boolean;
  readonly names?: 'real' | 'fictional';
  /** persona by seat; the class persona where none is named */
  readonly personas?: Readonly<Record<SeatId, PersonaName>>;
  /** rounds of talk in each negotiation */
  readonly rounds?: number;
  /** called after each resolved turn, for progress */
  readonly onTurn?: (turn: number) => void;
};

/** What happened at the table: the last game, the log, and what was refused (a bot that knows its rules is never refused). */
export type TablePlay = {
  readonly game: Game;
  readonly log: readonly Entry[];
  readonly refused: readonly { readonly command: Command; readonly actor: Actor; readonly refusal: Refusal }[];
};

const ROUNDS = 5;
/** More phases than any scenario can have: a game that passes this has no way out. */
const MOST_PHASES = 200;

/**
 * Plays a scenario to its debrief with bots at all seats.
 * @throws Error when the game does not end
 */
export function playTable(scenario: Scenario, sky: Population, seed: string, options: TableOptions = {}): TablePlay {
  let game = newGame(scenario, seed, sky, options);
  let at = 0;
  const log: Entry[] = [];
  const refused: { command: Command; actor: Actor; refusal: Refusal }[] = [];
  const seats = scenario.seats.map((seat) => seat.id);
  const key = narrow(keyOf(seed), 'bots');

  const submit = (actor: Actor, command: Command): void => {
    const refusal = check(game, actor, command, at);
    if (refusal) {
      refused.push({ actor, command, refusal });
      return;
    }
    // Named by seat and turn, not by a running number: what one seat does never renames what another does.
    const own = log.filter((e) => e.actor.role === 'bot' && actor.role === 'bot' && e.actor.seat === actor.seat).length;
    const id = actor.role === 'bot' ? `${actor.seat}${own}` : `${actor.role}${log.length}`;
    const entry: Entry = { seq: log.length, at, actor, id, command };
    log.push(entry);
    game = apply(game, entry);
  };
  const round = (n: number): void => {
    const { number } = game.state.clock;
    for (const seat of seats) {
      if (game.state.clock.number !== number) return;
      const view = viewFor(game, { kind: 'seat', seat });
      const own = narrow(key, seat, game.state.clock.turn);
      for (const command of decide(view, scenario, own, n, options.personas?.[seat]))
        submit({ role: 'bot', seat }, command);
    }
  };

  submit({ role: 'facilitator' }, { kind: 'start' });
  for (let phases = 0; game.state.clock.phase !== 'debrief'; phases++) {
    if (phases > MOST_PHASES)
      throw new Error(`the game does not leave ${game.state.clock.phase} of turn ${game.state.clock.turn}`);
    const { phase, number, endsAt } = game.state.clock;
    if (awaitsSky(game.state)) {
      const { outcome, sky: next } = resolveTurn(game);
      submit({ role: 'server' }, { kind: 'resolved', outcome });
      game = { ...game, sky: next };
      options.onTurn?.(outcome.turn);
      continue;
    }
    const rounds =
      phase === 'negotiation' ? (options.rounds ?? ROUNDS) : phase === 'epilogue' || phase === 'resolution' ? 0 : 1;
    for (let n = 0; n < rounds && game.state.clock.number === number; n++) {
      at += 1000;
      round(n);
    }
    at = Math.max(at, endsAt ?? at);
    if (game.state.clock.number === number) submit({ role: 'clock' }, { kind: 'expire', number });
  }
  return { game, log, refused };
}
