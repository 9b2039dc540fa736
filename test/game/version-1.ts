/** A state as First test version 1 stored it: estimates by seat, no lots, the numbers of its rule in the scenario. */
import type { State } from '../../shared/game/state.ts';

/** What every seat had read then. */
export const ESTIMATES = {
  causes: { explosion: 0.6, impact: 0.22, intercept: 0.18 },
  attribution: { US: 0.06, RU: 0.06, IN: 0.66 },
} as const;

/** The same game, as it would have been stored; a finding stands on its incident. */
export function asVersion1({ lots: _, ...state }: State): object {
  const { evidence: _table, sensors, strike, incidents, injects, ...scenario } = state.scenario;
  const { clearedStanding: _cleared, ...costs } = incidents;
  const old = state.incidents.map(({ moved: _moved, ...incident }) => incident);
  return {
    ...state,
    scenario: {
      ...scenario,
      version: 1,
      sensors: sensors.map((row) => ({ ...row, explosionConfidence: 0.4 + row.level / 10 })),
      pooledConfidence: 0.85,
      strike: { ...strike, bandsFromKm: undefined, flyByDetection: 0.3, flyByPerLevel: 0.15 },
      incidents: costs,
      injects: injects.map((inject) => {
        if (inject.effect.kind !== 'breakup') return inject;
        const { truth: _truth, ...effect } = inject.effect;
        return { ...inject, effect };
      }),
    },
    incidents: old.map((incident) => ({ ...incident, settled: 'explosion' })),
    evidence: state.evidence.map(({ id, incident, holder, turn, published, sharedWith }) => ({
      ...{ id, incident, holder, turn, published, sharedWith },
      ...ESTIMATES,
      confidence: 0.6,
    })),
    findings: old.map(({ id, turn, owner }) => ({
      ...{ id: `f.${id}`, turn, incident: id, clause: null, party: owner },
      ...{ verdict: 'arguable', confidence: 0.85, cause: 'explosion', basis: [] },
    })),
  };
}
