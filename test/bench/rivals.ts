/** What others take for the same work, measured in the same run. */
import { BulkPropagator, createSingleThreadRuntime, EciBaseCalculator } from 'satellite.js';
import { type ElementSet, positionsAt } from '../../shared/orbits/motion/propagate.ts';

export type Rival = { readonly name: string; readonly run: () => void };

/** SGP4 for many sets at one instant by satellite.js alone: its bulk interface as its guide has it, and its function one by one. */
export async function sgp4Rivals(sets: readonly ElementSet[], atMs: number): Promise<Rival[]> {
  const bulk = new BulkPropagator({
    runtime: await createSingleThreadRuntime(),
    calculators: [new EciBaseCalculator()],
    satRecsCount: sets.length,
    datesCount: 1,
  });
  bulk.setSatRecs(sets.map(({ satrec }) => satrec));
  const out = new Float64Array(3 * sets.length);
  return [
    {
      name: 'satellite.js in bulk, its raw output',
      run: () => {
        bulk.setDates([new Date(atMs)]);
        bulk.run();
        bulk.getRawOutput();
      },
    },
    { name: 'satellite.js one by one', run: () => void positionsAt(sets, atMs, out) },
  ];
}
