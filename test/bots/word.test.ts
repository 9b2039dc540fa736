/** A bot keeps its word: what it is paid for it does, keeps there, and does not sell twice. */
import { expect, it } from 'vitest';
import { decide } from '../../shared/bots/index.ts';
import type { PersonaName } from '../../shared/bots/personas.ts';
import type { Package } from '../../shared/clauses/text.ts';
import type { Command } from '../../shared/game/commands/index.ts';
import { apply, check } from '../../shared/game/commands.ts';
import { viewFor } from '../../shared/game/rules.ts';
import { promisesOf } from '../../shared/game/score/said-and-done.ts';
import type { Seat } from '../../shared/game/seat.ts';
import type { Game } from '../../shared/game/state.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import type { OfferTerm } from '../../shared/terms/index.ts';
import { readFirstTest } from '../game/first-test.ts';
import { firstTalk, yearLater } from '../game/table.ts';

const BOTS = ['CN', 'RU', 'IN', 'EU', 'OP'] as const;
const TEXT: Package = { N01: 500, N06: 10, N10: null, N17: null, lead: 'EU', road: 'open' };
const OTHER: Package = { N01: 300, N06: 5, N10: null, N17: 'members', lead: 'EU', road: 'open' };

let serial = 0;
const done = (game: Game, seat: string, command: Command): Game => {
  serial++;
  return apply(game, { seq: serial, at: 0, actor: { role: 'bot', seat }, id: `w${serial}`, command });
};
function say(game: Game, seat: string, command: Command): Game {
  expect(check(game, { role: 'bot', seat }, command, 0), `${seat} ${command.kind}`).toBeNull();
  return done(game, seat, command);
}

/** A round of the bots among people: what is refused is not done. */
function round(game: Game, n: number, persona: PersonaName): Game {
  let now = game;
  for (const seat of BOTS)
    for (const command of decide(viewFor(now, { kind: 'seat', seat }), readFirstTest(), keyOf(`w ${seat}`), n, persona))
      if (check(now, { role: 'bot', seat }, command, 0) === null) now = done(now, seat, command);
  return now;
}

/** The United States pay every bot well for each of these; then the talks go on to their end and the year passes. */
function afterOffers(persona: PersonaName, terms: readonly OfferTerm[]): Game {
  let game = say(firstTalk('word'), 'US', { kind: 'table', values: TEXT });
  game = say(game, 'EU', { kind: 'table', values: OTHER });
  const { US } = game.state.seats as Record<'US', Seat>;
  const seats = { ...game.state.seats, US: { ...US, creditsK: 90_000_000 } };
  game = { ...game, state: { ...game.state, seats } };
  game = round(game, 0, persona);
  for (const to of BOTS)
    for (const term of terms)
      if (check(game, { role: 'bot', seat: 'US' }, offerTo(to, term), 0) === null)
        game = done(game, 'US', offerTo(to, term));
  for (let n = 1; n < 6; n++) game = round(game, n, persona);
  return game;
}
const offerTo = (to: string, term: OfferTerm): Command => ({
  kind: 'offer',
  to,
  give: [{ kind: 'credits', credits: 9 }],
  get: [term],
});

const ASKED: readonly OfferTerm[] = [
  { kind: 'sign', instrument: 'i1.US' },
  { kind: 'sign', instrument: 'i1.EU' },
  { kind: 'dial', dial: 'N01', value: 500 },
  { kind: 'dial', dial: 'N10', value: 90 },
  { kind: 'no-strike', turn: 1 },
  { kind: 'share-data', turn: 1 },
];

for (const persona of ['class', 'bold', 'opportunist', 'reciprocator'] as const)
  it(`${persona}: every promise of the turn is kept, and no name is sold twice`, () => {
    const game = afterOffers(persona, ASKED);
    const accepted = game.state.offers.filter((o) => o.status === 'accepted');
    const signed = accepted.filter((o) => o.get[0]?.kind === 'sign').map((o) => o.to);
    expect(new Set(signed).size).toBe(signed.length);
    const kinds = new Set(accepted.map((o) => o.get[0]!.kind));
    for (const kind of ['sign', 'dial', 'share-data']) expect([...kinds], persona).toContain(kind);
    const promises = promisesOf(yearLater(game).state).filter((p) => p.term.kind !== 'credits');
    expect(promises.filter((p) => p.kept !== true)).toEqual([]);
  });

it('does not take pay for what it has given already', () => {
  const game = afterOffers('class', [{ kind: 'dial', dial: 'N10', value: 90 }]);
  const given = BOTS.find((seat) => game.state.positions[seat]?.N10 === 90)!;
  const asked = say(game, 'US', offerTo(given, { kind: 'dial', dial: 'N10', value: 90 }));
  const answers = decide(viewFor(asked, { kind: 'seat', seat: given }), readFirstTest(), keyOf('w'), 2);
  expect(answers).toContainEqual(expect.objectContaining({ kind: 'answer-offer', accept: false, why: 'given' }));
});

it('keeps its word in the next year, too', () => {
  const game = yearLater(
    afterOffers('bold', [
      { kind: 'no-strike', turn: 2 },
      { kind: 'share-data', turn: 2 },
    ]),
  );
  expect(promisesOf(game.state).some((p) => p.term.kind === 'share-data')).toBe(true);
  let now = round(game, 0, 'bold');
  for (let n = 1; n < 4; n++) now = round(now, n, 'bold');
  const promises = promisesOf(yearLater(now).state).filter((p) => p.term.kind !== 'credits');
  expect(promises.filter((p) => p.kept !== true)).toEqual([]);
});
