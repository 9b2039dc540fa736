/** Tables of what the world made of what was done: facts, evidence, findings, years, results, money. */
import type { Evidence, Finding } from '../../shared/game/incident.ts';
import type { LedgerLine } from '../../shared/game/money.ts';
import type { GradeLine, Results, SeatResult } from '../../shared/game/score/results-shape.ts';
import type { TurnSummary } from '../../shared/game/turn/outcome.ts';
import { scenarioMessages } from '../../shared/scenarios/messages.ts';
import type { Fact } from '../../shared/vocabulary/index.ts';
import { column, type GameRecord, list, rest, table } from './table.ts';

type Graded = { readonly result: SeatResult; readonly line: GradeLine };
type OutlookYear = { readonly line: Results['epilogue'][number]; readonly year: number };

/** How many objects a fact is about, where it names them. */
const objectsOf = (fact: Fact): number | null =>
  'objects' in fact ? fact.objects.length : 'object' in fact ? 1 : null;

/** A seat as this game called it. */
const nameOf = ({ seat }: SeatResult, { state, language }: GameRecord): string | undefined =>
  scenarioMessages(state.scenario, state.names, language)[`seat.${seat}`];

export const outcomeTables = {
  turns: table<TurnSummary>(
    ({ state }) => state.turnsDone,
    [
      column('turn', (t) => t.turn),
      column('launched', (t) => t.launched, 'count'),
      column('reentered', (t) => t.reentered, 'count'),
      column('tracked', (t) => t.trackedPublic, 'count'),
      column('pieces', (t) => t.newPieces.up, 'count'),
      column('pieces_in_25_years', (t) => t.newPieces.in25Years, 'count'),
      column('sky_hash', (t) => t.skyHash),
    ],
  ),
  facts: table<Fact>(
    ({ state }) => state.facts,
    [
      column('fact', (f) => f.id),
      column('turn', (f) => f.turn),
      column('month', (f) => f.month, '0-12'),
      column('kind', (f) => f.kind),
      column('seat', (f) => f.actor),
      column('order', (f) => f.order),
      column('altitude', (f) => ('altitudeKm' in f ? f.altitudeKm : null), 'km'),
      column('objects', objectsOf, 'count'),
      column('tracked', (f) => ('tracked' in f ? f.tracked : null), 'count'),
      column('details', (f) => rest(f, 'id', 'turn', 'month', 'kind', 'actor', 'order', 'altitudeKm', 'tracked')),
    ],
  ),
  evidence: table<Evidence>(
    ({ state }) => state.evidence,
    [
      column('evidence', (e) => e.id),
      column('turn', (e) => e.turn),
      column('incident', (e) => e.incident),
      column('holder', (e) => e.holder),
      column('cause', (e) => e.cause.named),
      column('explosion', (e) => e.cause.belief.explosion ?? 0, 'probability'),
      column('impact', (e) => e.cause.belief.impact ?? 0, 'probability'),
      column('intercept', (e) => e.cause.belief.intercept ?? 0, 'probability'),
      column('attribution', (e) => JSON.stringify(e.who?.belief ?? {}), 'probability'),
      column('error', (e) => e.cause.error, 'probability'),
      column('bases', (e) => e.bases, 'count'),
      column('file', (e) => e.file),
      column('published', (e) => e.published),
      column('shared_with', (e) => list(e.sharedWith)),
    ],
  ),
  findings: table<Finding>(
    ({ state }) => state.findings,
    [
      column('finding', (f) => f.id),
      column('turn', (f) => f.turn),
      column('incident', (f) => f.incident),
      column('cause', (f) => f.cause),
      column('clause', (f) => f.clause),
      column('seat', (f) => f.party),
      column('verdict', (f) => (f.clause === null ? null : f.verdict)),
      column('confidence', (f) => f.confidence, 'probability'),
      column('basis', (f) => list(f.basis)),
    ],
  ),
  scores: table<SeatResult>(
    ({ state }) => state.results?.seats ?? [],
    [
      column('seat', (s) => s.seat),
      column('name', nameOf),
      column('own', (s) => s.own, '0-100'),
      column('no_deal', (s) => s.noDeal, '0-100'),
      column('gain', (s) => s.gain, 'points'),
      column('premium', (s) => s.premium, 'points'),
      column('breach', (s) => s.breach, 'points'),
      column('marks', (s) => list(s.marks)),
      column('standing', (s, { state }) => state.seats[s.seat]?.standing, '0-100'),
      column('approval', (s, { state }) => state.seats[s.seat]?.approval, '0-100'),
      column('money', (s, { state }) => state.seats[s.seat]?.creditsK, 'k$'),
      column('paid_to_fund', (s, { state }) => state.seats[s.seat]?.paidToFundK, 'k$'),
      column('batches', (s, { state }) => state.seats[s.seat]?.batches, 'count'),
      column('bot', (s, { state }) => state.seats[s.seat]?.bot),
    ],
  ),
  grades: table<Graded>(
    ({ state }) => (state.results?.seats ?? []).flatMap((result) => result.grades.map((line) => ({ result, line }))),
    [
      column('seat', ({ result }) => result.seat),
      column('objective', ({ line }) => line.objective),
      column('weight', ({ line }) => line.weight, 'points'),
      column('grade', ({ line }) => line.grade, '0-1'),
      column('points', ({ line }) => line.weight * line.grade, 'points'),
    ],
  ),
  outlook: table<OutlookYear>(
    ({ state }) => (state.results?.epilogue ?? []).flatMap((line) => line.p50.map((_, year) => ({ line, year }))),
    [
      column('line', ({ line }) => line.line),
      column('year', ({ year }) => year, '0-25'),
      column('passes_low', ({ line, year }) => line.p10[year], 'per satellite and year'),
      column('passes', ({ line, year }) => line.p50[year], 'per satellite and year'),
      column('passes_high', ({ line, year }) => line.p90[year], 'per satellite and year'),
      column('tracked', ({ line, year }) => line.tracked[year], 'count'),
    ],
  ),
  ledger: table<LedgerLine>(
    ({ state }) => state.ledger,
    [
      column('turn', (l) => l.turn),
      column('from', (l) => l.from),
      column('to', (l) => l.to),
      column('amount', (l) => l.amountK, 'k$'),
      column('cause', (l) => l.cause.replace('ledger.', '')),
    ],
  ),
} as const;
