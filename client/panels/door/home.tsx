import { useEffect, useState } from 'preact/hooks';
import { CODE_LENGTH, ROUTES, type ScenarioCard } from '../../../shared/protocol.ts';
import { addressOf } from '../../address.ts';
import { getJson } from '../../http.ts';
import { codeOf } from '../../keys.ts';
import { t } from '../../text.ts';
import { Page } from '../frame/shell.tsx';
import { PlayAlone } from './alone.tsx';
import { Create } from './create.tsx';

/** The first page: create a game, join one by its code, or play alone. */
export function Home() {
  const [scenarios, setScenarios] = useState<readonly ScenarioCard[]>([]);
  useEffect(() => {
    void getJson<readonly ScenarioCard[]>(ROUTES.scenarios).then((reply) => {
      if ('value' in reply) setScenarios(reply.value);
    });
  }, []);
  return (
    <Page>
      <Orbits />
      <section class="hero">
        <h1>{t('home.title')}</h1>
        <p>{t('home.lead')}</p>
      </section>
      <div class="halves three">
        <JoinByCode />
        <PlayAlone scenarios={scenarios} />
        <Create scenarios={scenarios.filter((s) => s.lessonSeat === null).map((s) => s.id)} />
      </div>
    </Page>
  );
}

function JoinByCode() {
  const [code, setCode] = useState('');
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        if (code.length === CODE_LENGTH) location.assign(addressOf('g', code));
      }}
    >
      <h2>{t('home.join')}</h2>
      <p class="muted">{t('home.join.note')}</p>
      <div class="field">
        <label for="code">{t('home.code')}</label>
        <input
          id="code"
          class="input code"
          value={code}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          placeholder="······"
          aria-describedby="code-note"
          onInput={(event) => setCode(codeOf(event.currentTarget.value))}
        />
      </div>
      <p id="code-note" class="muted small" role="status">
        {code.length === CODE_LENGTH || code.length === 0
          ? t('home.code.note')
          : t('home.code.more', { n: CODE_LENGTH - code.length })}
      </p>
      <button type="submit" class="button primary" disabled={code.length !== CODE_LENGTH}>
        {t('home.join.do')}
      </button>
    </form>
  );
}

/** Three still orbits behind the page. */
const Orbits = () => (
  <svg class="orbits" viewBox="0 0 1200 800" preserveAspectRatio="xMaxYMin slice" aria-hidden="true" focusable="false">
    <g fill="none" stroke="var(--line-strong)" stroke-width="1" opacity="0.55">
      {[0, 1, 2, 3, 4].map((i) => (
        <ellipse
          key={i}
          cx="1010"
          cy="150"
          rx={190 + i * 62}
          ry={70 + i * 34}
          transform={`rotate(${-24 + i * 9} 1010 150)`}
        />
      ))}
    </g>
    <circle cx="1010" cy="150" r="104" fill="var(--accent)" opacity="0.16" />
    <circle cx="1010" cy="150" r="104" fill="none" stroke="var(--accent)" opacity="0.5" />
    <g fill="var(--gold)">
      <circle cx="846" cy="232" r="4" />
      <circle cx="1142" cy="300" r="3" />
      <circle cx="780" cy="92" r="3" />
    </g>
  </svg>
);
