/** The bell: what the end of the talks has decided, as each viewer is shown it. */
import { describe, expect, it } from 'vitest';
import { builtInScenarios } from '../../server/games/scenarios.ts';
import { readStartSky } from '../../server/skies.ts';
import type { Package } from '../../shared/clauses/text.ts';
import { signs } from '../../shared/forums/acts/on-text.ts';
import { newText, partiesOf } from '../../shared/forums/instrument.ts';
import { inSigningOrder } from '../../shared/forums/pledges.ts';
import type { Command } from '../../shared/game/commands/index.ts';
import { apply, check } from '../../shared/game/commands.ts';
import { newGame } from '../../shared/game/new-game.ts';
import type { Actor, Viewer } from '../../shared/game/roles.ts';
import type { Game, State } from '../../shared/game/state.ts';
import { resolveTurn } from '../../shared/game/turn/resolve.ts';
import { viewFor } from '../../shared/game/view/view.ts';
import type { Condition } from '../../shared/vocabulary/index.ts';

const scenario = builtInScenarios().get('first-test')!;
const { sky } = readStartSky(scenario, true);
const VALUES: Package = { N01: 300, N06: null, N10: null, N17: 'all', lead: 'EU', road: 'open' };
const TEXT = 'i1.EU';
const desk: Actor = { role: 'facilitator' };
const bot = (seat: string): Actor => ({ role: 'bot', seat });
const free: Condition = { kind: 'none' };
const ifWith = (...seats: string[]): Condition => ({ kind: 'with', seats });

type Step = readonly [Actor, Command];
const play = (game: Game, steps: readonly Step[]): Game =>
  steps.reduce<Game>((now, [actor, command], seq) => {
    expect(check(now, actor, command, seq)).toBeNull();
    return apply(now, { seq, at: seq, id: `e${seq}`, actor, command });
  }, game);
const pledge = (seat: string, condition: Condition, instrument = TEXT): Step => [
  bot(seat),
  signs(instrument, condition),
];
const table = (values: Package = VALUES): Step => [bot('EU'), { kind: 'table', values }];
const end: Step = [desk, { kind: 'end-phase' }];

/** The first talks, with something done in them, to the moment after they have ended. */
const bell = (...steps: Step[]): Game =>
  play(newGame(scenario, '7', sky, { thin: true }), [[desk, { kind: 'start' }], end, ...steps, end]);
const seen = (game: Game, viewer: Viewer = { kind: 'projector' }) => viewFor(game, viewer).bell;
const changed = (game: Game, change: Partial<State>): Game => ({ ...game, state: { ...game.state, ...change } });

const FOUR: readonly Step[] = [
  table(),
  pledge('US', ifWith('CN')),
  pledge('CN', ifWith('IN')),
  pledge('IN', free),
  pledge('EU', free),
];

describe('one name brings the next', () => {
  const text = newText(1, 'EU', 1, VALUES);
  const order = (pledges: Record<string, Condition>, added: readonly string[]) =>
    inSigningOrder({ ...text, pledges }, added).map(({ seat, conditional }) => seat + (conditional ? '?' : ''));

  it('those without a condition, then each as soon as its condition holds', () => {
    const chain = { US: ifWith('CN'), CN: ifWith('IN'), IN: free, EU: free };
    expect(order(chain, ['US', 'CN', 'IN', 'EU'])).toEqual(['IN', 'EU', 'CN?', 'US?']);
  });
  it('so many others: not before they are there', () => {
    const counted = {
      US: { kind: 'at-least', count: 3 },
      CN: { kind: 'at-least', count: 2 },
      IN: free,
      EU: free,
    } as const;
    expect(order(counted, ['US', 'CN', 'IN', 'EU'])).toEqual(['IN', 'EU', 'CN?', 'US?']);
  });
  it('in a circle the first of the table begins', () => {
    expect(order({ US: ifWith('CN'), CN: ifWith('US') }, ['US', 'CN'])).toEqual(['US?', 'CN?']);
  });
});

describe('the bell', () => {
  it('rings as the talks end, and is over with the sealing', () => {
    const game = bell(...FOUR);
    expect(game.state.clock.phase).toBe('seal');
    expect(seen(game)).not.toBeNull();
    expect(seen(play(game, [end]))).toBeNull();
    expect(seen(play(game, [[desk, { kind: 'go-back' }]]))).toBeNull();
  });
  it('full: names in the order in which one brought the next, and whom the text binds', () => {
    expect(seen(bell(...FOUR))).toEqual({
      outcome: 'force',
      text: TEXT,
      names: [
        { seat: 'IN', by: 'free' },
        { seat: 'EU', by: 'free' },
        { seat: 'CN', by: 'met' },
        { seat: 'US', by: 'met' },
      ],
      binds: ['US', 'CN', 'IN', 'EU'],
      missing: 0,
      places: 4,
      asks: [],
    });
  });
  it('one short: a condition that failed names nobody, and all that fell with it stay out', () => {
    const game = bell(table(), pledge('US', ifWith('RU')), pledge('CN', free), pledge('IN', free), pledge('EU', free));
    expect(seen(game)).toMatchObject({ outcome: 'short', missing: 1, places: 4, binds: [] });
    expect(seen(game)!.names.map((n) => n.seat)).toEqual(['CN', 'IN', 'EU']);
    expect(JSON.stringify(seen(game))).not.toMatch(/US|RU/);
  });
  it('names enough and one home that will not: as many short as homes, and whose is not said', () => {
    const game = bell(...FOUR);
    const seats = { ...game.state.seats, CN: { ...game.state.seats.CN!, approval: 39 } };
    expect(seen(changed(game, { seats }))).toMatchObject({ outcome: 'home', missing: 1, binds: [] });
  });
  it('consensus refused: the text, and no name under it', () => {
    const consensus = { ...VALUES, N01: null, road: 'copuos' } as Package;
    const refused: Step = [
      bot('RU'),
      { kind: 'act-on-text', text: TEXT, act: 'block', values: { dial: 'N17', value: 'members' } },
    ];
    const game = bell(table(consensus), pledge('US', free), pledge('EU', free), refused);
    expect(seen(game)).toMatchObject({ outcome: 'blocked', text: TEXT, names: [], missing: 0 });
    expect(JSON.stringify(seen(game))).not.toContain('RU');
  });
  it('a text with more names than the refused one would have had came nearer', () => {
    const consensus = { ...VALUES, N01: null, road: 'copuos', lead: 'US' } as Package;
    const other: Step = [bot('US'), { kind: 'table', values: consensus }];
    const refused: Step = [
      bot('RU'),
      { kind: 'act-on-text', text: 'i1.US', act: 'block', values: { dial: 'N17', value: 'members' } },
    ];
    const game = bell(table(), other, refused, pledge('IN', free), pledge('US', free, 'i1.US'), pledge('EU', free));
    expect(seen(game)).toMatchObject({ outcome: 'short', text: TEXT, missing: 2 });
  });
  it('no name under any text, and no text at all', () => {
    expect(seen(bell(table(), pledge('US', ifWith('CN'))))).toMatchObject({ outcome: 'none', text: TEXT, names: [] });
    expect(seen(bell())).toMatchObject({ outcome: 'none', text: null });
  });
  it('a text in force stands where nothing is new, and who joins it falls last', () => {
    const game = bell(...FOUR);
    const [text] = game.state.instruments;
    const later = { ...game.state.clock, turn: 2 };
    const inForce = { ...text!, status: 'in-force' as const, inForceSince: 1 };
    const stands = changed(game, { clock: later, instruments: [inForce] });
    expect(seen(stands)).toMatchObject({ outcome: 'stands', binds: ['US', 'CN', 'IN', 'EU'] });
    expect(new Set(seen(stands)!.names.map((n) => n.by))).toEqual(new Set(['old']));
    const joined = { ...inForce, signatures: [...inForce.signatures, { seat: 'RU', turn: 2 }] };
    const grown = seen(changed(game, { clock: later, instruments: [joined] }))!;
    expect(grown).toMatchObject({ outcome: 'joined', places: 5, binds: ['US', 'CN', 'RU', 'IN', 'EU'] });
    expect(grown.names.at(-1)).toEqual({ seat: 'RU', by: 'free' });
    const leaves = { ...inForce, notices: { IN: 2 } };
    expect(seen(changed(game, { clock: later, instruments: [leaves] }))!.binds).toEqual(['US', 'CN', 'EU']);
  });
  it('tells each signatory which articles ask something of its orders, and nobody else', () => {
    const game = bell(...FOUR, pledge('OP', free));
    expect(seen(game, { kind: 'seat', seat: 'US' })!.asks).toEqual(['N01', 'N17']);
    // it has no missile
    expect(seen(game, { kind: 'seat', seat: 'OP' })!.asks).toEqual(['N17']);
    expect(seen(game, { kind: 'seat', seat: 'RU' })!.asks).toEqual([]);
    expect({ ...seen(game, { kind: 'seat', seat: 'US' })!, asks: [] }).toEqual(seen(game));
  });
  it('says what the year then does', () => {
    const game = bell(...FOUR);
    const { instruments } = resolveTurn(play(game, [end])).outcome;
    const [inForce] = instruments.filter((text) => text.status === 'in-force');
    expect(inForce!.id).toBe(seen(game)!.text);
    expect(partiesOf(inForce!)).toEqual([...seen(game)!.binds].sort());
  });
});
