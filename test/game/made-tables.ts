/** Made-up payoff tables in the shape of real ones: seats that are party or not, articles with values, a lead, a forum. */

import type { ChoiceTable, Payoff, Rule } from '../../shared/game/score/search/choice-table.ts';
import { draw, type Key, keyOf, narrow } from '../../shared/orbits/table/chance.ts';

/**
 * Each seat has three objectives worth 40, 35 and 25 points. Each reads two articles, its own membership, and another's
 * membership, the lead, the forum or the number of parties. Who stays outside has what it has today, and free riders gain.
 */
export function madeTable(seats: number, clauses: number, seed: string): ChoiceTable {
  const key = keyOf(seed);
  const party = (seat: number): number => clauses + seat;
  const lead = clauses + seats;
  const forum = lead + 1;
  const sizes = [
    ...Array.from({ length: clauses }, (_, c) => (draw(key, 'size', c) < 0.4 ? 4 : 3)),
    ...Array.from({ length: seats }, () => 2),
    seats,
    3,
  ];
  const payoffs: Payoff[] = [];
  for (let seat = 0; seat < seats; seat++)
    for (const [o, weight] of [40, 35, 25].entries())
      payoffs.push(payoff(narrow(key, 'payoff', seat, o), seat, weight));

  function payoff(from: Key, seat: number, weight: number): Payoff {
    const first = Math.floor(draw(from, 'first') * clauses);
    const second = (first + 1 + Math.floor(draw(from, 'second') * (clauses - 1))) % clauses;
    const kind = Math.floor(draw(from, 'kind') * 4);
    const other = (seat + 1 + Math.floor(draw(from, 'other') * (seats - 1))) % seats;
    const parties = Array.from({ length: seats }, (_, s) => ({ choice: party(s), values: [1] }));
    const last = [{ choice: party(other) }, { choice: lead }, { choice: forum }, { count: parties }][kind]!;
    const lastSize = [2, seats, 3, seats + 1][kind]!;
    const points = new Float64Array(2 * sizes[first]! * sizes[second]! * lastSize);
    const today = 0.35 + 0.3 * draw(from, 'today');
    const effect = (which: string, value: number): number =>
      value === 0 ? 0 : 0.8 * (draw(from, which, value) - 0.42);
    let i = 0;
    for (let l = 0; l < lastSize; l++)
      for (let b = 0; b < sizes[second]!; b++)
        for (let a = 0; a < sizes[first]!; a++)
          for (const bound of [0, 1]) {
            const effects = [effect('a', a), effect('b', b)];
            const gain = bound ? effects : effects.map((x) => 0.3 * Math.max(0, x));
            const liked = kind === 3 ? (0.15 * l) / seats : l === seat % lastSize ? 0.15 : 0;
            const grade = today + gain[0]! + gain[1]! + (bound ? liked : 0);
            points[i++] = weight * Math.max(0, Math.min(1, grade));
          }
    return { seat, reads: [{ choice: party(seat) }, { choice: first }, { choice: second }, last], points };
  }

  const members = Array.from({ length: seats }, (_, seat) => ({ choice: party(seat), values: [1] }));
  const articles = Array.from({ length: clauses }, (_, c) => ({
    choice: c,
    values: Array.from({ length: sizes[c]! - 1 }, (_, v) => v + 1),
  }));
  const rules: Rule[] = [
    { atLeast: Math.ceil(0.6 * seats), of: members },
    { atLeast: 1, of: articles },
    ...members.map((member, seat) => ({ when: { choice: lead, values: [seat] }, atLeast: 1, of: [member] })),
  ];
  return { sizes, seats, payoffs, rules };
}
