import { expect, test } from 'vitest';
import { layoutTable, middle, overlap } from '../../client/table/layout.ts';
import type { TableModel, TableSeat, TableText } from '../../client/table/model.ts';
import { setTable } from '../../client/table/setting.ts';

const NAMES = ['altair', 'vega', 'deneb', 'rigel', 'capella', 'meridian'];

const seat = (id: string, rest: Partial<TableSeat> = {}): TableSeat => ({
  id,
  name: id,
  emblem: id,
  colour: '#56b4e9',
  ready: false,
  present: 1,
  bot: false,
  attendance: '1',
  speaking: false,
  own: id === 'deneb',
  ...rest,
});

const text = (id: string, rest: Partial<TableText> = {}): TableText => ({
  id,
  title: id,
  tabledBy: 'altair',
  lead: 'altair',
  status: 'tabled',
  statusLabel: 'tabled',
  signatures: [],
  pledges: [],
  blocks: [],
  needs: 4,
  terms: [],
  ...rest,
});

const model = (rest: Partial<TableModel> = {}): TableModel => ({
  seats: NAMES.map((id) => seat(id)),
  dials: [
    {
      dial: 'N01',
      label: 'N01',
      values: ['none', '0', '300'].map((value) => ({ value, label: value })),
      positions: { altair: '300', vega: 'none', rigel: '300' },
    },
  ],
  texts: [],
  offers: [],
  paper: { title: 'paper' },
  empty: { title: 'empty', hint: 'hint' },
  reducedMotion: false,
  ...rest,
});

function set(of: TableModel) {
  const layout = layoutTable(1280, 720, {
    seats: of.seats.length,
    dials: of.dials.map((d) => d.values.length),
    texts: of.texts.length,
  });
  const pieces = setTable(of, layout);
  return { layout, pieces, keys: pieces.map((p) => p.key), piece: (key: string) => pieces.find((p) => p.key === key) };
}

/** Keys of the pieces that must be painted or moved to get from one model to another. */
function changes(from: TableModel, to: TableModel): string[] {
  const before = set(from);
  return set(to).pieces.flatMap((p) => {
    const old = before.piece(p.key);
    const same = old && old.looks === p.looks && old.x === p.x && old.y === p.y && old.w === p.w && old.h === p.h;
    return same ? [] : [p.key];
  });
}

test('the same model changes nothing; a seat that gets ready changes its placard alone', () => {
  expect(changes(model(), model())).toEqual([]);
  const ready = model({ seats: NAMES.map((id) => seat(id, { ready: id === 'vega' })) });
  expect(changes(model(), ready)).toEqual(['seat vega']);
});

test('a seat that moves to a value others hold moves its token and makes room there, and the paper stays', () => {
  const dials = [{ ...model().dials[0]!, positions: { altair: '300', vega: 'none', rigel: '300', deneb: '300' } }];
  expect(changes(model(), model({ dials })).sort()).toEqual(['token N01 altair', 'token N01 deneb', 'token N01 rigel']);
});

test('a seat that has said nothing has no token', () => {
  const { keys } = set(model());
  expect(keys.filter((key) => key.startsWith('token'))).toHaveLength(3);
  expect(keys).not.toContain('token N01 capella');
});

test('signatures fall as seals, pledges lie beside them, blocks lie across', () => {
  const { piece, layout } = set(
    model({ texts: [text('t', { signatures: ['vega'], pledges: ['rigel'], blocks: ['deneb', 'capella'] })] }),
  );
  const [seal, pledge] = [piece('seal t vega')!, piece('pledge t rigel')!];
  expect(seal.entrance).toEqual({ kind: 'fall' });
  expect(pledge.entrance).toEqual({ kind: 'fade' });
  expect(middle(pledge).x).toBeGreaterThan(middle(seal).x);
  const [first, second] = [piece('block t deneb')!, piece('block t capella')!];
  expect(overlap(first, second)).toBe(false);
  for (const bar of [first, second]) {
    expect(overlap(bar, layout.cards[0]!)).toBe(true);
    expect(overlap(bar, { x: seal.x + seal.w / 2, y: seal.y + seal.h / 2, w: 1, h: 1 })).toBe(false);
  }
});

test('a note sets out from its sender and rests on the placard of its receiver; without an offer there is none', () => {
  const { piece, layout } = set(model({ offers: [{ id: 'o', from: 'deneb', to: 'vega' }] }));
  const note = piece('note o')!;
  // the viewer's own seat comes first on the rim, the others follow in their order
  expect(note.entrance).toEqual({ kind: 'travel', ...middle(layout.seats[0]!.box) });
  expect(overlap(note, layout.seats[NAMES.length - 1]!.box)).toBe(true);
  expect(set(model()).keys.some((key) => key.startsWith('note'))).toBe(false);
});

test('a pen lies with each seat that holds one, once', () => {
  const { keys, piece, layout } = set(model({ texts: [text('a'), text('b'), text('c', { lead: 'deneb' })] }));
  expect(keys.filter((key) => key.startsWith('pen'))).toEqual(['pen a', 'pen c']);
  expect(overlap(piece('pen c')!, layout.seats[0]!.box)).toBe(true);
});

test('the empty sheet lies there only while no text does', () => {
  expect(set(model()).keys).toContain('empty');
  expect(set(model({ texts: [text('t')] })).keys).not.toContain('empty');
});

test('every piece has a key of its own, also on a full table', () => {
  const seats = [...NAMES, ...NAMES.map((id) => `${id}2`)].map((id) => seat(id, { own: false }));
  const ids = seats.map((s) => s.id);
  const texts = ['a', 'b', 'c', 'd', 'e'].map((id) =>
    text(id, { signatures: ids.slice(0, 5), pledges: ids.slice(5, 9), blocks: ids.slice(9) }),
  );
  const offers = ids.slice(1).map((to) => ({ id: `o-${to}`, from: ids[0]!, to }));
  const { keys } = set(model({ seats, texts, offers }));
  expect(new Set(keys).size).toBe(keys.length);
});

test('a seat that a text or an offer names and the table lacks is left out', () => {
  const { keys } = set(
    model({ texts: [text('t', { signatures: ['nobody'] })], offers: [{ id: 'o', from: 'nobody', to: 'vega' }] }),
  );
  expect(keys.some((key) => key.includes('nobody') || key.startsWith('note'))).toBe(false);
});
