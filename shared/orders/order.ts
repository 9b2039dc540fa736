/**
 * The shape of an order rule: what one file under orders/ says. What a rule may touch narrows by step: `check` reads only
 * what the actor may know (Sight); `resolve` also gets hands that change the sky.
 */
import type { Field, Hands, Order, Refusal, Sight, Words } from '../vocabulary/index.ts';
import type { PhaseOfTurn } from './phases.ts';

/** One order type. `O` is the parsed order; `parse` refuses unknown fields and values with the field's name. */
export type OrderRule<O extends Order = Order> = {
  readonly kind: O['kind'];
  readonly slot: 'programme' | 'security';
  readonly phase: PhaseOfTurn;
  /** irreversible and hostile: needs an explicit confirmation by the head, else holds at the bell */
  readonly hostile: boolean;
  readonly parse: (input: unknown) => O | Refusal;
  readonly costK: (order: O, sight: Sight) => number;
  readonly check: (order: O, sight: Sight) => Refusal | null;
  readonly resolve: (order: O, sight: Sight, hands: Hands) => void;
  /** the form: fields with their limits as this seat may know them */
  readonly fields: (sight: Sight) => readonly Field[];
  /** one line that says what the drafted order is */
  readonly summary: (order: O, sight: Sight) => Words;
  /** what the seat should know before it seals: numbers with the mark of an estimate */
  readonly warnings?: (order: O, sight: Sight) => readonly Words[];
};
