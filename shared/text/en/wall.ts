/** What the wall says by itself, in English. */
export const wall = {
  'wall.medal.ready': 'ready',
  'wall.medal.silent': 'silent so far',
  'wall.free': 'free',
  'wall.sealing':
    '{n, plural, =0 {No orders are sealed yet.} one {One of {of} delegations has sealed its orders.} other {{n} of {of} delegations have sealed their orders.}}',
  'wall.sealed': 'sealed',
  'wall.unsealed': 'not sealed yet',
};
