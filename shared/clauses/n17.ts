/** N17: parties pool their tracking data, for members or for everybody. Leaving own secret objects out is a breach. */
import { words } from '../vocabulary/index.ts';
import type { ClauseRule } from './clause.ts';

export const n17: ClauseRule<'members' | 'all'> = {
  framing: 'sustainability',
  values: ['members', 'all'],
  unit: null,
  sentence: (value) => words(value === 'all' ? 'clause.N17.all' : 'clause.N17.members'),
  stricter: (a, b) => (a === 'all' ? a : b),
  demands: (value) => ({ shareDataWith: value === 'all' ? 'all' : 'parties' }),
  forbids: () => false,
  duty(_, fact) {
    if (fact.kind !== 'data-sharing') return null;
    return fact.masked ? 'breach' : 'compliant';
  },
  // What is left out of a catalogue is seen by nobody, so no evidence of it exists and nobody can be accused of it.
  proof: { canBe: { provedBreach: false, unprovableBreach: true, wrongAccusation: false }, standard: 0.7 },
  // What sensors of level 3 read rightly of a break-up alone, and with three more in the pool.
  forecast: () => ({ dataPooled: true, proof: { without: 0.6, with: 0.8 } }),
  sources: [
    'Guidelines for the Long-term Sustainability of Outer Space Activities (A/74/20, annex II, 2019), B.2 and B.3',
  ],
};
