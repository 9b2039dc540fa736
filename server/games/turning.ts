/** What keeps an open game going by itself: the clock's expiries, the years to be computed, the rounds of the bots. */
import type { Logger } from 'pino';
import { ROUNDS_BESIDE_ONE } from '../../shared/bots/index.ts';
import { viewFor } from '../../shared/game/rules.ts';
import { keyOf, narrow } from '../../shared/orbits/table/chance.ts';
import type { PhaseName } from '../../shared/vocabulary/index.ts';
import { breathe } from '../slices.ts';
import { botSecret, requestId } from './keys.ts';
import { startResolving } from './resolving.ts';
import type { Deps, Running } from './running-shape.ts';

export type Turning = { readonly stop: () => void };

const BOTS_ACT_IN: readonly PhaseName[] = ['briefing', 'negotiation', 'seal'];
/** Milliseconds to a bot's first turn to speak in a phase, and from one to the next. Nobody else is talked over by bots beside one person. */
const AMONG_PEOPLE = { first: 1_500, next: 6_000 } as const;
const BESIDE_ONE = { first: 700, next: 1_500 } as const;
/** How long to wait before a refused or failed step is tried again. */
const AGAIN_MS = 1_000;
/** Timers may ring a millisecond early by the clock; better a little late. */
const LATE_MS = 2;
/** Node's timers take at most 2^31 - 1 ms. */
const LONGEST_TIMER_MS = 2_000_000_000;

/** Starts the clock of a game, and whatever was under way when it was last closed. */
export function startTurning(running: Running, deps: Deps, log: Logger): Turning {
  const { sim } = deps;
  const resolving = startResolving(running, deps, log);
  const secret = botSecret(running.game().state.seed);
  let stopped = false;
  /** seq of the last entry when the bots had last spoken */
  let heard = -1;
  let bell: NodeJS.Timeout | undefined;
  let bots: NodeJS.Timeout | undefined;
  const later = new Set<NodeJS.Timeout>();

  function setBell(): void {
    clearTimeout(bell);
    const { endsAt, number } = running.game().state.clock;
    if (endsAt === null || stopped) return;
    bell = setTimeout(
      () => void ring(number),
      Math.min(LONGEST_TIMER_MS, Math.max(0, endsAt - running.now()) + LATE_MS),
    );
  }

  async function ring(number: number): Promise<void> {
    const refusal = await running.log({ role: 'clock' }, `expire-${number}`, { kind: 'expire', number });
    // Refused: the end has moved, the timer was early, or the store is down. The clock says which, if it still runs.
    if (refusal && running.game().state.clock.number === number) tryLater(setBell);
  }

  function tryLater(step: () => void): void {
    const timer = setTimeout(() => {
      later.delete(timer);
      if (!stopped) step();
    }, AGAIN_MS);
    later.add(timer);
  }

  function planBots(round: number): void {
    clearTimeout(bots);
    const { phase, number } = running.game().state.clock;
    if (stopped || !BOTS_ACT_IN.includes(phase)) return;
    const pace = running.game().state.solo ? BESIDE_ONE : AMONG_PEOPLE;
    bots = setTimeout(() => void botRound(number, round), round === 0 ? pace.first : pace.next);
  }

  /** Bots beside one person rest while that person is away, or has done nothing since all was said. */
  function atRest(round: number): boolean {
    const { solo, delegates } = running.game().state;
    if (!solo) return false;
    return !Object.values(delegates).some((d) => d.present) || (round > ROUNDS_BESIDE_ONE && running.seq() === heard);
  }

  async function botRound(number: number, round: number): Promise<void> {
    if (atRest(round)) return planBots(round);
    for (const [seat, { bot }] of Object.entries(running.game().state.seats)) {
      const { clock } = running.game().state;
      if (stopped || clock.number !== number) return;
      if (!bot || clock.pausedLeftMs !== null) continue;
      try {
        await actAs(seat, number, round);
      } catch (error) {
        if (!stopped) log.error({ err: error, seat }, 'a bot failed');
      }
      await breathe();
    }
    heard = running.seq();
    if (running.game().state.clock.number === number) planBots(round + 1);
  }

  /**
   * The bot gets the view of its seat as text, like a person's device. Its luck is not the game's, but nobody can know it: not by
   * the code, which all know, and not from the names of its commands.
   */
  async function actAs(seat: string, number: number, round: number): Promise<void> {
    const { state } = running.game();
    const view = JSON.stringify(viewFor(running.game(), { kind: 'seat', seat }));
    const key = narrow(keyOf(secret), 'seat', seat, state.clock.turn);
    const persona = state.boldBots ? 'bold' : 'class';
    const commands = await sim.decideFor({ view, scenario: state.scenario, key, round, persona }, running.code);
    for (const [i, command] of commands.entries()) {
      const refusal = await running.submitBot(seat, requestId(secret, `${seat}-${number}-${round}-${i}`), command);
      if (refusal) log.debug({ seat, kind: command.kind, refusal: refusal.code }, 'a bot was refused');
    }
  }

  running.onChange((before) => {
    const { state } = running.game();
    if (state.clock.endsAt !== before.clock.endsAt || state.clock.number !== before.clock.number) setBell();
    if (state.clock.number !== before.clock.number) {
      planBots(0);
      resolving.go();
    } else if (before.halt && !state.halt) resolving.go();
  });
  setBell();
  planBots(0);
  resolving.go();

  return {
    stop() {
      stopped = true;
      clearTimeout(bell);
      clearTimeout(bots);
      for (const timer of later) clearTimeout(timer);
      resolving.stop();
    },
  };
}
