/** Differences between two JSON values as a list of changes, and the way back: applyChanges(a, difference(a, b)) equals b. */
import type { Change } from './protocol.ts';

/**
 * The changes that lead from `before` to `after`; none where they are equal. Parts that are the same reference are not looked
 * into. Arrays that only grew are an `append`; arrays of one length change by element; other arrays are sent anew.
 */
export function difference(before: unknown, after: unknown): Change[] {
  const changes: Change[] = [];
  compare(before, after, [], changes);
  return changes;
}

/** @param path where the two stand; as it was when this returns. Copied for a change only: most of a view has not changed */
function compare(before: unknown, after: unknown, path: (string | number)[], changes: Change[]): void {
  if (Object.is(before, after)) return;
  if (Array.isArray(before) && Array.isArray(after)) {
    if (after.length === before.length)
      for (let i = 0; i < after.length; i++) within(i, before[i], after[i], path, changes);
    else if (after.length > before.length && before.every((item, i) => equal(item, after[i])))
      changes.push({ path: [...path], append: after.slice(before.length) });
    else changes.push({ path: [...path], value: after });
    return;
  }
  if (isRecord(before) && isRecord(after)) {
    for (const name of Object.keys(before))
      if (after[name] === undefined && before[name] !== undefined)
        changes.push({ path: [...path, name], remove: true });
    for (const name of Object.keys(after)) {
      const value = after[name];
      if (value === undefined) continue;
      if (before[name] === undefined) changes.push({ path: [...path, name], value });
      else within(name, before[name], value, path, changes);
    }
    return;
  }
  changes.push({ path: [...path], value: after });
}

function within(
  step: string | number,
  before: unknown,
  after: unknown,
  path: (string | number)[],
  changes: Change[],
): void {
  path.push(step);
  compare(before, after, path, changes);
  path.pop();
}

/** Whether two JSON values are equal; fields that are undefined count as absent. */
function equal(a: unknown, b: unknown): boolean {
  const changes: Change[] = [];
  compare(a, b, [], changes);
  return changes.length === 0;
}

/**
 * `value` with the changes made. Untouched parts keep their references; nothing is changed in place.
 * Throws where a path leads nowhere: then the two sides have different values and the whole must be asked for.
 */
export function applyChanges(value: unknown, changes: readonly Change[]): unknown {
  return changes.reduce((current, change) => applyOne(current, change, 0), value);
}

function applyOne(value: unknown, change: Change, depth: number): unknown {
  const step = change.path[depth];
  if (step === undefined) {
    if ('value' in change) return change.value;
    if ('append' in change && Array.isArray(value)) return [...value, ...change.append];
    throw new Error(`no such place: ${change.path.join('.')}`);
  }
  const last = depth === change.path.length - 1;
  if (Array.isArray(value) && typeof step === 'number' && step < value.length)
    return value.with(step, applyOne(value[step], change, depth + 1));
  if (isRecord(value) && typeof step === 'string') {
    if (last && 'remove' in change) {
      const { [step]: _, ...rest } = value;
      return rest;
    }
    return { ...value, [step]: applyOne(value[step], change, depth + 1) };
  }
  throw new Error(`no such place: ${change.path.join('.')}`);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
