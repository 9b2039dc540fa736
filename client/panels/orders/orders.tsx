import { SLOTS } from '../../../shared/vocabulary/index.ts';
import { t } from '../../text.ts';
import { Act, Barred, useBarrier, useView } from '../frame/room.tsx';
import { amount, Facts, PanelFrame } from '../parts/parts.tsx';
import { type Drafting, SlotCard } from './order-slots.tsx';

/** Sealed orders: two programme slots and one security slot. Nobody else sees them before the bell. */
export function Orders() {
  const view = useView();
  const { own } = view;
  const free = useBarrier('draft-order').kind === 'none';
  if (!own) return null;
  const drafting: Drafting = { book: own, free, field: (name) => name, give: (command) => command };
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
        <SlotCard key={slot} slot={slot} drafting={drafting} />
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
