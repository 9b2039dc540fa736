/** The first page: one sentence under the night sky, a code to join by, two things to press; everything else behind "More". */
import { useEffect, useState } from 'preact/hooks';
import { CODE_LENGTH, type ScenarioCard } from '../../../shared/protocol.ts';
import type { Refusal } from '../../../shared/vocabulary/index.ts';
import { addressOf, HOME } from '../../address.ts';
import { codeOf } from '../../keys.ts';
import { loadSerif } from '../../serif.ts';
import { t } from '../../text.ts';
import { lazy } from '../frame/lazy.tsx';
import { About, LanguageChoice, Mark, NotKept } from '../frame/shell.tsx';
import { CloseButton, Dialog } from '../parts/dialog.tsx';
import { Refused } from '../parts/parts.tsx';
import { Begun, learn, PlayAlone, scenarioCards } from './alone.tsx';
import { Create, runClass } from './create.tsx';
import '../../styles/home.css';

const ThreeDots = lazy(
  () => import('../parts/three-dots.tsx').then((part) => part.ThreeDots),
  () => null,
);
/** How much of Earth stands under the top of the limb, px. */
const FLOOR_PX = { wide: 170, narrow: 96 } as const;
const WIDE = '(min-width: 760px)';

export function Home() {
  const [open, setOpen] = useState<'more' | 'about' | null>(null);
  // What can be pressed comes before what is only fairer to read.
  useEffect(() => void ThreeDots.fetch().then(loadSerif), []);
  const close = () => setOpen(null);
  return (
    <div class="home night">
      <div class="home-front">
        <header class="home-head">
          <a class="name" href={HOME}>
            <Mark />
            {t('name')}
          </a>
          <div class="settings">
            <LanguageChoice small />
            <button type="button" class="button plain" onClick={() => setOpen('more')}>
              {t('home.more')}
            </button>
          </div>
        </header>
        <NotKept />
        <main class="home-body">
          <div class="stack">
            <h1>{t('home.title')}</h1>
            <p class="home-what">{t('home.what')}</p>
          </div>
          <JoinByCode />
          <Begin />
          <Begun />
        </main>
      </div>
      <ThreeDots floor={matchMedia(WIDE).matches ? FLOOR_PX.wide : FLOOR_PX.narrow} />
      {open === 'more' && <More onClose={close} onAbout={() => setOpen('about')} />}
      {open === 'about' && <About onClose={close} />}
    </div>
  );
}

/** The code that a facilitator shows, and the way to its game. */
function JoinByCode() {
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const missing = CODE_LENGTH - code.length;
  const hint = missing > 0 && (code !== '' || tried);
  return (
    <form
      class="home-join"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing === 0) return location.assign(addressOf('g', code));
        setTried(true);
        event.currentTarget.querySelector('input')?.focus();
      }}
    >
      <label for="code" class="unseen">
        {t('home.code')}
      </label>
      <div class="home-code">
        <input
          id="code"
          value={code}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          placeholder={t('home.code.hint')}
          aria-describedby="code-note"
          onInput={(event) => setCode(codeOf(event.currentTarget.value))}
        />
        <button type="submit" class="button">
          {t('home.join.do')}
        </button>
      </div>
      <p id="code-note" class={hint ? 'home-note' : 'unseen'} role="status">
        {hint ? `${t('home.code.more', { n: missing })}. ${t('home.join.note')}` : t('home.code.note')}
      </p>
    </form>
  );
}

/** To begin without a code: the lesson, or a game of one's own class. */
function Begin() {
  const [busy, setBusy] = useState<'learn' | 'class' | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const begin = async (what: 'learn' | 'class', act: () => Promise<Refusal>) => {
    if (busy) return;
    setBusy(what);
    setRefusal(null);
    setRefusal(await act());
    setBusy(null);
  };
  return (
    <div class="home-begin">
      <button
        type="button"
        class="button"
        aria-busy={busy === 'learn' || undefined}
        onClick={() => void begin('learn', learn)}
      >
        {t('home.play')}
      </button>
      <button
        type="button"
        class="button"
        aria-busy={busy === 'class' || undefined}
        onClick={() => void begin('class', runClass)}
      >
        {t('home.class')}
      </button>
      <Refused refusal={refusal} />
    </div>
  );
}

/** Every choice there is: which scenario and names, a game alone, and what the program is. */
function More({ onClose, onAbout }: { readonly onClose: () => void; readonly onAbout: () => void }) {
  const [scenarios, setScenarios] = useState<readonly ScenarioCard[]>([]);
  useEffect(() => {
    void scenarioCards().then((reply) => {
      if ('value' in reply) setScenarios(reply.value);
    });
  }, []);
  return (
    <Dialog title={t('home.more')} onClose={onClose}>
      <p>{t('home.lead')}</p>
      <LanguageChoice />
      <PlayAlone scenarios={scenarios} />
      <Create scenarios={scenarios.filter((s) => s.lessonSeat === null).map((s) => s.id)} />
      <p class="muted small">{t('foot')}</p>
      <div class="row">
        <CloseButton />
        <button type="button" class="button" onClick={onAbout}>
          {t('about.title')}
        </button>
      </div>
    </Dialog>
  );
}
