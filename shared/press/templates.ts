/** How many sentences the words have for each kind of story: `press.<kind>.<n>`, from 1. */

/** Kinds of stories with their weight (what a room would talk about first) and how many headlines there are for each. */
export const STORIES = {
  // what cannot be undone
  strikes: { weight: 102, headlines: 5 },
  strike: { weight: 100, headlines: 6 },
  'strike-unknown': { weight: 100, headlines: 5 },
  // who did it, who said no, who leaves
  maker: { weight: 94, headlines: 5 },
  breach: { weight: 92, headlines: 5 },
  block: { weight: 90, headlines: 5 },
  left: { weight: 88, headlines: 4 },
  'notice-given': { weight: 86, headlines: 4 },
  // what was agreed
  ban: { weight: 82, headlines: 4 },
  'in-force': { weight: 82, headlines: 5 },
  adopted: { weight: 80, headlines: 3 },
  // what was said
  accused: { weight: 74, headlines: 5 },
  admitted: { weight: 72, headlines: 4 },
  // what broke by itself
  shelter: { weight: 70, headlines: 4 },
  collision: { weight: 68, headlines: 4 },
  explosion: { weight: 66, headlines: 5 },
  silent: { weight: 64, headlines: 3 },
  finding: { weight: 62, headlines: 3 },
  turned: { weight: 60, headlines: 3 },
  'fund-met': { weight: 58, headlines: 3 },
  unratified: { weight: 56, headlines: 3 },
  'one-short': { weight: 54, headlines: 4 },
  joined: { weight: 52, headlines: 3 },
  signed: { weight: 50, headlines: 4 },
  'fund-returned': { weight: 46, headlines: 3 },
  'test-notice': { weight: 44, headlines: 3 },
  'consult-many': { weight: 42, headlines: 3 },
  consult: { weight: 42, headlines: 3 },
  denied: { weight: 40, headlines: 4 },
  'no-text': { weight: 36, headlines: 4 },
  unregistered: { weight: 34, headlines: 3 },
  'tabled-many': { weight: 32, headlines: 4 },
  tabled: { weight: 32, headlines: 4 },
  // what every year brings
  quiet: { weight: 24, headlines: 4 },
  launches: { weight: 20, headlines: 4 },
  small: { weight: 16, headlines: 4 },
  reentries: { weight: 12, headlines: 4 },
  tracked: { weight: 8, headlines: 4 },
} as const satisfies Readonly<Record<string, { readonly weight: number; readonly headlines: number }>>;

export type StoryKind = keyof typeof STORIES;

/** Invented notices, marked as such: `press.notice.<n>`. */
export const NOTICES = 24;

/** Signs of a headline at the most: one line on the wall, in every language and with every name of a built-in case. */
export const HEADLINE_SIGNS = 46;

/** A break-up of fewer public pieces is one of the small ones, which every year has and which are told together. */
export const SMALL_PIECES = 100;
