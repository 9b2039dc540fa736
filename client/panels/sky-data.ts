/** The sky a viewer knows, made for the map: public catalogue, names and the viewer's overlay, grouped by owner. */
import { asOfMonth, decodeOverlay, withOverlay } from '../../shared/game/overlay-codec.ts';
import type { View } from '../../shared/game/view-shape.ts';
import { FIRST_CAUSAL_ID } from '../../shared/orbits/chance.ts';
import { ACTIVE, DEBRIS, decode, indexOf, PAYLOAD, type Population } from '../../shared/orbits/population.ts';
import { ROUTES, type SkyNames } from '../../shared/protocol.ts';
import type { Refusal, SeatId } from '../../shared/vocabulary/index.ts';
import { getBytes, getJson, type Reply } from '../http.ts';
import type { SkyObjects } from '../sky/motion.ts';
import { type ColourGroup, DEBRIS_COLOUR, DEBRIS_EMPHASIS, FRESH_COLOUR, OTHERS_COLOUR } from '../sky/palette.ts';
import { YEAR_MONTHS, yearOf } from '../sky/playback.ts';

export type Sky = {
  readonly population: Population;
  readonly start: Population;
  /** the viewer's sky a year earlier, null where this device has not seen it */
  readonly before: Population | null;
  readonly names: SkyNames;
  readonly objects: SkyObjects;
  readonly groups: readonly ColourGroup[];
  /** objects of each group, each row with its weight */
  readonly counts: readonly number[];
  /** seat of each row's owner, null for all others */
  readonly seatOf: (row: number) => SeatId | null;
  /** a row's place in the catalogue, which the names are parallel to, or -1 */
  readonly listed: (row: number) => number;
};

const starts = new Map<string, Promise<Reply<readonly [Population, SkyNames]>>>();

/** The public catalogue with its names: one immutable file for everybody, fetched once. */
function startOf(hash: string): Promise<Reply<readonly [Population, SkyNames]>> {
  const known = starts.get(hash);
  if (known) return known;
  const loading = Promise.all([getBytes(ROUTES.sky(hash)), getJson<SkyNames>(ROUTES.skyNames(hash))]).then(
    ([bytes, names]): Reply<readonly [Population, SkyNames]> => {
      if ('refusal' in bytes) return bytes;
      if ('refusal' in names) return names;
      return { value: [decode(bytes.value), names.value] };
    },
  );
  starts.set(hash, loading);
  void loading.then((reply) => {
    if ('refusal' in reply) starts.delete(hash);
  });
  return loading;
}

/** The sky of a view. `key`: who asks for the overlay; null gets the public one. */
export async function loadSky(code: string, view: View, key: string | null): Promise<Sky | Refusal> {
  const [start, overlay] = await Promise.all([
    startOf(view.startSky),
    getBytes(ROUTES.overlay(code, view.overlay), key),
  ]);
  if ('refusal' in start) return start.refusal;
  if ('refusal' in overlay) return overlay.refusal;
  const [catalogue, names] = start.value;
  const population = withOverlay(catalogue, decodeOverlay(overlay.value));
  const { viewer } = view;
  const who = viewer.kind === 'seat' ? viewer.seat : viewer.kind;
  const nameOf = (month: number): string => `${code}/${who}/${month}`;
  seen.set(nameOf(population.epochMonth), population);
  const yearAgo = population.epochMonth - YEAR_MONTHS;
  const before = yearAgo === catalogue.epochMonth ? catalogue : (seen.get(nameOf(yearAgo)) ?? null);
  return { ...skyOf(view, catalogue, names, population), before };
}

/** Skies that this device has shown, by game, viewer and month: what has left one since is known only from the one before. */
const seen = new Map<string, Population>();

/** The objects of a sky's last year, those that left it included, with their days of birth and end. */
export function yearObjects(view: View, sky: Sky): SkyObjects {
  const { population, bornDay, endDay } = yearOf(sky.population, sky.before);
  return { ...skyOf(view, sky.start, sky.names, population).objects, bornDay, endDay };
}

/** A sky of the debrief by its address. `month`: without what was launched or broke after that month of its last year. */
export async function loadSkyAt(
  address: string,
  view: View,
  key: string | null,
  month: number,
): Promise<Sky | Refusal> {
  const [start, bytes] = await Promise.all([startOf(view.startSky), getBytes(address, key)]);
  if ('refusal' in start) return start.refusal;
  if ('refusal' in bytes) return bytes.refusal;
  const [catalogue, names] = start.value;
  const overlay = decodeOverlay(bytes.value);
  const by = overlay.month - YEAR_MONTHS + month;
  return skyOf(view, catalogue, names, withOverlay(catalogue, asOfMonth(overlay, by)));
}

/** Groups a population by the view's seats: working satellites of each, of others, what is derelict, what is new debris. */
export function skyOf(view: View, start: Population, names: SkyNames, population: Population): Sky {
  const seatOfFleet = population.fleets.map((name) =>
    view.seats.findIndex((s) => name !== '' && s.fleets.includes(name)),
  );
  const seatOfOwner = population.owners.map((code) =>
    view.seats.findIndex((s) => code !== '' && s.owners.includes(code)),
  );
  const seatIndex = (row: number): number => {
    const byFleet = seatOfFleet[population.fleet[row]!]!;
    return byFleet >= 0 ? byFleet : seatOfOwner[population.owner[row]!]!;
  };
  const others = view.seats.length;
  const derelict = others + 1;
  const fragments = others + 2;
  const groups: ColourGroup[] = [
    ...view.seats.map((s) => ({ key: s.id, colour: s.colour })),
    { key: 'others', colour: OTHERS_COLOUR },
    { key: 'derelict', colour: DEBRIS_COLOUR, emphasis: DEBRIS_EMPHASIS },
    { key: 'fragments', colour: FRESH_COLOUR },
  ];
  const group = new Uint8Array(population.count);
  const fresh = new Uint8Array(population.count);
  const counts = groups.map(() => 0);
  for (let i = 0; i < population.count; i++) {
    const made = population.id[i]! >= FIRST_CAUSAL_ID;
    const works = population.kind[i] === PAYLOAD && (population.flags[i]! & ACTIVE) !== 0;
    const seat = works ? seatIndex(i) : -1;
    const g = made && population.kind[i] === DEBRIS ? fragments : !works ? derelict : seat >= 0 ? seat : others;
    group[i] = g;
    counts[g]! += population.weight[i]!;
    if (made && population.birthMonth[i]! >= population.epochMonth - YEAR_MONTHS) fresh[i] = 1;
  }
  return {
    population,
    start,
    before: null,
    names,
    groups,
    counts: counts.map(Math.round),
    objects: { ...population, group, fresh },
    seatOf: (row) => view.seats[seatIndex(row)]?.id ?? null,
    listed: (row) => indexOf(start, population.id[row]!),
  };
}
