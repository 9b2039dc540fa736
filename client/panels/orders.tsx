import { useState } from 'preact/hooks';
import type { OrderCard } from '../../shared/game/view-shape.ts';
import { type Order, SLOTS, type Slot } from '../../shared/vocabulary/index.ts';
import { draftOf, draftValue } from '../model.ts';
import { say, t, why } from '../text.ts';
import { Fields, type Values, valuesOf } from './fields.tsx';
import { amount, credits, Facts, PanelFrame } from './parts.tsx';
import { Act, Barred, useAsk, useBarrier, useRoom, useView } from './room.tsx';
import { Explained } from './term.tsx';

/** Sealed orders: two programme slots and one security slot. Nobody else sees them before the bell. */
export function Orders() {
  const view = useView();
  const { own } = view;
  if (!own) return null;
  const seat = view.seats.find((s) => s.id === own.seat);
  return (
    <PanelFrame title={t('orders.title')} lead={t('orders.lead')}>
      <Facts
        items={[
          [t('orders.have'), amount(own.creditsK)],
          [t('orders.free'), amount(own.freeK)],
          ...(own.batches.wanted > 0
            ? [[t('orders.batches'), t('of', { n: own.batches.flown, of: own.batches.wanted })] as const]
            : []),
        ]}
      />
      <Barred kind="draft-order" />
      {SLOTS.map((slot) => (
        <SlotCard key={slot} slot={slot} />
      ))}
      {seat && view.may.ready && (
        <section class="card stack">
          <h3>{t('ready.title')}</h3>
          <p class="muted small">{t('ready.note')}</p>
          <Act
            look={seat.ready ? 'usual' : 'primary'}
            label={seat.ready ? t('ready.undo') : t('ready.do')}
            command={{ kind: 'ready', on: !seat.ready }}
          />
        </section>
      )}
      {own.orders.length > 0 && (
        <details>
          <summary>{t('orders.past', { n: own.orders.length })}</summary>
          <ul class="stack small">
            {own.orders.toReversed().map((o) => (
              <li key={o.id}>
                {t('orders.past.line', { turn: o.turn, slot: t(`slot.${o.slot}`), kind: t(`order.${o.order.kind}`) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </PanelFrame>
  );
}

function SlotCard({ slot }: { readonly slot: Slot }) {
  const { model } = useRoom();
  const view = useView();
  const draft = view.own?.drafts[slot];
  const chosen = draftOf(model, `order.${slot}`);
  const cards = view.own?.cards.filter((c) => c.slot === (slot === 'security' ? 'security' : 'programme')) ?? [];
  const hostile = cards.some((c) => c.kind === draft?.order.kind && c.hostile);
  const open = cards.find((c) => c.kind === chosen.value);
  const free = useBarrier('draft-order').kind === 'none';
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
              command={{ kind: 'confirm-order', slot }}
            />
          )}
          <div class="row">
            <button
              type="button"
              class="button"
              disabled={!free}
              onClick={() => {
                draftOf(model, `form.${slot}.${draft.order.kind}`).value = JSON.stringify(draft.order);
                chosen.value = draft.order.kind;
              }}
            >
              {t('orders.change')}
            </button>
            <Act quiet label={t('orders.clear')} command={{ kind: 'clear-order', slot }} />
          </div>
        </>
      )}
      {open ? (
        <OrderForm slot={slot} card={open} onClose={() => (chosen.value = '')} />
      ) : (
        !draft && free && <CardList slot={slot} cards={cards} />
      )}
    </section>
  );
}

function CardList({ slot, cards }: { readonly slot: Slot; readonly cards: readonly OrderCard[] }) {
  const { model } = useRoom();
  const [shown, setShown] = useState(false);
  if (!shown)
    return (
      <button type="button" class="button" aria-expanded="false" onClick={() => setShown(true)}>
        {t('orders.choose')}
      </button>
    );
  return (
    <ul class="order-cards">
      {cards.map((card) => (
        <li key={card.kind}>
          <button
            type="button"
            class="order-card"
            aria-disabled={card.refusal !== null || undefined}
            onClick={() => {
              if (!card.refusal) draftOf(model, `order.${slot}`).value = card.kind;
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
function OrderForm(props: { readonly slot: Slot; readonly card: OrderCard; readonly onClose: () => void }) {
  const { model } = useRoom();
  const { slot, card } = props;
  const field = `form.${slot}.${card.kind}`;
  const values = valuesOf(card.fields, draftValue<Values>(model, field, {}));
  // A form without a month acts in the first month; one with a month says it.
  const order: Order & Values = { month: 1, ...values, kind: card.kind };
  const blocked = useAsk({ kind: 'draft-order', slot, order });
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
      <div class="row">
        <Act
          look="primary"
          label={t('orders.draft')}
          blocked={blocked ?? null}
          command={{ kind: 'draft-order', slot, order }}
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
