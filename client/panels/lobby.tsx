import { useState } from 'preact/hooks';
import { renderSVG } from 'uqr';
import type { View } from '../../shared/game/view-shape.ts';
import type { Refusal, SeatId } from '../../shared/vocabulary/index.ts';
import { typed } from '../model.ts';
import { say, t, why } from '../text.ts';
import { Jobs } from './jobs.tsx';
import { Choice, Select } from './parts.tsx';
import { Script, SessionClock } from './plan.tsx';
import { DeskQuestion, Question } from './question.tsx';
import { Act, Emblem, SeatTag, useRoom, useView } from './room.tsx';

/** The address under which people join. */
export const joinAddress = (code: string): string => `${location.origin}/g/${code}`;

/** The code of the game, big, with the address as a square to photograph. */
export function CodeCard({ code }: { readonly code: string }) {
  const address = joinAddress(code);
  return (
    <div class="row code-card">
      <div
        class="qr"
        role="img"
        aria-label={t('lobby.qr', { address })}
        dangerouslySetInnerHTML={{ __html: renderSVG(address, { border: 1 }) }}
      />
      <div class="stack">
        <p class="muted">{t('lobby.code')}</p>
        <p class="big-code">{code}</p>
        <p class="small">{address.replace(/^https?:\/\//, '')}</p>
      </div>
    </div>
  );
}

/** Before play: who is where, the code, the three rules; for the facilitator also names, seats and the start. */
export function Lobby() {
  const { model } = useRoom();
  const view = useView();
  const desk = view.viewer.kind === 'facilitator';
  return (
    <div class="lobby">
      <section class="stack wide">
        <div class="stack tight">
          <h1>{say(view.title)}</h1>
          <p class="muted">{desk ? t('lobby.desk') : t('lobby.wait')}</p>
        </div>
        <Question />
        <CodeCard code={model.code} />
        {desk && <Settings />}
        {desk && <Script />}
        <Jobs />
        {!desk && <Rules />}
      </section>
      <section class="stack">
        <h2>{t('lobby.who')}</h2>
        {view.seats.map((seat) => (
          <SeatPeople key={seat.id} id={seat.id} />
        ))}
        {desk && <Rules />}
        {desk && <DeskQuestion />}
      </section>
    </div>
  );
}

const Rules = () => (
  <section class="card stack">
    <h2>{t('lobby.rules')}</h2>
    <ol class="rules-of-talk">
      {[1, 2, 3].map((n) => (
        <li key={n}>
          <p>{t(`lobby.rule.${n}`)}</p>
        </li>
      ))}
    </ol>
  </section>
);

/** One seat with the people on it. */
export function SeatPeople({ id }: { readonly id: SeatId }) {
  const { model } = useRoom();
  const view = useView();
  const seat = view.seats.find((s) => s.id === id);
  if (!seat) return null;
  const people = Object.entries(view.delegates).filter(([, d]) => d.seat === id);
  const mine = view.own?.seat === id;
  return (
    <article class={`card ${mine ? 'gold' : ''}`} style={{ padding: 'var(--s3) var(--s4)' }}>
      <div class="row apart">
        <span class="seat">
          <Emblem id={id} big />
          <span class="stack tight">
            <span>{say(seat.name)}</span>
            <span class="muted small">{t(`kind.${seat.kind}`)}</span>
          </span>
        </span>
        <span class="row">
          {mine && <span class="badge warn">{t('you')}</span>}
          {seat.bot ? (
            <span class="badge">{t('bot')}</span>
          ) : (
            <span class="badge good">{t('present', { n: seat.present })}</span>
          )}
        </span>
      </div>
      {people.length > 0 && (
        <p class="small">
          {people
            .map(
              ([key, d]) => `${typed(model, d.name) ?? t('someone')}${key === model.delegate ? ` (${t('you')})` : ''}`,
            )
            .join(', ')}
        </p>
      )}
    </article>
  );
}

function Settings() {
  const { model } = useRoom();
  const view = useView();
  return (
    <section class="card stack">
      <h2>{t('lobby.set')}</h2>
      <Names view={view} />
      <Swap />
      <SessionClock />
      <a class="button" href={`/desk/${model.code}/print`} target="_blank" rel="noreferrer">
        {t('print.open')}
      </a>
      <div class="row">
        <Act look="primary" label={t('lobby.start')} command={{ kind: 'start' }} />
        <p class="muted small grow">{t('lobby.start.note')}</p>
      </div>
    </section>
  );
}

function Names({ view }: { readonly view: View }) {
  const { session } = useRoom();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  return (
    <div class="stack tight">
      <Choice
        label={t('home.names')}
        value={view.names}
        options={[
          { value: 'fictional', label: t('names.fictional') },
          { value: 'real', label: t('names.real') },
        ]}
        onChange={async (names) => setRefusal(await session.command({ kind: 'set-names', names }))}
      />
      {refusal && (
        <p class="reason no" role="alert">
          {why(refusal)}
        </p>
      )}
    </div>
  );
}

/** Everybody of two seats changes places. */
function Swap() {
  const view = useView();
  const [first, setFirst] = useState<SeatId>(view.seats[0]?.id ?? '');
  const [second, setSecond] = useState<SeatId>(view.seats[1]?.id ?? '');
  const options = view.seats.map((s) => ({ value: s.id, label: say(s.name) }));
  return (
    <details>
      <summary>{t('lobby.swap')}</summary>
      <div class="stack">
        <Select label={t('lobby.swap.first')} value={first} options={options} onChange={setFirst} />
        <Select label={t('lobby.swap.second')} value={second} options={options} onChange={setSecond} />
        <p class="row">
          <SeatTag id={first} /> ⇄ <SeatTag id={second} />
        </p>
        <Act label={t('lobby.swap.do')} command={{ kind: 'swap-seats', first, second }} />
      </div>
    </details>
  );
}
