/**
 * What a scenario file may say. A scenario is data: numbers of the game live here, never in code.
 * Words stand in `text.<language>`; keys are used as `scenario.<key>` by the formatter.
 */
import { z } from 'zod';
import { nameFor, namesIn } from './messages.ts';

const SeatId = z.string().regex(/^[A-Z]{2,4}$/, 'two to four capital letters');
const Share = z.number().min(-2).max(2);

/**
 * A test on a package of results; all named tests must hold. Tests of dials, road and lead read the text in force; where
 * none is, every clause counts as "no clause" and there is neither road nor lead. `ownStrike`: the highest band struck. `contract`: the fund has paid
 * the seat for its work.
 */
const When = z.strictObject({
  inForce: z.boolean().optional(),
  bound: z.boolean().optional(),
  N01: z.union([z.literal([0, 300, 500]), z.null()]).optional(),
  N06: z.union([z.literal([5, 10]), z.null()]).optional(),
  N10: z.union([z.literal([30, 90]), z.null()]).optional(),
  N17: z.union([z.literal(['members', 'all']), z.null()]).optional(),
  hasPool: z.boolean().optional(),
  hasN01: z.boolean().optional(),
  road: z.literal(['open', 'copuos']).optional(),
  lead: z.array(SeatId).optional(),
  notLead: z.array(SeatId).optional(),
  allParties: z.array(SeatId).optional(),
  notAllParties: z.array(SeatId).optional(),
  noneParties: z.array(SeatId).optional(),
  fundMet: z.boolean().optional(),
  contract: z.boolean().optional(),
  ownStrike: z.literal(['low', 'mid', 'high']).optional(),
  dataFrom: z.number().int().optional(),
});
export type When = z.infer<typeof When>;

const PER = ['low', 'mid', 'high', 'paid', 'parties', 'batches'] as const;
/**
 * One line of a payoff table. `per`: the value counts once for each strike of that band by anyone, credit the seat has paid,
 * party or batch flown. `because`: text key of the cause that is shown, with `count`.
 */
const Term = z.strictObject({
  when: When.optional(),
  per: z.literal(PER).optional(),
  value: z.number(),
  because: z.string(),
});
export type Term = z.infer<typeof Term>;
/**
 * grade = clip01((first matching `first` + sum of matching `add`) x product of matching `times` / `of`); `parts` are averaged
 * by weight.
 */
const Grade = z.strictObject({
  weight: z.number().positive().default(1),
  of: z.number().positive().default(1),
  first: z.array(Term).default([]),
  add: z.array(Term).default([]),
  times: z.array(Term).default([]),
});
export type Grade = z.infer<typeof Grade>;

const Objective = z.strictObject({ id: z.string(), weight: z.number().positive(), parts: z.array(Grade).min(1) });

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
  votes: z.number().int().nonnegative().default(1),
  licensedBy: SeatId.nullable().default(null),
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
  phase: z.literal(['briefing', 'negotiation']).default('briefing'),
  /** who reads the public card; a private card goes to `to` only */
  to: z.union([z.literal(['all', 'strikers', 'owner', 'drawn-state']), SeatId]),
  effect: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('none') }),
      z.strictObject({
        kind: z.literal('breakup'),
        /** `altitudeKm`: mean of perigee and apogee in the starting catalogue */
        candidates: z.array(z.strictObject({ object: z.number().int(), altitudeKm: z.number(), owner: SeatId })).min(1),
        pieces: z.number().int(),
        spread: z.number().int(),
      }),
      z.strictObject({
        kind: z.literal('shelter'),
        approval: z.number(),
        /** what insurers ask more for each batch from that turn on */
        insurersPercent: z.number().nonnegative().default(0),
      }),
      z.strictObject({ kind: z.literal('open-fund') }),
      z.strictObject({ kind: z.literal('swap-weights') }),
      z.strictObject({ kind: z.literal('outlook') }),
    ])
    .default({ kind: 'none' }),
});
export type InjectSpec = z.infer<typeof Inject>;

const SessionStep = z.strictObject({ id: z.string().regex(/^[a-z-]+$/), seconds: z.number().positive() });

const Numbered = { turn: z.number().int().positive() };
/**
 * What the learner must truly have done for a step of a lesson to end. `read`: pressed on. `opened`: the panel or stage is open.
 * `asked`: an offer that asks for a signature. `enough`: so many would sign that a text enters into force. `resolved`: the sky
 * of a year has come.
 */
const Until = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal(['read', 'said', 'tabled', 'asked', 'enough', 'pledged', 'in-force', 'stated']) }),
  z.strictObject({ kind: z.literal('opened'), panel: z.string() }),
  z.strictObject({ kind: z.literal('position'), dial: z.string() }),
  z.strictObject({ kind: z.literal('drafted'), order: z.string() }),
  z.strictObject({
    kind: z.literal('reached'),
    ...Numbered,
    phase: z.literal(['briefing', 'negotiation', 'seal', 'resolution', 'epilogue', 'debrief']),
  }),
  z.strictObject({ kind: z.literal('resolved'), ...Numbered }),
  z.strictObject({ kind: z.literal('revealed'), step: z.string() }),
]);
export type Until = z.infer<typeof Until>;
/** `panel`: where it is done; the step offers to open it. Its words are `lesson.<id>` and `lesson.<id>.title`. */
const LessonStep = z.strictObject({ id: z.string().regex(/^[a-z-]+$/), panel: z.string().optional(), until: Until });
export type LessonStep = z.infer<typeof LessonStep>;

export const ScenarioSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.number().int(),
  languages: z.array(z.string()).min(1),
  turns: z.number().int().min(1).max(20),
  monthsPerTurn: z.literal([6, 12]),
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
  seats: z.array(Seat).min(2),
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
  slots: z.strictObject({ programme: z.number().int(), security: z.number().int() }),
  orders: z.array(z.string()).min(1),
  strike: z.strictObject({
    lastTurn: z.number().int(),
    interceptorKg: z.number(),
    lowAltitudeKm: z.number(),
    lowMassKg: z.number(),
    rivalLoss: z.number(),
    detection: z.number(),
    attribution: z.number(),
    flyByDetection: z.number(),
    flyByPerLevel: z.number(),
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
  forums: z.array(
    z.strictObject({
      id: z.literal(['open', 'copuos']),
      rule: z.literal(['signature', 'consensus']),
      members: z.array(SeatId),
      framing: z.literal(['any', 'sustainability']),
    }),
  ),
  fund: z.strictObject({
    opensTurn: z.number().int(),
    thresholdCredits: z.number(),
    contractors: z.array(z.strictObject({ seat: SeatId, credits: z.number() })),
    removes: z.array(z.number().int()),
    /** ways to pay the threshold in credits by seat, for the enumeration of packages; not paying at all is always one */
    shares: z.array(z.record(z.string(), z.number().positive())),
  }),
  sensors: z
    .array(z.strictObject({ level: z.number().int(), trackedSizeM: z.number(), explosionConfidence: z.number() }))
    .min(1),
  pooledConfidence: z.number(),
  publicSizeM: z.number(),
  unregisteredConfidence: Share,
  incidents: z.strictObject({
    admitStanding: z.number(),
    admitApproval: z.number(),
    silentStanding: z.number(),
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
    reserve: z.number(),
    share: z.number(),
    concessions: z.array(z.number()).min(1),
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
  }),
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
});
export type Scenario = z.infer<typeof ScenarioSchema>;

export type ScenarioFault = { readonly field: string; readonly reason: string };

/**
 * A scenario from parsed file content. Nothing is half-read: either the whole scenario, or every fault with its field.
 */
export function readScenario(
  input: unknown,
): { readonly scenario: Scenario } | { readonly faults: readonly ScenarioFault[] } {
  const parsed = ScenarioSchema.safeParse(input);
  if (!parsed.success)
    return {
      faults: parsed.error.issues.map((issue) => ({ field: issue.path.join('.') || '(file)', reason: issue.message })),
    };
  const faults = crossChecks(parsed.data);
  return faults.length > 0 ? { faults } : { scenario: parsed.data };
}

/** References between parts that a schema cannot see. */
function crossChecks(s: Scenario): ScenarioFault[] {
  const faults: ScenarioFault[] = [];
  const seats = new Set(s.seats.map((seat) => seat.id));
  const seatAt = (field: string, id: string) => {
    if (!seats.has(id)) faults.push({ field, reason: `no seat ${id}` });
  };
  s.seats.forEach((seat, i) => {
    if (s.seats.findIndex((other) => other.id === seat.id) !== i)
      faults.push({ field: `seats.${i}.id`, reason: `${seat.id} stands twice` });
    const sum = seat.objectives.reduce((total, o) => total + o.weight, 0);
    if (Math.abs(sum - 100) > 1e-9)
      faults.push({ field: `seats.${i}.objectives`, reason: `weights add up to ${sum}, not 100` });
    if (seat.strike !== (seat.targets !== null))
      faults.push({ field: `seats.${i}.targets`, reason: 'targets belong to seats that can strike' });
    if (seat.licensedBy) seatAt(`seats.${i}.licensedBy`, seat.licensedBy);
  });
  s.forums.forEach((forum, i) => {
    for (const id of forum.members) seatAt(`forums.${i}.members`, id);
  });
  s.fund.contractors.forEach((c, i) => {
    seatAt(`fund.contractors.${i}.seat`, c.seat);
  });
  s.injects.forEach((inject, i) => {
    if (inject.turn > s.turns) faults.push({ field: `injects.${i}.turn`, reason: `turn ${inject.turn} of ${s.turns}` });
    if (inject.effect.kind === 'breakup')
      for (const c of inject.effect.candidates) seatAt(`injects.${i}.effect.candidates`, c.owner);
  });
  if (s.lesson) seatAt('lesson.seat', s.lesson.seat);
  if (s.talk.right >= s.talk.answers.length)
    faults.push({ field: 'talk.right', reason: `there are ${s.talk.answers.length} answers` });
  s.fund.shares.forEach((shares, i) => {
    for (const id of Object.keys(shares)) seatAt(`fund.shares.${i}`, id);
  });
  for (const language of s.languages) {
    for (const key of textKeys(s))
      if (!s.text[language]?.[key]) faults.push({ field: `text.${language}.${key}`, reason: 'no text' });
    for (const mode of ['real', 'fictional'] as const)
      for (const seat of seats)
        if (!s.names[mode][language]?.[seat])
          faults.push({ field: `names.${mode}.${language}.${seat}`, reason: 'no name' });
    for (const mode of ['real', 'fictional'] as const) {
      const own = s.names[mode][language] ?? {};
      for (const [key, text] of Object.entries({ ...s.text[language], ...own }))
        for (const name of namesIn(text))
          if (nameFor(own, name) === undefined)
            faults.push({ field: `names.${mode}.${language}.${name}`, reason: `no name, and ${key} asks for it` });
    }
  }
  return faults;
}

/** Keys of every text the scenario must have in each of its languages. */
export function textKeys(s: Scenario): string[] {
  const keys = new Set(['title', 'summary', 'invented', 'dial.lead', 'dial.road']);
  for (const seat of s.seats) {
    for (const key of [...seat.brief.record, ...seat.brief.alleged, ...seat.brief.invented]) keys.add(key);
    for (const objective of seat.objectives) {
      keys.add(`objective.${seat.id}.${objective.id}`);
      for (const part of objective.parts)
        for (const term of [...part.first, ...part.add, ...part.times]) keys.add(term.because);
    }
  }
  for (const [dial, values] of Object.entries(s.paper.dials)) {
    keys.add(`dial.${dial}`).add(`dial.${dial}.note`);
    if (dial !== 'lead') for (const value of values) keys.add(`dial.${dial}.${value ?? 'none'}`);
  }
  for (const { id, effect } of s.injects) {
    keys.add(`inject.${id}`).add(`inject.${id}.title`);
    if (effect.kind === 'shelter') keys.add(`inject.${id}.cloud`);
  }
  for (const step of s.lesson?.steps ?? []) keys.add(`lesson.${step.id}`).add(`lesson.${step.id}.title`);
  for (const item of s.history) keys.add(`history.${item.id}`);
  for (const key of [...s.talk.rules, s.talk.question, ...s.talk.answers]) keys.add(key);
  return [...keys];
}
