/** A missile that broke its target; `tracked`: pieces in the public catalogue. */
import { causalId } from '../../orbits/table/chance.ts';
import type { IncidentId, ObjectId } from '../ids.ts';
import type { FactHead, FactRule, StrikeBand } from './fact.ts';

type DestructiveIntercept = FactHead & {
  readonly kind: 'destructive-intercept';
  readonly band: StrikeBand;
  readonly altitudeKm: number;
  readonly target: ObjectId;
  readonly incident: IncidentId;
  readonly tracked: number;
};

export const destructiveIntercept: FactRule<DestructiveIntercept> = {
  kind: 'destructive-intercept',
  told: {},
  traces: ({ incident, target, altitudeKm, tracked }) => [
    {
      as: 'pieces',
      incident,
      object: target,
      altitudeKm,
      tracked,
      cause: 'intercept',
      symptoms: { seen: 'strike', missed: 'break-up' },
      news: { known: 'news.strike', unknown: 'news.strike-unknown', missed: 'news.explosion' },
    },
  ],
  judgedAsRead: true,
  takesAway: ({ target }, object) => target === object,
  truth: (fact, incident) => (fact.incident === incident ? { cause: 'intercept', by: fact.actor } : null),
};

export const isIntercept = (fact: FactHead): fact is DestructiveIntercept => fact.kind === destructiveIntercept.kind;

/** A strike as all know of it; `id` is that of its incident, as there is no order to name it by. */
export const interceptRead = (
  read: Omit<DestructiveIntercept, 'kind' | 'order' | 'incident'>,
): DestructiveIntercept => ({
  ...read,
  order: null,
  kind: 'destructive-intercept',
  incident: read.id,
});

/** The id of the cloud that a strike on an object makes. An object is struck once; an order's name would say whose missile it was. */
export const cloudOf = (target: ObjectId): number => causalId('strike', target);
