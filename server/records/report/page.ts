/** What every section of the report reads, and how it says numbers and terms. */
import type { Package } from '../../../shared/clauses/text.ts';
import type { News } from '../../../shared/game/news.ts';
import type { View } from '../../../shared/game/view/view-shape.ts';
import type { SeatId, Words } from '../../../shared/vocabulary/index.ts';

/** What every section reads: the view, and how things are said. */
export type Page = {
  readonly view: View;
  readonly tell: (what: Words) => string;
  readonly t: (key: string, params?: Words['params']) => string;
  readonly seat: (id: SeatId | null) => string;
  readonly told: (news: News) => string;
  /** names the game */
  readonly code: string;
  /** what somebody typed, by text id */
  readonly typed: (id: string) => string | null;
};

export const signed = ({ t }: Page, n: number): string => t('ui.signed', { n });
export const whole = (n: number): string => String(Math.round(n));
export const counted = ({ t }: Page, n: number): string => t('ui.number', { n: Math.round(n) });
export const percent = ({ t }: Page, share: number): string => t('ui.percent', { n: Math.round(100 * share) });

/** What a package says, dial by dial. */
export const termsOf = ({ view, t, tell }: Page, values: Package): readonly string[] =>
  view.dials.map((dial) => {
    const value = dial.values.find((v) => v.value === values[dial.dial]);
    return t('ui.dial.at', { dial: tell(dial.label), value: value ? tell(value.label) : '' });
  });
