/** The sky a viewer knows: public catalogue, names and the viewer's overlay. */
import { asOfMonth, withOverlay } from '../../../shared/game/sight/overlay/overlaid.ts';
import { decodeOverlay } from '../../../shared/game/sight/overlay/overlay-codec.ts';
import type { View } from '../../../shared/game/view/view-shape.ts';
import { indexOf, type Population } from '../../../shared/orbits/table/population.ts';
import { decode } from '../../../shared/orbits/table/population-codec.ts';
import { ROUTES, type SkyNames } from '../../../shared/protocol.ts';
import type { Refusal, SeatId } from '../../../shared/vocabulary/index.ts';
import { getBytes, getJson, type Reply } from '../../http.ts';
import { YEAR_MONTHS, type Year, yearOf } from '../../sky/playback.ts';
import { type Look, type Painted, painted, seatRows } from './map-look.ts';

export type Sky = {
  readonly population: Population;
  readonly start: Population;
  /** the viewer's sky a year earlier, null where this device has not seen it */
  readonly before: Population | null;
  readonly names: SkyNames;
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

/** The same sky with the one a year earlier, which the server still has where this device has lost or never seen it. */
export async function withYearBefore(code: string, view: View, sky: Sky, key: string | null): Promise<Sky> {
  const turn = sky.population.epochMonth / YEAR_MONTHS - 1;
  if (sky.before || turn < 1) return sky;
  const { viewer } = view;
  const as = viewer.kind === 'seat' ? viewer.seat : viewer.kind === 'facilitator' ? 'truth' : 'public';
  const bytes = await getBytes(ROUTES.moment(code, turn, as), key);
  return 'refusal' in bytes ? sky : { ...sky, before: withOverlay(sky.start, decodeOverlay(bytes.value)) };
}

/** The sky after a year that is over, as this viewer was shown it then; at the debrief the facilitator gets what all were shown. */
export async function skyAfter(code: string, view: View, turn: number, key: string | null): Promise<Sky | Refusal> {
  if (turn === view.turnsDone.at(-1)?.turn) return loadSky(code, view, key);
  const { viewer, clock } = view;
  const over = clock.phase === 'debrief' || clock.phase === 'closed';
  const as = viewer.kind === 'seat' ? viewer.seat : viewer.kind === 'facilitator' && !over ? 'truth' : 'public';
  return loadSkyAt(ROUTES.moment(code, turn, as), view, key, YEAR_MONTHS);
}

const years = new WeakMap<Sky, Year>();

/** The objects of a sky's last year, those that left it included, with their days of birth and end, in the colours of a look. */
export function yearPainted(view: View, sky: Sky, look: Look): Painted {
  const year = years.get(sky) ?? yearOf(sky.population, sky.before);
  years.set(sky, year);
  const { bornDay, endDay } = year;
  const whole = painted(view, year.population, look);
  return { ...whole, objects: { ...whole.objects, bornDay, endDay } };
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

/** A population with what is known of its rows: `start` is the catalogue that the names are parallel to. */
export function skyOf(view: View, start: Population, names: SkyNames, population: Population): Sky {
  const seatIndex = seatRows(view, population);
  return {
    population,
    start,
    before: null,
    names,
    seatOf: (row) => view.seats[seatIndex(row)]?.id ?? null,
    listed: (row) => indexOf(start, population.id[row]!),
  };
}
