/** Every order type by its kind. A new order is a file, a line here, and words. */
import type { Order } from '../vocabulary/index.ts';
import { dispose } from './dispose.ts';
import { fund } from './fund.ts';
import { launch } from './launch.ts';
import { manoeuvre } from './manoeuvre.ts';
import type { OrderRule } from './order.ts';
import { shareData } from './share-data.ts';
import { strike } from './strike.ts';

type One = Pick<OrderRule, 'kind'>;
type ByKind<R extends One> = { readonly [Rule in R as Rule['kind']]: Rule };
const byKind = <R extends One[]>(...rules: R): ByKind<R[number]> =>
  Object.fromEntries(rules.map((rule) => [rule.kind, rule])) as ByKind<R[number]>;

/** In the order in which kinds act within one phase of a month. */
const all = byKind(fund, shareData, launch, manoeuvre, strike, dispose);

type Given<R> = R extends OrderRule<infer O extends Order> ? O : never;
/** An order of any type that there is. */
export type AnyOrder = Given<(typeof all)[keyof typeof all]>;
export type OrderKind = AnyOrder['kind'];

/** Rules seen from outside: each only ever gets orders that its own `parse` has read. */
export const orders = all as unknown as Readonly<Record<string, OrderRule>>;
export const ORDER_KINDS = Object.keys(all) as OrderKind[];
