/** The registry of panels: who sees which, in what order, with what mark. A new panel is a file and a line here. */
import type { ComponentType } from 'preact';
import type { View } from '../../shared/game/view-shape.ts';
import { type Model, seatOf, unread } from '../model.ts';
import { Brief } from './brief.tsx';
import { DeskInjects, DeskRoom, DeskSeats, silentSeats } from './desk.tsx';
import { callingSeats, DeskHelp } from './help.tsx';
import type { IconName } from './icons.tsx';
import { Incidents } from './incidents.tsx';
import { Mandate } from './mandate.tsx';
import { Money } from './money.tsx';
import { NewsPanel } from './news.tsx';
import { Now, todosOf } from './now.tsx';
import { Offers } from './offers.tsx';
import { Orders } from './orders.tsx';
import { Paper } from './paper.tsx';
import { Talk } from './talk.tsx';

export type PanelEntry = {
  readonly id: IconName;
  readonly Panel: ComponentType;
  readonly when: (view: View) => boolean;
  /** how many things wait there */
  readonly count?: (model: Model, view: View) => number;
};

const forSeat = (view: View): boolean => view.own !== null;
const forDesk = (view: View): boolean => view.desk !== null;
const forAll = (): boolean => true;

/** The first four of those shown stand in the bottom bar of a small screen. */
export const PANELS: readonly PanelEntry[] = [
  { id: 'room', Panel: DeskRoom, when: forDesk },
  { id: 'seats', Panel: DeskSeats, when: forDesk, count: (model, view) => silentSeats(view, model.now.value).length },
  { id: 'help', Panel: DeskHelp, when: forDesk, count: (_, view) => callingSeats(view).length },
  { id: 'injects', Panel: DeskInjects, when: forDesk },
  {
    id: 'now',
    Panel: Now,
    when: forSeat,
    count: (model, view) => todosOf(model, view).filter((todo) => todo.urgent).length,
  },
  {
    id: 'talk',
    Panel: Talk,
    when: forAll,
    count: (model, view) =>
      ['plenary', 'facilitator', ...view.seats.map((s) => s.id)]
        .filter((channel) => channel !== seatOf(view))
        .reduce((sum, channel) => sum + unread(model, channel), 0),
  },
  { id: 'paper', Panel: Paper, when: forAll },
  { id: 'orders', Panel: Orders, when: forSeat },
  { id: 'brief', Panel: Brief, when: forSeat },
  {
    id: 'offers',
    Panel: Offers,
    when: (view) => view.own !== null || view.desk !== null,
    count: (_, view) => view.offers.filter((o) => o.status === 'open' && o.to === seatOf(view)).length,
  },
  { id: 'evidence', Panel: Incidents, when: forAll },
  { id: 'mandate', Panel: Mandate, when: forSeat },
  { id: 'money', Panel: Money, when: forSeat },
  { id: 'news', Panel: NewsPanel, when: forAll },
];
