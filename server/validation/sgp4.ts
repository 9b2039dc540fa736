/** SGP4 against the verification states of AIAA 2006-6753. */
import { readFileSync } from 'node:fs';
import { type Sgp4Failure, satrecOfLines, stateAfter } from '../../shared/orbits/motion/propagate.ts';
import { atMost, holds, type Line } from './line.ts';

const FOLDER = new URL('../../test/golden/sgp4-verification/', import.meta.url);
const SOURCE = 'AIAA 2006-6753';
/** Errors in the order of the file, as the published run reports them. */
const INTENDED: readonly Sgp4Failure[] = [
  'mean-eccentricity',
  'mean-eccentricity',
  'decayed',
  'decayed',
  'semi-latus-rectum',
  'perturbed-eccentricity',
  'decayed',
];

const linesOf = (name: string): string[] => readFileSync(new URL(name, FOLDER), 'utf8').split(/\r?\n/);

/** The published sets: two lines, its expected states (minutes, x y z, vx vy vz). */
export function verificationSets(): { lines: [string, string]; states: number[][] }[] {
  const elements = linesOf('SGP4-VER.TLE').filter((line) => /^[12] /.test(line));
  const states: number[][][] = [];
  for (const line of linesOf('tcppver.out')) {
    if (/^\s*\d+ xx/.test(line)) states.push([]);
    else {
      const cells = line.trim().split(/\s+/).map(Number);
      if (cells.length >= 7) states.at(-1)!.push(cells.slice(0, 7));
    }
  }
  return states.map((expected, k) => ({ lines: [elements[2 * k]!, elements[2 * k + 1]!], states: expected }));
}

/** Where each set first fails over the span and step written behind its second line. */
function failures(lines: [string, string]): Sgp4Failure[] {
  const [start, stop, step] = lines[1].slice(69).trim().split(/\s+/).map(Number) as [number, number, number];
  const element = satrecOfLines(...lines);
  for (let minutes = start; minutes <= stop; minutes += step) {
    const found = stateAfter(element, minutes);
    if (typeof found === 'string') return [found];
  }
  return [];
}

/** The lines of the comparison on SGP4. */
export function sgp4Lines(): Line[] {
  const sets = verificationSets();
  let compared = 0;
  let km = 0;
  let kms = 0;
  let without = 0;
  for (const { lines, states } of sets) {
    const element = satrecOfLines(...lines);
    for (const [minutes, ...state] of states) {
      const found = stateAfter(element, minutes!);
      if (typeof found === 'string') {
        without++;
        continue;
      }
      compared++;
      for (let axis = 0; axis < 3; axis++) {
        km = Math.max(km, Math.abs(found.rKm[axis]! - state[axis]!));
        kms = Math.max(kms, Math.abs(found.vKms[axis]! - state[axis + 3]!));
      }
    }
  }
  const errors = sets.flatMap(({ lines }) => failures(lines));
  return [
    holds(
      'SGP4: verification states given',
      compared === 666 && without === 1,
      `${compared} of ${compared + without}`,
      SOURCE,
      'the one without a state (33334 at 0 min) is meant to fail',
    ),
    atMost(1e-6, km, { quantity: 'SGP4: largest difference in position, km', source: SOURCE }),
    atMost(1e-9, kms, { quantity: 'SGP4: largest difference in speed, km/s', source: SOURCE }),
    holds(
      'SGP4: intended failures, in order',
      errors.join() === INTENDED.join(),
      `${errors.length} of ${INTENDED.length}`,
      SOURCE,
    ),
  ];
}
