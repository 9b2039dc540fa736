/** Head and foot of the pages outside a running game, and the settings that every page has. */
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { LANGUAGES, type Language } from '../../../shared/text/languages.ts';
import { HOME } from '../../address.ts';
import { shelf } from '../../shelf.ts';
import { chooseLanguage, language, t } from '../../text.ts';
import { CloseButton, Dialog } from '../parts/dialog.tsx';
import { Choice, Select } from '../parts/inputs.tsx';

type RoomLight = 'system' | 'dark' | 'bright';
export const LIGHT = 'kessler.light';

/** Puts the chosen room light on the page; `system` follows the device. */
export function setLight(light: RoomLight): void {
  if (light === 'system') {
    delete document.documentElement.dataset.room;
    shelf.removeItem(LIGHT);
  } else {
    document.documentElement.dataset.room = light;
    shelf.setItem(LIGHT, light);
  }
}

/** The room light kept on this device. */
export function keptLight(): RoomLight {
  const kept = shelf.getItem(LIGHT);
  return kept === 'dark' || kept === 'bright' ? kept : 'system';
}

/** Dark room, bright room, or as the device says. */
export function LightChoice() {
  const [light, set] = useState(keptLight());
  return (
    <Choice
      label={t('light')}
      value={light}
      options={(['system', 'dark', 'bright'] as const).map((value) => ({ value, label: t(`light.${value}`) }))}
      onChange={(value) => {
        setLight(value);
        set(value);
      }}
    />
  );
}

const LANGUAGE_OPTIONS = Object.entries(LANGUAGES) as readonly [Language, string][];

/** The language of the page, each named in itself. Small, for the head of a page, or as pills. */
export function LanguageChoice({ small }: { readonly small?: boolean }) {
  const choose = (next: Language) => void chooseLanguage(next);
  if (small)
    return (
      <Select
        hideLabel
        label={t('language')}
        value={language.value}
        options={LANGUAGE_OPTIONS.map(([value, label]) => ({ value, label }))}
        onChange={choose}
      />
    );
  return (
    <Choice
      label={t('language')}
      value={language.value}
      options={LANGUAGE_OPTIONS.map(([value, label]) => ({ value, label: <span lang={value}>{label}</span> }))}
      onChange={choose}
    />
  );
}

/** The program's emblem. */
export const Mark = () => (
  <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <circle cx="16" cy="16" r="6.6" fill="var(--accent)" />
    <ellipse
      cx="16"
      cy="16"
      rx="14"
      ry="5.4"
      fill="none"
      stroke="var(--gold)"
      stroke-width="1.8"
      transform="rotate(-28 16 16)"
    />
    <circle cx="27.4" cy="8.4" r="2.2" fill="var(--text)" />
  </svg>
);

/** Where orbital data and object metadata come from, as their sources ask to be named. */
export function About({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={t('about.title')} onClose={onClose}>
      <p>{t('about.what')}</p>
      <p>{t('about.privacy')}</p>
      <h3>{t('about.data')}</h3>
      <ul class="stack small">
        <li>{t('about.credit.orbits')}</li>
        <li>{t('about.credit.objects')}</li>
        <li>{t('about.credit.land')}</li>
        <li>{t('about.credit.models')}</li>
      </ul>
      <p class="small muted">{t('about.licence')}</p>
      <LightChoice />
      <CloseButton />
    </Dialog>
  );
}

const UNDERSTOOD = 'kessler.not-kept';
const understood = signal(shelf.getItem(UNDERSTOOD) !== null);

/** Says once to a tab that this device keeps nothing for it, and what to do; nothing where it does. */
export const NotKept = () =>
  shelf.lasting.value || understood.value ? null : (
    <p class="banner" role="status">
      {t('shelf.note')}
      <button
        type="button"
        class="button"
        onClick={() => {
          understood.value = true;
          shelf.setItem(UNDERSTOOD, 'yes');
        }}
      >
        {t('close')}
      </button>
    </p>
  );

/** A page with head and foot. */
export function Page({ narrow, children }: { readonly narrow?: boolean; readonly children: ComponentChildren }) {
  const [about, setAbout] = useState(false);
  return (
    <div class="page">
      <header class="page-head">
        <a class="name" href={HOME}>
          <Mark />
          {t('name')}
        </a>
        <div class="settings">
          <LanguageChoice small />
          <button type="button" class="button plain" onClick={() => setAbout(true)}>
            {t('about.title')}
          </button>
        </div>
      </header>
      <NotKept />
      <main class={`page-body ${narrow ? 'narrow' : ''}`}>{children}</main>
      <footer class="page-foot">{t('foot')}</footer>
      {about && <About onClose={() => setAbout(false)} />}
    </div>
  );
}

/** A page that only says one thing: loading, not found, no line. */
export function Notice(props: {
  readonly title: string;
  readonly text: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <Page narrow>
      <section class="card stack" style={{ marginTop: 'var(--s6)' }}>
        <h1>{props.title}</h1>
        <p role="status">{props.text}</p>
        {props.children}
      </section>
    </Page>
  );
}
