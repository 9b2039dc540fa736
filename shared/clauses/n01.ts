/** N01: no destructive tests above an altitude (0 km: none at all). A passage that breaks nothing is not forbidden. */
import { words } from '../vocabulary/index.ts';
import type { ClauseRule } from './clause.ts';

export const n01: ClauseRule<0 | 300 | 500> = {
  framing: 'security',
  values: [500, 300, 0],
  unit: 'km',
  sentence: (value) => words(value === 0 ? 'clause.N01.all' : 'clause.N01.above', { altitudeKm: value }),
  stricter: (a, b) => (a < b ? a : b),
  demands: (value) => ({ noDebrisAboveKm: value }),
  forbids: (value, { fromKm, toKm }) => fromKm >= value && toKm > value,
  duty(value, fact) {
    if (fact.kind === 'destructive-intercept') return fact.altitudeKm > value ? 'breach' : 'compliant';
    return fact.kind === 'intercept-test' ? 'compliant' : null;
  },
  // Unprovable: a strike that no sensor network caught, or one whose maker was not identified.
  // Wrong accusation: any break-up can be called an intercept.
  proof: { canBe: { provedBreach: true, unprovableBreach: true, wrongAccusation: true }, standard: 0.7 },
  forecast: (value) => ({ noTestsAboveKm: value }),
  sources: [
    'UN General Assembly resolution 77/41 (7 December 2022): no destructive direct-ascent anti-satellite missile tests',
    'United States declaration of 18 April 2022',
  ],
};
