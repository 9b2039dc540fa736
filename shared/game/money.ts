/**
 * Money: every movement is one ledger line from one account to another, in integer k$, so the books balance by
 * construction. A seat's `creditsK` is the sum of its lines; the treasury and the market are outside the game.
 */
import { K_PER_CREDIT, type SeatId } from '../vocabulary/index.ts';

/** One movement of money; `cause` is a text key. */
export type LedgerLine = {
  readonly turn: number;
  readonly from: SeatId | 'fund' | 'market' | 'treasury';
  readonly to: SeatId | 'fund' | 'market' | 'treasury';
  readonly amountK: number;
  readonly cause: string;
};

/** The clean-up fund: whether it takes money, whether its threshold is met, what it holds. */
export type Fund = { readonly open: boolean; readonly met: boolean; readonly balanceK: number };

export type Account = LedgerLine['from'];

/** Purses by seat and the lines that changed them, while a turn is worked out. */
export type Books = { readonly turn: number; readonly purses: Record<SeatId, number>; readonly lines: LedgerLine[] };

/** Moves money. Nothing happens for an amount of 0. Throws for fractions and negative amounts: a bug of the caller. */
export function transfer(books: Books, from: Account, to: Account, amountK: number, cause: string): void {
  if (!Number.isInteger(amountK) || amountK < 0) throw new Error(`${cause}: ${amountK} is not an amount of k$`);
  if (amountK === 0) return;
  if (from in books.purses) books.purses[from]! -= amountK;
  if (to in books.purses) books.purses[to]! += amountK;
  books.lines.push({ turn: books.turn, from, to, amountK, cause });
}

/** What each account has gained or lost over some lines; the sum over all accounts is 0. */
export function balances(lines: readonly LedgerLine[]): Readonly<Record<Account, number>> {
  const out: Record<Account, number> = {};
  for (const { from, to, amountK } of lines) {
    out[from] = (out[from] ?? 0) - amountK;
    out[to] = (out[to] ?? 0) + amountK;
  }
  return out;
}

/**
 * The end of a seat's budget year: what is beyond `carryOverK` goes back to the treasury and next year's income comes in.
 */
export function closeYear(books: Books, seat: SeatId, carryOverK: number, incomeK: number): void {
  transfer(books, seat, 'treasury', Math.max(0, books.purses[seat]! - carryOverK), 'ledger.lapsed');
  transfer(books, 'treasury', seat, incomeK, 'ledger.income');
}

/**
 * Cost of the burns that the game's break-ups bring, k$: so many credits for 10 % more close passes than without their pieces, in
 * proportion, up to a maximum, in tenths of a credit.
 */
export function burnCostK(
  passesNow: number,
  passesWithout: number,
  rule: { readonly creditsPer10Percent: number; readonly maxCredits: number },
): number {
  if (passesWithout <= 0) return 0;
  const tenths = Math.max(0, passesNow / passesWithout - 1) * 10;
  const credits = Math.min(rule.maxCredits, tenths * rule.creditsPer10Percent);
  return Math.round((Math.round(credits * 10) / 10) * K_PER_CREDIT);
}
