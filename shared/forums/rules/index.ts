/** Every forum rule by its kind. A new rule is a file, a line here, and words; a new forum with a known rule is an entry of a scenario. */
import { consensus } from './consensus.ts';
import type { ForumRule } from './rule.ts';
import { signature } from './signature.ts';

const byKind = (...rules: readonly ForumRule[]): Readonly<Record<string, ForumRule>> =>
  Object.fromEntries(rules.map((rule) => [rule.kind, rule]));

export const forumRules = byKind(signature, consensus);
