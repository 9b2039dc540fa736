/**
 * Facts: what truly happened. Hidden truth until the debrief, but for what `knowing.ts` lets a viewer see. Every kind by its
 * name; a new kind is a file and a line here.
 */
import type { IncidentId, ObjectId, SeatId } from '../ids.ts';
import type { Words } from '../words.ts';
import { breakup } from './breakup.ts';
import { collision } from './collision.ts';
import { crewShelter } from './crew-shelter.ts';
import { dataSharing } from './data-sharing.ts';
import { destructiveIntercept } from './destructive-intercept.ts';
import { disposal } from './disposal.ts';
import type { Counts, FactHead, FactRule, Trace, Truth } from './fact.ts';
import { interceptTest } from './intercept-test.ts';
import { launch } from './launch.ts';
import { manoeuvre } from './manoeuvre.ts';
import { notification } from './notification.ts';
import { payment } from './payment.ts';
import { reentries } from './reentries.ts';
import { registration } from './registration.ts';
import { removal } from './removal.ts';
import { rocketBodyLeft } from './rocket-body-left.ts';

export { isShelter } from './crew-shelter.ts';
export { dataGiven } from './data-sharing.ts';
export { cloudOf, interceptRead, isIntercept } from './destructive-intercept.ts';
export { BREAKUP_CAUSES, type BreakupCause, STRIKE_BANDS, type StrikeBand, type Trace, type Truth } from './fact.ts';
export { paidToFundK } from './payment.ts';

type One = { readonly kind: string };
type ByKind<R extends One> = { readonly [Rule in R as Rule['kind']]: Rule };
const byKind = <R extends One[]>(...rules: R): ByKind<R[number]> =>
  Object.fromEntries(rules.map((rule) => [rule.kind, rule])) as ByKind<R[number]>;

const facts = byKind(
  launch,
  rocketBodyLeft,
  registration,
  notification,
  manoeuvre,
  disposal,
  interceptTest,
  destructiveIntercept,
  breakup,
  collision,
  reentries,
  dataSharing,
  payment,
  removal,
  crewShelter,
);

type Given<R> = R extends FactRule<infer F> ? F : never;
/** A fact of any kind that there is. */
export type Fact = Given<(typeof facts)[keyof typeof facts]>;
export type FactKind = Fact['kind'];
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>;

/** The rule of a fact, which only ever gets facts of its own kind. */
const ruleOf = (fact: Fact): FactRule<FactHead> => facts[fact.kind] as FactRule<FactHead>;

/** Whether a fact is part of the story that debrief and report tell. */
export const isTold = (fact: Fact): boolean => ruleOf(fact).told !== undefined;

/** What the sentence of a fact says beside its own fields. */
export const toldOf = (fact: Fact, nameOf: (seat: SeatId | null) => Words): Words['params'] =>
  ruleOf(fact).told?.params?.(fact, nameOf);

/** What others may notice of a fact. */
export const tracesOf = (fact: Fact): readonly Trace[] => ruleOf(fact).traces?.(fact) ?? [];

/** Whether a fact's actor said by it, beforehand, what else its order would do. */
export const announces = (fact: Fact): boolean => ruleOf(fact).announces?.(fact) ?? false;

/** Whether a fact is judged as it happened, and not as all may know of it. */
export const isOnRecord = (fact: Fact): boolean => ruleOf(fact).judgedAsRead !== true;

/** What a fact adds to the counts of its turn. */
export const countsOf = (fact: Fact): Counts => ruleOf(fact).counts?.(fact) ?? {};

/** Whether a fact makes its actor's acts harder to attribute. */
export const hides = (fact: Fact): boolean => ruleOf(fact).hides?.(fact) ?? false;

/** Points of approval at home that a fact brings its actor. */
export const approvalOf = (fact: Fact): number => ruleOf(fact).approval?.(fact) ?? 0;

/** Whether an object is gone or broken by a fact. */
export const takesAway = (fact: Fact, object: ObjectId): boolean => ruleOf(fact).takesAway?.(fact, object) ?? false;

/** What an incident was by a fact, and whose doing; null where the fact does not say. */
export const truthIn = (fact: Fact, incident: IncidentId): Truth | null => ruleOf(fact).truth?.(fact, incident) ?? null;

/** What an incident truly was; null where no fact says. */
export function truthOf(all: readonly Fact[], incident: IncidentId): Truth | null {
  for (const fact of all) {
    const truth = truthIn(fact, incident);
    if (truth) return truth;
  }
  return null;
}
