/** Facts, promises and other worlds in words, for whoever tells them: panels, reports. */
import { type Fact, type OrderId, type SeatId, toldOf, type Words, words } from '../../vocabulary/index.ts';
import type { Counterfactual } from '../other-worlds/counterfactual-shape.ts';
import type { View } from './view-shape.ts';

const nameOf = (view: View, id: SeatId | null): Words =>
  view.seats.find((seat) => seat.id === id)?.name ?? words('ui.fact.nobody');

/** One fact that is told, as a sentence. */
export function factWords(view: View, fact: Fact): Words {
  const own: Record<string, string | number | Words> = {};
  for (const [name, value] of Object.entries(fact))
    if (typeof value === 'number' || typeof value === 'string') own[name] = value;
    else if (typeof value === 'boolean') own[name] = value ? 'yes' : 'no';
    else if (Array.isArray(value)) own[name] = value.length;
  if ('altitudeKm' in fact) own.altitudeKm = Math.round(fact.altitudeKm);
  return words(`ui.fact.${fact.kind}`, {
    ...own,
    ...toldOf(fact, (id) => nameOf(view, id)),
    who: nameOf(view, fact.actor),
  });
}

/** An order with its turn and its seat; by its kind alone while the step that opens orders is shut. */
export const orderWords = (view: View, { id, turn, seat, kind }: Told): Words =>
  words('ui.world.order.line', {
    turn,
    seat: nameOf(view, seat),
    order: view.debrief.orders?.find((o) => o.id === id)?.summary ?? words(`order.${kind}`),
  });
type Told = { readonly id: OrderId; readonly turn: number; readonly seat: SeatId; readonly kind: string };

/** What another world does otherwise, and the points of that: of the act, in the world that has it, whichever of the two that is. */
export function worldWords(
  view: View,
  { change, seat, act, fromTurn, ownGain, costToOthers }: Counterfactual,
): { readonly title: Words; readonly points: readonly (readonly [of: Words, points: Words])[] } {
  const points = (n: number): Words => words('ui.world.points', { n });
  return {
    title:
      change.kind === 'with-signature'
        ? words('ui.world.with', {
            seat: nameOf(view, seat),
            n: view.instruments.find((i) => i.id === change.instrument)?.number ?? change.instrument,
          })
        : words('ui.world.without', {
            order: orderWords(view, { id: change.order, turn: fromTurn, seat, kind: act }),
          }),
    points: [
      [words('ui.world.own-gain', { seat: nameOf(view, seat) }), points(ownGain)],
      [words('ui.world.cost'), points(-costToOthers)],
    ],
  };
}
