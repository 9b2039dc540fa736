/** The words of a scenario: which there must be in each of its languages, and whether they can be said. */

import { IntlMessageFormat } from 'intl-messageformat';
import { isClause } from '../clauses/articles.ts';
import { ruleOf } from '../effects/index.ts';
import { ownedBy } from './cards.ts';
import type { Fault } from './fault.ts';
import { nameFor, namesIn } from './messages.ts';
import type { Scenario } from './schema.ts';

const MODES = ['real', 'fictional'] as const;
/** How keys of texts are written: they become addresses of words, and nothing else. */
const KEY = /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/;

/** The parts in which keys of words, and what is to be said, stand. */
type Worded = Pick<
  Scenario,
  'seats' | 'paper' | 'injects' | 'lesson' | 'history' | 'talk' | 'asks' | 'languages' | 'names' | 'text'
>;

/** Faults of all words. */
export function* wordFaults(s: Worded): Iterable<Fault> {
  const { causes } = keysOf(s);
  for (const language of s.languages) {
    const text = s.text[language] ?? {};
    for (const key of textKeys(s)) if (!text[key]) yield { path: ['text', language, key], reason: 'there is no text' };
    for (const mode of MODES)
      for (const { id } of s.seats)
        if (!s.names[mode][language]?.[id]) yield { path: ['names', mode, language, id], reason: 'there is no name' };
    for (const [key, said] of Object.entries(text)) yield* sayable(['text', language, key], key, said, causes);
    for (const mode of MODES) {
      const own = s.names[mode][language] ?? {};
      for (const [key, said] of Object.entries(own)) yield* sayable(['names', mode, language, key], key, said, causes);
      // That a seat has no name at all is told already.
      const asked = new Set<string>(s.seats.map(({ id }) => id));
      for (const [key, said] of Object.entries({ ...text, ...own }))
        for (const name of namesIn(said)) {
          if (asked.has(name) || nameFor(own, name) !== undefined) continue;
          asked.add(name);
          yield { path: ['names', mode, language, name], reason: `there is no such name, and ${key} asks for it` };
        }
    }
  }
}

/** Whether a text can be said with what it is given: an event its object and turn, the cause of a grade a count, others names alone. */
function* sayable(path: Fault['path'], key: string, said: string, causes: ReadonlySet<string>): Iterable<Fault> {
  if (!KEY.test(key)) yield { path, reason: 'a key is of letters, digits, hyphens and dots' };
  const given = key.startsWith('inject.') ? ['object', 'turn'] : causes.has(key) ? ['count'] : [];
  if (!/[{}]/.test(said)) return;
  let asked: readonly string[];
  try {
    const plain = namesIn(said).reduce((left, name) => left.replaceAll(`{${name}}`, name), said);
    asked = [...paramsOf(new IntlMessageFormat(plain, 'en', undefined, { ignoreTag: true }).getAst() as Element[])];
  } catch (error) {
    yield { path, reason: `cannot be read as a message: ${(error as Error).message}` };
    return;
  }
  for (const name of asked)
    if (!given.includes(name)) yield { path, reason: `asks for {${name}}, and nothing here is called so` };
}

type Element = {
  readonly type: number;
  readonly value: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>;
};
/** Plain words, and the number of a plural within it. */
const LITERAL = 0;
const POUND = 7;

function* paramsOf(elements: readonly Element[]): Iterable<string> {
  for (const { type, value, options } of elements) {
    if (type !== LITERAL && type !== POUND) yield value;
    for (const option of Object.values(options ?? {})) yield* paramsOf(option.value);
  }
}

/** Keys of every text the scenario must have in each of its languages. */
export function textKeys(s: Omit<Worded, 'languages' | 'names' | 'text'>): string[] {
  const { keys, causes } = keysOf(s);
  return [...new Set([...keys, ...causes])];
}

function keysOf(s: Omit<Worded, 'languages' | 'names' | 'text'>) {
  const keys = new Set(['title', 'summary', 'invented', 'dial.lead', 'dial.road']);
  const causes = new Set<string>();
  for (const seat of s.seats) {
    for (const key of [...seat.brief.record, ...seat.brief.alleged, ...seat.brief.invented]) keys.add(key);
    for (const objective of seat.objectives) {
      keys.add(`objective.${seat.id}.${objective.id}`);
      for (const part of objective.parts)
        for (const term of [...part.first, ...part.add, ...part.times]) causes.add(term.because);
    }
  }
  for (const [dial, values] of Object.entries(s.paper.dials)) {
    // Words of a clause stand beside it; a scenario may still say its own.
    if (isClause(dial)) continue;
    keys.add(`dial.${dial}`).add(`dial.${dial}.note`);
    if (dial !== 'lead') for (const value of values) keys.add(`dial.${dial}.${value ?? 'none'}`);
  }
  for (const { id, effect, ...inject } of s.injects) {
    keys.add(`inject.${id}`).add(`inject.${id}.title`);
    const owned = ownedBy(s, inject)?.effect;
    const ofOwner = owned ? ruleOf(owned).owner?.endings(owned) : [];
    for (const ending of [...ruleOf(effect).endings(effect), ...(ofOwner ?? [])]) keys.add(`inject.${id}${ending}`);
  }
  for (const step of s.lesson?.steps ?? []) keys.add(`lesson.${step.id}`).add(`lesson.${step.id}.title`);
  for (const item of s.history) keys.add(`history.${item.id}`);
  for (const key of [...s.talk.rules, s.talk.question, ...s.talk.answers, ...(s.asks ?? [])]) keys.add(key);
  return { keys, causes };
}
