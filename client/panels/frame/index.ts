/** The registry of panels: who sees which, in what order, with what mark. A new panel is a file, a line here, and words (`panel.<id>`). */
import type { ComponentType } from 'preact';
import type { View } from '../../../shared/game/view/view-shape.ts';
import { type Model, seatOf, unread } from '../../model.ts';
import { callingSeats, silentSeats } from '../desk/waiting.ts';
import { Now, todosOf } from '../seat/now.tsx';
import type { IconName } from './icons.tsx';
import { lazy, type Part } from './lazy.tsx';

export type PanelEntry = {
  /** its words are `panel.<id>` */
  readonly id: string;
  readonly icon: IconName;
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
  {
    id: 'room',
    icon: 'room',
    Panel: lazy(() => import('../desk/desk.tsx').then((part) => part.DeskRoom)),
    when: forDesk,
  },
  {
    id: 'seats',
    icon: 'seats',
    Panel: lazy(() => import('../desk/desk-seats.tsx').then((part) => part.DeskSeats)),
    when: forDesk,
    count: (model, view) => silentSeats(view, model.now.value).length,
  },
  {
    id: 'help',
    icon: 'help',
    Panel: lazy(() => import('../desk/help.tsx').then((part) => part.DeskHelp)),
    when: forDesk,
    count: (_, view) => callingSeats(view).length,
  },
  {
    id: 'injects',
    icon: 'injects',
    Panel: lazy(() => import('../desk/desk-injects.tsx').then((part) => part.DeskInjects)),
    when: forDesk,
  },
  {
    id: 'now',
    icon: 'now',
    Panel: Now,
    when: forSeat,
    count: (model, view) => todosOf(model, view).filter((todo) => todo.urgent).length,
  },
  {
    id: 'talk',
    icon: 'talk',
    Panel: lazy(() => import('../talk/talk.tsx').then((part) => part.Talk)),
    when: forAll,
    count: (model, view) =>
      ['plenary', 'facilitator', ...view.seats.map((s) => s.id)]
        .filter((channel) => channel !== seatOf(view))
        .reduce((sum, channel) => sum + unread(model, channel), 0),
  },
  {
    id: 'paper',
    icon: 'paper',
    Panel: lazy(() => import('../texts/paper.tsx').then((part) => part.Paper)),
    when: forAll,
  },
  {
    id: 'orders',
    icon: 'orders',
    Panel: lazy(() => import('../orders/orders.tsx').then((part) => part.Orders)),
    when: forSeat,
  },
  {
    id: 'warnings',
    icon: 'warnings',
    Panel: lazy(() => import('../sky/warnings.tsx').then((part) => part.Warnings)),
    when: forSeat,
  },
  {
    id: 'brief',
    icon: 'brief',
    Panel: lazy(() => import('../seat/brief.tsx').then((part) => part.Brief)),
    when: forSeat,
  },
  {
    id: 'offers',
    icon: 'offers',
    Panel: lazy(() => import('../talk/offers.tsx').then((part) => part.Offers)),
    when: (view) => view.own !== null || view.desk !== null,
    count: (_, view) => view.offers.filter((o) => o.status === 'open' && o.to === seatOf(view)).length,
  },
  {
    id: 'evidence',
    icon: 'evidence',
    Panel: lazy(() => import('../talk/incidents.tsx').then((part) => part.Incidents)),
    when: forAll,
  },
  {
    id: 'mandate',
    icon: 'mandate',
    Panel: lazy(() => import('../seat/mandate.tsx').then((part) => part.Mandate)),
    when: forSeat,
  },
  {
    id: 'money',
    icon: 'money',
    Panel: lazy(() => import('../seat/money.tsx').then((part) => part.Money)),
    when: forSeat,
  },
  { id: 'news', icon: 'news', Panel: lazy(() => import('./news.tsx').then((part) => part.NewsPanel)), when: forAll },
];
