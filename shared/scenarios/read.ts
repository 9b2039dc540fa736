/** Reads a scenario: its shape and the references between its parts. */
import type { z } from 'zod';
import type { Fault } from './fault.ts';
import { referenceFaults } from './references.ts';
import { type Scenario, ScenarioSchema } from './schema.ts';

/**
 * A scenario from parsed content. Nothing is half-read: either the whole scenario, or every fault with its field. What a fault of
 * shape makes unreadable is not looked at further; everything else is.
 */
export function readScenario(input: unknown): { readonly scenario: Scenario } | { readonly faults: readonly Fault[] } {
  const parsed = ScenarioSchema.safeParse(input);
  const faults = [...(parsed.error?.issues.flatMap((issue) => faultsOf(issue, input)) ?? [])];
  faults.push(...referenceFaults(soundParts(input)));
  return parsed.success && faults.length === 0 ? { scenario: parsed.data } : { faults };
}

/** The fields that can be read, each for itself. */
function soundParts(input: unknown): Partial<Scenario> {
  if (typeof input !== 'object' || input === null) return {};
  const parts = Object.entries(ScenarioSchema.shape).flatMap(([name, schema]) => {
    const read = schema.safeParse((input as Readonly<Record<string, unknown>>)[name]);
    return read.success ? [[name, read.data]] : [];
  });
  return Object.fromEntries(parts) as Partial<Scenario>;
}

/** An issue of the schema as faults: each unknown field is one of its own, and one that is not there is called missing. */
function faultsOf(issue: z.core.$ZodIssue, input: unknown): Fault[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], reason: 'there is no such field' }));
  // Of the ways in which a value may be written, the one that it comes nearest to tells what is wrong with it.
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const deepest = issue.errors.toSorted((a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0))[0]!;
    if (deepest[0] && deepest[0].path.length > 0)
      return deepest.flatMap((inner) => faultsOf({ ...inner, path: [...issue.path, ...inner.path] }, input));
  }
  const several = issue.code === 'invalid_union' && issue.errors.flatMap(([inner]) => (inner ? [inner.message] : []));
  const isMissing =
    ['invalid_type', 'invalid_value', 'invalid_union'].includes(issue.code) && valueAt(input, path) === undefined;
  return [
    {
      path,
      reason: isMissing
        ? 'is missing'
        : several
          ? several.join('; or: ') || 'is none of the known kinds'
          : issue.message,
    },
  ];
}

function valueAt(value: unknown, path: Fault['path']): unknown {
  return path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[step] : undefined),
    value,
  );
}
