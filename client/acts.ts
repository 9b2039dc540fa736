/** What delegations do that everybody sees, told from two views of the same viewer. Pure: no DOM, so Node tests it. */
import type { Dial, DialValue } from '../shared/clauses/text.ts';
import type { Incident } from '../shared/game/incident.ts';
import type { InstrumentView, View } from '../shared/game/view/view-shape.ts';
import type { BreakupCause, Condition, SeatId } from '../shared/vocabulary/index.ts';

/** `id`: the same act always has the same; `turn`: in which it was done, as far as the view tells. */
export type PublicAct = { readonly id: string; readonly seat: SeatId; readonly turn: number } & (
  | { readonly kind: 'tabled' | 'withdrawn' | 'objected' | 'notice' | 'unsigned'; readonly text: number }
  | { readonly kind: 'pledged'; readonly text: number; readonly condition: Condition }
  | { readonly kind: 'blocked'; readonly text: number; readonly dial: Dial; readonly value: DialValue }
  | { readonly kind: 'changed'; readonly text: number; readonly dial: Dial; readonly value: DialValue }
  | { readonly kind: 'accused'; readonly of: SeatId; readonly cause: BreakupCause }
  | { readonly kind: 'admit' | 'deny' | 'consult' }
  | { readonly kind: 'published' }
);

/** What an act of a delegation needs of each text, before and after. */
function actsOnText(turn: number, before: InstrumentView | undefined, text: InstrumentView): PublicAct[] {
  const of = (seat: SeatId, kind: string, more = '') => ({ id: `${text.id}.${kind}.${seat}.${more}`, seat, turn });
  const acts: PublicAct[] = [];
  const { number } = text;
  if (!before) acts.push({ ...of(text.tabledBy, 'tabled'), kind: 'tabled', text: number, turn: text.tabledTurn });
  if (before)
    for (const dial of Object.keys(text.values) as Dial[]) {
      const value = text.values[dial] ?? null;
      if (before.values[dial] !== value && text.status !== 'replaced')
        acts.push({
          ...of(text.values.lead, 'changed', `${dial}.${value}`),
          kind: 'changed',
          text: number,
          dial,
          value,
        });
    }
  const signed = new Set(text.signatures.map((s) => s.seat));
  for (const [seat, condition] of Object.entries(text.pledges))
    if (condition && JSON.stringify(before?.pledges[seat]) !== JSON.stringify(condition) && !signed.has(seat))
      acts.push({
        ...of(seat, 'pledged', JSON.stringify(condition)),
        kind: 'pledged',
        text: number,
        condition,
      });
  for (const [seat, block] of Object.entries(text.blocks))
    if (block && JSON.stringify(before?.blocks[seat]) !== JSON.stringify(block))
      acts.push({
        ...of(seat, 'blocked', `${block.dial}.${block.value}`),
        kind: 'blocked',
        text: number,
        ...block,
      });
  for (const seat of text.objections)
    if (!before?.objections.includes(seat)) acts.push({ ...of(seat, 'objected'), kind: 'objected', text: number });
  for (const seat of Object.keys(text.notices))
    if (!before || !(seat in before.notices)) acts.push({ ...of(seat, 'notice'), kind: 'notice', text: number });
  if (before && text.status === 'tabled')
    for (const seat of Object.keys(before.pledges))
      if (!(seat in text.pledges) && !signed.has(seat) && !(seat in text.blocks))
        acts.push({ ...of(seat, 'unsigned', String(before.pledges[seat]?.kind)), kind: 'unsigned', text: number });
  if (before && before.status !== 'withdrawn' && text.status === 'withdrawn')
    acts.push({ ...of(text.tabledBy, 'withdrawn'), kind: 'withdrawn', text: number });
  return acts;
}

const actsOnIncident = (before: Incident | undefined, incident: Incident): PublicAct[] =>
  incident.statements.slice(before?.statements.length ?? 0).map((s, i) => {
    const id = `${incident.id}.${(before?.statements.length ?? 0) + i}`;
    return s.kind === 'accuse'
      ? { id, seat: s.seat, turn: s.turn, kind: 'accused', of: s.of, cause: s.cause }
      : { id, seat: s.seat, turn: s.turn, kind: s.kind };
  });

/** Acts that `after` has and `before` has not, in an order in which they can have been done. Null: all that still stand. */
export function actsBetween(before: View | null, after: View): readonly PublicAct[] {
  const { turn } = after.clock;
  const published = new Set(before?.publishedEvidence.map((e) => e.id));
  return [
    ...after.publishedEvidence
      .filter((e) => !published.has(e.id) && e.publishedAt !== undefined)
      .map((e): PublicAct => ({ id: e.id, seat: e.holder, turn: e.turn, kind: 'published' })),
    ...after.incidents.flatMap((incident) =>
      actsOnIncident(
        before?.incidents.find(({ id }) => id === incident.id),
        incident,
      ),
    ),
    ...after.instruments.flatMap((text) =>
      actsOnText(
        turn,
        before?.instruments.find(({ id }) => id === text.id),
        text,
      ),
    ),
  ];
}

/** Whom an act is aimed at, where it is at one delegation. */
export function aimOf(act: PublicAct): SeatId | null {
  if (act.kind === 'accused') return act.of;
  return act.kind === 'pledged' && act.condition.kind === 'with' && act.condition.seats.length === 1
    ? act.condition.seats[0]!
    : null;
}
