/** The articles of a text, and what they say together. Nobody else need know which clauses there are. */
import {
  type Demands,
  type Fact,
  type ForecastEffect,
  mergeDemands,
  type Verdict,
  type Words,
} from '../vocabulary/index.ts';
import type { ClauseRule, ClauseValue, Deed } from './clause.ts';
import { CLAUSE_IDS, type ClauseId, clauses } from './index.ts';
import type { Package } from './text.ts';

/** A clause at one of its values. */
export type Article = { readonly clause: ClauseId; readonly value: ClauseValue };

/** The clause of an article, for its value: an article holds only what its clause can be set to. */
const ruleOf = ({ clause }: { readonly clause: ClauseId }): ClauseRule<ClauseValue> =>
  clauses[clause] as unknown as ClauseRule<ClauseValue>;

export const isClause = (id: string): id is ClauseId => Object.hasOwn(clauses, id);

/** Whether a clause can be set to a value. */
export const canSay = (clause: ClauseId, value: unknown): boolean =>
  (clauses[clause].values as readonly unknown[]).includes(value);

/** What a text says, article by article. */
export const articlesOf = (text: Package): readonly Article[] =>
  CLAUSE_IDS.flatMap((clause) => {
    const value = text[clause] ?? null;
    return value === null ? [] : [{ clause, value }];
  });

/** Every text with at least one clause that a menu can make, the last dial of the menu turned first. */
export function textsOn(menu: Readonly<Record<string, readonly unknown[]>>): readonly Package[] {
  let texts: Record<string, unknown>[] = [{}];
  for (const [dial, values] of Object.entries(menu))
    texts = texts.flatMap((text) => values.map((value) => ({ ...text, [dial]: value })));
  return (texts as Package[]).filter((text) => articlesOf(text).length > 0);
}

/** Whether two texts ask the same: who leads and by which road is another matter. */
export const sameClauses = (a: Package, b: Package): boolean =>
  CLAUSE_IDS.every((clause) => (a[clause] ?? null) === (b[clause] ?? null));

/** Whether two texts are one in all they say. */
export const isSameText = (a: Package, b: Package): boolean =>
  a.lead === b.lead && a.road === b.road && sameClauses(a, b);

/** Articles that bind one seat at once as one list, each clause at the value by which all are kept. */
export function mergeArticles(all: readonly Article[]): readonly Article[] {
  const merged = new Map<ClauseId, Article>();
  for (const article of all) {
    const other = merged.get(article.clause);
    const value = other ? ruleOf(article).stricter(other.value, article.value) : article.value;
    merged.set(article.clause, { clause: article.clause, value });
  }
  return [...merged.values()];
}

export const sentenceOf = (article: Article): Words => ruleOf(article).sentence(article.value);

export const dutyOf = (
  article: Article,
  fact: Fact,
  register: Parameters<ClauseRule<ClauseValue>['duty']>[2],
): Verdict | null => ruleOf(article).duty(article.value, fact, register);

/** What orders of a seat that is bound by these must reckon with. */
export const demandsOf = (articles: readonly Article[]): Demands =>
  mergeDemands(articles.map((article) => ruleOf(article).demands(article.value)));

export const forbids = (articles: readonly Article[], deed: Deed): boolean =>
  articles.some((article) => ruleOf(article).forbids(article.value, deed));

/** What an article does to the years ahead. */
export const effectOf = (article: Article): ForecastEffect => ruleOf(article).forecast(article.value);
