/** A seat takes back its offer. */
import { deed } from './deed.ts';
import { Id } from './fields.ts';
import { findOpen, partiesOf, withStatus } from './offers.ts';
import { PEOPLE, seatOf, TALK } from './rule.ts';

export const withdrawOffer = deed({
  kind: 'withdraw-offer',
  shape: { offer: Id },
  by: PEOPLE,
  solo: false,
  job: 'negotiator',
  phases: TALK,
  whilePaused: false,
  about: [],
  forSeat: true,
  heard: ({ offer }, { offers }) => partiesOf(offers, offer),
  theme: 'offers',
  can: null,
  check: ({ state }, actor, { offer: id }) => {
    const offer = findOpen(state, id, 'from', seatOf(actor));
    return 'code' in offer ? offer : null;
  },
  apply: ({ state }, { command }) => withStatus(state, command.offer, 'withdrawn'),
});
