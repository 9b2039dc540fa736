/** Consensus: any member can stop a text, adopted is what none stops and one of them signs. What it adopts binds those who sign. */
import { z } from 'zod';
import { DIALS } from '../../clauses/text.ts';
import { refuse, type SeatId } from '../../vocabulary/index.ts';
import { type TextAct, withoutSeat } from '../acts/act.ts';
import { Change, changeFields, changeRefusal, closed } from '../acts/change.ts';
import { signed } from '../decisions.ts';
import { isBeyondMandate } from '../forum.ts';
import type { Instrument } from '../instrument.ts';
import type { Bell, ForumRule } from './rule.ts';

/** A member stops a text until it says something else. */
const block: TextAct<Change> = {
  kind: 'block',
  job: 'head',
  grave: true,
  shape: Change,
  offered: (text, { seat }) => text.status === 'tabled' && !text.blocks[seat],
  fields: (text, sight) => changeFields(text, sight, DIALS),
  check: (text, change, sight) => (text.status === 'tabled' ? changeRefusal(text, change, sight) : closed(text)),
  apply: (text, change, { seat }) => ({
    ...text,
    pledges: withoutSeat(text.pledges, seat),
    blocks: { ...text.blocks, [seat]: change },
  }),
};

/** A member objects that a text is beyond the mandate of the forum. */
const object: TextAct<Record<string, never>> = {
  kind: 'object',
  job: 'negotiator',
  grave: false,
  shape: z.strictObject({}),
  offered: (text) => text.status === 'tabled',
  fields: () => [],
  check(text, _values, { forum }) {
    if (text.status !== 'tabled') return closed(text);
    return isBeyondMandate(forum, text.values) ? null : refuse('no-security-clause');
  },
  apply: (text, _values, { seat }) => ({ ...text, status: 'moved', objections: [...text.objections, seat] }),
};

export const consensus: ForumRule = {
  kind: 'consensus',
  brings: 'members',
  acts: [block, object],
  decide(text, _votes, bell) {
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
