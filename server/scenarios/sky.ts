/** Whether the sky of a scenario is there, and holds what the scenario names. Reads the whole file: about half a second. */
import { existsSync, readdirSync } from 'node:fs';
import { ruleOf } from '../../shared/effects/index.ts';
import type { Fault } from '../../shared/scenarios/fault.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import { readSkyRows, shippedSky, UnreadableSky } from '../sky-rows.ts';

/** Names of the skies that come with the program. */
export const ownSkies = (): string[] =>
  readdirSync(shippedSky('.'))
    .filter((name) => /^sky-[\d-]+\.csv$/.test(name))
    .sort();

/**
 * Faults of a scenario against its sky. `anyFile`: whether it may name a file of this computer; what comes from elsewhere may name
 * the program's own skies only.
 */
export function skyFaults(scenario: Scenario, anyFile: boolean): Fault[] {
  const { file } = scenario.sky;
  const path = ['sky', 'file'];
  if (!anyFile && !ownSkies().includes(file))
    return [{ path, reason: `there is no sky ${file.slice(0, 60)}; the program has ${ownSkies().join(', ')}` }];
  if (!existsSync(shippedSky(file))) return [{ path, reason: `there is no file ${file}` }];
  try {
    return [...objectFaults(scenario, readSkyRows(shippedSky(file)).rows)];
  } catch (error) {
    if (!(error instanceof UnreadableSky)) throw error;
    return [{ path, reason: error.message }];
  }
}

function* objectFaults(s: Scenario, rows: ReturnType<typeof readSkyRows>['rows']): Iterable<Fault> {
  const there = new Set(rows.map((row) => Number(row.noradId)));
  const owners = new Set(rows.map((row) => row.ownerCode));
  const programs = new Set(rows.map((row) => row.program ?? ''));
  function* known(path: Fault['path'], object: number): Iterable<Fault> {
    if (!there.has(object)) yield { path, reason: `object ${object} is not in ${s.sky.file}` };
  }
  for (const [i, { targets, owners: codes, fleets }] of s.seats.entries()) {
    if (targets) {
      yield* known(['seats', i, 'targets', 'mid'], targets.mid);
      yield* known(['seats', i, 'targets', 'high'], targets.high);
    }
    // A member of a bloc may own nothing; who owns nothing at all has no sky to care for.
    if (![...programs].some((p) => fleets.some((fleet) => p.startsWith(fleet))) && !codes.some((c) => owners.has(c)))
      yield { path: ['seats', i, 'owners'], reason: `nothing in ${s.sky.file} belongs to this seat` };
  }
  for (const [i, object] of s.fund.removes.entries()) yield* known(['fund', 'removes', i], object);
  for (const [i, { effect }] of s.injects.entries())
    for (const [path, object] of ruleOf(effect).named(effect).objects)
      yield* known(['injects', i, 'effect', ...path], object);
}
