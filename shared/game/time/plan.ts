/** The plan of a session: what comes when, what is left to come, and the time that is kept for the debrief. */
import type { Scenario } from '../../scenarios/schema.ts';
import type { PhaseName } from '../../vocabulary/index.ts';
import type { State } from '../state.ts';
import type { Clock } from './clock.ts';

/** One line of the plan: seconds from the beginning of the session. `turn`: of play. `steps`: of the debrief, opened then. */
export type PlanRow = {
  readonly id: string;
  readonly turn: number | null;
  readonly fromS: number;
  readonly toS: number;
  readonly steps: readonly string[];
};

/** The phases of a turn, in order. */
export const TURN: readonly PhaseName[] = ['briefing', 'negotiation', 'seal', 'resolution'];
/** Share of its time that each phase keeps when the hour runs short, so that later ones are not lost. */
const SHORT = 0.5;
/** Share that a phase keeps even when the debrief is due already. */
const SHORTEST = 0.1;

/** Seconds a phase lasts, or null where it has no deadline. */
export function phaseSeconds(scenario: Scenario, phase: PhaseName, turn: number): number | null {
  const { seconds, turns } = scenario;
  if (phase === 'negotiation' && turn === turns && turn > 1) return seconds.lastNegotiation ?? seconds.negotiation;
  if (phase === 'lobby' || phase === 'debrief' || phase === 'closed') return null;
  return seconds[phase];
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const turnSeconds = (scenario: Scenario, turn: number): number =>
  sum(TURN.map((phase) => phaseSeconds(scenario, phase, turn) ?? 0));

/** Seconds from the beginning of the session to the beginning of play. */
export const playFromS = (scenario: Scenario): number => sum(scenario.session.before.map((step) => step.seconds));

/** Every step of the session, with so many turns. The debrief keeps its place: turns left out leave time in hand. */
export function sessionPlan(scenario: Scenario, lastTurn: number): PlanRow[] {
  const rows: PlanRow[] = [];
  let at = 0;
  const add = (id: string, seconds: number, turn: number | null = null, steps: readonly string[] = []): void => {
    rows.push({ id, turn, fromS: at, toS: at + seconds, steps });
    at += seconds;
  };
  for (const step of scenario.session.before) add(step.id, step.seconds);
  for (let turn = 1; turn <= lastTurn; turn++) add(`turn.${turn}`, turnSeconds(scenario, turn), turn);
  add('epilogue', scenario.seconds.epilogue);
  at = playFromS(scenario) + scenario.seconds.playMax;
  for (const step of scenario.session.after) add(step.id, step.seconds, null, step.steps);
  return rows;
}

/** Seconds of play planned after the phase a game is in. */
export function playLeftS(scenario: Scenario, { phase, turn, lastTurn, toDebrief }: Clock): number {
  if (phase === 'epilogue' || phase === 'debrief' || phase === 'closed') return 0;
  const now = TURN.indexOf(phase);
  const thisTurn = sum(TURN.slice(now + 1).map((later) => phaseSeconds(scenario, later, turn) ?? 0));
  const later = sum(Array.from({ length: lastTurn - turn }, (_, i) => turnSeconds(scenario, turn + 1 + i)));
  return (turn === 0 ? 0 : thisTurn) + later + (toDebrief ? 0 : scenario.seconds.epilogue);
}

/** The instant at which the debrief is due; null before the session has begun. */
export const debriefDueAt = ({ scenario, clock }: State): number | null =>
  clock.sessionStartedAt === null
    ? null
    : clock.sessionStartedAt + (playFromS(scenario) + scenario.seconds.playMax) * 1000;

/**
 * The latest instant at which the phase of a game may end, so that what follows keeps at least half its time before the debrief;
 * null where nothing limits it: no session, or the facilitator lets play run over.
 */
export function latestEnd(state: State): number | null {
  const due = debriefDueAt(state);
  return due === null || state.clock.overrun ? null : due - SHORT * playLeftS(state.scenario, state.clock) * 1000;
}

/** Whether one person plays alone, without a clock. */
export const isOwnTempo = ({ solo }: State): boolean => solo?.tempo === 'own';

/** Milliseconds that the phase a game has just entered lasts: in full, or as much of it as the debrief's time leaves. */
export function phaseMs(state: State, at: number): number | null {
  const seconds = phaseSeconds(state.scenario, state.clock.phase, state.clock.turn);
  if (seconds === null || isOwnTempo(state)) return null;
  const latest = latestEnd(state);
  const full = seconds * 1000;
  return latest === null ? full : Math.min(full, Math.max(SHORTEST * full, latest - at));
}

/**
 * The last turn for which there is time. Each turn to come may be begun a little late; beyond that turns are left out from the
 * end. `state` has just entered a phase of a turn.
 */
export function lastTurnInTime(state: State, at: number): number {
  const { scenario, clock } = state;
  const due = debriefDueAt(state);
  if (due === null || clock.overrun) return clock.lastTurn;
  const thisPhase = phaseSeconds(scenario, clock.phase, clock.turn) ?? 0;
  const isLate = (lastTurn: number): boolean => {
    const lateS = (at - due) / 1000 + thisPhase + playLeftS(scenario, { ...clock, lastTurn });
    return lateS > scenario.seconds.lateMax * (lastTurn - clock.turn);
  };
  let { lastTurn } = clock;
  while (lastTurn > clock.turn && isLate(lastTurn)) lastTurn--;
  return lastTurn;
}
