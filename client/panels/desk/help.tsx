/** Calls for help on the facilitator's desk: one thread for each delegation, with answers ready to send. */
import { useEffect } from 'preact/hooks';
import { type SeatId, tooLong } from '../../../shared/vocabulary/index.ts';
import { draftOf, typed } from '../../model.ts';
import { t } from '../../text.ts';
import { Act, SeatTag, theSeat, useRoom, useView } from '../frame/room.tsx';
import { DraftBox } from '../parts/inputs.tsx';
import { Empty, PanelFrame } from '../parts/parts.tsx';
import { callingSeats, threadOf } from './waiting.ts';

const READY = [1, 2, 3, 4, 5] as const;

/** Who calls, what was asked, and the answer. Those that wait stand first. */
export function DeskHelp() {
  const view = useView();
  const calling = callingSeats(view);
  const threads = view.seats
    .map((seat) => seat.id)
    .filter((id) => threadOf(view, id).length > 0)
    .sort((a, b) => Number(calling.includes(b)) - Number(calling.includes(a)));
  return (
    <PanelFrame title={t('help.title')} lead={t('help.lead')}>
      {threads.length === 0 && <Empty>{t('help.none')}</Empty>}
      {threads.map((id) => (
        <Thread key={id} seat={id} waiting={calling.includes(id)} />
      ))}
    </PanelFrame>
  );
}

function Thread({ seat, waiting }: { readonly seat: SeatId; readonly waiting: boolean }) {
  const { model, session } = useRoom();
  const view = useView();
  const unread = threadOf(view, seat).some((m) => m.from === seat && !m.read);
  useEffect(() => {
    if (unread && view.may['read-calls']?.refusal === null) void session.command({ kind: 'read-calls', seat });
  }, [session, seat, unread]);
  const draft = draftOf(model, `reply.${seat}`);
  const label = t('help.answer', { who: theSeat(view, seat) });
  return (
    <article class="card stack">
      <div class="row apart">
        <SeatTag id={seat} />
        {waiting && <span class="badge warn">{t('help.waiting')}</span>}
      </div>
      <ol class="stack tight">
        {threadOf(view, seat).map((m) => (
          <li key={m.id} class={m.from === 'facilitator' ? 'muted' : ''}>
            {m.from === 'facilitator' && `${t('facilitator')}: `}
            <bdi>{typed(model, m.id) ?? t('talk.gone')}</bdi>
          </li>
        ))}
      </ol>
      <DraftBox draft={draft} label={label} />
      <Act
        look="primary"
        label={label}
        blocked={tooLong(draft.value.trim())}
        command={{ kind: 'reply', to: seat, text: draft.value.trim() }}
        onDone={() => {
          draft.value = '';
        }}
      />
      <details>
        <summary>{t('help.ready.title')}</summary>
        <div class="stack tight">
          {READY.map((n) => (
            <Act
              key={n}
              quiet
              look="plain"
              label={t(`help.ready.${n}`)}
              command={{ kind: 'reply', to: seat, text: t(`help.ready.${n}`) }}
            />
          ))}
        </div>
      </details>
    </article>
  );
}
