/** The shape of a clause: what one file under clauses/ says. Form, text, monitor, forecast, tables and bots come from it. */
import type { Demands, Fact, ForecastEffect, ObjectId, Verdict, Words } from '../vocabulary/index.ts';

/** What a clause is set to. */
export type ClauseValue = string | number;

/**
 * What a seat could do, as far as a clause need know before it is done. A strike breaks something up at a height between
 * `fromKm` and `toKm`.
 */
export type Deed = { readonly kind: 'strike'; readonly fromKm: number; readonly toKm: number };

/** One norm clause. `V`: what it can be set to. */
export type ClauseRule<V extends ClauseValue> = {
  readonly framing: 'security' | 'sustainability';
  /** every value it can take, from loosest to strictest; a scenario offers some of them */
  readonly values: readonly V[];
  /** what the values count; null where they are words */
  readonly unit: 'km' | 'years' | 'days' | null;
  /** the treaty sentence for a value; two values never give one sentence */
  readonly sentence: (value: V) => Words;
  /** of two values that bind one seat, the one that both are kept by */
  readonly stricter: (a: V, b: V) => V;
  /** what orders of a bound seat must reckon with */
  readonly demands: (value: V) => Demands;
  /** whether a bound seat may not do this, wherever in its range it comes to lie */
  readonly forbids: (value: V, deed: Deed) => boolean;
  /** verdict on one fact of a party, or null where the clause has nothing to say about it */
  readonly duty: (value: V, fact: Fact, register: { readonly registered: (id: ObjectId) => boolean }) => Verdict | null;
  readonly proof: {
    /** which of these can happen, and if not, why not is said in the file */
    readonly canBe: {
      readonly provedBreach: boolean;
      readonly unprovableBreach: boolean;
      readonly wrongAccusation: boolean;
    };
    /** confidence from which a finding is made on published evidence; 0: provable by record */
    readonly standard: number;
  };
  /** what it does to the years ahead */
  readonly forecast: (value: V) => ForecastEffect;
  readonly sources: readonly string[];
};
