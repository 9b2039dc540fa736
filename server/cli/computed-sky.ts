/** A computed sky as a file: what `kessler evolve --sky-out` writes and every command reads. */
import { CARRIED_COLUMNS, recordOf } from '../../shared/orbits/table/carried.ts';
import type { Catalogue } from '../../shared/orbits/table/catalogue.ts';
import { indexOf, type Population } from '../../shared/orbits/table/population.ts';
import { SKY_COLUMNS } from '../sky-rows.ts';
import { writeCsv } from './files.ts';

/** Writes a computed sky: what is known of the objects of the start by name stays with them. */
export function writeSky(
  file: string,
  { sky: start, names, details, dragSpreads }: Catalogue,
  sky: Population,
  atMs: number,
): void {
  const columns = [...SKY_COLUMNS, ...CARRIED_COLUMNS];
  const epoch = new Date(atMs).toISOString();
  const rows = Array.from({ length: sky.count }, (_, i) => {
    const at = indexOf(start, sky.id[i]!);
    const parent = names[indexOf(start, sky.parentId[i]!)];
    const known: Record<string, string> = { name: names[at] ?? (parent ? `${parent} DEB` : '') };
    for (const [column, texts] of Object.entries(details)) known[column] = texts[at] ?? '';
    const now = recordOf(sky, i, epoch, dragSpreads[at] ?? 0);
    const status =
      now.operationalStatus || (known.operationalStatus === 'ACTIVE' ? 'INACTIVE' : known.operationalStatus);
    const row = { ...known, ...now, operationalStatus: status ?? '' };
    return columns.map((column) => (row as Record<string, string>)[column] ?? '');
  });
  writeCsv(file, columns, rows);
}
