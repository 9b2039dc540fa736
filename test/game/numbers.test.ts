/** Numbers and switches of a scenario that few games move: each changes what the game does. */
import { describe, expect, it, vi } from 'vitest';
import { mandateOf } from '../../shared/bots/mandate.ts';
import { personas } from '../../shared/bots/personas.ts';
import { CLAUSE_IDS, clauses } from '../../shared/clauses/index.ts';
import type { Package } from '../../shared/clauses/text.ts';
import { isBeyondMandate } from '../../shared/forums/forum.ts';
import { commands } from '../../shared/game/commands/index.ts';
import { valuesOf } from '../../shared/game/commands/paper.ts';
import { apply, check } from '../../shared/game/commands.ts';
import { forumOf } from '../../shared/game/paper.ts';
import { viewFor } from '../../shared/game/rules.ts';
import { planOf, testsPerYear } from '../../shared/game/score/conduct.ts';
import type { Game } from '../../shared/game/state.ts';
import { shellState } from '../../shared/orbits/decades/shells.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import { JOBS } from '../../shared/vocabulary/index.ts';
import { firstTalk, yearLater } from './table.ts';

const game = firstTalk('numbers');
const { scenario } = game.state;
const changed = (part: Partial<Scenario>): Game => ({
  ...game,
  state: { ...game.state, scenario: { ...scenario, ...part } },
});
const NOTHING: Package = { N01: null, N06: null, N10: null, N17: null, lead: 'EU', road: 'copuos' };

describe('a scenario says', () => {
  it('who may lead a text', () => {
    const dials = { ...scenario.paper.dials, lead: ['IN', 'EU'] };
    const few = changed({ paper: { ...scenario.paper, dials } });
    expect(valuesOf(few.state, 'lead')).toEqual(['IN', 'EU']);
    const values = { ...NOTHING, N10: 30, lead: 'US' } as const;
    const table = { kind: 'table', values } as const;
    const actor = { role: 'bot', seat: 'US' } as const;
    expect(check(game, actor, table, 0)).toBeNull();
    expect(check(few, actor, table, 0)).toMatchObject({ code: 'value-not-on-dial', field: 'value' });
  });

  it('which forum deals with security: elsewhere a member can object to a clause of it, and to no other', () => {
    const anything = changed({ forums: scenario.forums.map((forum) => ({ ...forum, framing: 'any' as const })) });
    for (const dial of CLAUSE_IDS) {
      const text = { ...NOTHING, [dial]: clauses[dial].values[0] };
      expect(isBeyondMandate(forumOf(game.state, text).forum, text), dial).toBe(dial === 'N01');
      expect(isBeyondMandate(forumOf(anything.state, text).forum, text), dial).toBe(false);
      const open = { ...text, road: 'open' };
      expect(isBeyondMandate(forumOf(game.state, open).forum, open), dial).toBe(false);
    }
    const objection = (of: Game) => {
      const actor = { role: 'bot', seat: 'EU' } as const;
      const command = { kind: 'table', values: { ...NOTHING, N01: 300 } } as const;
      const tabled = apply(of, { seq: 1, at: 0, actor, id: 'a', command });
      const object = { kind: 'act-on-text', text: 'i1.EU', act: 'object', values: {} } as const;
      return check(tabled, { role: 'bot', seat: 'CN' }, object, 0);
    };
    expect(objection(game)).toBeNull();
    expect(objection(anything)).toMatchObject({ code: 'no-security-clause' });
  });

  it('what each shelter costs at home', () => {
    const prepared = scenario.injects.find((inject) => inject.effect.kind === 'shelter')!;
    const dear = {
      ...prepared,
      id: 'dear',
      turn: 1,
      effect: { kind: 'shelter', approval: -9, insurersPercent: 0 },
    } as const;
    const two = changed({ injects: [...scenario.injects, dear] });
    const injects = [...two.state.injects, { ...two.state.injects[0]!, id: 'dear', turn: 1, status: 'fired' as const }];
    const { seats } = yearLater({ ...two, state: { ...two.state, injects } }).state;
    expect([seats.US!.approval, seats.IN!.approval]).toEqual([46, 55]);
  });

  it('what the cards of orders tell of it', () => {
    const { symptoms } = scenario.evidence;
    const flight = { missed: [0.9, 0.9, 0.8, 0.7, 0.5] };
    const evidence = { ...scenario.evidence, symptoms: { ...symptoms, flight } };
    const told = (of: Game, kind: string, name: string): unknown => {
      const card = viewFor(of, { kind: 'seat', seat: 'US' }).own!.cards.find((c) => c.kind === kind)!;
      const field = card.fields.find((f) => f.name === name)!;
      return field.kind === 'toggle' ? field.note?.params : null;
    };
    const other = changed({ evidence, unregisteredConfidence: -0.3 });
    expect(told(game, 'strike', 'flyBy')).toEqual({ least: 60, most: 90 });
    expect(told(other, 'strike', 'flyBy')).toEqual({ least: 20, most: 50 });
    expect([told(game, 'launch', 'register'), told(other, 'launch', 'register')]).toEqual([
      { less: 0.15 },
      { less: 0.3 },
    ]);
  });

  it('the least share of its gain that a bot agrees to', () => {
    const view = viewFor(game, { kind: 'seat', seat: 'EU' });
    const asks = (share: number): number =>
      mandateOf(view, view.own!, { ...scenario, bots: { ...scenario.bots, share } }, personas.class).asks;
    expect(asks(0.4)).toBe(asks(scenario.bots.concessions[0]!));
    expect(asks(0.9)).toBeGreaterThan(asks(0.4));
  });
});

describe('every job', () => {
  it('holds a button of its own', () => {
    const held = new Set(Object.values(commands).map((rule) => rule.job));
    for (const job of JOBS) expect(held, job).toContain(job);
  });
});

describe('what a clause says of the years ahead', () => {
  const US = { seat: 'US', altitudeKm: 800, massKg: 1000 };
  const shells = shellState(game.sky);

  it('is what they assume', () => {
    const bound = { ...NOTHING, N01: 500, N06: 5 } as const;
    const rate = (values: Package): number => testsPerYear(scenario, US, values);
    const { unboundTestYears, boundWithoutPoolYears } = scenario.epilogue;
    expect([rate(NOTHING), rate(bound)]).toEqual([1 / unboundTestYears, 1 / boundWithoutPoolYears]);
    const years = (values: Package): number =>
      planOf(scenario, shells, [US], values, ['US'], { US: 1 }, 0, 25).disposal!.withinYears;
    expect([years(NOTHING), years(bound)]).toEqual([25, 5]);

    vi.spyOn(clauses.N01, 'forecast').mockReturnValue({ noTestsAboveKm: 900 });
    vi.spyOn(clauses.N06, 'forecast').mockReturnValue({ postMissionYears: 3 });
    expect(rate({ ...bound })).toBe(1 / unboundTestYears);
    expect(years({ ...bound })).toBe(3);
    vi.restoreAllMocks();
  });
});
