/** Reads a scenario: its shape, the references between its parts, and its words in every language. */
import { canSay, isClause } from '../clauses/articles.ts';
import { orders } from '../orders/index.ts';
import { nameFor, namesIn } from './messages.ts';
import { type Scenario, ScenarioSchema } from './schema.ts';

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
  });
  for (const kind of s.orders) if (!orders[kind]) faults.push({ field: 'orders', reason: `no order ${kind}` });
  dialFaults(s, faults);
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

/** Every dial is there, and offers nothing that its clause cannot say or no seat can hold. */
function dialFaults({ paper: { dials }, seats }: Scenario, faults: ScenarioFault[]): void {
  for (const dial of ['lead', 'road'])
    if (!dials[dial]) faults.push({ field: `paper.dials.${dial}`, reason: 'no such dial' });
  const menu = Object.keys(dials).filter((dial) => dial !== 'lead' && dial !== 'road');
  if (menu.length === 0) faults.push({ field: 'paper.dials', reason: 'no clause' });
  for (const dial of menu)
    if (!isClause(dial)) faults.push({ field: `paper.dials.${dial}`, reason: 'no such clause' });
    else
      for (const value of dials[dial]!)
        if (value !== null && !canSay(dial, value))
          faults.push({ field: `paper.dials.${dial}`, reason: `the clause has no ${value}` });
  for (const lead of dials.lead ?? [])
    if (!seats.some((seat) => seat.id === lead && seat.kind !== 'operator'))
      faults.push({ field: 'paper.dials.lead', reason: `${lead} is no state` });
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
  for (const { id, to, effect } of s.injects) {
    keys.add(`inject.${id}`).add(`inject.${id}.title`);
    if (effect.kind === 'shelter') keys.add(`inject.${id}.cloud`);
    // Its owner's card says what a break-up was.
    if (to === 'owner' && s.injects.some(({ effect: e }) => e.kind === 'breakup' && e.truth.impact))
      keys.add(`inject.${id}.impact`);
  }
  for (const step of s.lesson?.steps ?? []) keys.add(`lesson.${step.id}`).add(`lesson.${step.id}.title`);
  for (const item of s.history) keys.add(`history.${item.id}`);
  for (const key of [...s.talk.rules, s.talk.question, ...s.talk.answers, ...(s.asks ?? [])]) keys.add(key);
  return [...keys];
}
