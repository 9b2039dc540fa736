/** A table set for a resolution: First test on the thin sky, with orders as if sealed. */
import { readStartSky } from '../../server/skies.ts';
import type { Command } from '../../shared/game/commands/index.ts';
import { apply } from '../../shared/game/commands.ts';
import { newGame } from '../../shared/game/new-game.ts';
import type { Game } from '../../shared/game/state.ts';
import { resolveTurn } from '../../shared/game/turn/resolve.ts';
import type { Population } from '../../shared/orbits/table/population.ts';
import type { Order, SeatId, Slot } from '../../shared/vocabulary/index.ts';
import { readFirstTest } from './first-test.ts';

const skies = new Map<boolean, Population>();
function startSky(thin: boolean): Population {
  const sky = skies.get(thin) ?? readStartSky(readFirstTest(), thin).sky;
  skies.set(thin, sky);
  return sky;
}

/** The first negotiation of a game. */
export function firstTalk(seed: string, options: { readonly whole?: boolean } = {}): Game {
  const thin = !options.whole;
  const game = newGame(readFirstTest(), seed, startSky(thin), { thin });
  return tick(clerk(game, { kind: 'start' }, 'facilitator'));
}

let serial = 0;
function clerk(game: Game, command: Command, role: 'facilitator' | 'clock' | 'server'): Game {
  serial++;
  return apply(game, { seq: serial, at: 0, actor: { role }, id: `t${serial}`, command });
}

const tick = (game: Game): Game => clerk(game, { kind: 'expire', number: game.state.clock.number }, 'clock');

/** The game with an order in a slot, confirmed by the head. */
export function ordered(game: Game, seat: SeatId, slot: Slot, order: Order & Readonly<Record<string, unknown>>): Game {
  const own = game.state.seats[seat]!;
  const drafts = { ...own.drafts, [slot]: { order, confirmed: true } };
  return { ...game, state: { ...game.state, seats: { ...game.state.seats, [seat]: { ...own, drafts } } } };
}

/** The game at the moment its sky is asked for. */
export function sealed(game: Game): Game {
  let now = game;
  while (now.state.clock.phase !== 'resolution') now = tick(now);
  return now;
}

/** The game after its year, with the next talk open. */
export function yearLater(game: Game): Game {
  const now = sealed(game);
  const { outcome, sky } = resolveTurn(now);
  let next: Game = { ...clerk(now, { kind: 'resolved', outcome }, 'server'), sky };
  while (next.state.clock.phase === 'resolution' || next.state.clock.phase === 'briefing') next = tick(next);
  return next;
}

export const launchOrder = (altitudeKm: number, batches: number, month = 2) =>
  ({
    kind: 'launch',
    month,
    altitudeKm,
    batches,
    register: true,
    notify: true,
    passivate: true,
    deorbit: true,
  }) as const;
export const strikeOrder = (band: 'low' | 'mid' | 'high', month = 5, flyBy = false) =>
  ({ kind: 'strike', month, band, flyBy, notify: false }) as const;
