/** The catalogue on disk and its sky. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { readCatalogue } from '../../shared/orbits/table/catalogue.ts';
import type { CatalogueRow } from '../../shared/orbits/table/record-shape.ts';
import { instantMs } from '../../shared/orbits/table/time.ts';

let rows: readonly CatalogueRow[] | undefined;
/** The records of the catalogue of September 2025, read once for all tests of a process. */
export function rowsOf2025(): readonly CatalogueRow[] {
  const file = new URL('../../shared/data/sky-2025-09.csv', import.meta.url);
  rows ??= parse(readFileSync(file), { columns: true }) as CatalogueRow[];
  return rows;
}

export const START_2025_MS = instantMs('2025-09-01T00:00:00Z')!;
/** F10.7 about the time of the elements, sfu. */
export const F107_2025 = 150;

export const readSkyOf2025 = (rows: readonly CatalogueRow[]) =>
  readCatalogue(rows, { startMs: START_2025_MS, air: F107_2025 });
