/** Starting skies from the catalogue files, and the form in which skies are stored. Slow: called in a worker or a command line. */
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { ruleOf } from '../shared/effects/index.ts';
import { type RefusedRow, readCatalogue } from '../shared/orbits/table/catalogue.ts';
import { contentHash } from '../shared/orbits/table/content-hash.ts';
import { indexOf, type Population } from '../shared/orbits/table/population.ts';
import { decode, encode } from '../shared/orbits/table/population-codec.ts';
import { thinned } from '../shared/orbits/table/thin.ts';
import { decimalYear, instantMs } from '../shared/orbits/table/time.ts';
import type { SkyNames } from '../shared/protocol.ts';
import type { Scenario } from '../shared/scenarios/schema.ts';
import { readSkyRows, shippedSky } from './sky-rows.ts';
import type { PackedSky } from './store/store.ts';

export type StartSky = {
  readonly sky: Population;
  readonly hash: string;
  readonly names: SkyNames;
  readonly refused: readonly RefusedRow[];
};

/**
 * The sky of a scenario's date, whole or thinned, from a file of any form (sky-rows.ts), named from shared/data or in full, with
 * every row that was refused and why. Reads about 6 MB. Throws if the file is missing or holds no sky.
 */
export function readStartSky(scenario: Scenario, thin: boolean): StartSky {
  const { rows, refused: unreadable } = readSkyRows(shippedSky(scenario.sky.file));
  const startMs = instantMs(scenario.sky.startsAt)!;
  const {
    sky: whole,
    names,
    details,
    refused: unfit,
  } = readCatalogue(rows, {
    startMs,
    air: { f107: scenario.sky.f107[0]!, year: decimalYear(startMs) },
  });
  const sky = thin ? thinned(whole, namedObjects(scenario)) : whole;
  const kept = Array.from(sky.id, (id) => indexOf(whole, id));
  const column = (values: readonly string[]): string[] => kept.map((row) => values[row]!);
  return {
    sky,
    hash: contentHash(encode(sky)),
    names: {
      names: column(names),
      launchDates: column(details.launchDate),
      designators: column(details.intlDesignator),
    },
    refused: [...unreadable, ...unfit],
  };
}

/** What a starting sky depends on: of two scenarios with the same name for it, both start from the same sky. */
export const skyName = (scenario: Scenario, thin: boolean): string =>
  JSON.stringify([
    scenario.sky.file,
    scenario.sky.startsAt,
    scenario.sky.f107[0],
    thin ? [...namedObjects(scenario)].sort((a, b) => a - b) : null,
  ]);

/** Objects a scenario names by number: they are there in every sample of its sky. */
function namedObjects(scenario: Scenario): ReadonlySet<number> {
  const named = new Set<number>(scenario.fund.removes);
  for (const { targets } of scenario.seats) if (targets) named.add(targets.mid).add(targets.high);
  for (const { effect } of scenario.injects)
    for (const [, object] of ruleOf(effect).named(effect).objects) named.add(object);
  return named;
}

/** A sky as the store keeps it. Level 1: a tenth of the time of the default for a few per cent more bytes. */
export function packSky(sky: Population): PackedSky {
  const bytes = encode(sky);
  return { hash: contentHash(bytes), packed: zstdCompressSync(bytes, { params: { 100: 1 } }) };
}

/** The sky of packed bytes. Throws if they are not those of its hash. */
export function unpackSky({ hash, packed }: PackedSky): Population {
  const bytes = zstdDecompressSync(packed);
  if (contentHash(bytes) !== hash) throw new Error(`the bytes of sky ${hash} are not its own`);
  return decode(bytes);
}
