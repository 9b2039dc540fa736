/** How long the best deal takes to find, in units of the same machine's enumeration of First test, one thread. */
import { everyDeal } from '../../shared/game/score/deals.ts';
import { packageCount, scoresAt } from '../../shared/game/score/search/choice-table.ts';
import { search } from '../../shared/game/score/search/search.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import { readFirstTest } from '../game/first-test.ts';
import { madeTable } from '../game/made-tables.ts';

/** Seats x clauses, and the most units that a search of such a table may take. */
const SIZES = [
  { seats: 6, clauses: 8, mostUnits: 10 },
  { seats: 12, clauses: 6, mostUnits: 10 },
  { seats: 16, clauses: 12, mostUnits: 30 },
];
const TABLES = 3;

export type DealsMeasure = {
  /** First test's packages scored one by one, s */
  readonly unitSeconds: number;
  readonly sizes: readonly {
    readonly seats: number;
    readonly clauses: number;
    /** the longest of the tables tried */
    readonly units: number;
    readonly mostUnits: number;
    readonly tables: readonly {
      readonly packages: number;
      readonly points: number;
      readonly bound: number;
      readonly closed: boolean;
      readonly nodes: number;
      readonly seconds: number;
    }[];
  }[];
};

const secondsOf = (work: () => void): number => {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
};

export function measureDeals(): DealsMeasure {
  const scenario = readFirstTest();
  const enumerate = (): void => {
    for (const _ of everyDeal(scenario));
  };
  enumerate();
  const unitSeconds = secondsOf(enumerate);
  const sizes = SIZES.map(({ seats, clauses, mostUnits }) => {
    const tables = Array.from({ length: TABLES }, (_, i) => {
      const table = madeTable(seats, clauses, `bench ${i}`);
      const base = [...scoresAt(table, new Int16Array(table.sizes.length))];
      let found = search(table, { base }, keyOf('warm'), 10);
      const seconds = secondsOf(() => {
        found = search(table, { base }, keyOf(`bench ${i}`));
      });
      const { value: points, bound, closed, nodes } = found;
      return { packages: packageCount(table), points, bound, closed, nodes, seconds };
    });
    return { seats, clauses, mostUnits, units: Math.max(...tables.map((t) => t.seconds)) / unitSeconds, tables };
  });
  return { unitSeconds, sizes };
}
