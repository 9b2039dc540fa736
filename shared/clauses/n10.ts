/** N10: register what is launched with the United Nations within some days. */
import { words } from '../vocabulary/index.ts';
import type { ClauseRule } from './clause.ts';

export const n10: ClauseRule<30 | 90> = {
  framing: 'sustainability',
  values: [90, 30],
  unit: 'days',
  sentence: (value) => words('clause.N10', { days: value }),
  stricter: (a, b) => (a < b ? a : b),
  demands: (value) => ({ registerWithinDays: value }),
  forbids: () => false,
  duty(value, fact, register) {
    if (fact.kind === 'registration') return fact.days <= value ? 'compliant' : 'breach';
    if (fact.kind !== 'launch') return null;
    return fact.registered || fact.objects.every((id) => register.registered(id)) ? 'compliant' : 'breach';
  },
  // The register is public: an entry is there or it is not.
  proof: { canBe: { provedBreach: true, unprovableBreach: false, wrongAccusation: false }, standard: 0 },
  // A strike is attributed with 0.9; a launch that its maker did not register lowers that by 0.15.
  forecast: () => ({ proof: { without: 0.75, with: 0.9 } }),
  sources: [
    'Convention on Registration of Objects Launched into Outer Space (1975), article IV: "as soon as practicable"',
    'UN General Assembly resolution 62/101 (2007)',
  ],
};
