import { useState } from 'preact/hooks';
import type { View } from '../../../shared/game/view/view-shape.ts';
import type { Refusal, SeatId } from '../../../shared/vocabulary/index.ts';
import { addressOf } from '../../address.ts';
import { say, t } from '../../text.ts';
import { ManyBots } from '../desk/many-bots.tsx';
import { Script, SessionClock } from '../desk/plan.tsx';
import { RemovePerson } from '../desk/remove-person.tsx';
import { Act, Emblem, personName, SeatTag, useRoom, useView } from '../frame/room.tsx';
import { Choice, Select } from '../parts/inputs.tsx';
import { Refused } from '../parts/parts.tsx';
import { Jobs } from '../seat/jobs.tsx';
import { DeskQuestion, Question } from '../seat/question.tsx';
import { CodeCard } from './way-in.tsx';

/** Opens the wall in a window of its own, to be moved to the projector. */
export const OpenWall = ({ first }: { readonly first?: boolean }) => (
  <a
    class={`button ${first ? 'primary' : ''}`}
    href={addressOf('project', useRoom().model.code)}
    target="_blank"
    rel="noreferrer"
  >
    {t('desk.projector')}
  </a>
);

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
          {view.breath && <p>{say(view.breath)}</p>}
          <p class="muted">{desk ? t('lobby.desk') : t('lobby.wait')}</p>
        </div>
        <Question />
        <CodeCard code={model.code} />
        {desk && (
          <>
            <Steps />
            <Script />
          </>
        )}
        <Jobs />
        {!desk && <Rules />}
      </section>
      <section class="stack">
        <h2>{t('lobby.who')}</h2>
        {view.seats.map((seat) => (
          <SeatPeople key={seat.id} id={seat.id} />
        ))}
        {desk && (
          <>
            <Rules />
            <Settings />
          </>
        )}
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
      {view.desk && <PeopleHere people={people} />}
      {!view.desk && people.length > 0 && (
        <p class="small">
          {people
            .map(([key, d]) => `${personName(model, d.name)}${key === model.delegate ? ` (${t('you')})` : ''}`)
            .join(', ')}
        </p>
      )}
    </article>
  );
}

/** For the facilitator: everybody at a seat, to be sent away if need be. */
function PeopleHere({ people }: { readonly people: readonly (readonly [string, View['delegates'][string]])[] }) {
  const { model } = useRoom();
  return people.map(([id, person]) => (
    <div key={id} class="row apart">
      <span class="small">
        {personName(model, person.name)}
        {!person.present && ` · ${t('away')}`}
      </span>
      <RemovePerson delegate={id} />
    </div>
  ));
}

/** What is left to do before play, in order; the next of it stands out. */
function Steps() {
  const { model } = useRoom();
  const { clock, desk } = useView();
  const begun = clock.sessionStartedAt !== null;
  return (
    <section class="card stack">
      <h2>{t('lobby.steps')}</h2>
      <ol class="rules-of-talk">
        <li>
          <div class="stack tight">
            <p>{t('lobby.step.wall')}</p>
            <div class="row">
              <OpenWall />
              <a class="button" href={addressOf('print', model.code)} target="_blank" rel="noreferrer">
                {t('print.open')}
              </a>
            </div>
          </div>
        </li>
        <li>
          <div class="stack tight">
            <p>{t('lobby.step.begin')}</p>
            <SessionClock />
          </div>
        </li>
        <li>
          <div class="stack tight">
            <p>{t('lobby.step.question')}</p>
            {desk?.rules.map((rule) => (
              <p key={rule.key} class="small">
                {say(rule)}
              </p>
            ))}
            <DeskQuestion />
          </div>
        </li>
        <li>
          <div class="stack tight">
            <p>{t('lobby.step.start')}</p>
            <ManyBots />
            <div class="row">
              <Act look={begun ? 'primary' : 'usual'} label={t('lobby.start')} command={{ kind: 'start' }} />
            </div>
          </div>
        </li>
      </ol>
    </section>
  );
}

function Settings() {
  const view = useView();
  return (
    <section class="card stack">
      <h2>{t('lobby.set')}</h2>
      <Names view={view} />
      <div class="stack tight">
        <p class="label">{t('desk.bold')}</p>
        <p class="muted small">{t('desk.bold.note')}</p>
        <div class="row">
          <Act
            quiet
            pressed={view.desk?.boldBots ?? false}
            label={view.desk?.boldBots ? t('desk.bold.off') : t('desk.bold.on')}
            command={{ kind: 'set-bold-bots', on: !view.desk?.boldBots }}
          />
        </div>
      </div>
      <Swap />
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
      <Refused refusal={refusal} />
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
