import type { LedgerLine } from '../../../shared/game/money.ts';
import type { View } from '../../../shared/game/view/view-shape.ts';
import { say, t } from '../../text.ts';
import { seatName, useView } from '../frame/room.tsx';
import { amount, credits, DataTable, Empty, Facts, PanelFrame, ScaleRow } from '../parts/parts.tsx';

const HOUSES: ReadonlySet<string> = new Set(['fund', 'market', 'treasury']);

const partner = (view: View, id: LedgerLine['from']): string =>
  HOUSES.has(id) ? t(`house.${id}`) : seatName(view, id);

/** Own account, every line with its cause, and the clean-up fund. */
export function Money() {
  const view = useView();
  const { own, fund } = view;
  if (!own) return null;
  const lines = own.ledger.toReversed();
  return (
    <PanelFrame title={t('money.title')} lead={t('money.lead')}>
      <Facts
        items={[
          [t('orders.have'), amount(own.creditsK)],
          [t('orders.free'), amount(own.freeK)],
          [t('money.paid-fund'), amount(own.paidToFundK)],
        ]}
      />
      <section class="card stack">
        <h3>{t('fund.title')}</h3>
        <p class="small">
          {fund.met ? t('fund.met') : fund.open ? t('fund.open', { need: credits(fund.thresholdK) }) : t('fund.shut')}
        </p>
        {fund.balanceK !== null && (
          <ScaleRow
            label={t('fund.balance')}
            value={credits(fund.balanceK)}
            share={fund.balanceK / Math.max(1, fund.thresholdK)}
            tone="good"
          />
        )}
      </section>
      {lines.length === 0 ? (
        <Empty>{t('money.none')}</Empty>
      ) : (
        <DataTable
          caption={t('money.ledger')}
          head={[t('turn'), t('money.cause'), t('money.partner'), t('money.amount')]}
          numbers={[0, 3]}
          rows={lines.map((line) => {
            const out = line.from === own.seat;
            return [
              line.turn,
              say({ key: line.cause }),
              partner(view, out ? line.to : line.from),
              t('signed', { n: ((out ? -1 : 1) * line.amountK) / 100_000 }),
            ];
          })}
        />
      )}
    </PanelFrame>
  );
}
