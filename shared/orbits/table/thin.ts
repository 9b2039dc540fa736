/** The thin sky: a fixed sample of a population, for laws, fuzzing and quick tables. */
import { draw, keyOf } from './chance.ts';
import { emptyPopulation, type Population, pick } from './population.ts';

/** One object in so many stays, and stands for so many. */
export const THIN_WEIGHT = 20;
const SAMPLE = keyOf('thin sky');

/**
 * A sample of 1 in 20 objects by a hash of their ids, each with weight 20, so that the same objects stay whatever else is in the
 * sky. Objects in `keep` (those a scenario names) always stay, for themselves only: weight 1.
 */
export function thinned(sky: Population, keep: ReadonlySet<number>): Population {
  const indices: number[] = [];
  for (let i = 0; i < sky.count; i++) {
    const id = sky.id[i]!;
    if (keep.has(id) || draw(SAMPLE, 'row', id) * THIN_WEIGHT < 1) indices.push(i);
  }
  const sample = pick(sky, indices);
  const weighted = emptyPopulation(sample.count, sample);
  for (let i = 0; i < sample.count; i++)
    weighted.weight[i] = sample.weight[i]! * (keep.has(sample.id[i]!) ? 1 : THIN_WEIGHT);
  return { ...sample, weight: weighted.weight };
}
