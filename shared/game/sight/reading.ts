/**
 * What a look at something says and how far to believe it: the one rule of evidence. It knows no kind of act, cause or seat: names,
 * their priors and errors are handed in.
 *
 * A question of a symptom (what was it? whose was it?) has one lot, drawn once and the same for all who look: a reading is right
 * if the lot's number is not under its error. So more bases never spoil a right reading, and two who agree are one witness, not
 * two. A wrong reading names one of the others by the prior. Belief is Bayes' rule on numbers that everybody may know.
 */
import { draw, type Key } from '../../orbits/table/chance.ts';

/** Weights of the names that a question may be answered with; they need not add up to 1. */
export type Prior = Readonly<Record<string, number>>;

/** `belief`: probability of each name of the prior, to a hundredth. */
export type Reading = {
  readonly named: string;
  readonly error: number;
  readonly belief: Readonly<Record<string, number>>;
};

/** What chance and truth hold for a question: hidden. `order`: the wrong names as they come; `truth` null: none of them is right. */
export type Lot = { readonly u: number; readonly truth: string | null; readonly order: readonly string[] };

/** How bases lower an error: times `perBase` for each, within bounds. */
export type ErrorRule = { readonly perBase: number; readonly least: number; readonly most: number };

/** The error of a reading with so many bases beyond own sensors, which may be a fraction; a negative number raises it. */
export const errorAfter = (sensorError: number, bases: number, { perBase, least, most }: ErrorRule): number =>
  Math.min(most, Math.max(least, sensorError * perBase ** bases));

/**
 * The lot of a question. The wrong names race, each with a draw of its own against its prior (the smallest of -ln(1 - v) / weight
 * comes first, which happens in proportion to the weights): whoever may not be named drops out, and nothing else changes.
 */
export function lotOf(key: Key, symptom: string, question: string, truth: string | null, prior: Prior): Lot {
  const time = (name: string): number => -Math.log(1 - draw(key, 'named', symptom, question, name)) / prior[name]!;
  const others = Object.keys(prior).filter((name) => name !== truth && prior[name]! > 0);
  return {
    u: draw(key, 'reading', symptom, question),
    truth,
    order: others
      .map((name) => ({ name, at: time(name) }))
      .sort((a, b) => a.at - b.at)
      .map(({ name }) => name),
  };
}

/** What a look with this error says, by the prior of whoever looks. Where one name alone is possible it is named for certain. */
export function reading({ u, truth, order }: Lot, error: number, prior: Prior): Reading {
  const names = Object.keys(prior);
  if (names.length === 1) return { named: names[0]!, error: 0, belief: { [names[0]!]: 1 } };
  const right = truth !== null && truth in prior && u >= error;
  const named = right ? truth : (order.find((name) => name in prior) ?? names[0]!);
  return { named, error, belief: belief(prior, error, named) };
}

/**
 * Bayes' rule after a look with an error has named one of the prior's names: the likelihood of what was named is 1 - error, that
 * of another t error x prior(named) / (1 - prior(t)). To a hundredth.
 */
export function belief(prior: Prior, error: number, named: string): Readonly<Record<string, number>> {
  const all = Object.values(prior).reduce((sum, weight) => sum + weight, 0);
  const p = (name: string): number => prior[name]! / all;
  const joint = (name: string): number => p(name) * (name === named ? 1 - error : (error * p(named)) / (1 - p(name)));
  const names = Object.keys(prior);
  const sum = names.reduce((total, name) => total + joint(name), 0);
  return Object.fromEntries(names.map((name) => [name, hundredths(joint(name) / sum)]));
}

/**
 * Looks read as one: the best sensors of all who had a part in them, and a base for each further one of them whose sensors count,
 * up to a number. Nobody counts twice.
 * @param levelOf sensor level of one who had a part
 */
export function readAsOne(
  looks: readonly { readonly sources: readonly string[] }[],
  levelOf: (source: string) => number,
  { countsFrom, most }: { readonly countsFrom: number; readonly most: number },
): { readonly level: number; readonly bases: number } {
  const levels = [...new Set(looks.flatMap(({ sources }) => sources))].map(levelOf).sort((a, b) => b - a);
  const further = levels.slice(1).filter((level) => level >= countsFrom).length;
  return { level: levels[0] ?? 0, bases: Math.min(most, further) };
}

/** Rounded as every belief is. */
export const hundredths = (x: number): number => Math.round(x * 100) / 100;

/** A number by sensor level, from 0 on; a level beyond the last has its number, none at all is 0. */
export const byLevel = (numbers: readonly number[] | undefined, level: number): number =>
  numbers?.[Math.min(level, numbers.length - 1)] ?? 0;
