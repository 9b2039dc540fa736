/** A seat takes back its signature, block or notice. */
import { canUnsign, isOpen } from '../../forums/instrument.ts';
import { refuse } from '../../vocabulary/index.ts';
import { deed } from './deed.ts';
import { Id } from './fields.ts';
import { change, noText, textOf } from './paper.ts';
import { PEOPLE, seatOf } from './rule.ts';

export const unpledge = deed({
  kind: 'unpledge',
  shape: { instrument: Id },
  by: PEOPLE,
  solo: false,
  job: 'head',
  phases: ['negotiation'],
  whilePaused: false,
  about: ['turn', 'texts'],
  forSeat: true,
  heard: 'all',
  theme: 'texts',
  can: null,
  check: ({ state }, actor, { instrument }) => {
    const seat = seatOf(actor);
    const text = textOf(state, instrument);
    if (!text) return noText();
    if (text.pledges[seat] || text.blocks[seat] || canUnsign(text, seat)) return null;
    if (isOpen(text) && text.notices[seat] !== undefined) return null;
    return refuse(text.signatures.some((s) => s.seat === seat) ? 'already-signed' : 'not-signed', {}, 'instrument');
  },
  apply: (game, { actor, command }) =>
    change(game, command.instrument, (text) => {
      const seat = seatOf(actor);
      const { [seat]: _pledge, ...pledges } = text.pledges;
      const { [seat]: _block, ...blocks } = text.blocks;
      const signatures = canUnsign(text, seat) ? text.signatures.filter((s) => s.seat !== seat) : text.signatures;
      // A notice can be revoked before it takes effect (Vienna Convention on the Law of Treaties, article 68).
      const { [seat]: _notice, ...notices } = text.notices;
      return { pledges, blocks, signatures, notices };
    }),
});
