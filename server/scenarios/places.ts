/** Where in a YAML file something stands: its line by its path, for those who must mend it. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import type { Fault } from '../../shared/scenarios/fault.ts';

/** A fault of one file: the line counts from 1, null where there is none. */
export type PlacedFault = { readonly line: number | null; readonly field: string; readonly reason: string };
/** What a file holds, and the line of each of its fields; of one that is not there, that of what it should stand in. */
export type PlacedYaml = {
  readonly content: unknown;
  readonly lineOf: (path: Fault['path']) => number;
};

/** Names for the same thing twice cost memory by as much as they are used: more than this is no scenario. */
const MOST_ALIASES = 50;

/** A YAML text, or everything that keeps it from being one. */
export function readPlaced(text: string): PlacedYaml | { readonly faults: readonly PlacedFault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  if (document.errors.length > 0)
    return {
      faults: document.errors.map(({ code, message, pos }) => ({
        line: lineAt(pos[0]),
        field: code === 'DUPLICATE_KEY' ? keyAt(text, pos[0]) : '(file)',
        reason: code === 'DUPLICATE_KEY' ? 'stands twice' : message.split('\n')[0]!.replace(/ at line \d+.*$/, ''),
      })),
    };
  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    return { faults: [{ line: 1, field: '(file)', reason: (error as Error).message }] };
  }
  if (!isMap(document.contents))
    return { faults: [{ line: 1, field: '(file)', reason: 'is no mapping of fields to values' }] };

  const lineOf: PlacedYaml['lineOf'] = (path) => {
    let node: Node | null = document.contents;
    let line = lineAt(node?.range?.[0] ?? 0);
    for (const step of path) {
      if (isAlias(node)) node = node.resolve(document) ?? null;
      if (isMap(node)) {
        const pair: Pair | undefined = node.items.find(
          ({ key }) => isScalar(key) && String(key.value) === String(step),
        );
        if (!pair) return line;
        line = lineAt((pair.key as Node).range?.[0] ?? 0);
        node = pair.value as Node | null;
      } else if (isSeq(node)) {
        node = (node.items[Number(step)] as Node | undefined) ?? null;
        if (node?.range) line = lineAt(node.range[0]);
      } else return line;
    }
    return line;
  };
  return { content, lineOf };
}

/** The key that begins at a place of a text. */
const keyAt = (text: string, offset: number): string =>
  text
    .slice(offset, offset + 80)
    .split(/[:\n]/, 1)[0]!
    .trim();
