/** What a case may ask for under `then`: each returns what is wrong, or null. */
import { balances } from '../../shared/game/money.ts';
import { promisesOf } from '../../shared/game/score/said-and-done.ts';
import { sightOf } from '../../shared/game/sight/sight.ts';
import type { Game } from '../../shared/game/state.ts';
import { viewFor } from '../../shared/game/view/view.ts';
import { ACTIVE, indexOf } from '../../shared/orbits/table/population.ts';
import { K_PER_CREDIT } from '../../shared/vocabulary/index.ts';
import type { Scene } from './run.ts';

export type Check = (scene: Scene, expected: unknown) => string | null;

type Some = Readonly<Record<string, unknown>>;
const show = (value: unknown): string => JSON.stringify(value);

/** Whether a value is as expected: equal, within {min, max}, or with all expected fields. */
function fits(value: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) return show(value) === show(expected);
  if (typeof expected !== 'object' || expected === null) return value === expected;
  const { min, max, ...rest } = expected as Some;
  if (min !== undefined && !(Number(value) >= Number(min))) return false;
  if (max !== undefined && !(Number(value) <= Number(max))) return false;
  return Object.entries(rest).every(([name, part]) => fits((value as Some | null)?.[name], part));
}

/** What is new since the case began, of a list that only grows. */
const fresh = <T>(scene: Scene, list: (state: Game['state']) => readonly T[]): readonly T[] =>
  list(scene.after.state).slice(list(scene.before.state).length);

function oneOf(list: readonly unknown[], expected: unknown, what: string): string | null {
  return list.some((item) => fits(item, expected)) ? null : `no ${what} ${show(expected)} among ${show(list)}`;
}

function noneOf(list: readonly unknown[], expected: unknown, what: string): string | null {
  const found = list.find((item) => fits(item, expected));
  return found ? `unwanted ${what} ${show(found)}` : null;
}

const newsOf = (scene: Scene): readonly Some[] =>
  fresh(scene, (s) => s.news).map((n) => ({ ...n, key: n.words.key.replace(/^news\./, '') }));

const linesOf = (scene: Scene): readonly Some[] =>
  fresh(scene, (s) => s.ledger).map((line) => ({ ...line, credits: line.amountK / K_PER_CREDIT }));

/** For each named seat, a number that has to fit. */
function perSeat(
  scene: Scene,
  expected: unknown,
  what: string,
  of: (game: Game, seat: string) => number,
): string | null {
  const wrong = Object.entries(expected as Some).filter(([seat, value]) => !fits(of(scene.after, seat), value));
  return wrong.length === 0
    ? null
    : wrong.map(([seat, value]) => `${what} of ${seat} is ${of(scene.after, seat)}, not ${show(value)}`).join('; ');
}

const change = (scene: Scene, field: 'standing' | 'approval') => (_: Game, seat: string) =>
  scene.after.state.seats[seat]![field] - scene.before.state.seats[seat]![field];

const orNull = (some: Some): Some | null => (Object.keys(some).length > 0 ? some : null);
const ownOf = (game: Game, seat: string) => viewFor(game, { kind: 'seat', seat }).own!;
/** What a seat's drafts warn of, and what its cards say before anything is chosen: keys of words. */
const warnings = (game: Game, seat: string): string[] =>
  Object.values(ownOf(game, seat).drafts).flatMap((draft) => draft.warning.map((w) => w.key));
const notes = (game: Game, seat: string): string[] =>
  ownOf(game, seat).cards.flatMap((card) =>
    card.fields.flatMap((f) => (f.kind === 'choice' ? (f.notes ?? []) : [])).map((w) => w.key),
  );

const missing = (expected: unknown, keysOf: (seat: string) => string[]): string | null =>
  Object.entries(expected as Some).flatMap(([seat, key]) =>
    keysOf(seat).includes(String(key)) ? [] : [`${seat}: no ${key}`],
  )[0] ?? null;
const present = (expected: unknown, keysOf: (seat: string) => string[]): string | null =>
  Object.entries(expected as Some).flatMap(([seat, key]) =>
    keysOf(seat).includes(String(key)) ? [`${seat}: ${key}`] : [],
  )[0] ?? null;

export const checks: Readonly<Record<string, Check>> = {
  refused: (scene, expected) =>
    scene.refused?.code === expected ? null : `refused is ${show(scene.refused?.code ?? null)}, not ${show(expected)}`,
  fact: (scene, expected) =>
    oneOf(
      fresh(scene, (s) => s.facts),
      expected,
      'fact',
    ),
  'no fact': (scene, expected) =>
    noneOf(
      fresh(scene, (s) => s.facts),
      expected,
      'fact',
    ),
  news: (scene, expected) => oneOf(newsOf(scene), expected, 'news'),
  'no news': (scene, expected) => noneOf(newsOf(scene), expected, 'news'),
  finding: (scene, expected) =>
    oneOf(
      fresh(scene, (s) => s.findings),
      expected,
      'finding',
    ),
  'no finding': (scene, expected) =>
    noneOf(
      fresh(scene, (s) => s.findings),
      expected,
      'finding',
    ),
  incident: (scene, expected) => oneOf(scene.after.state.incidents, expected, 'incident'),
  evidence: (scene, expected) => oneOf(scene.after.state.evidence, expected, 'evidence'),
  'no evidence': (scene, expected) => noneOf(scene.after.state.evidence, expected, 'evidence'),
  ledger: (scene, expected) => oneOf(linesOf(scene), expected, 'ledger line'),
  'no ledger': (scene, expected) => noneOf(linesOf(scene), expected, 'ledger line'),
  /** every credit that a seat has is accounted for by its lines; all accounts together gain and lose nothing */
  'books balance': (scene) => {
    const { ledger, seats } = scene.after.state;
    const sums = balances(ledger);
    const all = Object.values(sums).reduce((a, b) => a + b, 0);
    const wrong = Object.entries(seats).filter(([id, seat]) => seat.creditsK !== (sums[id] ?? 0));
    if (all !== 0) return `accounts add up to ${all}`;
    return wrong.length === 0
      ? null
      : wrong.map(([id, seat]) => `${id} has ${seat.creditsK}, lines say ${sums[id]}`).join('; ');
  },
  credits: (scene, expected) =>
    perSeat(scene, expected, 'credits', (game, seat) => game.state.seats[seat]!.creditsK / K_PER_CREDIT),
  'standing changes': (scene, expected) => perSeat(scene, expected, 'change of standing', change(scene, 'standing')),
  'approval changes': (scene, expected) => perSeat(scene, expected, 'change of approval', change(scene, 'approval')),
  breaches: (scene, expected) => perSeat(scene, expected, 'breaches', (game, seat) => game.state.seats[seat]!.breaches),
  seat: (scene, expected) => {
    const wrong = Object.entries(expected as Some).filter(([id, part]) => !fits(scene.after.state.seats[id], part));
    return wrong.length === 0
      ? null
      : wrong.map(([id, part]) => `${id} is not ${show(part)}: ${show(scene.after.state.seats[id])}`).join('; ');
  },
  /** months that listed targets have left, by band, as the seat's card says them; null: they outlast the window */
  targets: (scene, expected) => {
    const left = (seat: string) =>
      Object.fromEntries(sightOf(scene.after, seat, 'security').targets.map((t) => [t.band, t.monthsLeft]));
    const wrong = Object.entries(expected as Some).filter(([seat, part]) => !fits(left(seat), part));
    return wrong.length === 0 ? null : wrong.map(([seat]) => `targets of ${seat}: ${show(left(seat))}`).join('; ');
  },
  /** what readings of an incident say together: all that each named seat holds, or all that is published; null: none do */
  'held together': (scene, expected) => {
    const wrong = Object.entries(expected as Some).filter(
      ([seat, part]) => !fits(orNull(ownOf(scene.after, seat).heldTogether), part),
    );
    return wrong.length === 0
      ? null
      : wrong.map(([seat]) => `${seat} holds ${show(ownOf(scene.after, seat).heldTogether)}`).join('; ');
  },
  /** what a seat can say of each incident: null, or the code of why not */
  'can say': (scene, expected) => {
    for (const [seat, incidents] of Object.entries(
      expected as Readonly<Record<string, Readonly<Record<string, Some>>>>,
    ))
      for (const [id, codes] of Object.entries(incidents))
        for (const [say, code] of Object.entries(codes)) {
          const { sayings } = ownOf(scene.after, seat);
          const found = sayings[id]?.[say as 'admit']?.code ?? null;
          if (found !== code) return `${seat} is told ${show(found)} of ${say}, not ${show(code)}`;
        }
    return null;
  },
  'published together': (scene, expected) => {
    const { publishedTogether } = viewFor(scene.after, { kind: 'projector' });
    return fits(orNull(publishedTogether), expected) ? null : `published is ${show(publishedTogether)}`;
  },
  warned: (scene, expected) => missing(expected, (seat) => warnings(scene.after, seat)),
  'not warned': (scene, expected) => present(expected, (seat) => warnings(scene.after, seat)),
  noted: (scene, expected) => missing(expected, (seat) => notes(scene.after, seat)),
  'not noted': (scene, expected) => present(expected, (seat) => notes(scene.after, seat)),
  burns: (scene, expected) =>
    perSeat(scene, expected, 'burns', (game, seat) => game.state.seats[seat]!.counters.at(-1)?.burns ?? 0),
  text: (scene, expected) =>
    oneOf(
      scene.after.state.instruments.map((i) => ({ ...i, parties: i.signatures.map((s) => s.seat).sort() })),
      expected,
      'text',
    ),
  position: (scene, expected) =>
    fits(scene.after.state.positions, expected) ? null : `positions are ${show(scene.after.state.positions)}`,
  message: (scene, expected) =>
    oneOf(
      fresh(scene, (s) => s.press),
      expected,
      'message',
    ),
  'no message': (scene, expected) =>
    noneOf(
      fresh(scene, (s) => s.press),
      expected,
      'message',
    ),
  clock: (scene, expected) =>
    fits(scene.after.state.clock, expected) ? null : `clock is ${show(scene.after.state.clock)}`,
  revealed: (scene, expected) =>
    fits(scene.after.state.revealed, expected) ? null : `revealed is ${show(scene.after.state.revealed)}`,
  /** what the desk says of bots at too many seats; null: nothing */
  'many bots': (scene, expected) => {
    const { manyBots } = viewFor(scene.after, { kind: 'facilitator' }).desk!;
    return fits(manyBots, expected) ? null : `the desk says ${show(manyBots)}`;
  },
  'no incident': (scene, expected) => noneOf(scene.after.state.incidents, expected, 'incident'),
  offer: (scene, expected) => oneOf(scene.after.state.offers, expected, 'offer'),
  /** a promised term as the debrief tells it, when the truth is out */
  promise: (scene, expected) => oneOf(promisesOf(scene.after.state), expected, 'promise'),
  fund: (scene, expected) =>
    fits(scene.after.state.fund, expected) ? null : `fund is ${show(scene.after.state.fund)}`,
  'in the sky': (scene, expected) =>
    (expected as number[]).every((id) => indexOf(scene.after.sky, id) >= 0)
      ? null
      : `not all of ${show(expected)} are up`,
  'not in the sky': (scene, expected) => {
    const up = (expected as number[]).filter((id) => indexOf(scene.after.sky, id) >= 0);
    return up.length === 0 ? null : `still up: ${show(up)}`;
  },
  /** working satellites that this case's launches added */
  'satellites flown': (scene, expected) => {
    const ids = fresh(scene, (s) => s.facts).flatMap((fact) => (fact.kind === 'launch' ? fact.objects : []));
    const up = ids.filter((id) => {
      const row = indexOf(scene.after.sky, id);
      return row >= 0 && (scene.after.sky.flags[row]! & ACTIVE) !== 0;
    });
    return fits(up.length, expected) ? null : `${up.length} satellites flown, not ${show(expected)}`;
  },
  /** pieces of the strikes of this case that are up at the end, as a share of those made */
  'share of pieces up': (scene, expected) => {
    const strikes = fresh(scene, (s) => s.facts).filter((fact) => fact.kind === 'destructive-intercept');
    const targets = new Set(strikes.map((fact) => fact.target));
    const made = strikes.reduce((sum, fact) => sum + fact.tracked, 0);
    let up = 0;
    const { sky } = scene.after;
    for (let i = 0; i < sky.count; i++) if (targets.has(sky.parentId[i]!)) up += sky.weight[i]!;
    return fits(up / made, expected) ? null : `${up} of ${made} pieces are up, not ${show(expected)}`;
  },
};
