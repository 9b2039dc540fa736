/** The public acts that the wall tells: the latest stays beside the table, the grave ones stand over everything for a moment. */
import { effect, signal } from '@preact/signals';
import { actsBetween, type PublicAct } from '../../acts.ts';
import type { Model } from '../../model.ts';

/** How long a grave act stands over everything, ms. */
export const GRAVE_MS = 4_000;
const GRAVE: ReadonlySet<PublicAct['kind']> = new Set([
  'accused',
  'admit',
  'blocked',
  'objected',
  'notice',
  'withdrawn',
]);

/** The latest public act; null: none this turn. */
export const lastAct = signal<PublicAct | null>(null);
/** Grave acts, each from when it stands over the wall: one after the other. */
export const graveActs = signal<readonly { readonly act: PublicAct; readonly from: number }[]>([]);

/** Tells acts as views come; returns what ends it. */
export function watchActs(model: Model): () => void {
  let before = model.view.peek();
  const turn = before?.clock.turn;
  lastAct.value = (before && actsBetween(null, before).findLast((act) => act.turn === turn)) ?? null;
  graveActs.value = [];
  return effect(() => {
    const view = model.view.value;
    if (!view || view === before) return;
    const acts = before ? actsBetween(before, view) : [];
    if (before?.clock.turn !== view.clock.turn) lastAct.value = null;
    before = view;
    const last = acts.at(-1);
    if (last) lastAct.value = last;
    const now = model.now.peek();
    const coming = graveActs.peek().filter(({ from }) => from + GRAVE_MS > now);
    for (const act of acts.filter(({ kind }) => GRAVE.has(kind)))
      coming.push({ act, from: Math.max(now, (coming.at(-1)?.from ?? 0) + GRAVE_MS) });
    if (acts.length > 0) graveActs.value = coming;
  });
}
