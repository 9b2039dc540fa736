/** What stored games and exported logs still hold of scenarios, and no rule reads. */

import { withAtoms } from './older-tables.ts';

/** Fields by their path; an array stands for each of its items. */
const GONE = [
  'slots',
  'seats.votes',
  'seats.licensedBy',
  'injects.phase',
  'fund.opensTurn',
  'pooledConfidence',
  'sensors.explosionConfidence',
  'strike.flyByDetection',
  'strike.flyByPerLevel',
];

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

/**
 * One that was stored before there was a table of evidence has an empty one: its games can be read and told, and no year of theirs
 * computed, since nothing in it can be read by the rule that took its place.
 */
const withTable = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'sensors' in value && !('evidence' in value)
    ? { ...value, evidence: { symptoms: {} } }
    : value;

/** Where bands of strikes begin was once no number of the scenario, and the same for all. */
function withBands(value: unknown): unknown {
  const { strike } = (value ?? {}) as { readonly strike?: unknown };
  if (typeof strike !== 'object' || strike === null || 'bandsFromKm' in strike) return value;
  return { ...(value as object), strike: { ...strike, bandsFromKm: { low: 0, mid: 300, high: 500 } } };
}

/** Forums decided for some time by their names alone. */
function withRules(value: unknown): unknown {
  const { forums } = (value ?? {}) as { readonly forums?: unknown };
  if (!Array.isArray(forums)) return value;
  const rule = (id: unknown): string => (id === 'open' ? 'signature' : 'consensus');
  return { ...(value as object), forums: forums.map((forum) => ({ rule: rule(forum?.id), ...forum })) };
}

/** A scenario as older code may have stored it, without what has gone since: its games go on, or can be read at least. */
export const asReadNow = (stored: unknown): unknown =>
  withAtoms(
    withRules(
      withBands(
        withTable(withoutOutlook(GONE.reduce<unknown>((left, path) => without(left, path.split('.')), stored))),
      ),
    ),
  );
