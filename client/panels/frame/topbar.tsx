import { useState } from 'preact/hooks';
import type { View } from '../../../shared/game/view/view-shape.ts';
import { fullAddress } from '../../address.ts';
import { hashOfKey, keptKey } from '../../keys.ts';
import { msLeft, phaseMs, seatOf } from '../../model.ts';
import { shelf } from '../../shelf.ts';
import { say, t } from '../../text.ts';
import { CloseButton, Dialog } from '../parts/dialog.tsx';
import { clockText, credits } from '../parts/parts.tsx';
import { GoOn } from '../seat/solo.tsx';
import { Icon } from './icons.tsx';
import { LinkToCopy } from './link-to-copy.tsx';
import { Act, SeatTag, useRoom, useView } from './room.tsx';
import { About, LanguageChoice, LightChoice } from './shell.tsx';

const SHORT_MS = 30_000;
/** Time runs short in the last part of a phase, and not before it. */
const SHORT_SHARE = 1 / 3;
/** Phases whose page has a heading of its own. */
const OWN_HEADING: ReadonlySet<string> = new Set(['lobby', 'debrief', 'closed']);

const runsShort = (view: View, left: number): boolean =>
  view.clock.pausedLeftMs === null && left < Math.min(SHORT_MS, phaseMs(view) * SHORT_SHARE);

/** Time left of the phase. Readers hear it when they ask, not every second. */
export function ClockFace() {
  const { model } = useRoom();
  const view = useView();
  const left = msLeft(model);
  if (left === null) return null;
  return (
    <span class={`clock ${runsShort(view, left) ? 'short' : ''}`} role="timer" aria-label={t('clock.left')}>
      {clockText(left)}
    </span>
  );
}

/** Turns the sounds of this page on and off. They only repeat what can be read. */
export function SoundSwitch({ small }: { readonly small?: boolean }) {
  const { hearing } = useRoom();
  const on = hearing.on.value;
  const turn = () => hearing.turn(!on);
  if (small)
    return (
      <button type="button" class="button plain hide-small" aria-label={t('sound')} aria-pressed={on} onClick={turn}>
        <Icon name={on ? 'sound' : 'silence'} />
      </button>
    );
  return (
    <label class="check">
      <input type="checkbox" checked={on} onChange={turn} />
      <span>
        {t('sound')}
        <span class="muted small"> {t('sound.note')}</span>
      </span>
    </label>
  );
}

/** Where the game stands, time left, money, ready, and the menu. */
export function TopBar() {
  const { model } = useRoom();
  const view = useView();
  const [menu, setMenu] = useState(false);
  const { clock, own } = view;
  const seat = view.seats.find((s) => s.id === seatOf(view));
  const ready = view.seats.filter((s) => s.ready || (s.bot && !view.solo)).length;
  const left = msLeft(model);
  const whole = phaseMs(view);
  // Who plays alone may have no clock at all.
  const playing = left !== null || Boolean(view.solo && !OWN_HEADING.has(clock.phase));
  return (
    <header class="top">
      {seat ? (
        <span class="hide-small">
          <SeatTag id={seat.id} />
        </span>
      ) : (
        <strong class="hide-small">{t(`viewer.${view.viewer.kind}`)}</strong>
      )}
      {!OWN_HEADING.has(clock.phase) && <h1 class="unseen">{say(view.title)}</h1>}
      <div class="where grow">
        <strong>{t(`phase.${clock.phase}`)}</strong>
        <span>
          {clock.turn > 0 ? t('turn.of', { n: clock.turn, of: clock.lastTurn }) : say(view.title)}
          {clock.pausedLeftMs !== null && ` · ${t('paused')}`}
        </span>
      </div>
      {own && playing && (
        <div class="purse hide-small">
          <strong>{credits(own.freeK)}</strong>
          <span>{t('top.free', { of: credits(own.creditsK) })}</span>
        </div>
      )}
      {clock.phase !== 'lobby' && playing && (
        <div class="purse hide-small">
          <strong>{t('of', { n: ready, of: view.seats.length })}</strong>
          <span>{t('top.ready')}</span>
        </div>
      )}
      <ClockFace />
      <GoOn />
      {seat && playing && view.may.ready && (!view.solo || view.may.ready.refusal?.code !== 'wrong-phase') && (
        <Act
          quiet
          tight
          look={seat.ready ? 'usual' : 'primary'}
          pressed={seat.ready}
          label={seat.ready ? t('ready.on') : t('ready.short')}
          command={{ kind: 'ready', on: !seat.ready }}
        />
      )}
      <SoundSwitch small />
      <button type="button" class="button" aria-label={t('menu')} onClick={() => setMenu(true)}>
        <span aria-hidden="true">☰</span>
      </button>
      {left !== null && whole > 0 && (
        <span class={`progress ${runsShort(view, left) ? 'short' : ''}`} aria-hidden="true">
          <span style={{ width: `${Math.min(100, (left / whole) * 100)}%` }} />
        </span>
      )}
      {menu && <Menu onClose={() => setMenu(false)} />}
    </header>
  );
}

function Menu({ onClose }: { readonly onClose: () => void }) {
  const { model } = useRoom();
  const view = useView();
  const [about, setAbout] = useState(false);
  const kept = keptKey(shelf, view.desk ? 'desk' : 'seat', model.code);
  const link = kept && fullAddress(view.desk ? 'desk' : 'g', model.code) + hashOfKey(kept);
  if (about) return <About onClose={onClose} />;
  return (
    <Dialog title={t('menu')} onClose={onClose}>
      <p class="muted">{t('menu.code', { code: model.code })}</p>
      {link && (
        <div class="stack tight">
          <h3>{t('menu.link')}</h3>
          <p class="small muted">{t(view.desk ? 'menu.link.desk' : 'menu.link.note')}</p>
          <LinkToCopy label={t('menu.link')} link={link} />
        </div>
      )}
      <LanguageChoice />
      <LightChoice />
      <SoundSwitch />
      <div class="row">
        <button type="button" class="button" onClick={() => setAbout(true)}>
          {t('about.title')}
        </button>
        <CloseButton />
      </div>
    </Dialog>
  );
}
