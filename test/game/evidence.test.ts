/** Evidence at First test's table: how often what is published finds the cause, and how often it is wrong; and who can tell what. */
import { describe, expect, it } from 'vitest';
import { ruleOf } from '../../shared/effects/index.ts';
import type { Command } from '../../shared/game/commands/index.ts';
import type { Evidence } from '../../shared/game/incident.ts';
import { apply, check, skyFor, viewFor } from '../../shared/game/rules.ts';
import { breakupIncident } from '../../shared/game/sight/knowing.ts';
import { publishedPicture } from '../../shared/game/sight/pictures.ts';
import type { Game, State } from '../../shared/game/state.ts';
import { BREAKUP_CAUSES, type BreakupCause, type SeatId } from '../../shared/vocabulary/index.ts';
import { firstTalk, yearLater } from './table.ts';

const start = firstTalk('evidence').state;
const { effect } = start.scenario.injects.find((inject) => inject.id === 'old-stage')!;
const GAMES = 4_000;

/** The state of turn 2 of a game, where the stage of its seed has broken up. */
function broken(seed: string, of: State = start): State {
  const state = { ...of, seed, clock: { ...of.clock, turn: 2 } };
  const { breakUp } = ruleOf(effect).inYear(effect, { id: 'old-stage', seed, turn: 2, candidate: 0 });
  const { incident, evidence, lots, fact } = breakupIncident(state, 'old-stage', breakUp!);
  return { ...state, incidents: [incident], evidence, lots: { [incident.id]: lots }, facts: [fact] };
}
const truthOf = ({ facts }: State): BreakupCause | null => {
  const [fact] = facts;
  return fact?.kind === 'breakup' ? fact.cause : null;
};
const games = Array.from({ length: GAMES }, (_, n) => broken(`evidence ${n}`));

/** Share of games with a finding once these seats publish, and share of wrong ones among them. */
function found(seats: readonly SeatId[], turn: number): { readonly found: number; readonly wrong: number } {
  let all = 0;
  let wrong = 0;
  for (const state of games) {
    const evidence = state.evidence.map((e): Evidence => ({ ...e, file: false, published: seats.includes(e.holder) }));
    const picture = publishedPicture({ ...state, evidence }, 'i.old-stage', turn)!;
    if (picture.proof < state.scenario.incidents.provedAt) continue;
    all++;
    if (picture.cause !== truthOf(state)) wrong++;
  }
  return { found: all / GAMES, wrong: all === 0 ? 0 : wrong / all };
}
/** Four standard errors of a share near 0.15 over so many games. */
const MARGIN = 0.025;

describe('what is published of the stage', () => {
  it('is an explosion in six of ten games and an impact in four', () => {
    const explosions = games.filter((state) => truthOf(state) === 'explosion').length / GAMES;
    expect(Math.abs(explosions - 0.6)).toBeLessThan(0.035);
    expect(games.every((state) => truthOf(state) !== 'intercept')).toBe(true);
  });

  // An intercept needs its maker as well: half of the wrong readings find nothing where one seat publishes.
  it.each([
    [['CN'], 2, 0, 0],
    [['CN', 'EU'], 2, 0, 0],
    [['CN', 'EU', 'OP'], 2, 0.87, 0.15],
    [['CN', 'EU', 'OP', 'RU', 'IN'], 2, 1, 0.2],
    [['CN', 'EU'], 3, 0.87, 0.15],
  ] as const)(
    'finds something where %j publish, turn %i: in %d of games, wrong in %d of these',
    (seats, turn, set, wrong) => {
      const share = found(seats, turn);
      expect(Math.abs(share.found - set)).toBeLessThan(MARGIN);
      expect(Math.abs(share.wrong - wrong)).toBeLessThan(MARGIN);
    },
  );

  it('with the best sensors: alone in 85 % of games, of which 18 % wrong; with three more always, 15 % wrong', () => {
    // The stage of these games is the United States', which holds its own file: here it reads like the others.
    const alone = found(['US'], 2);
    expect(Math.abs(alone.found - 0.85)).toBeLessThan(MARGIN);
    expect(Math.abs(alone.wrong - 0.15 / 0.85)).toBeLessThan(MARGIN);
    const all = found(['US', 'CN', 'EU', 'OP'], 2);
    expect(all.found).toBe(1);
    expect(Math.abs(all.wrong - 0.154)).toBeLessThan(MARGIN);
  });
});

describe('an admission that comes in when the proof has just been laid open', () => {
  const AT = 1_000_000;
  const burst = games.find((state) => truthOf(state) === 'explosion' && state.incidents[0]!.owner === 'US')!;
  const talk = firstTalk('evidence');
  const give = (game: Game, seat: SeatId, at: number, command: Command): Game =>
    apply(game, { seq: 0, at, actor: { role: 'bot', seat }, id: `${seat} ${at} ${command.kind}`, command });
  const opened = (['CN', 'EU', 'OP', 'RU'] as const).reduce(
    (game, holder, n) =>
      give(game, holder, AT + n * 10_000, { kind: 'publish-evidence', evidence: `e.i.old-stage.${holder}` }),
    { ...talk, state: burst } as Game,
  );
  /** With which reading it was proved, of those published one after the other. */
  const proof = opened.state.evidence
    .filter((e) => e.published)
    .findIndex((_, n) => {
      const seen = opened.state.evidence.filter((e) => (e.publishedAt ?? Infinity) <= AT + n * 10_000);
      const picture = publishedPicture({ ...opened.state, evidence: seen }, 'i.old-stage', 2)!;
      return picture.proof >= opened.state.scenario.incidents.provedAt;
    });
  const admit = (published: number): Command => ({
    kind: 'state-incident',
    incident: 'i.old-stage',
    say: 'admit',
    means: { published },
  });
  const asked = (published: number, afterMs: number): string | undefined =>
    check(opened, { role: 'bot', seat: 'US' }, admit(published), AT + proof * 10_000 + afterMs)?.code;

  it('is taken for a minute if it was begun before, and brings nothing', () => {
    expect(proof).toBeGreaterThan(0);
    expect(asked(proof, 60_000)).toBeUndefined();
    expect(asked(proof, 60_001)).toBe('known-already');
    const { seats, incidents } = give(opened, 'US', AT + 50_000, admit(proof)).state;
    expect(seats).toEqual(opened.state.seats);
    expect(incidents[0]!.statements).toEqual([{ kind: 'admit', seat: 'US', turn: 2, late: true }]);
  });

  it('is too late if the proof had been seen, or nobody says what had', () => {
    expect(asked(proof + 1, 0)).toBe('known-already');
    const blind: Command = { kind: 'state-incident', incident: 'i.old-stage', say: 'admit' };
    expect(check(opened, { role: 'bot', seat: 'US' }, blind, AT + 40_000)?.code).toBe('known-already');
    const deny: Command = { ...blind, say: 'deny', means: { published: proof } };
    expect(check(opened, { role: 'bot', seat: 'US' }, deny, AT + 40_000)?.code).toBe('known-already');
  });
});

describe('what the stage truly was', () => {
  const year = (seed: string): Game => yearLater(firstTalk(seed));

  it('is told to its owner alone: to all others an explosion and an impact look the same, to the byte', () => {
    const game = year('evidence 1');
    const { state } = game;
    const { owner } = state.incidents.find((i) => i.id === 'i.old-stage')!;
    const fact = state.facts.find((f) => f.kind === 'breakup' && f.incident === 'i.old-stage')!;
    const truth = fact.kind === 'breakup' ? fact.cause : 'explosion';
    const other = BREAKUP_CAUSES.find((cause) => cause !== truth)!;
    // The same readings by another truth: what was right was read by mistake, and the other way round.
    const lots = state.lots['i.old-stage']!;
    const named = state.evidence.find((e) => e.incident === 'i.old-stage' && e.holder !== owner)!.cause.named;
    const swapped = { ...lots, cause: { u: named === other ? 1 : 0, truth: other, order: [named] } };
    const otherwise: Game = {
      ...game,
      state: {
        ...state,
        lots: { ...state.lots, 'i.old-stage': swapped },
        facts: state.facts.map((f) => (f === fact && f.kind === 'breakup' ? { ...f, cause: other } : f)),
        evidence: state.evidence.map((e) => (e.file ? { ...e, cause: { ...e.cause, named: other } } : e)),
      },
    };
    for (const { id } of state.scenario.seats) {
      const viewer = { kind: 'seat', seat: id } as const;
      const same = JSON.stringify(viewFor(game, viewer)) === JSON.stringify(viewFor(otherwise, viewer));
      expect(same, id).toBe(id !== owner);
    }
    expect(skyFor(otherwise, { kind: 'guest' })).toEqual(skyFor(game, { kind: 'guest' }));
  });

  it('leaves evidence of the same seats, names and sizes', () => {
    const shape = (state: State) =>
      state.evidence.map(({ id, holder, symptom, sources, bases, file, cause }) => ({
        ...{ id, holder, symptom, sources, bases, file },
        error: cause.error,
        beliefs: Object.values(cause.belief).sort(),
      }));
    const explosion = games.find((state) => truthOf(state) === 'explosion')!;
    const impact = games.find((state) => truthOf(state) === 'impact')!;
    expect(shape(impact)).toEqual(shape(explosion));
  });
});
