/** Commands from outside: one schema per kind; unknown fields are refused by name. */

import { z } from 'zod';

import { REVEAL_STEPS, type Refusal, refuse } from '../vocabulary/index.ts';
import { Id, Name, Package, TYPED, Whole } from './commands/fields.ts';
import { COMMAND_KINDS, type Command, type CommandKind, commands, type SeatCommand } from './commands/index.ts';
import type { Meaning } from './meaning.ts';

/** What clock and server log never comes from outside. */
const AT_THE_DOOR = COMMAND_KINDS.filter((kind) =>
  commands[kind].by.some((role) => role !== 'clock' && role !== 'server'),
);
const schemas: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  AT_THE_DOOR.map((kind) => [kind, z.strictObject({ kind: z.literal(kind), ...commands[kind].shape })]),
);

/** What a command is about: each kind has to say all of its own, and no other. */
const Meant: { readonly [A in keyof Meaning]-?: z.ZodType } = {
  phaseNumber: Whole.min(0),
  turn: Whole.min(0).max(50),
  extendedS: Whole,
  lastTurn: Whole.min(0).max(50),
  sessionStartedAt: z.number().nullable(),
  texts: z.array(Package.nullable()).max(12),
  order: z.looseObject({ kind: Name.max(32) }).nullable(),
  step: z.literal(REVEAL_STEPS).nullable(),
  people: z.array(z.array(Id).max(8)).max(2),
  published: Whole.min(0).max(1000),
};
const meanings = Object.fromEntries(
  COMMAND_KINDS.map((kind) => [
    kind,
    z.strictObject(Object.fromEntries(commands[kind].about.map((aspect) => [aspect, Meant[aspect]]))),
  ]),
);

/** The field of words that people type in a kind of command. */
const typedIn = (kind: string): z.ZodType | undefined => commands[kind as CommandKind].shape.text;

/** Whether the field `text` of a command carries words: the server keeps them apart and puts their id in the log. */
export const carriesWords = (command: Command): command is Extract<Command, { readonly text: string }> =>
  TYPED.has(typedIn(command.kind));

/** A command from outside, or a refusal that names the field. Clock and server commands never come from outside. */
export function parseCommand(input: unknown): Command | Refusal {
  const kind = typeof input === 'object' && input !== null && 'kind' in input ? input.kind : undefined;
  if (typeof kind !== 'string') return refuse('malformed', { reason: 'kind' }, 'kind');
  if (!Object.hasOwn(schemas, kind)) return refuse('unknown-command', { kind: kind.slice(0, 32) }, 'kind');
  const { means, ...deed } = input as { readonly means?: unknown };
  const parsed = schemas[kind]!.safeParse(deed);
  if (parsed.success) {
    const command = parsed.data as Command;
    return 'command' in command ? parseInner(command) : withMeaning(command, means);
  }
  const issue = parsed.error.issues[0]!;
  const field =
    issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(', ').slice(0, 64) : kind);
  const { text } = input as { readonly text?: unknown };
  const about = field === 'text' && typeof text === 'string' ? TYPED.get(typedIn(kind))?.(text) : null;
  if (about) return about;
  return refuse('malformed', { reason: field }, field);
}

/** The command with what it is about. A page that does not say so is older than this server. */
function withMeaning(command: Command, input: unknown): Command | Refusal {
  if (commands[command.kind].about.length === 0)
    return input === undefined ? command : refuse('malformed', { reason: 'means' }, 'means');
  if (input === undefined) return refuse('page-too-old', {}, 'means');
  const means = meanings[command.kind]!.safeParse(input);
  if (means.success) return { ...command, means: means.data };
  const field = ['means', ...means.error.issues[0]!.path].join('.');
  return refuse('malformed', { reason: field }, field);
}

/** What is done for a seat must be something that seats do. */
function parseInner(outer: Extract<Command, { readonly command: SeatCommand }>): Command | Refusal {
  const command = parseCommand(outer.command);
  if ('code' in command) return { ...command, ...(command.field ? { field: `command.${command.field}` } : {}) };
  if (!commands[command.kind].forSeat) return refuse('not-your-role', {}, 'command.kind');
  return { ...outer, command: command as SeatCommand };
}
