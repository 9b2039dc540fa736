/**
 * What a scenario file may say. A scenario is data: numbers of the game live here, never in code.
 * Words stand in `text.<language>`; keys are used as `scenario.<key>` by the formatter.
 */
import { z } from 'zod';
import { EffectSchema } from '../effects/index.ts';
import { forumRules } from '../forums/rules/index.ts';
import { LessonStep } from './lesson.ts';
import { Objective, SeatId } from './objective.ts';

const Share = z.number().min(-2).max(2);
const Share01 = z.number().min(0).max(1);

const Seat = z.strictObject({
  id: SeatId,
  kind: z.literal(['state', 'bloc', 'operator']),
  emblem: z.string(),
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  owners: z.array(z.string()).default([]),
  fleets: z.array(z.string()).default([]),
  credits: z.number().int().nonnegative(),
  ssaLevel: z.number().int().min(0).max(4),
  standing: z.number().min(0).max(100),
  approval: z.number().min(0).max(100),
  strike: z.boolean(),
  crewed: z.boolean().default(false),
  batchesWanted: z.number().int().nonnegative(),
  batchesPerTurn: z.number().int().nonnegative(),
  batch: z.strictObject({
    satellites: z.number().int().positive(),
    massKg: z.number().positive(),
    sizeM: z.number().positive(),
    shells: z.array(z.strictObject({ altitudeKm: z.number(), inclinationDeg: z.number() })).min(1),
  }),
  premium: z.strictObject({ low: z.number(), mid: z.number(), high: z.number() }).nullable(),
  /** catalogue numbers; height and mass of the high one stand in for any later test of the seat */
  targets: z
    .strictObject({
      mid: z.number().int(),
      high: z.number().int(),
      highAltitudeKm: z.number(),
      highMassKg: z.number().positive(),
    })
    .nullable(),
  objectives: z.array(Objective).min(1),
  /** the one-page brief in three labelled layers: keys of texts */
  brief: z.strictObject({
    record: z.array(z.string()).min(1),
    alleged: z.array(z.string()).min(1),
    invented: z.array(z.string()).min(1),
  }),
});
export type SeatSpec = z.infer<typeof Seat>;

const Inject = z.strictObject({
  id: z.string(),
  turn: z.number().int().positive(),
  /** who reads the public card; a private card goes to `to` only */
  to: z.union([z.literal(['all', 'strikers', 'owner', 'drawn-state']), SeatId]),
  /** the event whose owner gets the card, where several have one; only with `to: owner` */
  of: z.string().optional(),
  effect: EffectSchema.default({ kind: 'none' }),
});
export type InjectSpec = z.infer<typeof Inject>;

/** By sensor level, from 0 on; a level beyond the last has its number. */
const ByLevel = z.array(Share01).min(1);

/** What can be seen of an act or an accident. Rows are data: none of them has code of its own. */
const Symptom = z.strictObject({
  /** chance that nobody with such sensors notices */
  missed: ByLevel.optional(),
  /**
   * What it may be: `prior` is the weight that everybody may assume; `who` says whose doing it would be: the object's owner, one
   * of those credited with the capability, or nobody's
   */
  causes: z
    .record(
      z.string(),
      z.strictObject({ prior: z.number().positive(), who: z.literal(['owner', 'capable', 'nobody']) }),
    )
    .optional(),
  causeError: ByLevel.optional(),
  whoError: ByLevel.optional(),
});

/** Rows that the rules of this program read. */
const SYMPTOMS = ['break-up', 'strike', 'flight'];

const Evidence = z.strictObject({
  /** how bases lower the error of a reading */
  error: z.strictObject({ perBase: Share01, least: Share01, most: Share01 }),
  /** another giver is a base from this sensor level on, so many at most */
  others: z.strictObject({ countsFrom: z.number().int(), most: z.number().int() }),
  /** each later turn is a base, so many at most */
  laterMost: z.number().int(),
  /** error that is told of what an owner knows of its own object; it is always right */
  fileError: Share01,
  symptoms: z
    .record(z.string(), Symptom)
    .refine((rows) => SYMPTOMS.every((id) => rows[id]), { message: `needs ${SYMPTOMS.join(', ')}` }),
});

const AnyForum = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,16}$/),
  rule: z.literal(Object.keys(forumRules)),
  members: z.array(SeatId),
  /** where texts are about sustainability only, a member can object to one with a clause of security */
  framing: z.literal(['any', 'sustainability']),
});
/** A forum with what every one has, and the numbers of the rule by which it decides. */
const Forum = z.discriminatedUnion(
  'rule',
  Object.values(forumRules).map((rule) =>
    AnyForum.extend({ rule: z.literal(rule.kind), ...rule.numbers }),
  ) as unknown as readonly [typeof AnyForum],
);

const SessionStep = z.strictObject({ id: z.string().regex(/^[a-z-]+$/), seconds: z.number().positive() });

export const ScenarioSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.number().int(),
  languages: z.array(z.string()).min(1),
  turns: z.number().int().min(1).max(20),
  /** a turn is a year: orders, the map and the sun of each turn count its twelve months */
  monthsPerTurn: z.literal(12),
  epilogueYears: z.number().int(),
  sky: z.strictObject({
    file: z.string(),
    startsAt: z.iso.datetime(),
    f107: z.array(z.number()).min(1),
    solarCycle: z.strictObject({ low: z.number(), high: z.number(), yearsSinceMinimum: z.number() }),
  }),
  seconds: z.strictObject({
    briefing: z.number(),
    negotiation: z.number(),
    /** negotiation of the last turn, where it differs */
    lastNegotiation: z.number().optional(),
    seal: z.number(),
    resolution: z.number(),
    epilogue: z.number(),
    playMax: z.number(),
    extensionMax: z.number(),
    /** a turn to come is left out when it would begin later than this */
    lateMax: z.number(),
    /** a job passes on when its holder has been away so long */
    away: z.number(),
    /** darkness and silence after a strike became known */
    dim: z.number(),
  }),
  /** the session around play, in seconds; `steps` are those of the debrief that are opened then */
  session: z.strictObject({
    before: z.array(SessionStep),
    after: z.array(SessionStep.extend({ steps: z.array(z.string()).min(1) })),
  }),
  seats: z.array(Seat).min(2).max(24),
  pricesInCredits: z.strictObject({
    launchBatch: z.number(),
    /** insurers' usual premium for a batch, within its price */
    insurance: z.number().nonnegative().default(0),
    fiveYearRuleAboveKm: z.number(),
    fiveYearRule: z.number(),
    disposal: z.number(),
    avoidance: z.number(),
    strike: z.number(),
    flyBy: z.number(),
  }),
  carryOverCredits: z.number(),
  avoidance: z.strictObject({ creditsPer10Percent: z.number(), maxCredits: z.number() }),
  orders: z.array(z.string()).min(1),
  strike: z.strictObject({
    lastTurn: z.number().int(),
    interceptorKg: z.number(),
    lowAltitudeKm: z.number(),
    lowMassKg: z.number(),
    rivalLoss: z.number(),
    detection: z.number(),
    attribution: z.number(),
    // the altitude from which a strike belongs to a band, km; it ends where the next one begins
    bandsFromKm: z
      .strictObject({ low: z.number().min(0), mid: z.number(), high: z.number() })
      .refine(({ low, mid, high }) => low < mid && mid < high, 'each band begins above the one before'),
  }),
  paper: z.strictObject({
    dials: z.record(z.string(), z.array(z.union([z.string(), z.number(), z.null()]))),
    inForceAt: z.number().int(),
    noticeTurns: z.number().int(),
    ratifyApproval: z.number(),
    leadStanding: z.number(),
    signStanding: z.number(),
    leadGain: z.number(),
    blockCost: z.number(),
  }),
  forums: z.array(Forum),
  fund: z.strictObject({
    thresholdCredits: z.number(),
    contractors: z.array(z.strictObject({ seat: SeatId, credits: z.number() })),
    removes: z.array(z.number().int()),
    /** ways to pay the threshold in credits by seat, for the enumeration of packages; not paying at all is always one */
    shares: z.array(z.record(z.string(), z.number().positive())),
  }),
  sensors: z.array(z.strictObject({ level: z.number().int(), trackedSizeM: z.number() })).min(1),
  evidence: Evidence,
  publicSizeM: z.number(),
  unregisteredConfidence: Share,
  incidents: z.strictObject({
    admitStanding: z.number(),
    admitApproval: z.number(),
    /** what its silence costs a seat once evidence has found it out, and what a proved breach costs a party: two wrongs */
    silentStanding: z.number(),
    /** by default what a game stored before this number had its own name has always charged */
    breachStanding: z.number().default(-8),
    /** what an owner gains by laying open a file that clears it */
    clearedStanding: z.number(),
    rightStanding: z.number(),
    wrongStanding: z.number(),
    provedAt: z.number(),
  }),
  breachPoints: z.number(),
  health: z.strictObject({ stewardAt: z.number(), bridgeAt: z.number(), mandateGain: z.number() }),
  epilogue: z.strictObject({
    unboundTestYears: z.number(),
    boundWithPoolYears: z.number(),
    boundWithoutPoolYears: z.number(),
    /** runs of the 25 years, from which the bands are taken */
    runs: z.number().int().min(2),
  }),
  bots: z.strictObject({
    /** own points above no deal, and share of its possible gain, under which one never agrees; what it asks for, turn by turn */
    reserve: z.number(),
    share: z.number(),
    concessions: z.array(z.number()).min(1),
    /** seats that they should play at most beside a class; the desk is told of more */
    most: z.number().int().nonnegative().optional(),
    /** false: they table no texts of their own */
    table: z.boolean().optional(),
  }),
  injects: z.array(Inject),
  /** a lesson for one person at this seat, who plays with bots step by step */
  lesson: z.strictObject({ seat: SeatId, steps: z.array(LessonStep).min(1) }).optional(),
  /** keys of the texts of the rules talk, and of its check question */
  talk: z.strictObject({
    rules: z.array(z.string()).min(1),
    question: z.string(),
    answers: z.array(z.string()).min(2),
    /** index of the right answer */
    right: z.number().int().nonnegative(),
    /** what is shown to whoever has answered: what is left of a satellite broken up at 280, 500 and 850 km */
    picture: z.literal('altitudes').optional(),
  }),
  /** keys of what the facilitator may ask the room, one for each turn */
  asks: z.array(z.string()).optional(),
  history: z.array(z.strictObject({ id: z.string(), source: z.string() })),
  /**
   * names.<mode>.<language>: names by seat id and `object.<number>`, forms of a seat's name that sentences need (`de.US`), and texts
   * that differ from `text` in that mode
   */
  names: z.strictObject({
    real: z.record(z.string(), z.record(z.string(), z.string())),
    fictional: z.record(z.string(), z.record(z.string(), z.string())),
  }),
  /** text.<language>.<key>: ICU messages, said as `scenario.<key>`; {US}, {de.US} and {object.27453} stand for names of this game */
  text: z.record(z.string(), z.record(z.string(), z.string())),
  /** notes.<language>: for whoever teaches with it; paragraphs, `#` headings and `-` lists */
  notes: z.record(z.string(), z.string().max(20_000)).optional(),
});
export type Scenario = z.infer<typeof ScenarioSchema>;

/** What `scenario.yaml` of a scenario's folder holds. */
export const NumbersSchema = ScenarioSchema.omit({ names: true, text: true, notes: true });
/** What `<language>.yaml` beside it holds. */
export const WordsSchema = z.strictObject({
  names: z.strictObject({ real: z.record(z.string(), z.string()), fictional: z.record(z.string(), z.string()) }),
  text: z.record(z.string(), z.string()),
});
