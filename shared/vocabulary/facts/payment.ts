/** What a seat paid to another or into the clean-up fund, k$. */
import type { SeatId } from '../ids.ts';
import type { FactHead, FactRule } from './fact.ts';

type Payment = FactHead & {
  readonly kind: 'payment';
  readonly to: SeatId | 'fund';
  readonly amountK: number;
};

export const payment: FactRule<Payment> = { kind: 'payment' };

/** What a fact brought into the clean-up fund, k$. */
export const paidToFundK = (fact: FactHead): number => (isPayment(fact) && fact.to === 'fund' ? fact.amountK : 0);

const isPayment = (fact: FactHead): fact is Payment => fact.kind === payment.kind;
