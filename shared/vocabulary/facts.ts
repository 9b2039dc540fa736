/**
 * Facts: what truly happened. A closed union; hidden truth until the debrief, but for what `knowing.ts` lets a viewer see.
 */
import type { IncidentId, ObjectId, OrderId, SeatId } from './ids.ts';

export const STRIKE_BANDS = ['low', 'mid', 'high'] as const;
export type StrikeBand = (typeof STRIKE_BANDS)[number];

export const BREAKUP_CAUSES = ['explosion', 'impact', 'intercept'] as const;
export type BreakupCause = (typeof BREAKUP_CAUSES)[number];

type FactHead = {
  /** stable: order id, or incident id, with a suffix */
  readonly id: string;
  readonly turn: number;
  /** 1..12; 0: at once, before the first month */
  readonly month: number;
  readonly actor: SeatId | null;
  readonly order: OrderId | null;
};

export type Fact = FactHead &
  (
    | {
        readonly kind: 'launch';
        readonly objects: readonly ObjectId[];
        readonly batches: number;
        readonly altitudeKm: number;
        readonly registered: boolean;
        readonly notified: boolean;
        readonly passivated: boolean;
      }
    | {
        readonly kind: 'rocket-body-left';
        readonly object: ObjectId;
        readonly altitudeKm: number;
        readonly passivated: boolean;
      }
    | { readonly kind: 'registration'; readonly objects: readonly ObjectId[]; readonly days: number }
    | { readonly kind: 'notification'; readonly subject: 'launch' | 'strike' }
    | { readonly kind: 'manoeuvre'; readonly policy: 'avoidance'; readonly burns: number }
    | { readonly kind: 'disposal'; readonly objects: readonly ObjectId[]; readonly failed: readonly ObjectId[] }
    | {
        readonly kind: 'intercept-test';
        readonly band: StrikeBand;
        readonly altitudeKm: number;
        readonly target: ObjectId;
      }
    | {
        readonly kind: 'destructive-intercept';
        readonly band: StrikeBand;
        readonly altitudeKm: number;
        readonly target: ObjectId;
        readonly incident: IncidentId;
        readonly tracked: number;
      }
    | {
        readonly kind: 'breakup';
        readonly incident: IncidentId;
        readonly object: ObjectId;
        readonly cause: BreakupCause;
        readonly owner: SeatId | null;
        readonly tracked: number;
        readonly altitudeKm: number;
      }
    | {
        readonly kind: 'collision';
        readonly incident: IncidentId;
        readonly objects: readonly [ObjectId, ObjectId];
        readonly speedKms: number;
        readonly energyJPerG: number;
        readonly tracked: number;
        readonly altitudeKm: number;
      }
    | { readonly kind: 'reentries'; readonly count: number; readonly massKg: number }
    | { readonly kind: 'data-sharing'; readonly to: readonly SeatId[]; readonly masked: boolean }
    | { readonly kind: 'payment'; readonly to: SeatId | 'fund'; readonly amountK: number }
    | { readonly kind: 'removal'; readonly objects: readonly ObjectId[]; readonly contractor: SeatId | null }
    | { readonly kind: 'crew-shelter'; readonly seats: readonly SeatId[]; readonly incident: IncidentId | null }
  );
export type FactKind = Fact['kind'];
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>;
