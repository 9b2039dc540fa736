/** A notice that a seat gave of what it was about to do. */
import type { FactHead, FactRule } from './fact.ts';

type Notification = FactHead & { readonly kind: 'notification'; readonly subject: 'launch' | 'strike' };

export const notification: FactRule<Notification> = { kind: 'notification' };
