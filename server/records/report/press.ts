/** The front pages in the report: one of each year, from public facts only. */
import { type Article, frontPages } from '../../../shared/press/front-page.ts';
import { shownAs, words } from '../../../shared/vocabulary/index.ts';
import { type Html, markup } from './html.ts';
import type { Page } from './page.ts';

/** What stands on paper of ink and one red, whatever the light of the report. */
export const PRESS_STYLE = `
.press { margin: 1.5rem 0; padding: 1.5rem 1.75rem; background: #efe8d6; color: #1d1a13; font-family: var(--serif); color-scheme: light; }
.press .masthead { margin: 0; border-bottom: 5px double; font-size: 2.4rem; font-weight: 700; line-height: 1.1; text-align: center; }
.press .dateline { display: flex; justify-content: space-between; gap: 1rem; margin: 0; padding: 0.2rem 0; border-bottom: 1px solid; font-size: 0.875rem; }
.press h3 { margin: 0.75rem 0 0.25rem; font-size: 2.1rem; line-height: 1.08; text-align: center; }
.press .deck { margin: 0 0 1rem; font-size: 1.1rem; font-style: italic; text-align: center; }
.press .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 1rem 1.5rem; }
.press h4 { margin: 0; padding-top: 0.25rem; border-top: 2px solid; color: inherit; font-size: 1.2rem; line-height: 1.15; }
.press blockquote { margin: 0; color: #8a2019; font-size: 1.2rem; font-style: italic; overflow-wrap: anywhere; }
.press .notice { padding: 0.5rem 0.75rem; border: 2px solid; text-align: center; }
@media print { .press { break-inside: avoid; print-color-adjust: exact; } }
`;

/** Every front page of the game. */
export function pressPages({ view, code, typed, tell, t }: Page): readonly Html[] {
  const facts = ({ facts: all }: Article): readonly Html[] => all.map((fact) => markup`<p>${tell(fact)}</p>`);
  const pages = frontPages(view, { game: code, typed: (id) => shownAs(typed(id) ?? '') || null });
  return pages.map(({ turn, lead, small, said, notice }) => {
    const [deck, ...more] = lead.facts;
    const quote = said
      ? markup`<blockquote dir="auto">${t('press.quoted', { line: said.line })}</blockquote><p>${t('press.in-plenary', { who: words(`seat.${said.seat}`) })}</p>`
      : null;
    return markup`<article class="press"><p class="masthead">${t('press.name')}</p><p class="dateline"><span>${t('press.year.of', { n: turn, of: view.clock.lastTurn })}</span><span>${t('press.motto')}</span></p><h3>${tell(lead.headline)}</h3>${
      deck ? markup`<p class="deck">${tell(deck)}</p>` : null
    }${more.map((fact) => markup`<p>${tell(fact)}</p>`)}<div class="columns">${small.map(
      (one) => markup`<section><h4>${tell(one.headline)}</h4>${facts(one)}</section>`,
    )}<section>${quote}<p class="notice">${tell(notice)} <i>${t('press.invented.whole')}</i></p></section></div></article>`;
  });
}
