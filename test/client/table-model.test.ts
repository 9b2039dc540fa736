import { expect, test } from 'vitest';
import { emblemPath, SIGNS, signPath } from '../../client/table/emblems.ts';
import { tableModel, valueKey } from '../../client/table/model.ts';
import { newText } from '../../shared/forums/instrument.ts';
import type { InstrumentView, SeatCard, View } from '../../shared/game/view/view-shape.ts';
import { type Words, words } from '../../shared/vocabulary/index.ts';

const say = (w: Words): string => w.key + (w.params ? ` ${Object.values(w.params).join(' ')}` : '');

const seat = (id: string, rest: Partial<SeatCard> = {}): SeatCard => ({
  id,
  kind: 'state',
  emblem: id,
  colour: '#56b4e9',
  name: words(`seat.${id}`),
  bot: false,
  held: false,
  ready: false,
  present: 1,
  standing: 60,
  approval: 55,
  strike: true,
  ssaLevel: 3,
  active: 10,
  shells: [],
  positions: {},
  owners: [],
  fleets: [],
  ...rest,
});

const text = (number: number, rest: Partial<InstrumentView> = {}): InstrumentView => ({
  ...newText(number, 'altair', 1, { N01: 300, N06: null, N10: null, N17: 'all', lead: 'rigel', road: 'open' }),
  id: `i${number}`,
  sentences: [{ dial: 'N01', words: words('N01.sentence', { km: 300 }) }],
  parties: [],
  wouldSign: [],
  needs: 4,
  adopts: false,
  acts: [],
  ...rest,
});

function view(rest: Partial<View>): View {
  return {
    viewer: { kind: 'seat', seat: 'vega' },
    title: words('title'),
    breath: null,
    names: 'fictional',
    solo: null,
    wall: 'globe',
    halted: null,
    heard: {} as View['heard'],
    lesson: null,
    clock: {
      phase: 'negotiation',
      turn: 2,
      number: 4,
      startedAt: 0,
      endsAt: null,
      pausedLeftMs: null,
      extendedS: 0,
      lastTurn: 4,
      playStartedAt: 0,
      sessionStartedAt: 0,
      overrun: false,
      dimUntil: null,
      toDebrief: false,
    },
    seconds: {},
    turns: 4,
    seats: [seat('altair'), seat('vega'), seat('rigel')],
    delegates: {},
    dials: [],
    instruments: [],
    paperSince: null,
    bell: null,
    offers: [],
    press: [],
    incidents: [],
    publishedEvidence: [],
    publishedTogether: {},
    provedAt: 0.7,
    clearedStanding: 3,
    findings: [],
    news: [],
    fund: { open: false, met: false, thresholdK: 0, balanceK: null },
    turnsDone: [],
    startSky: '',
    overlay: '',
    own: null,
    desk: null,
    revealed: [],
    epilogue: null,
    epilogueAssumed: null,
    debrief: {
      objectives: null,
      orders: null,
      truth: null,
      counterfactual: null,
      promises: null,
      moment: null,
      results: null,
      frontier: null,
      history: null,
    },
    may: {},
    about: {},
    texts: [],
    ...rest,
  };
}

const message = (from: string, to: string, turn: number, hidden = false): View['press'][number] => ({
  id: `${from}${to}${turn}`,
  at: 0,
  turn,
  from,
  by: null,
  to,
  hidden,
});

test('the viewer’s own seat is marked; a projector has none', () => {
  expect(tableModel(view({}), say, false).seats.map((s) => s.own)).toEqual([false, true, false]);
  const projector = tableModel(view({ viewer: { kind: 'projector' } }), say, true);
  expect(projector.seats.some((s) => s.own)).toBe(false);
  expect(projector.reducedMotion).toBe(true);
});

test('who spoke last in plenary this turn is speaking; bilateral, hidden and former words do not count', () => {
  const speaking = (press: View['press']) =>
    tableModel(view({ press }), say, false).seats.flatMap((s) => (s.speaking ? [s.id] : []));
  expect(speaking([message('altair', 'plenary', 2), message('rigel', 'vega', 2)])).toEqual(['altair']);
  expect(speaking([message('altair', 'plenary', 2), message('rigel', 'plenary', 2, true)])).toEqual(['altair']);
  expect(speaking([message('altair', 'plenary', 1)])).toEqual([]);
  expect(speaking([message('altair', 'plenary', 2), message('facilitator', 'plenary', 2)])).toEqual([]);
});

test('“no clause” is a position, silence is none', () => {
  const model = tableModel(
    view({
      seats: [seat('altair', { positions: { N01: null } }), seat('vega', { positions: { N01: 0 } }), seat('rigel')],
      dials: [
        {
          dial: 'N01',
          label: words('N01'),
          values: [
            { value: null, label: words('N01.none') },
            { value: 0, label: words('N01.all') },
          ],
          note: null,
          sources: [],
        },
      ],
    }),
    say,
    false,
  );
  expect(model.dials[0]).toEqual({
    dial: 'N01',
    label: 'N01',
    values: [
      { value: 'none', label: 'N01.none' },
      { value: '0', label: 'N01.all' },
    ],
    positions: { altair: 'none', vega: '0' },
  });
  expect(valueKey('all')).toBe('all');
});

test('texts that are gone leave the table; at most the five latest lie on it', () => {
  const ids = (instruments: InstrumentView[]) => tableModel(view({ instruments }), say, false).texts.map((t) => t.id);
  expect(ids([text(1, { status: 'withdrawn' }), text(2), text(3, { status: 'replaced' })])).toEqual(['i2']);
  expect(ids([1, 2, 3, 4, 5, 6].map((n) => text(n)))).toEqual(['i2', 'i3', 'i4', 'i5', 'i6']);
});

test('a seal is a signature or a pledge, never both', () => {
  const [shown] = tableModel(
    view({
      dials: [
        {
          dial: 'N01',
          label: words('dial.N01'),
          note: null,
          sources: [],
          values: [
            { value: null, label: words('none') },
            { value: 300, label: words('km', { n: 300 }) },
          ],
        },
      ],
      instruments: [
        text(1, {
          signatures: [{ seat: 'altair', turn: 1 }],
          pledges: { altair: { kind: 'none' }, rigel: { kind: 'at-least', count: 3 } },
          blocks: { vega: { dial: 'N01', value: null } },
          status: 'blocked',
        }),
      ],
    }),
    say,
    false,
  ).texts;
  expect(shown).toMatchObject({
    title: 'ui.paper.text.n 1',
    lead: 'rigel',
    statusLabel: 'status.blocked',
    signatures: ['altair'],
    pledges: ['rigel'],
    blocks: ['vega'],
    needs: 4,
    terms: [{ label: 'dial.N01', value: 'km 300' }],
  });
});

test('only open offers pass', () => {
  const offer = (id: string, status: View['offers'][number]['status']): View['offers'][number] => ({
    id,
    turn: 2,
    from: 'altair',
    to: 'vega',
    give: [],
    get: [],
    status,
    kept: { give: [], get: [] },
  });
  const model = tableModel(view({ offers: [offer('a', 'open'), offer('b', 'declined')] }), say, false);
  expect(model.offers).toEqual([{ id: 'a', from: 'altair', to: 'vega' }]);
});

test('every emblem and sign is path data of its own; an unknown key gets the default', () => {
  const keys = ['altair', 'vega', 'deneb', 'rigel', 'capella', 'meridian', 'default'];
  const paths = [...keys.map(emblemPath), ...(Object.keys(SIGNS) as (keyof typeof SIGNS)[]).map(signPath)];
  for (const path of paths) expect(path).toMatch(/^M[-\d.,\sMLHVCQAZaZ]+Z$/);
  expect(new Set(paths).size).toBe(paths.length);
  expect(emblemPath('constructor')).toBe(emblemPath('default'));
});
