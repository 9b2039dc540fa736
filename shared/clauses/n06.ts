/**
 * N06: leave low orbit within some years after the mission. In play it meets launches: a spent stage is at the end of its
 * mission on the day it is left.
 */
import { lifetimeYears } from '../orbits/motion/decay.ts';
import { words } from '../vocabulary/index.ts';
import type { ClauseRule } from './clause.ts';

/** Mean F10.7 of solar cycles 23 to 25, sfu. */
const MEAN_F107 = 120;
/** A spent stage: 14 m2 of mean cross-section on 2,000 kg, m2/kg. */
const STAGE_AREA_TO_MASS = 0.0075;
/** Apogee of a stage whose perigee alone was lowered, km: the highest orbit that batches are flown to. */
const DELIVERY_APOGEE_KM = 1200;
const POLAR_RAD = Math.PI / 2;

/** Years that a stage stays up, by the perigee it was left at. */
const yearsUp = (perigeeKm: number, limitYears: number): number =>
  lifetimeYears(
    perigeeKm,
    Math.max(perigeeKm, DELIVERY_APOGEE_KM),
    POLAR_RAD,
    STAGE_AREA_TO_MASS,
    () => MEAN_F107,
    limitYears + 1,
  );

export const n06: ClauseRule<5 | 10> = {
  framing: 'sustainability',
  values: [10, 5],
  unit: 'years',
  sentence: (value) => words('clause.N06', { years: value }),
  stricter: (a, b) => (a < b ? a : b),
  demands: (value) => ({ stageDownWithinYears: value }),
  forbids: () => false,
  duty(value, fact) {
    if (fact.kind === 'rocket-body-left') return yearsUp(fact.altitudeKm, value) <= value ? 'compliant' : 'breach';
    // An attempt that failed is best effort: talks, not a finding of breach.
    if (fact.kind === 'disposal') return fact.failed.length > 0 ? 'arguable' : 'compliant';
    return null;
  },
  // Everybody sees what stays up: nothing to hide, nothing to accuse wrongly.
  proof: { canBe: { provedBreach: true, unprovableBreach: false, wrongAccusation: false }, standard: 0 },
  forecast: (value) => ({ postMissionYears: value }),
  sources: [
    'FCC 22-74 (29 September 2022): five years',
    'IADC Space Debris Mitigation Guidelines, text of 16 January 2025, 5.3.2: 25 years',
  ],
};
