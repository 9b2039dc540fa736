import { parseArgs } from 'node:util';
import { agreementLines } from '../validation/agreement.ts';
import { breakUpLines } from '../validation/break-up-laws.ts';
import { catalogueLines } from '../validation/catalogue.ts';
import { cloudLines } from '../validation/clouds.ts';
import { dragLines } from '../validation/drag.ts';
import { explosionLines } from '../validation/explosions.ts';
import { fateLines } from '../validation/fates.ts';
import { knownLines } from '../validation/known-objects.ts';
import { type Line, type Rests, restingOn } from '../validation/line.ts';
import { longTermLines } from '../validation/long-term.ts';
import { lowBreakUpLines } from '../validation/low-breakups.ts';
import { probabilityLines } from '../validation/probability.ts';
import { sgp4Lines } from '../validation/sgp4.ts';
import { strikeLines } from '../validation/strikes.ts';
import { windowLines } from '../validation/windows.ts';
import { progressBar } from './progress.ts';
import type { Subcommand } from './subcommand.ts';

/** Tables and vectors: a few seconds. */
export const quickLines = (): Line[] => [
  ...restingOn('unseen', sgp4Lines()),
  ...restingOn('formula', [...breakUpLines(), ...dragLines()]),
  ...restingOn('unseen', probabilityLines()),
];

/** Runs of the objects one by one, eight seconds for the three cases of each. Means of fewer are off by a tenth. */
const AGREEMENT_SEEDS = 6;

/** Real clouds and real catalogues over years, decades and centuries: two minutes. */
const LONG: readonly { rests: Rests; lines: (progress: (share: number) => void) => Line[] }[] = [
  { rests: 'fitted', lines: cloudLines },
  { rests: 'fitted', lines: lowBreakUpLines },
  { rests: 'fitted', lines: explosionLines },
  { rests: 'unseen', lines: fateLines },
  { rests: 'unseen', lines: catalogueLines },
  { rests: 'unseen', lines: knownLines },
  { rests: 'unseen', lines: windowLines },
  { rests: 'unseen', lines: strikeLines },
  { rests: 'unseen', lines: longTermLines },
  { rests: 'formula', lines: (progress) => agreementLines(AGREEMENT_SEEDS, progress) },
];

/** All lines that take longer; `progress` is told the share done. */
export const longLines = (progress: (share: number) => void = () => {}): Line[] =>
  LONG.flatMap(({ rests, lines }, n) =>
    restingOn(
      rests,
      lines((share) => progress((n + share) / LONG.length)),
    ),
  );

const VERDICT = new Map<boolean | null, string>([
  [true, 'pass'],
  [false, 'MISS'],
  [null, '-'],
]);
const COLUMNS = ['quantity', 'published', 'ours', 'tolerance', 'pass', 'rests', 'source'] as const;

/** The lines as a table with aligned columns; a note stands under the last of the lines in a row that have it. */
function tableOf(lines: readonly Line[]): string {
  const cells = lines.map((line) => COLUMNS.map((c) => (c === 'pass' ? VERDICT.get(line.pass)! : (line[c] ?? '-'))));
  const widths = COLUMNS.map((name, k) => Math.max(name.length, ...cells.map((row) => row[k]!.length)));
  const lineOf = (row: readonly string[]): string =>
    row
      .map((cell, k) => cell.padEnd(widths[k]!))
      .join('  ')
      .trimEnd();
  const body = lines.flatMap((line, n) => [
    lineOf(cells[n]!),
    ...(line.note === undefined || line.note === lines[n + 1]?.note ? [] : [`    ${line.note}`]),
  ]);
  return [lineOf(COLUMNS), ...body].join('\n');
}

export const validateCommand: Subcommand = {
  about: 'compares the engine with published figures, line by line',
  usage: [
    'kessler validate [--quick] [--json]',
    '',
    '  --quick   tables and vectors only, in seconds; the whole takes about two minutes',
    '',
    'Prints quantity, published, ours, tolerance, pass, rests, source; a dash is a figure that is printed, not judged. Rests says',
    'what meeting it shows: formula (both figures come from the same equations), fitted (numbers of the engine were chosen by',
    'this very figure), unseen (they were not). A note under a',
    'line, or under several in a row, says what the figures rest on. Exit status 1 when a line misses.',
    '--seed is taken and changes nothing: the runs have seeds of their own.',
    'Example: npx kessler validate --quick --json',
  ].join('\n'),
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        quick: { type: 'boolean', default: false },
        seed: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const lines = values.quick ? quickLines() : [...quickLines(), ...longLines(progressBar('validating'))];
    const missed = lines.filter((line) => line.pass === false).length;
    if (values.json)
      console.log(JSON.stringify({ lines, judged: lines.filter((l) => l.pass !== null).length, missed }));
    else console.log(`${tableOf(lines)}\n\n${lines.length} lines, ${missed} missed`);
    return missed === 0 ? 0 : 1;
  },
};
