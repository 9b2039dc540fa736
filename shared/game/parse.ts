/** Commands from outside: one schema per kind; unknown fields are refused by name. */

import { z } from 'zod';
import type { ClauseValue } from '../clauses/clause.ts';
import { CLAUSE_IDS, clauses } from '../clauses/index.ts';
import { DIALS, type Package as TextValues } from '../clauses/text.ts';
import {
  BREAKUP_CAUSES,
  JOBS,
  nameRefusal,
  REVEAL_STEPS,
  type Refusal,
  ROADS,
  refuse,
  SLOTS,
  shownAs,
  tooLong,
} from '../vocabulary/index.ts';
import type { Command, CommandKind, SeatCommand } from './command-shape.ts';
import { isSeatKind } from './commands/act-for.ts';
import { ASPECTS, type Meaning } from './meaning.ts';
import { DECLINE_REASONS } from './negotiation.ts';
import type { Change } from './other-worlds/counterfactual-shape.ts';
import { SKY_VIEWS } from './roles.ts';

/** Everything is found by name in plain objects: a name that every object has by nature would always be found. */
const Name = z
  .string()
  .min(1)
  .refine((name) => !(name in Object.prototype));
const Id = Name.max(64);
const SeatRef = Name.max(8);
const Text = z
  .string()
  .refine((text) => !tooLong(text))
  .transform(shownAs);
/** One line, whatever was put in. */
const PersonName = z
  .string()
  .refine((name) => !nameRefusal(name))
  .transform((name) => shownAs(name).replace(/\s+/gu, ' '));
const Value = z.union([z.string().max(16), z.number(), z.null()]);
const DialName = z.literal(DIALS);
const Whole = z.number().int();
const Condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('at-least'), count: Whole.min(1).max(50) }),
  z.strictObject({ kind: z.literal('with'), seats: z.array(SeatRef).min(1).max(50) }),
]);
/** A text of any scenario: whether its menu offers the values is for the rules to say. */
const Package = z.strictObject({
  ...Object.fromEntries(
    CLAUSE_IDS.map((id) => [
      id,
      z
        .literal([...clauses[id].values] as ClauseValue[])
        .nullable()
        .optional(),
    ]),
  ),
  lead: SeatRef,
  road: z.literal(ROADS),
}) as unknown as z.ZodType<TextValues>;
/** A package of dial values from outside, for forecasts. */
export const PackageSchema = Package;
const Credits = Whole.min(1).max(100);
const Turn = Whole.min(1).max(50);
const OfferTerm = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('credits'), credits: Credits }),
  z.strictObject({ kind: z.literal('sign'), instrument: Id }),
  z.strictObject({ kind: z.literal('no-strike'), turn: Turn }),
  z.strictObject({ kind: z.literal('share-data'), turn: Turn }),
  z.strictObject({ kind: z.literal('fund'), credits: Credits, turn: Turn }),
  z.strictObject({ kind: z.literal('dial'), dial: DialName, value: Value }),
]);
const Terms = z.array(OfferTerm).max(6);

const schemas = {
  join: z.strictObject({
    kind: z.literal('join'),
    seat: SeatRef,
    text: PersonName,
  }),
  'take-job': z.strictObject({ kind: z.literal('take-job'), job: z.literal(JOBS) }),
  'give-job': z.strictObject({ kind: z.literal('give-job'), job: z.literal(JOBS), delegate: Id }),
  'answer-question': z.strictObject({ kind: z.literal('answer-question'), answer: Whole.min(0).max(20) }),
  say: z.strictObject({ kind: z.literal('say'), to: z.union([SeatRef, z.literal('facilitator')]), text: Text }),
  'draft-order': z.strictObject({
    kind: z.literal('draft-order'),
    slot: z.literal(SLOTS),
    order: z.looseObject({ kind: Name.max(32), month: Whole.min(1).max(12) }),
  }),
  'clear-order': z.strictObject({ kind: z.literal('clear-order'), slot: z.literal(SLOTS) }),
  'confirm-order': z.strictObject({ kind: z.literal('confirm-order'), slot: z.literal(SLOTS) }),
  ready: z.strictObject({ kind: z.literal('ready'), on: z.boolean() }),
  'set-dial': z.strictObject({ kind: z.literal('set-dial'), dial: DialName, value: Value }),
  table: z.strictObject({ kind: z.literal('table'), values: Package }),
  'use-pen': z.strictObject({ kind: z.literal('use-pen'), instrument: Id, dial: DialName, value: Value }),
  carry: z.strictObject({ kind: z.literal('carry'), instrument: Id }),
  'withdraw-text': z.strictObject({ kind: z.literal('withdraw-text'), instrument: Id }),
  pledge: z.strictObject({ kind: z.literal('pledge'), instrument: Id, condition: Condition }),
  unpledge: z.strictObject({ kind: z.literal('unpledge'), instrument: Id }),
  block: z.strictObject({ kind: z.literal('block'), instrument: Id, dial: DialName, value: Value }),
  object: z.strictObject({ kind: z.literal('object'), instrument: Id }),
  'give-notice': z.strictObject({ kind: z.literal('give-notice'), instrument: Id }),
  offer: z.strictObject({ kind: z.literal('offer'), to: SeatRef, give: Terms, get: Terms }),
  'answer-offer': z.strictObject({
    kind: z.literal('answer-offer'),
    offer: Id,
    accept: z.boolean(),
    why: z.literal(DECLINE_REASONS).optional(),
  }),
  'withdraw-offer': z.strictObject({ kind: z.literal('withdraw-offer'), offer: Id }),
  'state-incident': z.strictObject({
    kind: z.literal('state-incident'),
    incident: Id,
    say: z.literal(['admit', 'deny', 'consult']),
  }),
  accuse: z.strictObject({ kind: z.literal('accuse'), incident: Id, cause: z.literal(BREAKUP_CAUSES), of: SeatRef }),
  'publish-evidence': z.strictObject({ kind: z.literal('publish-evidence'), evidence: Id }),
  'share-evidence': z.strictObject({ kind: z.literal('share-evidence'), evidence: Id, to: SeatRef }),
  'swap-weights': z.strictObject({
    kind: z.literal('swap-weights'),
    first: Whole.min(0).max(20),
    second: Whole.min(0).max(20),
  }),
  'set-names': z.strictObject({ kind: z.literal('set-names'), names: z.literal(['real', 'fictional']) }),
  'set-bold-bots': z.strictObject({ kind: z.literal('set-bold-bots'), on: z.boolean() }),
  'swap-seats': z.strictObject({ kind: z.literal('swap-seats'), first: SeatRef, second: SeatRef }),
  'begin-session': z.strictObject({ kind: z.literal('begin-session') }),
  'ask-question': z.strictObject({ kind: z.literal('ask-question') }),
  'waive-question': z.strictObject({ kind: z.literal('waive-question'), seat: SeatRef }),
  start: z.strictObject({ kind: z.literal('start') }),
  pause: z.strictObject({ kind: z.literal('pause') }),
  resume: z.strictObject({ kind: z.literal('resume') }),
  extend: z.strictObject({ kind: z.literal('extend'), seconds: Whole.min(-3600).max(3600) }),
  'end-phase': z.strictObject({ kind: z.literal('end-phase') }),
  'go-back': z.strictObject({ kind: z.literal('go-back') }),
  'try-again': z.strictObject({ kind: z.literal('try-again') }),
  shorten: z.strictObject({ kind: z.literal('shorten') }),
  lengthen: z.strictObject({ kind: z.literal('lengthen') }),
  'allow-overrun': z.strictObject({ kind: z.literal('allow-overrun'), on: z.boolean() }),
  'fire-inject': z.strictObject({ kind: z.literal('fire-inject'), inject: Id }),
  'withdraw-inject': z.strictObject({ kind: z.literal('withdraw-inject'), inject: Id }),
  'skip-inject': z.strictObject({ kind: z.literal('skip-inject'), inject: Id }),
  'restore-inject': z.strictObject({ kind: z.literal('restore-inject'), inject: Id }),
  'edit-inject': z.strictObject({ kind: z.literal('edit-inject'), inject: Id, text: Text }),
  'set-bot': z.strictObject({ kind: z.literal('set-bot'), seat: SeatRef, on: z.boolean() }),
  'hold-seat': z.strictObject({ kind: z.literal('hold-seat'), seat: SeatRef, on: z.boolean() }),
  // What is done for the seat is read by its own schema: parseCommand.
  'act-for': z.strictObject({ kind: z.literal('act-for'), seat: SeatRef, command: z.unknown() }),
  broadcast: z.strictObject({ kind: z.literal('broadcast'), text: Text }),
  reply: z.strictObject({ kind: z.literal('reply'), to: SeatRef, text: Text }),
  'read-calls': z.strictObject({ kind: z.literal('read-calls'), seat: SeatRef }),
  'hide-message': z.strictObject({ kind: z.literal('hide-message'), message: Id }),
  'show-message': z.strictObject({ kind: z.literal('show-message'), message: Id }),
  mute: z.strictObject({ kind: z.literal('mute'), delegate: Id, on: z.boolean() }),
  'remove-delegate': z.strictObject({ kind: z.literal('remove-delegate'), delegate: Id }),
  'open-debrief': z.strictObject({ kind: z.literal('open-debrief') }),
  reveal: z.strictObject({ kind: z.literal('reveal'), step: z.literal(REVEAL_STEPS) }),
  unreveal: z.strictObject({ kind: z.literal('unreveal') }),
  'show-counterfactual': z.strictObject({
    kind: z.literal('show-counterfactual'),
    counterfactual: Id,
    on: z.boolean(),
  }),
  'show-moment': z.strictObject({
    kind: z.literal('show-moment'),
    turn: Turn,
    month: Whole.min(1).max(12),
    as: SeatRef,
  }),
  'hide-moment': z.strictObject({ kind: z.literal('hide-moment') }),
  'show-on-wall': z.strictObject({ kind: z.literal('show-on-wall'), sky: z.literal(SKY_VIEWS) }),
  close: z.strictObject({ kind: z.literal('close') }),
} satisfies Partial<Record<CommandKind, z.ZodType>>;

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
  Object.entries(ASPECTS).map(([kind, aspects]) => [
    kind,
    z.strictObject(Object.fromEntries(aspects.map((aspect) => [aspect, Meant[aspect]]))),
  ]),
);

const ChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('without-order'), order: Id }),
  z.strictObject({ kind: z.literal('with-signature'), seat: SeatRef, instrument: Id }),
]);

/** A change for a counterfactual from outside, or a refusal that names the field. */
export function parseChange(input: unknown): Change | Refusal {
  const parsed = ChangeSchema.safeParse(input);
  const field = (): string => ['change', ...parsed.error!.issues[0]!.path].join('.');
  return parsed.success ? parsed.data : refuse('malformed', { reason: field() }, field());
}

/** Kinds whose field `text` carries words: the server keeps the words apart and puts their id in the log. */
export const TEXT_FIELDS: ReadonlySet<CommandKind> = new Set<CommandKind>([
  'join',
  'say',
  'broadcast',
  'reply',
  'edit-inject',
]);

/** A command from outside, or a refusal that names the field. Clock and server commands never come from outside. */
export function parseCommand(input: unknown): Command | Refusal {
  const kind = typeof input === 'object' && input !== null && 'kind' in input ? input.kind : undefined;
  if (typeof kind !== 'string') return refuse('malformed', { reason: 'kind' }, 'kind');
  if (!Object.hasOwn(schemas, kind)) return refuse('unknown-command', { kind: kind.slice(0, 32) }, 'kind');
  const { means, ...deed } = input as { readonly means?: unknown };
  const parsed = schemas[kind as keyof typeof schemas].safeParse(deed);
  if (parsed.success) {
    if (parsed.data.kind === 'act-for') return parseActFor(parsed.data);
    return withMeaning(parsed.data as Command, means);
  }
  const issue = parsed.error.issues[0]!;
  const field =
    issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(', ').slice(0, 64) : kind);
  const { text } = input as { readonly text?: unknown };
  const about = field === 'text' && typeof text === 'string' ? (kind === 'join' ? nameRefusal : tooLong)(text) : null;
  if (about) return about;
  return refuse('malformed', { reason: field }, field);
}

/** The command with what it is about. A page that does not say so is older than this server. */
function withMeaning(command: Command, input: unknown): Command | Refusal {
  if (ASPECTS[command.kind].length === 0)
    return input === undefined ? command : refuse('malformed', { reason: 'means' }, 'means');
  if (input === undefined) return refuse('page-too-old', {}, 'means');
  const means = meanings[command.kind]!.safeParse(input);
  if (means.success) return { ...command, means: means.data };
  const field = ['means', ...means.error.issues[0]!.path].join('.');
  return refuse('malformed', { reason: field }, field);
}

/** What is done for a seat must be something that seats do. */
function parseActFor({
  seat,
  command: input,
}: {
  readonly seat: string;
  readonly command: unknown;
}): Command | Refusal {
  const command = parseCommand(input);
  if ('code' in command) return { ...command, ...(command.field ? { field: `command.${command.field}` } : {}) };
  if (!isSeatKind(command.kind)) return refuse('not-your-role', {}, 'command.kind');
  return { kind: 'act-for', seat, command: command as SeatCommand };
}
