/** What stored games and exported logs still hold of scenarios, and no rule reads. */

/** Fields by their path; an array stands for each of its items. */
const GONE = ['slots', 'seats.votes', 'seats.licensedBy', 'injects.phase', 'forums.rule', 'fund.opensTurn'];

/** The value without the field at a path. */
function without(value: unknown, path: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => without(item, path));
  const [name, ...rest] = path;
  if (typeof value !== 'object' || value === null || name === undefined || !(name in value)) return value;
  const { [name]: part, ...others } = value as Record<string, unknown>;
  return rest.length === 0 ? others : { ...others, [name]: without(part, rest) };
}

/** An event that set nothing going was once written in two ways. */
function withoutOutlook(value: unknown): unknown {
  const { injects } = (value ?? {}) as { readonly injects?: unknown };
  if (!Array.isArray(injects)) return value;
  const kind = (inject: { readonly effect?: { readonly kind?: unknown } } | null) => inject?.effect?.kind;
  return { ...(value as object), injects: injects.map((i) => (kind(i) === 'outlook' ? without(i, ['effect']) : i)) };
}

/** A scenario as older code may have stored it, without what has gone since: its games go on. */
export const asReadNow = (stored: unknown): unknown =>
  withoutOutlook(GONE.reduce<unknown>((left, path) => without(left, path.split('.')), stored));
