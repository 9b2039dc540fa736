import { useState } from 'preact/hooks';
import type { FrontPage } from '../../../shared/press/front-page.ts';
import { say, t } from '../../text.ts';
import { useRoom, useView } from '../frame/room.tsx';
import { pagesOf, usePressWords } from './press.ts';
import { ReadSheet } from './sheet.tsx';

/** The front pages of the years that are over, the latest first: each opens where it stands. */
export function FrontPages() {
  const { model } = useRoom();
  const view = useView();
  const there = usePressWords();
  const pages = pagesOf(view, model).toReversed();
  if (!there || pages.length === 0) return null;
  return (
    <section class="stack tight" aria-label={t('press.pages')}>
      {pages.map((page) => (
        <OnePage key={page.turn} page={page} />
      ))}
    </section>
  );
}

/** Its picture is drawn when it is opened for the first time. */
function OnePage({ page }: { readonly page: FrontPage }) {
  const [opened, setOpened] = useState(false);
  return (
    <details class="press-page" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>
        <span class="when">{t('press.year', { n: page.turn })}</span> <b>{say(page.lead.headline)}</b>
      </summary>
      {opened && <ReadSheet page={page} />}
    </details>
  );
}

/** All of them, to be printed: a sheet of paper each. */
export function PrintedPages() {
  const { model } = useRoom();
  const view = useView();
  const there = usePressWords();
  return there ? pagesOf(view, model).map((page) => <ReadSheet key={page.turn} page={page} />) : null;
}
