import '../../styles/press.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Article, FrontPage } from '../../../shared/press/front-page.ts';
import { words } from '../../../shared/vocabulary/index.ts';
import { language, say, t } from '../../text.ts';
import { Emblem, useView } from '../frame/room.tsx';
import { PlateOfYear } from './plate.tsx';

/** Shrinks a line until it is no wider than its place: a headline stands on one line. */
function useOneLine(text: string) {
  const ref = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const line = ref.current;
    if (!line) return;
    const shrink = () => {
      line.style.fontSize = '';
      const share = line.clientWidth / line.scrollWidth;
      if (share < 1) line.style.fontSize = `calc(var(--headline) * ${share * 0.995})`;
    };
    shrink();
    // The serif comes after the first picture, and is not as wide as the device's own.
    document.fonts.addEventListener('loadingdone', shrink);
    return () => document.fonts.removeEventListener('loadingdone', shrink);
  }, [text]);
  return ref;
}

/** A front page as it stands on the wall: headline, plate, two stories, one line said, one notice. */
export function WallSheet({ page }: { readonly page: FrontPage }) {
  const view = useView();
  const headline = say(page.lead.headline);
  const line = useOneLine(headline);
  return (
    <article class="front-page on-wall" lang={language.value}>
      <header>
        <span>{t('press.year.of', { n: page.turn, of: view.clock.lastTurn })}</span>
        <p class="masthead">{t('press.name')}</p>
        <span>{t('press.edition')}</span>
      </header>
      <h1 ref={line}>{headline}</h1>
      <div class="front-page-body">
        <PlateOfYear turn={page.turn} plate={page.plate} />
        <div class="column">
          {page.small.map(({ headline: small }) => (
            <h2 key={small.key}>{say(small)}</h2>
          ))}
          <Quote page={page} />
          <Notice page={page} />
        </div>
      </div>
    </article>
  );
}

function Quote({ page: { said }, whole }: { readonly page: FrontPage; readonly whole?: boolean }) {
  if (!said) return null;
  const who = say(words(`seat.${said.seat}`));
  return (
    <figure class="said">
      <blockquote dir="auto">{t('press.quoted', { line: said.line })}</blockquote>
      <figcaption>
        <Emblem id={said.seat} />
        <span class={whole ? '' : 'unseen'}>{t('press.in-plenary', { who })}</span>
      </figcaption>
    </figure>
  );
}

const Notice = ({ page, whole }: { readonly page: FrontPage; readonly whole?: boolean }) => (
  <p class="notice">
    {say(page.notice)} <i>{t(whole ? 'press.invented.whole' : 'press.invented')}</i>
  </p>
);

const Facts = ({ facts }: Pick<Article, 'facts'>) => (
  <>
    {facts.map((fact) => (
      <p key={say(fact)}>{say(fact)}</p>
    ))}
  </>
);

/** The same page to be read near by and to be printed on A4: the facts stand under their headlines. */
export function ReadSheet({ page }: { readonly page: FrontPage }) {
  const view = useView();
  const [deck, ...more] = page.lead.facts;
  return (
    <article class="front-page to-read" lang={language.value}>
      <header>
        <p class="masthead">{t('press.name')}</p>
        <p class="dateline">
          <span>{t('press.year.of', { n: page.turn, of: view.clock.lastTurn })}</span>
          <span>{t('press.motto')}</span>
        </p>
      </header>
      <h3 class="headline">{say(page.lead.headline)}</h3>
      {deck && <p class="deck">{say(deck)}</p>}
      {more.length > 0 && <Facts facts={more} />}
      <PlateOfYear turn={page.turn} plate={page.plate} />
      <div class="columns">
        {page.small.map((one) => (
          <section key={one.headline.key}>
            <h4>{say(one.headline)}</h4>
            <Facts facts={one.facts} />
          </section>
        ))}
        <section>
          <Quote page={page} whole />
          <Notice page={page} whole />
        </section>
      </div>
      <footer>{t('press.from')}</footer>
    </article>
  );
}
