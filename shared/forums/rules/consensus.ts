/** Consensus: any member can stop a text, adopted is what none stops and one of them signs. What it adopts binds those who sign. */
import type { SeatId } from '../../vocabulary/index.ts';
import { signed } from '../decisions.ts';
import type { Instrument } from '../instrument.ts';
import type { Bell, ForumRule } from './rule.ts';

export const consensus: ForumRule = {
  kind: 'consensus',
  brings: 'members',
  acts: (seat, _text, { members }) => (members.includes(seat) ? ['block', 'object'] : []),
  decide(text, bell) {
    if (Object.keys(text.blocks).length > 0)
      return { text: { ...text, status: 'blocked', blockedIn: bell.turn }, costs: blockCosts(text, bell) };
    const after = signed(text, bell.turn);
    const adopted = after.signatures.some((s) => bell.forum.members.includes(s.seat));
    // Else it is still on the table, with its pledges.
    return { text: adopted ? { ...after, status: 'adopted' } : text, costs: {} };
  },
  result: 'adopted',
};

/**
 * Standing that a block costs its makers: so much for each member that would have signed, twice where a seat is in no position to
 * stand alone.
 */
function blockCosts(text: Instrument, { forum, blockCost, isWeak }: Bell): Readonly<Record<SeatId, number>> {
  const supporters = Object.keys(text.pledges).filter((seat) => forum.members.includes(seat)).length;
  return Object.fromEntries(
    Object.keys(text.blocks).map((seat) => [seat, blockCost * supporters * (isWeak(seat) ? 2 : 1)]),
  );
}
