/** The scenarios made for tests are whole, end when bots play them, and one of them lists everything that can be listed. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { builtInScenarios } from '../../server/games/scenarios.ts';
import { readStartSky } from '../../server/skies.ts';
import { playTable } from '../../shared/bots/table.ts';
import { CLAUSE_IDS, clauses } from '../../shared/clauses/index.ts';
import { forumRules } from '../../shared/forums/rules/index.ts';
import { orders } from '../../shared/orders/index.ts';
import { ATOMS, COUNTS } from '../../shared/scenarios/objective.ts';
import { NumbersSchema } from '../../shared/scenarios/schema.ts';
import { MADE, madeFolder, readMade } from './made.ts';

const CLI = fileURLToPath(new URL('../../server/cli.ts', import.meta.url));

describe.each(MADE)('%s', (id) => {
  const scenario = readMade(id);

  test('has no fault, and is not one of the program', () => {
    const { status, stdout } = spawnSync(process.execPath, [CLI, 'scenario', 'check', madeFolder(id), '--json'], {
      encoding: 'utf8',
    });
    expect([status, JSON.parse(stdout).faults]).toEqual([0, []]);
    expect(builtInScenarios().has(id)).toBe(false);
  });

  test.each(['one', 'two'])('ends when bots play it, and refuses them nothing (seed %s)', (seed) => {
    const { game, refused } = playTable(scenario, readStartSky(scenario, true).sky, seed, { thin: true });
    expect(refused).toEqual([]);
    const { clock, turnsDone, results } = game.state;
    expect([clock.phase, turnsDone.length]).toEqual(['debrief', scenario.turns]);
    expect(results).not.toBeNull();
  });
});

test('the small table has three seats', () => {
  expect(readMade('bench').seats).toHaveLength(3);
});

describe('the full table', () => {
  const scenario = readMade('workshop');
  const lines = scenario.seats.flatMap(({ objectives }) =>
    objectives.flatMap(({ parts }) => parts.flatMap(({ first, add, times }) => [...first, ...add, ...times])),
  );
  const atoms = lines.flatMap(({ when }) => when);
  const counts = lines.flatMap(({ per }) => per ?? []);
  const used = (list: readonly object[]) =>
    new Set(list.flatMap((one) => Object.entries(one).flatMap(([name, asked]) => (asked === undefined ? [] : name))));
  const factsAsked = [...atoms, ...counts].flatMap(({ facts }) => facts?.kind ?? []);
  /** Kinds that a list of shapes told apart by `kind` has. */
  const kindsOf = (
    options: readonly { readonly shape: { readonly kind: { readonly values: ReadonlySet<unknown> } } }[],
  ) => new Set(options.flatMap(({ shape }) => [...shape.kind.values]));
  const inject = NumbersSchema.shape.injects.element.shape;

  test('has six seats of every kind, some of which can strike', () => {
    expect(scenario.seats).toHaveLength(6);
    const kinds = NumbersSchema.shape.seats.element.shape.kind.values;
    expect(new Set(scenario.seats.map(({ kind }) => kind))).toEqual(kinds);
    expect(new Set(scenario.seats.map(({ strike }) => strike)).size).toBe(2);
  });

  test('lists every clause at every value, and a forum with each rule', () => {
    const { lead: _, road, ...dials } = scenario.paper.dials;
    const every = CLAUSE_IDS.map((id) => [id, new Set<unknown>([null, ...clauses[id].values])]);
    expect(Object.entries(dials).map(([dial, values]) => [dial, new Set<unknown>(values)])).toEqual(every);
    expect(road).toEqual(scenario.forums.map(({ id }) => id));
    expect(new Set(scenario.forums.map(({ rule }) => rule))).toEqual(new Set(Object.keys(forumRules)));
    expect(new Set(scenario.forums.map(({ framing }) => framing)).size).toBe(2);
  });

  test('lists every order', () => {
    expect(new Set(scenario.orders)).toEqual(new Set(Object.keys(orders)));
  });

  test('has every event, and cards for everybody that they can be for', () => {
    const effects = inject.effect.unwrap().options;
    expect(new Set(scenario.injects.map(({ effect }) => effect.kind))).toEqual(kindsOf(effects));
    const to = new Set(scenario.injects.map((card) => card.to));
    for (const whom of inject.to.options[0].values) expect(to).toContain(whom);
    expect([...to].some((whom) => scenario.seats.some(({ id }) => id === whom))).toBe(true);
  });

  test('asks every question of a payoff table, and counts all that can be counted', () => {
    expect(used(atoms)).toEqual(new Set(Object.keys(ATOMS)));
    expect(used(counts)).toEqual(new Set(Object.keys(COUNTS)));
    expect(new Set(factsAsked)).toEqual(kindsOf(ATOMS.facts.options));
  });
});
