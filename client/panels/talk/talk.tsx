import { useEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../../../shared/game/negotiation.ts';
import type { View } from '../../../shared/game/view/view-shape.ts';
import { apart, type Refusal, tooLong } from '../../../shared/vocabulary/index.ts';
import { channelOf, draftOf, markRead, seatOf, typed, unread } from '../../model.ts';
import { t, why } from '../../text.ts';
import { useSilence } from '../frame/dim.tsx';
import { Icon } from '../frame/icons.tsx';
import { Act, Emblem, reasonOf, seatName, theSeat, useBarrier, useRoom, useView } from '../frame/room.tsx';
import { HeardBy } from '../parts/heard.tsx';
import { DraftBox } from '../parts/inputs.tsx';

const LABELS: Readonly<Record<string, string>> = { plenary: 'talk.to-all', facilitator: 'help.to' };

/** What a channel is called. */
function channelName(view: View, id: string): string {
  if (id === 'plenary') return t('talk.plenary');
  return id === 'facilitator' ? t('help.channel') : seatName(view, id);
}

/** Plenary and one private channel for each other seat. Unread ones are marked; what is half-typed stays. */
export function Talk() {
  const { model } = useRoom();
  const view = useView();
  const own = seatOf(view);
  const chosen = draftOf(model, 'channel');
  const channels = ['plenary', ...view.seats.map((s) => s.id).filter((id) => own && id !== own)];
  if (own && !view.solo) channels.push('facilitator');
  const channel = channels.includes(chosen.value) ? chosen.value : 'plenary';
  // Facilitators see every pair of seats; their list is the whole press in order.
  const all = view.viewer.kind === 'facilitator';
  const messages = view.press.filter((m) => all || channelOf(m, own) === channel);
  useEffect(() => markRead(model, channel), [model, channel, messages.length]);
  return (
    <section class="talk" aria-label={t('panel.talk')}>
      <header class="stack">
        <h2 tabIndex={-1}>{t('panel.talk')}</h2>
        {channels.length > 1 && (
          <nav class="channels" aria-label={t('talk.channels')}>
            {channels.map((id) => {
              const news = id === channel ? 0 : unread(model, id);
              return (
                <button
                  key={id}
                  type="button"
                  class="button"
                  aria-pressed={id === channel}
                  onClick={() => {
                    chosen.value = id;
                  }}
                >
                  {view.seats.some((s) => s.id === id) && <Emblem id={id} />}
                  {channelName(view, id)}
                  {news > 0 && (
                    <span class="count">
                      {news}
                      <span class="unseen">{t('talk.unread')}</span>
                    </span>
                  )}
                </button>
              );
            })}
          </nav>
        )}
        {view.solo ? <p class="muted small">{t('solo.talk')}</p> : <HeardBy of={{ kind: 'say', to: channel }} />}
        {channel === 'facilitator' && <p class="muted small">{t('help.channel.note')}</p>}
      </header>
      <Log messages={messages} />
      {view.may.say && <Compose key={channel} channel={channel} />}
      {view.may.broadcast && <Broadcast />}
    </section>
  );
}

function Log({ messages }: { readonly messages: readonly Message[] }) {
  const { model } = useRoom();
  const view = useView();
  const own = seatOf(view);
  const end = useRef<HTMLLIElement>(null);
  const count = messages.length;
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: 'nearest' });
  }, [count]);
  if (count === 0) return <p class="empty grow">{t('talk.empty')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key (WCAG 2.1.1)
    <div class="log" role="log" aria-label={t('talk.log')} tabIndex={0}>
      <ol class="stack">
        {messages.map((m, i) => {
          const desk = m.from === 'facilitator';
          const name = apart(typed(model, (m.by && view.delegates[m.by]?.name) || null));
          const to = m.to === 'plenary' || m.to === 'all' ? null : m.to;
          return (
            <li
              key={m.id}
              ref={i === count - 1 ? end : null}
              class={`message ${desk ? 'desk' : m.from === own ? 'own' : ''}`}
            >
              {desk ? <DeskMark /> : <Emblem id={m.from} />}
              <span class="who">
                <strong>{desk ? t('facilitator') : seatName(view, m.from)}</strong>
                {name && ` · ${name}`}
                {view.viewer.kind === 'facilitator' && to && ` → ${channelName(view, to)}`}
                {` · ${t('turn.n', { n: m.turn })}`}
                {own && m.to === 'facilitator' && ` · ${t(callState(messages, i))}`}
              </span>
              <span class="words" dir="auto">
                {m.hidden && (
                  <em class="muted" dir="ltr">
                    {t('talk.hidden')}{' '}
                  </em>
                )}
                {typed(model, m.id) ?? t('talk.gone')}
              </span>
              {view.viewer.kind === 'facilitator' && (
                <span style={{ gridColumn: 2 }}>
                  <Act
                    quiet
                    look="plain"
                    label={m.hidden ? t('talk.show') : t('talk.hide')}
                    command={{ kind: m.hidden ? 'show-message' : 'hide-message', message: m.id }}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** What has become of a call for help: sent, read, or answered by a later word. */
function callState(thread: readonly Message[], i: number): string {
  if (thread.slice(i + 1).some((m) => m.from === 'facilitator')) return 'help.answered';
  return thread[i]?.read ? 'help.read' : 'help.sent';
}

/** Where others have their emblem. */
const DeskMark = () => (
  <span class="emblem" aria-hidden="true">
    <Icon name="room" />
  </span>
);

function Compose({ channel }: { readonly channel: string }) {
  const { model, session } = useRoom();
  const view = useView();
  const draft = draftOf(model, `say.${channel}`);
  const silence = useSilence();
  const barrier = reasonOf(model, view, useBarrier('say'));
  const long = tooLong(draft.value.trim());
  const reason = barrier ?? (long ? why(long) : silence > 0 && channel !== 'facilitator' ? t('dim.wait') : null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const label = LABELS[channel] ? t(LABELS[channel]) : t('talk.to', { who: theSeat(view, channel) });
  const [busy, setBusy] = useState(false);
  const send = async () => {
    const text = draft.value.trim();
    if (!text || reason) return;
    setBusy(true);
    const answer = await session.command({ kind: 'say', to: channel, text });
    setBusy(false);
    setRefusal(answer);
    // Only what was sent goes: words typed meanwhile stay.
    if (!answer && draft.value.trim() === text) draft.value = '';
  };
  return (
    <form
      class="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div class="compose">
        <DraftBox
          draft={draft}
          label={label}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            void send();
          }}
        />
        <button
          type="submit"
          class="button primary"
          aria-busy={busy || undefined}
          aria-disabled={reason !== null || undefined}
        >
          {t('send')}
        </button>
      </div>
      {(refusal || reason) && (
        <p class={`reason ${refusal ? 'no' : ''}`} role={refusal ? 'alert' : undefined}>
          {refusal ? why(refusal) : reason}
        </p>
      )}
    </form>
  );
}

/** The facilitator's voice to the whole room. */
export function Broadcast() {
  const { model } = useRoom();
  const draft = draftOf(model, 'broadcast');
  return (
    <div class="stack tight">
      <DraftBox draft={draft} label={t('desk.broadcast')} hint={t('desk.broadcast.hint')} />
      <Act
        look="primary"
        label={t('desk.broadcast.send')}
        blocked={tooLong(draft.value.trim())}
        command={{ kind: 'broadcast', text: draft.value.trim() }}
        onDone={() => {
          draft.value = '';
        }}
      />
    </div>
  );
}
