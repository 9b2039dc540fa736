/**
 * Conduct assumed for years nobody plays: who tests how often, how long dead satellites stay, what is launched. The same
 * assumptions serve the forecast of a text and the epilogue, and are shown beside both. All are estimates for this exercise.
 */
import { articlesOf, effectOf } from '../../clauses/articles.ts';
import type { Package } from '../../clauses/text.ts';
import type { Plan, ShellState, Strike } from '../../orbits/decades/shells.ts';
import { SHELL_COUNT } from '../../orbits/table/altitudes.ts';
import type { Scenario } from '../../scenarios/schema.ts';
import type { ForecastEffect, SeatId } from '../../vocabulary/index.ts';

/** A seat that can test, with the altitude and mass of what it would test on. */
export type Striker = { readonly seat: SeatId; readonly altitudeKm: number; readonly massKg: number };

/** Working life of a satellite, years (est.): with replacement it keeps the fleets as large as they are. */
const MISSION_YEARS = 7;
/**
 * Years from an end of mission to leaving, and the share that succeeds, without a rule (est.): states keep IADC's 25 years
 * loosely; an operator is held to five years by its licence (rule of the US regulator of 29 September 2022).
 */
const WITHOUT_RULE = { state: { withinYears: 25, success: 0.6 }, operator: { withinYears: 5, success: 0.95 } };
/** Success of disposal under a rule in force (est.; ESA 2025 reports about 80-90 % for rocket bodies). */
const SUCCESS_UNDER_RULE = 0.9;
const SOLAR_PERIOD_YEARS = 11;

/**
 * Solar flux F10.7 (sfu) in a month since the scenario's start: the scenario's yearly values while the game is played, then
 * F = low + (high - low) sin^2(pi t / 11), t years since the minimum.
 */
export function sunAt(scenario: Scenario, month: number): number {
  const { f107, solarCycle } = scenario.sky;
  const played = f107[Math.floor(month / 12)];
  if (played !== undefined && month < scenario.turns * scenario.monthsPerTurn) return played;
  const years = solarCycle.yearsSinceMinimum + month / 12;
  return solarCycle.low + (solarCycle.high - solarCycle.low) * Math.sin((Math.PI * years) / SOLAR_PERIOD_YEARS) ** 2;
}

/** What the clauses of a text change in the years ahead, all together. */
function effectsOf(text: Package | null): ForecastEffect {
  const known = text && effects.get(text);
  if (!text || known) return known ?? {};
  const together: ForecastEffect = Object.assign({}, ...articlesOf(text).map(effectOf));
  effects.set(text, together);
  return together;
}
/** By text: the scores of a hundred thousand packages ask for those of a few. */
const effects = new WeakMap<Package, ForecastEffect>();

/** Tests a year by one seat: unbound, or bound by a clause whose keeping can be proved better where data are pooled. */
export function testsPerYear(scenario: Scenario, striker: Striker, bound: Package | null): number {
  const { unboundTestYears, boundWithPoolYears, boundWithoutPoolYears } = scenario.epilogue;
  const { noTestsAboveKm, dataPooled } = effectsOf(bound);
  if (bound === null || noTestsAboveKm === undefined || striker.altitudeKm <= noTestsAboveKm)
    return 1 / unboundTestYears;
  return 1 / (dataPooled ? boundWithPoolYears : boundWithoutPoolYears);
}

/**
 * Share of the epilogue for which a seat that has shown a missile is expected to stay ahead: until another one tests.
 *
 *   (1 - exp(-R Y)) / (R Y), R: tests a year of all other capable seats under the text in force, Y: years of the epilogue
 *
 * the mean time to the first event of a Poisson process, cut at Y, over Y.
 */
export function aheadShare(scenario: Scenario, seat: SeatId, text: Package | null, parties: readonly SeatId[]): number {
  let expected = 0;
  for (const { id, targets } of scenario.seats)
    if (id !== seat && targets) {
      const other = { seat: id, altitudeKm: targets.highAltitudeKm, massKg: targets.highMassKg };
      expected += scenario.epilogueYears * testsPerYear(scenario, other, parties.includes(id) ? text : null);
    }
  return expected > 0 ? (1 - Math.exp(-expected)) / expected : 1;
}

/** Disposal of all fleets together: each seat's own habit, or the rule that binds it, by its share of working satellites. */
function disposalOf(
  scenario: Scenario,
  text: Package | null,
  parties: readonly SeatId[],
  shares: Readonly<Record<SeatId, number>>,
): NonNullable<Plan['disposal']> {
  const { postMissionYears: ruleYears } = effectsOf(text);
  let withinYears = 0;
  let success = 0;
  let all = 0;
  for (const spec of scenario.seats) {
    const habit = spec.kind === 'operator' ? WITHOUT_RULE.operator : WITHOUT_RULE.state;
    const rule = parties.includes(spec.id) ? ruleYears : undefined;
    const share = shares[spec.id] ?? 0;
    withinYears += share * (rule === undefined ? habit.withinYears : Math.min(rule, habit.withinYears));
    success += share * (rule === undefined ? habit.success : Math.max(SUCCESS_UNDER_RULE, habit.success));
    all += share;
  }
  return all > 0 ? { withinYears: withinYears / all, success: success / all } : WITHOUT_RULE.state;
}

/**
 * The plan of `years` years from a month since the scenario's start.
 * @param shares working satellites by seat, on any scale
 */
export function planOf(
  scenario: Scenario,
  shells: ShellState,
  strikers: readonly Striker[],
  text: Package | null,
  parties: readonly SeatId[],
  shares: Readonly<Record<SeatId, number>>,
  fromMonth: number,
  years: number,
): Plan {
  const live = shells.counts.subarray(0, SHELL_COUNT);
  const strikes: Strike[] = strikers.map((s) => ({
    id: s.seat,
    altitudeKm: s.altitudeKm,
    massKg: s.massKg,
    probabilityPerYear: testsPerYear(scenario, s, parties.includes(s.seat) ? text : null),
    fromYear: 0,
    untilYear: years,
  }));
  return {
    years,
    stepMonths: 6,
    f107: (month) => sunAt(scenario, fromMonth + month),
    launchesPerYear: Float64Array.from(live, (n) => n / MISSION_YEARS),
    missionYears: MISSION_YEARS,
    disposal: disposalOf(scenario, text, parties, shares),
    strikes,
  };
}
