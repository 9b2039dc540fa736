/** What a bot says of a break-up: asked first, shown then, and people who answer for it may speak before. */
import { expect, it } from 'vitest';
import { decide } from '../../shared/bots/index.ts';
import type { Command } from '../../shared/game/commands/index.ts';
import { viewFor } from '../../shared/game/rules.ts';
import type { View } from '../../shared/game/view/view-shape.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import { readFirstTest } from '../game/first-test.ts';
import { firstTalk, yearLater } from '../game/table.ts';

const game = yearLater(firstTalk('incidents'));
const { id, owner } = game.state.incidents.find((incident) => incident.id === 'i.old-stage')!;
const holder = game.state.evidence.find((e) => e.incident === id && e.holder !== owner)!.holder;
const view = viewFor(game, { kind: 'seat', seat: holder });

const saidBy = (of: View): readonly string[] =>
  decide(of, readFirstTest(), keyOf('luck'), 0)
    .filter((c: Command) => c.kind === 'state-incident' || c.kind === 'publish-evidence')
    .map((c) => c.kind);
/** The view with people at the owner's seat, and this seat's call for consultations made in a turn. */
const withPeople = (askedIn: number | null): View => ({
  ...view,
  seats: view.seats.map((seat) => (seat.id === owner ? { ...seat, bot: false } : seat)),
  incidents: view.incidents.map((incident) =>
    incident.id === id && askedIn !== null
      ? { ...incident, statements: [{ kind: 'consult', seat: holder, turn: askedIn, right: null } as const] }
      : incident,
  ),
});

it('of a bot’s object: it asks and shows at once', () => {
  expect(view.seats.find((seat) => seat.id === owner)?.bot).toBe(true);
  expect(saidBy(view)).toEqual(['state-incident', 'publish-evidence']);
});

it('of people’s object: it asks, and shows a turn later what they have not told', () => {
  const { turn } = view.clock;
  expect(saidBy(withPeople(null))).toEqual(['state-incident']);
  expect(saidBy(withPeople(turn))).toEqual([]);
  expect(saidBy(withPeople(turn - 1))).toEqual(['publish-evidence']);
});

it('of its own object: it admits, but not what is proved already', () => {
  const own = viewFor(game, { kind: 'seat', seat: owner! });
  expect(saidBy(own)).toContain('state-incident');
  const picture = { ...Object.values(own.publishedTogether)[0], proof: 1, party: owner };
  const proved = { ...own, publishedTogether: { [id]: picture as View['publishedTogether'][string] } };
  expect(saidBy(proved)).toEqual([]);
});

it('of its own object that a piece struck: it opens its file and admits nothing', () => {
  const own = viewFor(game, { kind: 'seat', seat: owner! });
  const struck = {
    ...own,
    own: { ...own.own!, evidence: own.own!.evidence.map((e) => (e.file ? { ...e, who: null } : e)) },
  };
  expect(saidBy(struck)).toEqual(['publish-evidence']);
});

it('an accuser names whom it believes it was, from 10 in 13 on and once', () => {
  const believed = (proof: number, statements: View['incidents'][number]['statements'] = []): View => ({
    ...view,
    own: { ...view.own!, heldTogether: { [id]: { cause: 'explosion', party: owner, proof } as never } },
    incidents: view.incidents.map((incident) => (incident.id === id ? { ...incident, statements } : incident)),
  });
  const accuses = (of: View, persona: 'class' | 'accuser' = 'accuser') =>
    decide(of, readFirstTest(), keyOf('luck'), 0, persona).filter((c) => c.kind === 'accuse');
  expect(accuses(believed(0.76))).toEqual([]);
  expect(accuses(believed(0.77))).toEqual([{ kind: 'accuse', incident: id, cause: 'explosion', of: owner }]);
  expect(accuses(believed(0.77), 'class')).toEqual([]);
  const said = { kind: 'accuse', seat: holder, turn: 2, cause: 'explosion', of: owner!, right: null } as const;
  expect(accuses(believed(0.9, [said]))).toEqual([]);
});
