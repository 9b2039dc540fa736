/** What the wall tells of a year, and when. Pure. */
import type { Incident } from '../../../shared/game/incident.ts';
import type { News } from '../../../shared/game/news.ts';
import type { View } from '../../../shared/game/view/view-shape.ts';
import type { YearInstant } from '../../sky/year-clock.ts';

/** A break-up of fewer tracked pieces than this happens in most years: several are told in one line. */
export const LARGE_PIECES = 100;

const ofTurn = (view: View): readonly Incident[] => view.incidents.filter(({ turn }) => turn === view.clock.turn);

/** The event of the year that is held: a loud one before any other, of equals the largest; null: nothing large happened. */
export const loudOf = (view: View): Incident | null =>
  ofTurn(view)
    .filter((i) => i.loud?.cause === 'intercept' || i.trackedPublic >= LARGE_PIECES)
    .sort((a, b) => Number(b.loud !== null) - Number(a.loud !== null) || b.trackedPublic - a.trackedPublic)[0] ?? null;

/** A line of the headlines: a piece of news, or the small break-ups of the year in one. */
export type Headline =
  | { readonly kind: 'news'; readonly item: News }
  | { readonly kind: 'small'; readonly count: number; readonly pieces: number; readonly month: number };

const TONES: readonly News['tone'][] = ['loud', 'warn', 'calm'];
const BREAK_UPS: ReadonlySet<string> = new Set([
  'news.explosion',
  'news.collision',
  'news.strike',
  'news.strike-unknown',
]);
/** Tracked pieces that a piece of news is about; 0: it is about none. */
const piecesOf = ({ words }: News): number => (BREAK_UPS.has(words.key) ? Number(words.params?.tracked ?? 0) : 0);
const isSmall = (item: News): boolean =>
  (item.words.key === 'news.explosion' || item.words.key === 'news.collision') &&
  item.text === undefined &&
  piecesOf(item) < LARGE_PIECES;

/** What the year brought by the end of a month, the weightiest first: by its tone, then by its pieces, then as it came. */
export function headlinesOf(view: View, month: number): readonly Headline[] {
  const told = view.news.filter(
    (item) => item.turn === view.clock.turn && item.month > 0 && item.month <= month && !item.withdrawn,
  );
  const small = told.filter(isSmall);
  const news = told
    .filter((item) => !isSmall(item))
    .toSorted((a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone) || piecesOf(b) - piecesOf(a) || a.month - b.month)
    .map((item): Headline => ({ kind: 'news', item }));
  if (small.length === 0) return news;
  const folded: Headline = {
    kind: 'small',
    count: small.length,
    pieces: small.reduce((sum, item) => sum + piecesOf(item), 0),
    month: Math.max(...small.map((item) => item.month)),
  };
  // Behind all that matters more, before what is calm.
  const calm = news.findIndex((line) => line.kind === 'news' && line.item.tone === 'calm');
  return calm < 0 ? [...news, folded] : news.toSpliced(calm, 0, folded);
}

/** Lines that stand on the wall at once. */
const PAGE_LINES = 3;

/** The headlines that stand on the wall at an instant of their part, `share` of it over: page by page, all of them. */
export function pageAt<T>(lines: readonly T[], share: number): readonly T[] {
  const pages = Math.max(1, Math.ceil(lines.length / PAGE_LINES));
  const page = Math.min(pages - 1, Math.floor(share * pages));
  return lines.slice(page * PAGE_LINES, (page + 1) * PAGE_LINES);
}

/** All that the wall tells in words at an instant of a year: while months play only the event that is held, once it has come. */
export function toldAt(
  view: View,
  { part, month }: YearInstant,
  share: number,
): { readonly held: Incident | null; readonly lines: readonly Headline[] } {
  const loud = loudOf(view);
  if (part === 'hold') return { held: loud && loud.month <= month ? loud : null, lines: [] };
  return { held: null, lines: part === 'headlines' ? pageAt(headlinesOf(view, month), share) : [] };
}
