import { contentHash } from '../orbits/table/content-hash.ts';
import { ACTIVE, type Population } from '../orbits/table/population.ts';
import { encode } from '../orbits/table/population-codec.ts';
import type { Scenario } from '../scenarios/schema.ts';
import { JOBS, type Job, K_PER_CREDIT } from '../vocabulary/index.ts';
import type { Seat } from './seat.ts';
import type { Game } from './state.ts';
import type { Solo } from './time/clock.ts';
import { byShell, seatIndex } from './turn/fleets.ts';

/** Raised when rules or engine change what a turn gives; recorded with each outcome. */
export const ENGINE_VERSION = '10';

const nobody = (): Record<Job, null> => Object.fromEntries(JOBS.map((job) => [job, null])) as Record<Job, null>;

/**
 * A game in its lobby. Seats are taken by commands; a seat that nobody takes is played by a bot.
 * @param seed 32 hex digits; decides every draw
 * @param sky the population at the scenario's start, full or thinned
 */
export function newGame(
  scenario: Scenario,
  seed: string,
  sky: Population,
  options: { readonly thin?: boolean; readonly names?: 'real' | 'fictional'; readonly solo?: Solo } = {},
): Game {
  const hash = contentHash(encode(sky));
  const owner = seatIndex(scenario, sky);
  const everything = byShell(sky, () => true);
  const working = (index: number): number =>
    owner.reduce(
      (sum, seat, row) => sum + (seat === index && (sky.flags[row]! & ACTIVE) !== 0 ? sky.weight[row]! : 0),
      0,
    );
  const seats: Record<string, Seat> = {};
  scenario.seats.forEach((spec, index) => {
    seats[spec.id] = {
      bot: true,
      held: false,
      gate: 'none',
      jobs: nobody(),
      ready: false,
      standing: spec.standing,
      approval: spec.approval,
      creditsK: spec.credits * K_PER_CREDIT,
      drafts: {},
      weights: spec.objectives.map((o) => o.weight),
      swapped: false,
      batches: 0,
      paidToFundK: 0,
      strikes: { low: 0, mid: 0, high: 0 },
      demonstration: null,
      dataFrom: [],
      avoidance: false,
      breaches: 0,
      counters: [],
      fleetByShell: byShell(sky, (row) => owner[row] === index && (sky.flags[row]! & ACTIVE) !== 0),
      active: working(index),
      knownByShell: everything,
    };
  });
  const lastTurn = scenario.turns;
  return {
    sky,
    state: {
      scenario,
      seed,
      names: options.names ?? 'fictional',
      solo: options.solo ?? null,
      boldBots: false,
      thin: options.thin ?? false,
      clock: {
        phase: 'lobby',
        turn: 0,
        number: 0,
        startedAt: 0,
        endsAt: null,
        pausedLeftMs: null,
        extendedS: 0,
        lastTurn,
        playStartedAt: null,
        sessionStartedAt: null,
        // No debrief waits for a person alone: no turn is left out for it.
        overrun: options.solo !== undefined,
        dimUntil: null,
        toDebrief: false,
      },
      ended: null,
      delegates: {},
      seats,
      positions: {},
      instruments: [],
      paperBefore: null,
      offers: [],
      press: [],
      orders: [],
      facts: [],
      incidents: [],
      evidence: [],
      lots: {},
      findings: [],
      ledger: scenario.seats.map((spec) => ({
        turn: 0,
        from: 'treasury' as const,
        to: spec.id,
        amountK: spec.credits * K_PER_CREDIT,
        cause: 'ledger.start',
      })),
      fund: { open: false, met: false, balanceK: 0 },
      news: [],
      injects: scenario.injects.map((spec) => ({
        id: spec.id,
        status: 'waiting' as const,
        turn: null,
        seat: null,
        candidate: null,
        text: null,
      })),
      registered: [],
      turnsDone: [],
      cloudAtStations: null,
      skyHash: hash,
      startSkyHash: hash,
      startActiveByShell: byShell(sky, (row) => (sky.flags[row]! & ACTIVE) !== 0),
      revealed: [],
      results: null,
      counterfactuals: [],
      moment: null,
      wall: 'globe',
      halt: null,
      engineVersion: ENGINE_VERSION,
      recent: [],
    },
  };
}
