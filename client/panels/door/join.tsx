import { useEffect, useState } from 'preact/hooks';
import { type GameCard, ROUTES, type SeatKey } from '../../../shared/protocol.ts';
import { nameRefusal, type Refusal, type SeatId, words } from '../../../shared/vocabulary/index.ts';
import { HOME } from '../../address.ts';
import { getJson, postJson } from '../../http.ts';
import { type KeptKey, keepKey } from '../../keys.ts';
import { shelf } from '../../shelf.ts';
import { say, t, why } from '../../text.ts';
import { lineText } from '../frame/line.tsx';
import type { OpenRoom } from '../frame/room.tsx';
import { Notice, Page } from '../frame/shell.tsx';
import { EmblemMark, Refused } from '../parts/parts.tsx';

/**
 * The page behind a game's code. Opening it takes no seat; the button does: a key for a new delegate where there is none yet, then
 * the command that joins the chosen seat. `open` makes a room with that key.
 */
export function Join(props: {
  readonly code: string;
  /** a room whose key has no seat yet */
  readonly room: OpenRoom | null;
  readonly open: (kept: KeptKey) => OpenRoom;
}) {
  const [card, setCard] = useState<GameCard | null>(null);
  const [lost, setLost] = useState<Refusal | null>(null);
  useEffect(() => {
    let gone = false;
    const look = async () => {
      const reply = await getJson<GameCard>(ROUTES.game(props.code));
      if (gone) return;
      if ('value' in reply) setCard(reply.value);
      else setLost(reply.refusal);
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_AGAIN_MS);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [props.code]);
  if (!card)
    return lost ? (
      <Notice title={t('join.lost', { code: props.code })} text={why(lost)}>
        <a class="button primary" href={HOME}>
          {t('join.home')}
        </a>
      </Notice>
    ) : (
      <Notice title={t('join.title', { code: props.code })} text={t('loading')} />
    );
  if (card.alone)
    return (
      <Notice title={t('join.title', { code: props.code })} text={t('join.alone')}>
        <a class="button primary" href={HOME}>
          {t('join.home')}
        </a>
      </Notice>
    );
  return <SeatForm {...props} card={card} />;
}

const LOOK_AGAIN_MS = 4_000;

type FormProps = Parameters<typeof Join>[0] & { readonly card: GameCard };

function SeatForm({ code, card, room, open }: FormProps) {
  const emptiest = card.seats.toSorted((a, b) => a.people - b.people)[0];
  const [seat, setSeat] = useState<SeatId | null>(null);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const chosen = seat ?? emptiest?.id ?? '';
  const wrongName = nameRefusal(name.trim());
  const take = async () => {
    setBusy(true);
    const joined = room ?? (await enter());
    const answer =
      'code' in joined ? joined : await joined.session.command({ kind: 'join', seat: chosen, text: name.trim() });
    setBusy(false);
    setRefusal(answer);
  };
  const enter = async (): Promise<OpenRoom | Refusal> => {
    const reply = await postJson<SeatKey>(ROUTES.delegates(code), {});
    if ('refusal' in reply) return reply.refusal;
    const kept: KeptKey = { key: reply.value.key, delegate: reply.value.delegate };
    keepKey(shelf, 'seat', code, kept);
    return open(kept);
  };
  return (
    <Page>
      <form
        class="stack wide"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && !wrongName) void take();
        }}
      >
        <div class="stack tight">
          <h1>{t('join.title', { code })}</h1>
          <p class="muted">{t('join.lead')}</p>
        </div>
        <fieldset class="stack">
          <legend class="label">{t('join.seat')}</legend>
          <div class="seat-list">
            {card.seats.map((s) => (
              <label key={s.id} class="seat-pick">
                <input type="radio" name="seat" checked={s.id === chosen} onChange={() => setSeat(s.id)} />
                <EmblemMark emblem={s.emblem} colour={s.colour} big />
                <span class="stack tight grow">
                  <strong>{say(words(`seat.${s.id}`))}</strong>
                  <span class="muted small">
                    {t(`kind.${s.kind}`)} · {t('join.people', { n: s.people })}
                  </span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <div class="field" style={{ maxWidth: '24rem' }}>
          <label for="name">{t('join.name')}</label>
          <input
            id="name"
            class="input"
            value={name}
            dir="auto"
            aria-invalid={wrongName ? true : undefined}
            autocomplete="off"
            aria-describedby="name-note"
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <p id="name-note" class={wrongName ? 'reason no' : 'muted small'} role={wrongName ? 'alert' : undefined}>
            {wrongName ? why(wrongName) : t('join.name.note')}
          </p>
        </div>
        <div class="row">
          <button
            type="submit"
            class="button primary"
            aria-busy={busy || undefined}
            aria-disabled={wrongName ? true : undefined}
          >
            {t('join.do', { seat: say(words(`seat.${chosen}`)) })}
          </button>
        </div>
        <Refused refusal={refusal} />
        {room && lineText(room.model) && (
          <p class="reason no" role="alert">
            {lineText(room.model)}
          </p>
        )}
        <p class="note">{t('join.watched')}</p>
      </form>
    </Page>
  );
}
