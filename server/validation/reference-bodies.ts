/**
 * The list of reference bodies (shared/orbits/table/reference-bodies.ts), made again from the skies: `npx node
 * server/validation/reference-bodies.ts` prints it. To be done when the air or the drag of the engine changes.
 */
import { profileOf } from '../../shared/orbits/motion/air.ts';
import { recordedWeather } from '../../shared/orbits/motion/atmosphere.ts';
import { decayOrbits } from '../../shared/orbits/motion/decay.ts';
import { DAYS_PER_MONTH, perigeeAltitudeKm } from '../../shared/orbits/table/elements.ts';
import { ACTIVE, draftOf, type Population, pick, UNKNOWN } from '../../shared/orbits/table/population.ts';
import { REFERENCE_BODIES } from '../../shared/orbits/table/reference-bodies.ts';
import { decimalYear } from '../../shared/orbits/table/time.ts';
import { readSky } from '../cli/files.ts';
import { shippedSky } from '../sky-rows.ts';
import { atMost, type Line } from './line.ts';

const FILES = ['sky-2008-10.csv', 'sky-2021.csv', 'sky-2025-09.csv'] as const;
const LOW_KM = 420;
const HIGH_KM = 1050;
const ROUND = 0.03;
/** Both spans must agree this well, as a difference of logarithms, and each fall must be seen. */
const AGREEMENT = 0.15;
const LEAST_FALL_KM = 1;
const BAND_KM = 50;
const OF_EACH_BAND = 60;
/** Rounds of the search for the ratio that gives a fall; each brings it several times closer. */
const ROUNDS = 8;

type Dated = { readonly sky: Population; readonly year: number };

/** A/M (m^2/kg) with which each row falls from one sky as far as it did by the next; NaN where that cannot be said. */
function ratiosOf(from: Dated, to: Dated, ids: readonly number[]): Float64Array {
  const place = (sky: Population): Map<number, number> => new Map(Array.from(sky.id, (id, i) => [id, i]));
  const [first, second] = [place(from.sky), place(to.sky)];
  const start = pick(
    from.sky,
    ids.map((id) => first.get(id)!),
  );
  const falls = ids.map((id, k) => start.semiMajorAxisKm[k]! - to.sky.semiMajorAxisKm[second.get(id)!]!);
  const ratios = new Float64Array(ids.length).fill(0.02);
  const [low, high] = [new Float64Array(ids.length).fill(1e-5), new Float64Array(ids.length).fill(30)];
  const months = Math.round((to.year - from.year) * 12);
  const days = (((to.year - from.year) * 12) / months) * DAYS_PER_MONTH;
  const airs = Array.from({ length: months }, (_, m) =>
    profileOf(recordedWeather(from.year + ((m + 0.5) * days) / 365.25)),
  );
  for (let round = 0; round < ROUNDS; round++) {
    const draft = draftOf(start);
    draft.flags.fill(0);
    for (let k = 0; k < ids.length; k++) draft.areaToMassM2Kg[k] = ratios[k]!;
    const down = new Set<number>();
    for (const air of airs) for (const k of decayOrbits(draft, days, air)) down.add(k);
    for (let k = 0; k < ids.length; k++) {
      const fall = down.has(k) ? Number.POSITIVE_INFINITY : start.semiMajorAxisKm[k]! - draft.semiMajorAxisKm[k]!;
      if (fall > falls[k]!) high[k] = ratios[k]!;
      else low[k] = ratios[k]!;
      const next = (ratios[k]! * falls[k]!) / fall;
      ratios[k] = next > low[k]! && next < high[k]! ? next : Math.sqrt(low[k]! * high[k]!);
    }
  }
  return ratios.map((ratio, k) => (falls[k]! >= LEAST_FALL_KM ? ratio : Number.NaN));
}

/** Catalogue number and A/M of the bodies that make the list, by number. */
export function referencesMade(): [id: number, areaToMassM2Kg: number][] {
  const skies = FILES.map((file): Dated => {
    const { sky, startMs } = readSky(shippedSky(file));
    return { sky, year: decimalYear(startMs) };
  });
  const [first, second, third] = skies as [Dated, Dated, Dated];
  const inAll = [second, third].map(({ sky }) => new Set(sky.id));
  const rows = Array.from(first.sky.id.keys()).filter((i) => {
    const { sky } = first;
    const perigee = perigeeAltitudeKm(sky.semiMajorAxisKm[i]!, sky.eccentricity[i]!);
    const dead = !(sky.flags[i]! & ACTIVE) && sky.kind[i] !== UNKNOWN;
    return (
      dead &&
      sky.eccentricity[i]! <= ROUND &&
      perigee >= LOW_KM &&
      perigee <= HIGH_KM &&
      inAll.every((ids) => ids.has(sky.id[i]!))
    );
  });
  const ids = rows.map((i) => first.sky.id[i]!);
  const early = ratiosOf(first, second, ids);
  const late = ratiosOf(second, third, ids);
  const bands = new Map<number, { id: number; areaToMass: number }[]>();
  ids.forEach((id, k) => {
    if (!(Math.abs(Math.log(early[k]! / late[k]!)) <= AGREEMENT)) return;
    const i = rows[k]!;
    const band = Math.floor(perigeeAltitudeKm(first.sky.semiMajorAxisKm[i]!, first.sky.eccentricity[i]!) / BAND_KM);
    bands.set(band, [...(bands.get(band) ?? []), { id, areaToMass: Math.sqrt(early[k]! * late[k]!) }]);
  });
  // Of those at one height the lightest fall fastest, and show it best.
  return [...bands.values()]
    .flatMap((band) => band.sort((a, b) => b.areaToMass - a.areaToMass).slice(0, OF_EACH_BAND))
    .map(({ id, areaToMass }): [number, number] => [id, Number(areaToMass.toPrecision(3))])
    .sort(([a], [b]) => a - b);
}

/** The line of the comparison: how far the list is from one made now. */
export function referenceLines(): Line[] {
  const made = new Map(referencesMade());
  const off = [...REFERENCE_BODIES].map(([id, known]) => Math.abs(Math.log(known / (made.get(id) ?? Number.NaN))));
  const worst = off.reduce((most, x) => (x <= most ? most : x), 0);
  return [
    atMost(0.02, worst, {
      quantity: `${REFERENCE_BODIES.size} reference bodies: largest difference of ln A/M from a list made now`,
      source: 'the skies of 2008, 2021 and 2025',
      rests: 'formula',
    }),
  ];
}

if (import.meta.main) {
  let line = '';
  for (const [id, areaToMass] of referencesMade()) {
    const pair = `${id} ${areaToMass}`;
    if (line.length + pair.length + 2 > 116) {
      console.log(line);
      line = '';
    }
    line += `${line && '  '}${pair}`;
  }
  console.log(line);
}
