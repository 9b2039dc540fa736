/** Plays bot games of a list of seeds on the thin or the full sky in a worker thread and posts what each came to. */
import { parentPort, workerData } from 'node:worker_threads';
import { readStartSky } from '../../server/skies.ts';
import { playTable } from '../../shared/bots/table.ts';
import { mixedPersonas, scenario, thinSky } from '../laws/tables.ts';

export type Job = { readonly seed: string; readonly thin: boolean };
export type Played = Job & {
  readonly phase: string;
  readonly turns: number;
  readonly hasResults: boolean;
  readonly refused: readonly string[];
  readonly error: string | null;
};

const { jobs } = workerData as { readonly jobs: readonly Job[] };
const fullSky = jobs.some((job) => !job.thin) ? readStartSky(scenario, false).sky : null;

for (const job of jobs) parentPort!.postMessage(play(job));

function play({ seed, thin }: Job): Played {
  const nothing = { seed, thin, phase: '', turns: 0, hasResults: false, refused: [] };
  try {
    const { game, refused } = playTable(scenario, thin ? thinSky : fullSky!, seed, {
      thin,
      personas: mixedPersonas(seed),
    });
    const { clock, turnsDone, results } = game.state;
    return {
      ...nothing,
      phase: clock.phase,
      turns: turnsDone.length,
      hasResults: results !== null,
      refused: refused.map(({ actor, command, refusal }) => JSON.stringify({ actor, command, refusal })),
      error: null,
    };
  } catch (error) {
    return { ...nothing, error: String((error as Error).stack) };
  }
}
