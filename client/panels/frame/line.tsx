/** What is the matter with the line to the game, in words, wherever a game is shown. */
import { refuse } from '../../../shared/vocabulary/index.ts';
import type { Model } from '../../model.ts';
import { t, why } from '../../text.ts';
import { useRoom } from './room.tsx';

/**
 * Why there is no line, as far as it is known, and what becomes of what was done here; null while all is well. `wall`: nothing is done
 * here, it is only looked at.
 */
export function lineText({ link, fault, unanswered }: Model, wall = false): string | null {
  if (!fault.value || link.value === 'open') return null;
  return [
    why(refuse(fault.value)),
    t(wall ? 'line.wall' : 'line.trying'),
    ...(unanswered.value > 0 ? [t('line.waiting', { n: unanswered.value })] : []),
  ].join(' ');
}

/** The button of a page whose place is open elsewhere. */
export const UseHere = () => (
  <button type="button" class="button" onClick={() => location.reload()}>
    {t('line.here')}
  </button>
);

/** Stands among the banners of a page. */
export function LineBanner({ wall }: { readonly wall?: boolean }) {
  const { model } = useRoom();
  if (model.link.value === 'replaced')
    return (
      <p class="banner bad" role="alert">
        {t('line.replaced')}
        <UseHere />
      </p>
    );
  const text = lineText(model, wall);
  return text ? (
    <p class="banner bad" role="alert">
      {text}
    </p>
  ) : null;
}

/** The banner of a page that has no others. */
export const LineBanners = () => (
  <div class="banners alone no-print">
    <LineBanner wall />
  </div>
);
