/** Which prepared event a private card is about. */
import { ruleOf } from '../effects/index.ts';
import type { InjectSpec, Scenario } from './schema.ts';

/** The event whose owner gets a card: the named one, or the only one that has an owner; undefined: it goes to no owner. */
export const ownedBy = (
  { injects }: Pick<Scenario, 'injects'>,
  { to, of }: Pick<InjectSpec, 'to' | 'of'>,
): InjectSpec | undefined =>
  to === 'owner' ? injects.find(({ id, effect }) => (of ? id === of : ruleOf(effect).owner)) : undefined;
