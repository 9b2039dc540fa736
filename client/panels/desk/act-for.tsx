/** The facilitator does something in the place of a delegation: a short form for what a stuck seat needs most. */
import { useState } from 'preact/hooks';
import { onText, signs } from '../../../shared/forums/acts/on-text.ts';
import type { SeatCommand } from '../../../shared/game/commands/index.ts';
import type { InstrumentView, View } from '../../../shared/game/view/view-shape.ts';
import { type SeatId, SLOTS } from '../../../shared/vocabulary/index.ts';
import { t, why } from '../../text.ts';
import { Act, seatName, theSeat, useView } from '../frame/room.tsx';
import { type Drafting, SlotCard } from '../orders/order-slots.tsx';
import { CloseButton, Dialog } from '../parts/dialog.tsx';
import { Select } from '../parts/inputs.tsx';

const ACTS = ['ready', 'unready', 'set-dial', 'pledge', 'unpledge', 'accept', 'decline', 'orders'] as const;
type ActName = (typeof ACTS)[number];

/** Whether a seat has something on a text that it may want back. */
const hasName = (text: InstrumentView, seat: SeatId): boolean =>
  Boolean(text.pledges[seat] || text.blocks[seat]) || text.signatures.some((s) => s.seat === seat);

/** What can be chosen for a kind of act, each with the command it gives. */
function choicesOf(
  view: View,
  seat: SeatId,
  act: ActName,
): readonly { readonly label: string; readonly command: SeatCommand }[] {
  const name = (id: SeatId): string => seatName(view, id);
  if (act === 'ready' || act === 'unready')
    return [{ label: t(`seats.act.${act}`), command: { kind: 'ready', on: act === 'ready' } }];
  if (act === 'set-dial')
    return view.dials.flatMap((dial) =>
      dial.values.map((v) => ({
        label: t('dial.at', { dial: dial.label, value: v.label }),
        command: { kind: 'set-dial' as const, dial: dial.dial, value: v.value },
      })),
    );
  if (act === 'pledge' || act === 'unpledge')
    return view.instruments
      .filter((text) => act === 'pledge' || hasName(text, seat))
      .map((text) => ({
        label: t('paper.text.n', { n: text.number }),
        command: act === 'pledge' ? signs(text.id) : onText(text.id, act),
      }));
  if (act === 'accept' || act === 'decline')
    return view.offers
      .filter((offer) => offer.to === seat && offer.status === 'open')
      .map((offer) => ({
        label: name(offer.from),
        command: { kind: 'answer-offer', offer: offer.id, accept: act === 'accept' },
      }));
  return [];
}

/** A button that opens the form. */
export function ActFor({ seat }: { readonly seat: SeatId }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="button" onClick={() => setOpen(true)}>
        {t('seats.act')}
      </button>
      {open && <ActForm seat={seat} onClose={() => setOpen(false)} />}
    </>
  );
}

function ActForm({ seat, onClose }: { readonly seat: SeatId; readonly onClose: () => void }) {
  const view = useView();
  const [act, setAct] = useState<ActName>('ready');
  /** what was picked, by what it does: the list may change meanwhile */
  const [chosen, setChosen] = useState<string | null>(null);
  const choices = choicesOf(view, seat, act).map((choice) => ({ ...choice, id: JSON.stringify(choice.command) }));
  const choice = chosen === null ? choices[0] : choices.find(({ id }) => id === chosen);
  const who = theSeat(view, seat);
  return (
    <Dialog title={t('seats.act.title', { seat: who })} onClose={onClose}>
      <p class="muted small">{t('seats.act.note')}</p>
      <Select
        label={t('seats.act.what')}
        value={act}
        options={ACTS.map((value) => ({ value, label: t(`seats.act.${value}`) }))}
        onChange={(value) => {
          setAct(value);
          setChosen(JSON.stringify(choicesOf(view, seat, value)[0]?.command) ?? null);
        }}
      />
      {(choices.length > 1 || (choices.length === 1 && !choice)) && (
        <Select
          label={t(`seats.act.${act}`)}
          value={choice?.id ?? ''}
          options={choices.map(({ id, label }) => ({ value: id, label }))}
          onChange={setChosen}
        />
      )}
      {act === 'orders' ? (
        <OrdersFor seat={seat} />
      ) : choice ? (
        <>
          {choices.length === 1 && act !== 'ready' && act !== 'unready' && <p>{choice.label}</p>}
          <Act
            look="primary"
            label={t('seats.act.do', { seat: who })}
            command={{ kind: 'act-for', seat, command: choice.command }}
            onDone={onClose}
          />
        </>
      ) : (
        <p class="empty">{t('seats.act.none')}</p>
      )}
      <CloseButton cancel />
    </Dialog>
  );
}

/** The order cards that the seat itself has. */
function OrdersFor({ seat }: { readonly seat: SeatId }) {
  const view = useView();
  const { desk } = view;
  const book = desk?.books[seat];
  if (!desk || !book) return <p class="empty">{t('seats.act.bot')}</p>;
  const drafting: Drafting = {
    book,
    free: desk.drafting === null,
    field: (name) => `for.${seat}.${name}`,
    give: (command) => ({ kind: 'act-for', seat, command }),
  };
  return (
    <div class="stack">
      {desk.drafting && <p class="reason">{why(desk.drafting)}</p>}
      {view.seats.find((s) => s.id === seat)?.held && <p class="note warn">{t('seats.act.held')}</p>}
      {SLOTS.map((slot) => (
        <SlotCard key={slot} slot={slot} drafting={drafting} />
      ))}
    </div>
  );
}
