/** Logs as files: what `kessler play --out` writes and `kessler replay` reads; the format is that of the server's export. */
import { z } from 'zod';
import type { Entry } from '../../shared/game/commands/index.ts';
import type { State } from '../../shared/game/state.ts';
import { entryReadNow } from '../../shared/game/stored.ts';
import { fieldOf } from '../../shared/scenarios/fault.ts';
import { asReadNow } from '../../shared/scenarios/gone.ts';
import { readScenario } from '../../shared/scenarios/read.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import { EXPORT_FORMAT, EXPORT_VERSION, endOf, headerOf } from '../records/exports.ts';
import { WrongUse } from './subcommand.ts';

/** What stands in place of a code where no server played. */
export const HEADLESS = 'headless';

/** The export of a headless game. Its seed is in it: nobody plays it any more. */
export function headlessExport(state: State, log: readonly Entry[]): string {
  const lines = log.map((entry) => ({ kind: 'entry', ...entry }));
  return [headerOf(HEADLESS, state, true), ...lines, endOf(state, log.length)]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}

const Header = z.looseObject({
  kind: z.literal('header'),
  format: z.literal(EXPORT_FORMAT),
  version: z.literal(EXPORT_VERSION),
  thin: z.boolean(),
  names: z.literal(['real', 'fictional']),
  code: z.string(),
  startSkyHash: z.string(),
  engineVersion: z.string(),
  seed: z.string().nullable(),
  scenario: z.unknown(),
});
const Line = z.looseObject({
  kind: z.literal(['entry', 'text', 'end']),
  id: z.unknown().optional(),
  words: z.unknown().optional(),
  command: z.looseObject({ kind: z.string() }).optional(),
});

export type ReadLog = {
  readonly header: z.infer<typeof Header> & { readonly scenario: Scenario };
  readonly entries: readonly Entry[];
  /** what people typed, by text id; null where it was erased or is hidden */
  readonly texts: ReadonlyMap<string, string | null>;
  readonly finalHash: string;
};

/** A log from the text of a file. Throws an error that names the line at fault. */
export function readLog(text: string): ReadLog {
  const lines = text.split('\n').filter((line) => line !== '');
  const parsed = lines.map((line, i) => {
    try {
      return JSON.parse(line) as unknown;
    } catch {
      throw new WrongUse(`line ${i + 1} is not JSON`);
    }
  });
  const header = Header.safeParse(parsed[0]);
  if (!header.success)
    throw new WrongUse(
      `line 1 is not the header of a ${EXPORT_FORMAT} ${EXPORT_VERSION}: ${header.error.issues[0]!.path.join('.')}`,
    );
  const scenario = readScenario(asReadNow(header.data.scenario));
  if ('faults' in scenario)
    throw new WrongUse(`line 1: scenario: ${fieldOf(scenario.faults[0]!.path)}: ${scenario.faults[0]!.reason}`);
  const entries: Entry[] = [];
  const texts = new Map<string, string | null>();
  let finalHash: string | null = null;
  for (let i = 1; i < parsed.length; i++) {
    const line = Line.safeParse(parsed[i]);
    if (!line.success) throw new WrongUse(`line ${i + 1}: unknown kind of line`);
    if (line.data.kind === 'entry' && !line.data.command) throw new WrongUse(`line ${i + 1}: an entry without command`);
    if (line.data.kind === 'end') finalHash = String(line.data.stateHash);
    if (line.data.kind === 'text')
      texts.set(String(line.data.id), line.data.words === null ? null : String(line.data.words));
    if (line.data.kind !== 'entry') continue;
    const { kind: _kind, ...entry } = line.data;
    entries.push(entryReadNow(entry as unknown as Entry));
  }
  if (finalHash === null) throw new WrongUse('the log has no last line: it was cut off');
  return { header: { ...header.data, scenario: scenario.scenario }, entries, texts, finalHash };
}
