/** What a schema cannot see: references between the parts of a scenario. */
import { canSay, isClause } from '../clauses/articles.ts';
import { ruleOf } from '../effects/index.ts';
import { orders } from '../orders/index.ts';
import type { Fault } from './fault.ts';
import type { Scenario } from './schema.ts';
import { wordFaults } from './words.ts';

/** One kind of references, and the parts that it reads. */
type Check = {
  readonly needs: readonly (keyof Scenario)[];
  readonly faults: (s: Scenario) => Iterable<Fault>;
};
/** @returns the check over a scenario of which only the parts it needs are given */
const check = <Part extends keyof Scenario>(
  needs: readonly Part[],
  faults: (s: Pick<Scenario, Part>) => Iterable<Fault>,
): Check => ({ needs, faults });

/** Entries whose id an earlier one has. */
function twice(path: Fault['path'], ids: readonly string[]): Fault[] {
  return ids.flatMap((id, i) =>
    ids.indexOf(id) === i ? [] : [{ path: [...path, i, 'id'], reason: `${id} stands twice` }],
  );
}

function noSeat(s: Pick<Scenario, 'seats'>, path: Fault['path'], id: string): Fault[] {
  return s.seats.some((seat) => seat.id === id) ? [] : [{ path, reason: `there is no seat ${id}` }];
}

const CHECKS: readonly Check[] = [
  check(['seats'], function* (s) {
    yield* twice(
      ['seats'],
      s.seats.map((seat) => seat.id),
    );
    for (const [i, seat] of s.seats.entries()) {
      yield* twice(
        ['seats', i, 'objectives'],
        seat.objectives.map((objective) => objective.id),
      );
      const sum = seat.objectives.reduce((total, o) => total + o.weight, 0);
      if (Math.abs(sum - 100) > 1e-9)
        yield { path: ['seats', i, 'objectives'], reason: `weights add up to ${sum}, not 100` };
      if (seat.strike !== (seat.targets !== null))
        yield { path: ['seats', i, 'targets'], reason: 'targets belong to seats that can strike' };
      for (const [o, objective] of seat.objectives.entries())
        for (const [p, part] of objective.parts.entries())
          for (const list of ['first', 'add', 'times'] as const)
            for (const [t, { when }] of part[list].entries())
              for (const [w, { party, lead, owes, inForce }] of when.entries()) {
                const at = ['seats', i, 'objectives', o, 'parts', p, list, t, 'when', w];
                for (const [n, id] of (party?.seats ?? []).entries())
                  yield* noSeat(s, [...at, 'party', 'seats', n], id);
                for (const [n, id] of (lead?.v ?? []).entries()) yield* noSeat(s, [...at, 'lead', 'v', n], id);
                for (const [name, asked] of Object.entries({ owes, inForce }))
                  for (const v of asked?.clause && asked.v !== undefined ? [asked.v].flat() : [])
                    if (!canSay(asked!.clause!, v))
                      yield { path: [...at, name, 'v'], reason: `the clause ${asked!.clause} has no ${v}` };
              }
    }
  }),
  check(['orders'], function* (s) {
    for (const [i, kind] of s.orders.entries())
      if (!Object.hasOwn(orders, kind)) yield { path: ['orders', i], reason: `there is no order ${kind}` };
  }),
  check(['paper', 'seats'], function* ({ paper: { dials }, seats }) {
    for (const dial of ['lead', 'road'])
      if (!dials[dial]) yield { path: ['paper', 'dials', dial], reason: 'is missing' };
    const menu = Object.entries(dials).filter(([dial]) => dial !== 'lead' && dial !== 'road');
    if (menu.length === 0) yield { path: ['paper', 'dials'], reason: 'there is no clause' };
    for (const [dial, values] of menu) {
      if (!isClause(dial)) {
        yield { path: ['paper', 'dials', dial], reason: 'there is no such clause' };
        continue;
      }
      for (const [i, value] of values.entries())
        if (value !== null && !canSay(dial, value))
          yield { path: ['paper', 'dials', dial, i], reason: `the clause has no ${value}` };
    }
    for (const [i, lead] of (dials.lead ?? []).entries())
      if (!seats.some((seat) => seat.id === lead && seat.kind !== 'operator'))
        yield { path: ['paper', 'dials', 'lead', i], reason: `${lead} is no state` };
  }),
  check(['paper', 'forums'], function* ({ paper: { dials }, forums }) {
    for (const [i, road] of (dials.road ?? []).entries())
      if (!forums.some(({ id }) => id === road))
        yield { path: ['paper', 'dials', 'road', i], reason: `there is no forum ${road}` };
  }),
  check(['forums', 'seats'], function* (s) {
    yield* twice(
      ['forums'],
      s.forums.map((forum) => forum.id),
    );
    for (const [i, forum] of s.forums.entries())
      for (const [n, id] of forum.members.entries()) yield* noSeat(s, ['forums', i, 'members', n], id);
  }),
  check(['fund', 'seats'], function* (s) {
    for (const [i, { seat }] of s.fund.contractors.entries())
      yield* noSeat(s, ['fund', 'contractors', i, 'seat'], seat);
    for (const [i, shares] of s.fund.shares.entries())
      for (const id of Object.keys(shares)) yield* noSeat(s, ['fund', 'shares', i, id], id);
  }),
  check(['injects', 'turns', 'seats'], function* (s) {
    yield* twice(
      ['injects'],
      s.injects.map((inject) => inject.id),
    );
    for (const [i, { turn, to, of, effect }] of s.injects.entries()) {
      if (turn > s.turns) yield { path: ['injects', i, 'turn'], reason: `there are ${s.turns} turns` };
      if (/^[A-Z]/.test(to)) yield* noSeat(s, ['injects', i, 'to'], to);
      const owned = s.injects.filter((other) => ruleOf(other.effect).owner);
      if (to === 'owner' && owned.length === 0)
        yield { path: ['injects', i, 'to'], reason: 'there is no event that has an owner' };
      if (to === 'owner' && of === undefined && owned.length > 1)
        yield {
          path: ['injects', i, 'of'],
          reason: `is missing: ${owned.map(({ id }) => id).join(', ')} have an owner`,
        };
      if (of !== undefined && !(to === 'owner' && owned.some(({ id }) => id === of)))
        yield { path: ['injects', i, 'of'], reason: `no card goes to the owner of ${of}` };
      for (const [path, id] of ruleOf(effect).named(effect).seats)
        yield* noSeat(s, ['injects', i, 'effect', ...path], id);
    }
  }),
  check(['lesson', 'seats', 'orders', 'paper'], function* (s) {
    if (!s.lesson) return;
    yield* noSeat(s, ['lesson', 'seat'], s.lesson.seat);
    yield* twice(
      ['lesson', 'steps'],
      s.lesson.steps.map((step) => step.id),
    );
    for (const [i, { until }] of s.lesson.steps.entries()) {
      if (until.kind === 'drafted' && !s.orders.includes(until.order))
        yield { path: ['lesson', 'steps', i, 'until', 'order'], reason: `there is no order ${until.order} here` };
      if (until.kind === 'position' && !s.paper.dials[until.dial])
        yield { path: ['lesson', 'steps', i, 'until', 'dial'], reason: `there is no dial ${until.dial} here` };
    }
  }),
  check(['talk'], function* (s) {
    if (s.talk.right >= s.talk.answers.length)
      yield { path: ['talk', 'right'], reason: `there are ${s.talk.answers.length} answers, counted from 0` };
  }),
  check(['asks', 'turns'], function* (s) {
    if (s.asks && s.asks.length !== s.turns)
      yield { path: ['asks'], reason: `there are ${s.turns} turns, each of which has one` };
  }),
  check(['history'], (s) =>
    twice(
      ['history'],
      s.history.map((item) => item.id),
    ),
  ),
  check(['strike', 'turns'], function* (s) {
    if (s.strike.lastTurn > s.turns) yield { path: ['strike', 'lastTurn'], reason: `there are ${s.turns} turns` };
  }),
  check(['seats', 'paper', 'injects', 'lesson', 'history', 'talk', 'asks', 'languages', 'names', 'text'], (s) =>
    wordFaults(s),
  ),
];

/** Faults of the references between those parts that can be read; a check of which a part is missing is left out. */
export const referenceFaults = (parts: Partial<Scenario>): Fault[] =>
  CHECKS.filter(({ needs }) => needs.every((part) => part in parts)).flatMap(({ faults }) => [
    ...faults(parts as Scenario),
  ]);
