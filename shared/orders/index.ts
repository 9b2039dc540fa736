/** Every order type by its kind. A new order is a file and a line here. */
import type { Order, OrderRule } from '../vocabulary/index.ts';
import { dispose } from './dispose.ts';
import { fund } from './fund.ts';
import { launch } from './launch.ts';
import { manoeuvre } from './manoeuvre.ts';
import { shareData } from './share-data.ts';
import { strike } from './strike.ts';

/** A rule seen from outside: it only ever gets orders that its own `parse` has read. */
const open = <O extends Order>(rule: OrderRule<O>): OrderRule => rule as unknown as OrderRule;

/** In the order in which kinds act within one step of a month. */
export const orders: Readonly<Record<string, OrderRule>> = {
  fund: open(fund),
  'share-data': open(shareData),
  launch: open(launch),
  manoeuvre: open(manoeuvre),
  strike: open(strike),
  dispose: open(dispose),
};
