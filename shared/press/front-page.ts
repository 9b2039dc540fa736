/**
 * The front page of a year: one headline by weight, small stories, one line said in plenary, one invented notice. Written from
 * public facts only, and stored nowhere: whoever has a view of the game, or its log, can write it again.
 */
import { draw, type Key, keyOf } from '../orbits/table/chance.ts';
import { type SeatId, type TextId, type Words, words } from '../vocabulary/index.ts';
import { burstsOf, isTest, type Plate, type PublicFacts, type Story, storiesOf } from './stories.ts';
import { NOTICES, STORIES, type StoryKind } from './templates.ts';

export type Article = {
  readonly kind: StoryKind;
  readonly headline: Words;
  readonly facts: readonly Words[];
  readonly seats: readonly SeatId[];
};

/** A line of the plenary, or as much of it as a page has room for. */
export type Said = { readonly seat: SeatId; readonly line: string };

export type FrontPage = {
  readonly turn: number;
  readonly lead: Article;
  /** the next weightiest: two, and a third where nothing was said */
  readonly small: readonly Article[];
  readonly said: Said | null;
  /** invented, and marked so */
  readonly notice: Words;
  /** the largest test of the year, else its largest break-up; null: none */
  readonly plate: Plate | null;
};

/** What is printed beside public facts: which game it is, and the words that people typed. */
export type Edition = {
  /** the code of the game: two games with the same facts need not read the same */
  readonly game: string;
  /** what a person typed; null where it is not here, or gone */
  readonly typed: (id: TextId) => string | null;
};

const SMALL_STORIES = 2;
/** Signs of a line from the plenary; a longer one is cut at a word. */
const LINE_SIGNS = 60;
const SHORTEST_LINE = 3;

/** The page of one turn; null until its year is over. */
export const frontPageOf = (facts: PublicFacts, turn: number, edition: Edition): FrontPage | null =>
  frontPages(facts, edition).find((page) => page.turn === turn) ?? null;

/** The pages of all turns that are done. None has a headline or a notice that an earlier one has had. */
export function frontPages(facts: PublicFacts, edition: Edition): readonly FrontPage[] {
  const key = keyOf(`press ${edition.game}`);
  const used = new Map<StoryKind, number>();
  return facts.turnsDone.map(({ turn }) => {
    const said = saidIn(facts, turn, edition, key);
    const [lead, ...small] = chosen(storiesOf(facts, turn), used, SMALL_STORIES + (said ? 1 : 2));
    return {
      turn,
      lead: printed(lead!, used, key),
      small: small.map((one) => printed(one, used, key)),
      said,
      notice: words(`press.notice.${inOrder(key, 'notice', NOTICES)[(turn - 1) % NOTICES]}`),
      plate: plateOf(facts, turn),
    };
  });
}

/** The weightiest stories for which a headline is left; where a long game has used up all, the weightiest. */
function chosen(stories: readonly Story[], used: ReadonlyMap<StoryKind, number>, count: number): readonly Story[] {
  const left = stories.filter(({ kind }) => (used.get(kind) ?? 0) < STORIES[kind].headlines);
  return (left.length > 0 ? left : stories).slice(0, count);
}

function printed({ kind, params, facts, seats }: Story, used: Map<StoryKind, number>, key: Key): Article {
  const before = used.get(kind) ?? 0;
  used.set(kind, before + 1);
  const { headlines } = STORIES[kind];
  return {
    kind,
    headline: words(`press.${kind}.${inOrder(key, kind, headlines)[before % headlines]}`, params),
    facts,
    seats,
  };
}

/** Numbers from 1 in the order in which this game takes them. */
const inOrder = (key: Key, purpose: string, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => i + 1).sort((a, b) => draw(key, purpose, a) - draw(key, purpose, b));

function plateOf(facts: PublicFacts, turn: number): Plate | null {
  const all = burstsOf(facts, turn);
  const largest = all.find(isTest) ?? all[0];
  return largest ? { tracked: largest.tracked, altitudeKm: largest.altitudeKm, month: largest.month } : null;
}

/** One line of the turn's plenary: of those that fit, one by chance; else the beginning of one. */
function saidIn({ press }: PublicFacts, turn: number, { typed }: Edition, key: Key): Said | null {
  const lines = press.flatMap(
    ({ id, turn: when, from, to, hidden }): (Said & { readonly whole: boolean; readonly at: number })[] => {
      if (when !== turn || to !== 'plenary' || from === 'facilitator' || hidden) return [];
      const text = (typed(id) ?? '').replace(/\s+/g, ' ').trim();
      const line = cutTo(text, LINE_SIGNS);
      return line.length < SHORTEST_LINE ? [] : [{ seat: from, line, whole: line === text, at: draw(key, 'said', id) }];
    },
  );
  const [first] = lines.sort((a, b) => Number(b.whole) - Number(a.whole) || a.at - b.at);
  return first ? { seat: first.seat, line: first.line } : null;
}

/** The first sentence that fits, else as many words as do. */
function cutTo(text: string, signs: number): string {
  if (text.length <= signs) return text;
  const sentence = text.match(/^.+?[.!?…](?=\s)/u)?.[0] ?? '';
  if (sentence !== '' && sentence.length <= signs) return sentence;
  const cut = text.slice(0, signs).replace(/\s+\S*$/u, '');
  return `${cut.replace(/[\s,;:]+$/u, '')}…`;
}
