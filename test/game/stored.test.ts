/** A game that ran under First test version 1: it is read and told as it was, and ends with what it has. */
import { describe, expect, it } from 'vitest';
import { check } from '../../shared/game/commands.ts';
import { viewFor } from '../../shared/game/rules.ts';
import type { Game, State } from '../../shared/game/state.ts';
import { entryReadNow, stateReadNow } from '../../shared/game/stored.ts';
import { asReadNow } from '../../shared/scenarios/gone.ts';
import { type Scenario, ScenarioSchema } from '../../shared/scenarios/schema.ts';
import { firstTalk, yearLater } from './table.ts';
import { asVersion1, ESTIMATES } from './version-1.ts';

const now = yearLater(firstTalk('version 1'));
const older = JSON.parse(JSON.stringify(asVersion1(now.state))) as State;
const state = stateReadNow({ ...older, scenario: asReadNow(older.scenario) as Scenario });
const game: Game = { state, sky: now.sky };

describe('a game of version 1', () => {
  it('does not fit: no year of it is computed by another rule', () => {
    expect(ScenarioSchema.safeParse(state.scenario).success).toBe(false);
    expect(ScenarioSchema.safeParse(now.state.scenario).success).toBe(true);
  });

  it('tells everybody what was read, found and said, as it was', () => {
    for (const viewer of [
      ...state.scenario.seats.map(({ id }) => ({ kind: 'seat', seat: id }) as const),
      { kind: 'facilitator' } as const,
      { kind: 'guest' } as const,
    ]) {
      const view = viewFor(game, viewer);
      expect(view.findings).toMatchObject([{ id: 'f.i.old-stage', confidence: 0.85, overturns: null }]);
      expect(view.publishedTogether).toEqual({});
      expect(view.news).toEqual(viewFor(now, viewer).news);
    }
    const own = viewFor(game, { kind: 'seat', seat: 'CN' }).own!;
    expect(own.evidence.map(({ cause, who }) => [cause.named, cause.belief, who?.belief])).toEqual([
      ['explosion', ESTIMATES.causes, ESTIMATES.attribution],
    ]);
  });

  it('is read like that from its log, too', () => {
    const outcome = { evidence: older.evidence, incidents: older.incidents, findings: older.findings };
    const entry = entryReadNow({ command: { kind: 'resolved', outcome } } as never);
    expect(entry.command).toMatchObject({
      outcome: { evidence: state.evidence, incidents: state.incidents, findings: state.findings, lots: {} },
    });
  });

  it('acts on texts by the one command that there is for it now', () => {
    const read = (command: object) => entryReadNow({ command } as never).command;
    const means = { turn: 1, texts: [null] };
    const pledge = { kind: 'pledge', instrument: 'i1.EU', condition: { kind: 'at-least', count: 3 }, means };
    const now = {
      kind: 'act-on-text',
      text: 'i1.EU',
      act: 'pledge',
      values: { condition: 'at-least', count: 3 },
      means,
    };
    expect(read(pledge)).toEqual(now);
    expect(read({ kind: 'act-for', seat: 'EU', command: pledge })).toEqual({
      kind: 'act-for',
      seat: 'EU',
      command: now,
    });
    expect(read({ kind: 'block', instrument: 'i1.EU', dial: 'N01', value: null })).toEqual({
      kind: 'act-on-text',
      text: 'i1.EU',
      act: 'block',
      values: { dial: 'N01', value: null },
    });
    expect(read({ kind: 'ready', on: true })).toEqual({ kind: 'ready', on: true });
  });

  it('goes to its debrief and nowhere else', () => {
    const halted = { ...game, state: { ...state, halt: { why: 'scenario', detail: 'evidence' } as const } };
    const desk = { role: 'facilitator' } as const;
    expect(check(halted, desk, { kind: 'open-debrief' }, 0)).toBeNull();
    expect(check(halted, desk, { kind: 'end-phase' }, 0)).toMatchObject({ code: 'scenario-outdated' });
  });
});
