import type { News } from '../../../shared/game/news.ts';
import { apart } from '../../../shared/vocabulary/index.ts';
import { type Model, typed } from '../../model.ts';
import { say, t } from '../../text.ts';
import { Empty, PanelFrame } from '../parts/parts.tsx';
import { lazy } from './lazy.tsx';
import { theSeats, useRoom, useView } from './room.tsx';

const FrontPages = lazy(
  () => import('../press/pages.tsx').then((part) => part.FrontPages),
  () => null,
);

/** News, the latest first; what is for this seat alone says so. */
export function NewsPanel() {
  const view = useView();
  return (
    <PanelFrame title={t('news.title')} lead={t('news.lead')}>
      {view.turnsDone.length > 0 && <FrontPages />}
      {view.news.length === 0 ? <Empty>{t('news.none')}</Empty> : <NewsList items={latestFirst(view.news)} />}
    </PanelFrame>
  );
}

/** By turn and month, the latest first; of one month, what was told last. */
const latestFirst = (news: readonly News[]): readonly News[] =>
  news.toReversed().sort((a, b) => b.turn - a.turn || b.month - a.month);

const TONES: readonly News['tone'][] = ['loud', 'warn', 'calm'];
/** What the months of a year have brought, the gravest first. */
export const headlines = (news: readonly News[]): readonly News[] =>
  latestFirst(news.filter((n) => n.month > 0)).toSorted((a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone));

/** What a piece of news says: the facilitator's words where it wrote others, else the prepared ones. */
export const newsText = (model: Model, { words, text }: Pick<News, 'words' | 'text'>): string =>
  apart(typed(model, text ?? null)) ?? say(words);

/** News as a list. */
export function NewsList({ items }: { readonly items: readonly News[] }) {
  const { model } = useRoom();
  const view = useView();
  return (
    <ul class="stack">
      {items.map((item) => (
        <li key={item.id} class={`news-item ${item.tone}`}>
          <span class="when">
            {item.month > 0 ? t('news.when', { turn: item.turn, month: item.month }) : t('turn.n', { n: item.turn })}
            {item.to && ` · ${view.own ? t('news.private') : t('news.to', { who: theSeats(view, item.to) })}`}
            {item.withdrawn && ` · ${t('news.void')}`}
          </span>
          <p dir="auto">{item.withdrawn ? <s>{newsText(model, item)}</s> : newsText(model, item)}</p>
        </li>
      ))}
    </ul>
  );
}
