/** The front pages: what leads, what is folded, that every headline can be printed, and that none comes twice. */
import { describe, expect, it } from 'vitest';
import { newText } from '../../shared/forums/instrument.ts';
import type { Incident, Statement } from '../../shared/game/incident.ts';
import type { Message } from '../../shared/game/negotiation.ts';
import type { News } from '../../shared/game/news.ts';
import { viewFor } from '../../shared/game/rules.ts';
import type { InstrumentView } from '../../shared/game/view/view-shape.ts';
import { type Edition, frontPageOf } from '../../shared/press/front-page.ts';
import { type PublicFacts, storiesOf } from '../../shared/press/stories.ts';
import { HEADLINE_SIGNS, NOTICES, STORIES, type StoryKind } from '../../shared/press/templates.ts';
import { scenarioMessages } from '../../shared/scenarios/messages.ts';
import { messages as english } from '../../shared/text/en/index.ts';
import { press as englishPress } from '../../shared/text/en/press.ts';
import { messages as french } from '../../shared/text/fr/index.ts';
import { press as frenchPress } from '../../shared/text/fr/press.ts';
import { type Messages, say } from '../../shared/text/say.ts';
import { type SeatId, type Words, words } from '../../shared/vocabulary/index.ts';
import { lobby, scenario, seats } from '../laws/tables.ts';

const KINDS = Object.keys(STORIES) as StoryKind[];
const PRESS: Readonly<Record<'en' | 'fr', Messages>> = { en: englishPress, fr: frenchPress };
const PROGRAM: Readonly<Record<'en' | 'fr', Messages>> = { en: english, fr: french };
const projector = viewFor(lobby('press'), { kind: 'projector' });
const edition = (game: string, typed: Edition['typed'] = () => null): Edition => ({ game, typed });

const summary = (turn: number): PublicFacts['turnsDone'][number] => ({
  turn,
  skyHash: '',
  launched: 0,
  reentered: 0,
  trackedPublic: 0,
  newPieces: { up: 0, in25Years: 0 },
  byMonth: [],
});
/** A year in which nothing happened, as far as all know, with what a test lays into it. */
const year = (of: Partial<PublicFacts>, turn = 1): PublicFacts => ({
  ...projector,
  turnsDone: Array.from({ length: turn }, (_, i) => summary(i + 1)),
  ...of,
});
let serial = 0;
const news = (key: string, params: Words['params'], of: Partial<News> = {}): News => ({
  id: `n1.${serial++}`,
  turn: 1,
  month: 5,
  to: null,
  words: words(key, params),
  tone: 'calm',
  ...of,
});
const nameOf = (seat: SeatId): Words => words(`seat.${seat}`);
const strike = (seat: SeatId, tracked = 829, of: Partial<News> = {}): News =>
  news('news.strike', { seat: nameOf(seat), altitudeKm: 856.4, tracked }, of);
const burst = (tracked: number, of: Partial<News> = {}): News =>
  news('news.explosion', { altitudeKm: 731.2, tracked }, of);
const incident = (statements: readonly Statement[]): Incident => ({
  id: 'i.old',
  turn: 0,
  month: 1,
  object: 1,
  owner: null,
  altitudeKm: 731.2,
  trackedPublic: 350,
  loud: null,
  statements,
  settled: null,
  moved: [],
});
const text = (of: Partial<InstrumentView>): InstrumentView => ({
  ...newText(1, 'EU', 0, { N01: 300, N06: null, N10: null, N17: null, lead: 'EU', road: 'open' }),
  sentences: [],
  parties: [],
  wouldSign: [],
  needs: 4,
  adopts: false,
  acts: [],
  ...of,
});
const by = (...who: SeatId[]): Pick<InstrumentView, 'signatures'> => ({
  signatures: who.map((seat) => ({ seat, turn: 1 })),
});
const others = (seat: SeatId, count: number): SeatId[] => seats.filter((one) => one !== seat).slice(0, count);
const said = (seat: SeatId, kind: 'admit' | 'deny' | 'consult'): Partial<PublicFacts> => ({
  incidents: [incident([{ kind, seat, turn: 1 }])],
});
const of = (key: string, params: Words['params'] = {}): Partial<PublicFacts> => ({ news: [news(key, params)] });

/** For each kind a year that has it, about a seat; null: the seat can have no part in it. */
const YEARS: { readonly [K in StoryKind]: (seat: SeatId) => Partial<PublicFacts> | null } = {
  strikes: (seat) => ({ news: [strike(seat), strike(others(seat, 1)[0]!)] }),
  strike: (seat) => (canStrike(seat) ? { news: [strike(seat)] } : null),
  'strike-unknown': () => of('news.strike-unknown', { altitudeKm: 856, tracked: 829 }),
  maker: (seat) => (canStrike(seat) ? of('news.finding.maker', { seat: nameOf(seat) }) : null),
  breach: (seat) => of('news.breach', { seat: nameOf(seat), clause: words('dial.N01'), points: 8 }),
  block: (seat) => ({
    instruments: [text({ status: 'blocked', blockedIn: 1, blocks: { [seat]: { dial: 'N01', value: 0 } } })],
  }),
  left: (seat) => of('news.left', { seat: nameOf(seat), number: 1 }),
  'notice-given': (seat) => ({ instruments: [text({ status: 'in-force', inForceSince: 0, notices: { [seat]: 1 } })] }),
  ban: (seat) => ({
    ...of('news.in-force', { number: 1, count: 4 }),
    instruments: [text({ status: 'in-force', inForceSince: 1, ...by(seat, ...others(seat, 3)) })],
  }),
  'in-force': (seat) => ({
    ...of('news.in-force', { number: 1, count: 4 }),
    instruments: [
      text({
        status: 'in-force',
        inForceSince: 1,
        values: { ...text({}).values, N01: null, N10: 30 },
        ...by(seat, ...others(seat, 3)),
      }),
    ],
  }),
  adopted: (seat) => ({
    instruments: [text({ status: 'adopted', adopts: true, ...by(seat) })],
  }),
  accused: (seat) => ({
    incidents: [
      incident(
        others(seat, 1).map((one) => ({
          kind: 'accuse',
          seat: one,
          of: seat,
          cause: 'intercept',
          right: null,
          turn: 1,
        })),
      ),
    ],
  }),
  admitted: (seat) => said(seat, 'admit'),
  shelter: () => of('news.shelter', { approval: 5 }),
  collision: () => of('news.collision', { altitudeKm: 1485, tracked: 1812 }),
  explosion: () => ({ news: [burst(1434)] }),
  silent: (seat) => of('news.silent', { seat: nameOf(seat), points: 8 }),
  finding: () => of('news.finding', { cause: words('cause.intercept'), percent: 85 }),
  turned: () => of('news.finding.turned', { was: words('cause.impact') }),
  'fund-met': () => of('news.fund-met', { count: 3 }),
  unratified: (seat) => of('news.unratified', { seat: nameOf(seat), number: 1, need: 40 }),
  'one-short': (seat) => ({ instruments: [text(by(seat, ...others(seat, 2)))] }),
  joined: (seat) => ({ instruments: [text({ status: 'in-force', inForceSince: 0, ...by(seat) })] }),
  signed: (seat) => ({ instruments: [text(by(seat))] }),
  'fund-returned': () => of('news.fund-returned', { threshold: 8 }),
  'test-notice': (seat) => of('news.notice', { seat: nameOf(seat) }),
  consult: (seat) => said(seat, 'consult'),
  'consult-many': (seat) => ({
    incidents: [incident([seat, ...others(seat, 4)].map((one) => ({ kind: 'consult', seat: one, turn: 1 })))],
  }),
  denied: (seat) => said(seat, 'deny'),
  'no-text': () => ({ turnsDone: [{ ...summary(2) }] }),
  unregistered: (seat) =>
    of('news.launch', { seat: nameOf(seat), count: 40, altitudeKm: 550, notified: 'yes', registered: 'no' }),
  tabled: (seat) => ({ instruments: [text({ tabledTurn: 1, tabledBy: seat })] }),
  'tabled-many': (seat) => ({
    instruments: [seat, ...others(seat, 2)].map((one) => text({ tabledTurn: 1, tabledBy: one })),
  }),
  quiet: () => ({}),
  launches: () => ({ turnsDone: [{ ...summary(1), launched: 1160 }] }),
  small: () => ({ news: [burst(40), burst(44)] }),
  reentries: () => ({ turnsDone: [{ ...summary(1), reentered: 6004 }] }),
  tracked: () => ({ turnsDone: [{ ...summary(1), trackedPublic: 31_204 }] }),
};
const canStrike = (seat: SeatId): boolean => scenario.seats.some((spec) => spec.id === seat && spec.strike);
const turnOf = (facts: PublicFacts): number => facts.turnsDone.at(-1)!.turn;
const storyIn = (facts: PublicFacts, kind: StoryKind) => {
  const found = storiesOf(facts, turnOf(facts)).find((story) => story.kind === kind);
  expect(found, kind).toBeDefined();
  return found!;
};

describe('a front page', () => {
  it('is written from 60 headlines or more, the same in each language', () => {
    const headlines = KINDS.flatMap((kind) =>
      Array.from({ length: STORIES[kind].headlines }, (_, i) => `press.${kind}.${i + 1}`),
    );
    const notices = Array.from({ length: NOTICES }, (_, i) => `press.notice.${i + 1}`);
    expect(headlines.length).toBeGreaterThanOrEqual(60);
    for (const language of ['en', 'fr'] as const) {
      const there = Object.keys(PRESS[language]).filter((key) => /\.\d+$/.test(key));
      expect([language, there.sort()]).toEqual([language, [...headlines, ...notices].sort()]);
    }
  });

  it('has a year for every kind of story, whose headlines and facts are whole and fit in each language', () => {
    const wrong: string[] = [];
    for (const language of ['en', 'fr'] as const)
      for (const mode of ['real', 'fictional'] as const) {
        const all = { ...PROGRAM[language], ...PRESS[language], ...scenarioMessages(scenario, mode, language) };
        for (const kind of KINDS)
          for (const seat of seats) {
            const own = YEARS[kind](seat);
            if (!own) continue;
            const { params, facts } = storyIn(year(own), kind);
            expect(facts.length, kind).toBeGreaterThan(0);
            for (const fact of facts) {
              const told = say(all, language, fact);
              expect(told, fact.key).not.toBe(fact.key);
              expect(told, fact.key).not.toMatch(/[{}]/);
            }
            for (let n = 1; n <= STORIES[kind].headlines; n++) {
              const key = `press.${kind}.${n}`;
              const line = say(all, language, { key, params });
              if (line === key || /[{}]/.test(line)) wrong.push(`${language} ${mode} ${key}: ${line}`);
              if (line.length > HEADLINE_SIGNS) wrong.push(`${language} ${mode} ${key}, ${line.length} signs: ${line}`);
            }
          }
      }
    expect(wrong).toEqual([]);
  });

  it('prints every headline and every notice in some game', () => {
    for (const kind of KINDS) {
      const facts = year(YEARS[kind](seats[0]!)!);
      const printed = new Set<string>();
      for (let n = 0; n < 80; n++) {
        const page = frontPageOf(facts, turnOf(facts), edition(`game ${n}`))!;
        for (const { headline } of [page.lead, ...page.small]) printed.add(headline.key);
      }
      const own = [...printed].filter((key) => key.startsWith(`press.${kind}.`) && /\.\d+$/.test(key));
      const theirs = own.filter((key) => key.split('.').length === 3);
      expect([kind, theirs.length]).toEqual([kind, STORIES[kind].headlines]);
    }
    const notices = new Set(
      Array.from({ length: 400 }, (_, n) => frontPageOf(year({}), 1, edition(`game ${n}`))!.notice.key),
    );
    expect(notices.size).toBe(NOTICES);
  });

  it('leads with what weighs most: a test, a veto, a withdrawal, a text, an accusation, an old stage', () => {
    const ranked: readonly StoryKind[] = ['strike', 'block', 'left', 'ban', 'accused', 'explosion', 'small'];
    const whole = (kinds: readonly StoryKind[]): PublicFacts => {
      const parts = kinds.map((kind) => YEARS[kind]('US')!);
      const pick = <K extends 'news' | 'instruments' | 'incidents'>(field: K) =>
        parts.flatMap((part) => (part[field] ?? []) as never[]) as unknown as PublicFacts[K];
      return year({ news: pick('news'), instruments: pick('instruments'), incidents: pick('incidents') });
    };
    for (let n = 0; n < ranked.length; n++) {
      const rest = ranked.slice(n);
      // The order in which things stand in the view says nothing.
      for (const kinds of [rest, rest.toReversed()]) {
        const page = frontPageOf(whole(kinds), 1, edition('weights'))!;
        expect(page.lead.kind).toBe(ranked[n]);
        if (rest.length > 2) expect(page.small.slice(0, 2).map(({ kind }) => kind)).toEqual(rest.slice(1, 3));
      }
    }
  });

  it('folds small break-ups into one line, and tells large ones by the largest', () => {
    const stories = storiesOf(year({ news: [burst(20), burst(434), burst(3), burst(170), burst(99)] }), 1);
    expect(stories.map(({ kind, params }) => [kind, params.tracked])).toEqual([
      ['explosion', 434],
      ['small', 122],
    ]);
    const { plate } = frontPageOf(year({ news: [burst(20), burst(434)] }), 1, edition('plate'))!;
    expect(plate).toEqual({ tracked: 434, altitudeKm: 731, month: 5 });
    const tested = year({ news: [burst(890), strike('CN', 812), burst(434)] });
    expect(frontPageOf(tested, 1, edition('plate'))!.plate?.tracked).toBe(812);
    expect(frontPageOf(year({}), 1, edition('plate'))!.plate).toBeNull();
  });

  it('prints nothing that was told to some, taken back, or of another year', () => {
    const kept = { incidents: [incident([{ kind: 'deny', seat: 'CN', turn: 2 }])] };
    const facts = year({
      ...kept,
      news: [strike('CN', 829, { to: ['US'] }), strike('RU', 829, { withdrawn: true }), strike('US', 829, { turn: 2 })],
    });
    expect(storiesOf(facts, 1).map(({ kind }) => kind)).toEqual(['quiet']);
  });

  it('quotes one line of the plenary with its speaker: one that fits before the beginning of one', () => {
    const message = (id: string, more: Partial<Message> = {}): Message => ({
      id,
      at: 0,
      turn: 1,
      from: 'RU',
      by: null,
      to: 'plenary',
      hidden: false,
      ...more,
    });
    const typed = (id: string): string | null =>
      ({
        short: 'You move first.',
        two: 'You move first. Then we will see about everything else that is asked of us.',
      })[id] ?? (id === 'gone' ? null : `${'word '.repeat(40)}${id}`);
    const lineOf = (...press: Message[]) => frontPageOf(year({ press }), 1, edition('said', typed))!.said;
    expect(lineOf(message('long'), message('short'))).toEqual({ seat: 'RU', line: 'You move first.' });
    expect(lineOf(message('two'))?.line).toBe('You move first.');
    expect(lineOf(message('long'))?.line).toMatch(/^word( word)+…$/);
    expect(lineOf(message('long'))!.line.length).toBeLessThanOrEqual(61);
    const kept = [
      message('short', { to: 'US' }),
      message('short', { hidden: true }),
      message('short', { turn: 2 }),
      message('short', { from: 'facilitator' }),
      message('gone'),
    ];
    expect(lineOf(...kept)).toBeNull();
  });
});
