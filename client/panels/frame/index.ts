/** The registry of panels: who sees which, in what order, with what mark. A new panel is a file and a line here. */
import type { ComponentType } from 'preact';
import type { View } from '../../../shared/game/view/view-shape.ts';
import { type Model, seatOf, unread } from '../../model.ts';
import { callingSeats, silentSeats } from '../desk/waiting.ts';
import { Now, todosOf } from '../seat/now.tsx';
import type { IconName } from './icons.tsx';
import { lazy, type Part } from './lazy.tsx';

export type PanelEntry = {
  readonly id: IconName;
  readonly Panel: ComponentType | Part;
  readonly when: (view: View) => boolean;
  /** how many things wait there */
  readonly count?: (model: Model, view: View) => number;
};

const forSeat = (view: View): boolean => view.own !== null;
const forDesk = (view: View): boolean => view.desk !== null;
const forAll = (): boolean => true;

/** The first four of those shown stand in the bottom bar of a small screen. */
export const PANELS: readonly PanelEntry[] = [
  { id: 'room', Panel: lazy(() => import('../desk/desk.tsx').then((part) => part.DeskRoom)), when: forDesk },
  {
    id: 'seats',
    Panel: lazy(() => import('../desk/desk-seats.tsx').then((part) => part.DeskSeats)),
    when: forDesk,
    count: (model, view) => silentSeats(view, model.now.value).length,
  },
  {
    id: 'help',
    Panel: lazy(() => import('../desk/help.tsx').then((part) => part.DeskHelp)),
    when: forDesk,
    count: (_, view) => callingSeats(view).length,
  },
  {
    id: 'injects',
    Panel: lazy(() => import('../desk/desk-injects.tsx').then((part) => part.DeskInjects)),
    when: forDesk,
  },
  {
    id: 'now',
    Panel: Now,
    when: forSeat,
    count: (model, view) => todosOf(model, view).filter((todo) => todo.urgent).length,
  },
  {
    id: 'talk',
    Panel: lazy(() => import('../talk/talk.tsx').then((part) => part.Talk)),
    when: forAll,
    count: (model, view) =>
      ['plenary', 'facilitator', ...view.seats.map((s) => s.id)]
        .filter((channel) => channel !== seatOf(view))
        .reduce((sum, channel) => sum + unread(model, channel), 0),
  },
  { id: 'paper', Panel: lazy(() => import('../texts/paper.tsx').then((part) => part.Paper)), when: forAll },
  { id: 'orders', Panel: lazy(() => import('../orders/orders.tsx').then((part) => part.Orders)), when: forSeat },
  {
    id: 'warnings',
    Panel: lazy(() => import('../sky/warnings.tsx').then((part) => part.Warnings)),
    when: forSeat,
  },
  { id: 'brief', Panel: lazy(() => import('../seat/brief.tsx').then((part) => part.Brief)), when: forSeat },
  {
    id: 'offers',
    Panel: lazy(() => import('../talk/offers.tsx').then((part) => part.Offers)),
    when: (view) => view.own !== null || view.desk !== null,
    count: (_, view) => view.offers.filter((o) => o.status === 'open' && o.to === seatOf(view)).length,
  },
  { id: 'evidence', Panel: lazy(() => import('../talk/incidents.tsx').then((part) => part.Incidents)), when: forAll },
  { id: 'mandate', Panel: lazy(() => import('../seat/mandate.tsx').then((part) => part.Mandate)), when: forSeat },
  { id: 'money', Panel: lazy(() => import('../seat/money.tsx').then((part) => part.Money)), when: forSeat },
  { id: 'news', Panel: lazy(() => import('./news.tsx').then((part) => part.NewsPanel)), when: forAll },
];
