/** What stored games hold in older shapes, as it is read now: what was found and told stays as it was. */
import { onText, signs } from '../forums/acts/on-text.ts';
import type { Condition } from '../vocabulary/index.ts';
import type { Command, Entry, SeatCommand } from './commands/index.ts';
import type { Evidence, Finding, Incident } from './incident.ts';
import type { Reading } from './sight/reading.ts';
import type { State } from './state.ts';
import type { Outcome } from './turn/outcome.ts';

/** How a reading was kept when each seat's was an estimate of its own. */
type Estimate = Omit<Evidence, 'symptom' | 'sources' | 'bases' | 'cause' | 'who' | 'file'> & {
  readonly causes: Readonly<Record<string, number>>;
  readonly attribution: Readonly<Record<string, number>>;
  readonly confidence: number;
};
type Records = Pick<State, 'evidence' | 'incidents' | 'findings' | 'lots'>;
type Stored = {
  readonly evidence: readonly (Evidence | Estimate)[];
  readonly incidents: readonly (Omit<Incident, 'moved'> & Partial<Pick<Incident, 'moved'>>)[];
  readonly findings: readonly (Omit<Finding, 'overturns'> & Partial<Pick<Finding, 'overturns'>>)[];
  readonly lots?: State['lots'];
};

const likeliest = (belief: Readonly<Record<string, number>>, error: number): Reading | null => {
  const [first] = Object.entries(belief).sort((a, b) => b[1] - a[1]);
  return first ? { named: first[0], error, belief } : null;
};

function reading(e: Evidence | Estimate): Evidence {
  if (!('causes' in e)) return e;
  const { causes, attribution, confidence, ...head } = e;
  return {
    ...head,
    symptom: 'break-up',
    sources: [e.holder],
    bases: 0,
    cause: likeliest(causes, 1 - confidence)!,
    who: likeliest(attribution, 1 - Math.max(0, ...Object.values(attribution))),
    file: false,
  };
}

const recordsReadNow = ({ evidence, incidents, findings, lots }: Stored): Records => ({
  evidence: evidence.map(reading),
  incidents: incidents.map((incident) => ({ moved: [], ...incident })),
  findings: findings.map((finding) => ({ overturns: null, ...finding })),
  lots: lots ?? {},
});

/** The records of a stored state as this code reads them. */
export const stateReadNow = <S extends State>(state: S): S => ({ ...state, ...recordsReadNow(state) });

/** What could be done with a text was once a kind of command each. */
const ONCE_COMMANDS = ['pledge', 'unpledge', 'block', 'object', 'carry', 'use-pen', 'give-notice', 'withdraw-text'];
type Old = {
  readonly kind: string;
  readonly instrument: string;
  readonly condition?: Condition;
  readonly means?: unknown;
};

/** A stored command as this code reads it. */
export function commandReadNow(command: Command): Command {
  if ('command' in command) return { ...command, command: commandReadNow(command.command) as SeatCommand };
  if (!ONCE_COMMANDS.includes(command.kind)) return command;
  const { kind: act, instrument, condition, means, ...rest } = command as unknown as Old;
  const now = condition ? signs(instrument, condition) : onText(instrument, act, rest);
  return { ...now, ...(means ? { means } : {}) } as Command;
}

/** A stored entry as this code reads it. */
export function entryReadNow(stored: Entry): Entry {
  const entry = { ...stored, command: commandReadNow(stored.command) };
  if (entry.command.kind !== 'resolved') return entry;
  const outcome: Outcome = { ...entry.command.outcome, ...recordsReadNow(entry.command.outcome) };
  return { ...entry, command: { ...entry.command, outcome } };
}
