/** First test on the thin sky, read once per test file, and games on it. */
import { builtInScenarios } from '../../server/games/scenarios.ts';
import { readStartSky } from '../../server/skies.ts';
import { PERSONAS, type PersonaName } from '../../shared/bots/personas.ts';
import { playTable, type TablePlay } from '../../shared/bots/table.ts';
import type { Viewer } from '../../shared/game/roles.ts';
import { newGame } from '../../shared/game/rules.ts';
import type { Game } from '../../shared/game/state.ts';
import { draw, keyOf } from '../../shared/orbits/table/chance.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';

export const scenario: Scenario = builtInScenarios().get('first-test')!;
export const seats = scenario.seats.map((seat) => seat.id);
export const thinSky = readStartSky(scenario, true).sky;

/** A game in its lobby. */
export const lobby = (seed: string): Game => newGame(scenario, seed, thinSky, { thin: true });

/** Personas drawn for each seat, so that a run of seeds meets all of them at all seats. */
export const mixedPersonas = (seed: string): Record<string, PersonaName> =>
  Object.fromEntries(
    seats.map((seat) => [seat, PERSONAS[Math.floor(draw(keyOf(seed), 'persona', seat) * PERSONAS.length)]!]),
  );

/** A whole game of bots with mixed personas on the thin sky. */
export const botGame = (seed: string, personas = mixedPersonas(seed)): TablePlay =>
  playTable(scenario, thinSky, seed, { thin: true, personas });

/** Every kind of viewer that has secrets kept from it beyond the seed. */
export const WATCHERS: readonly Viewer[] = [
  ...seats.map((seat): Viewer => ({ kind: 'seat', seat })),
  { kind: 'guest' },
  { kind: 'projector' },
  { kind: 'spectator' },
];
