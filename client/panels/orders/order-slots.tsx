/** The slots of a seat's orders with their cards as forms: for the seat itself, and for the facilitator who acts for it. */
import { useState } from 'preact/hooks';
import type { Command, SeatCommand } from '../../../shared/game/commands/index.ts';
import type { OrderBook, OrderCard } from '../../../shared/game/view/own-seat-shape.ts';
import type { Order, Slot } from '../../../shared/vocabulary/index.ts';
import { draftOf, draftValue } from '../../model.ts';
import { say, t, why } from '../../text.ts';
import { Act, useAsk, useRoom } from '../frame/room.tsx';
import { Fields, type Values, valuesOf } from '../parts/fields.tsx';
import { HeardBy } from '../parts/heard.tsx';
import { credits } from '../parts/parts.tsx';
import { Explained } from '../parts/term.tsx';

/** Whose orders, and how a command about them is given. */
export type Drafting = {
  readonly book: OrderBook;
  readonly free: boolean;
  /** under what name half-filled forms are kept on this device */
  readonly field: (name: string) => string;
  readonly give: (command: SeatCommand) => Command;
};

/** One slot: what is drafted in it, and the cards that could be. */
export function SlotCard({ slot, drafting }: { readonly slot: Slot; readonly drafting: Drafting }) {
  const { model } = useRoom();
  const { book, free, field, give } = drafting;
  const draft = book.drafts[slot];
  const chosen = draftOf(model, field(`order.${slot}`));
  const cards = book.cards.filter((c) => c.slot === (slot === 'security' ? 'security' : 'programme'));
  const hostile = cards.some((c) => c.kind === draft?.order.kind && c.hostile);
  const open = cards.find((c) => c.kind === chosen.value);
  const look = draft ? (hostile && !draft.confirmed ? 'unconfirmed' : 'filled') : '';
  return (
    <section class={`card slot ${look}`} aria-label={t(`slot.${slot}`)}>
      <div class="row apart">
        <h3>{t(`slot.${slot}`)}</h3>
        {draft ? (
          <span class={`badge ${hostile && !draft.confirmed ? 'warn' : 'good'}`}>
            {hostile && !draft.confirmed ? t('orders.unconfirmed') : t('orders.drafted')}
          </span>
        ) : (
          <span class="badge">{t('orders.empty')}</span>
        )}
      </div>
      {draft && (
        <>
          <p>
            <strong>{say(draft.summary)}</strong>
          </p>
          <p class="price">{credits(draft.costK)}</p>
          {draft.warning.map((w) => (
            <p key={JSON.stringify(w)} class="note warn">
              {say(w)}
            </p>
          ))}
          {hostile && !draft.confirmed && (
            <Act
              look="grave"
              label={t('orders.confirm')}
              confirm={{ title: t('orders.confirm'), text: t('orders.confirm.sure') }}
              command={give({ kind: 'confirm-order', slot })}
            />
          )}
          <div class="row">
            <button
              type="button"
              class="button"
              disabled={!free}
              onClick={() => {
                draftOf(model, field(`form.${slot}.${draft.order.kind}`)).value = JSON.stringify(draft.order);
                chosen.value = draft.order.kind;
              }}
            >
              {t('orders.change')}
            </button>
            <Act quiet label={t('orders.clear')} command={give({ kind: 'clear-order', slot })} />
          </div>
        </>
      )}
      {open ? (
        <OrderForm slot={slot} card={open} drafting={drafting} onClose={() => (chosen.value = '')} />
      ) : (
        !draft && free && <CardList cards={cards} onPick={(kind) => (chosen.value = kind)} />
      )}
    </section>
  );
}

function CardList(props: { readonly cards: readonly OrderCard[]; readonly onPick: (kind: string) => void }) {
  const [shown, setShown] = useState(false);
  if (!shown)
    return (
      <button type="button" class="button" aria-expanded="false" onClick={() => setShown(true)}>
        {t('orders.choose')}
      </button>
    );
  return (
    <ul class="order-cards">
      {props.cards.map((card) => (
        <li key={card.kind}>
          <button
            type="button"
            class="order-card"
            aria-disabled={card.refusal !== null || undefined}
            onClick={() => {
              if (!card.refusal) props.onPick(card.kind);
            }}
          >
            <strong>{t(`order.${card.kind}`)}</strong>
            <span class="price">{card.costK > 0 ? t('orders.from', { cost: credits(card.costK) }) : t('free')}</span>
            <span class="muted small">{t(`order.${card.kind}.note`)}</span>
            {card.refusal && <span class="reason">{why(card.refusal)}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A card as a form. Its fields and limits come from the server; so does the answer whether it would be taken. */
function OrderForm(props: {
  readonly slot: Slot;
  readonly card: OrderCard;
  readonly drafting: Drafting;
  readonly onClose: () => void;
}) {
  const { model } = useRoom();
  const { slot, card, drafting } = props;
  const field = drafting.field(`form.${slot}.${card.kind}`);
  const values = valuesOf(card.fields, draftValue<Values>(model, field, {}));
  // A form without a month acts in the first month; one with a month says it.
  const order: Order & Values = { month: 1, ...values, kind: card.kind };
  const command = drafting.give({ kind: 'draft-order', slot, order });
  const blocked = useAsk(command);
  return (
    <div class="card flat stack">
      <h4>{t(`order.${card.kind}`)}</h4>
      <p class="muted small">
        <Explained text={t(`order.${card.kind}.note`)} />
      </p>
      <Fields
        fields={card.fields}
        values={values}
        onChange={(next) => {
          draftOf(model, field).value = JSON.stringify(next);
        }}
      />
      {card.hostile && <p class="note warn">{t('orders.hostile')}</p>}
      <HeardBy of={{ kind: 'draft-order' }} />
      <div class="row">
        <Act
          look="primary"
          label={t('orders.draft')}
          blocked={blocked ?? null}
          command={command}
          onDone={() => {
            draftOf(model, field).value = '';
            props.onClose();
          }}
        />
        <button type="button" class="button" onClick={props.onClose}>
          {t('cancel')}
        </button>
      </div>
    </div>
  );
}
