/** How a forum decides, rule by rule: what the casebook plays in whole years stands here at its edges. */
import { describe, expect, it } from 'vitest';
import type { ActSight } from '../../shared/forums/acts/act.ts';
import { actOn } from '../../shared/forums/acts/index.ts';
import { readyForForce, withInForce } from '../../shared/forums/decisions.ts';
import { type Instrument, isForgotten, leaving, newText, partiesOf } from '../../shared/forums/instrument.ts';
import { wouldSign } from '../../shared/forums/pledges.ts';
import { forumRules } from '../../shared/forums/rules/index.ts';
import type { SeatId } from '../../shared/vocabulary/index.ts';

const tabled = newText(1, 'EU', 1, { N01: 500, N06: null, N10: null, N17: null, lead: 'EU', road: 'open' });
const signedBy = (...seats: SeatId[]): Pick<Instrument, 'signatures'> => ({
  signatures: seats.map((seat) => ({ seat, turn: 1 })),
});
const NONE = { kind: 'none' } as const;

describe('a pledge', () => {
  it('with some seats needs every one of them', () => {
    const pledges = { EU: { kind: 'with', seats: ['US', 'IN'] }, US: NONE } as const;
    expect(wouldSign({ ...tabled, pledges })).toEqual(['US']);
    expect(wouldSign({ ...tabled, pledges: { ...pledges, IN: NONE } })).toEqual(['EU', 'IN', 'US']);
  });

  it('with so many counts the others only', () => {
    const pledges = { EU: { kind: 'at-least', count: 2 }, US: NONE } as const;
    expect(wouldSign({ ...tabled, pledges })).toEqual(['US']);
    expect(wouldSign({ ...tabled, pledges: { ...pledges, IN: NONE } })).toEqual(['EU', 'IN', 'US']);
  });

  it('that waits for another that waits for it is kept: the largest set signs', () => {
    const pledges = { EU: { kind: 'with', seats: ['US'] }, US: { kind: 'with', seats: ['EU'] } } as const;
    expect(wouldSign({ ...tabled, pledges })).toEqual(['EU', 'US']);
  });
});

describe('consensus', () => {
  const MEMBERS = ['US', 'CN', 'RU'];
  const blocked = {
    ...tabled,
    pledges: { CN: NONE, RU: NONE, OP: NONE },
    blocks: { US: { dial: 'N01', value: 0 } },
  } as const;

  const bell = (weak = false) => ({
    turn: 1,
    forum: { id: 'here', rule: 'consensus', members: MEMBERS, framing: 'any' } as const,
    blockCost: 2,
    isWeak: () => weak,
  });
  const decided = (text: Instrument, weak?: boolean) => forumRules.consensus!.decide(text, {}, bell(weak));

  it('fails by one block, which costs by supporter among the members, twice who is weak', () => {
    expect(decided(blocked)).toEqual({ text: { ...blocked, status: 'blocked', blockedIn: 1 }, costs: { US: 4 } });
    expect(decided(blocked, true).costs).toEqual({ US: 8 });
  });

  it('needs a member who signs: one that has no voice there adopts nothing', () => {
    const adheres = { ...tabled, pledges: { OP: NONE } };
    expect(decided(adheres)).toEqual({ text: adheres, costs: {} });
    expect(decided(tabled).text.status).toBe('tabled');
    expect(decided({ ...tabled, pledges: { CN: NONE } }).text).toMatchObject({ status: 'adopted', ...signedBy('CN') });
  });

  it('lets members stop a text and nobody else, and only where its forum knows that', () => {
    const sight = (seat: SeatId, rule = 'consensus'): ActSight => ({
      seat,
      turn: 1,
      seats: ['US', 'CN', 'RU', 'OP'],
      standing: 60,
      signStanding: 40,
      needs: 3,
      menu: { N01: [null, 500, 300] },
      forum: { ...bell().forum, rule },
      elsewhere: ['open'],
    });
    expect(actOn('block', tabled, sight('US'))).toMatchObject({ kind: 'block' });
    expect(actOn('block', tabled, sight('OP'))).toMatchObject({ code: 'not-a-member' });
    expect(actOn('block', tabled, sight('US', 'signature'))).toMatchObject({ code: 'no-act-there' });
    expect(actOn('pledge', tabled, sight('OP'))).toMatchObject({ kind: 'pledge' });
  });
});

describe('entry into force', () => {
  const inForceOf = (texts: readonly Instrument[], parties: number, turn: number) =>
    readyForForce(texts, parties, turn, ({ values }) => values.road === 'open');
  const four = signedBy('CN', 'EU', 'IN', 'US');

  it('takes enough parties, and a text of consensus only once it is adopted', () => {
    expect(inForceOf([{ ...tabled, ...signedBy('CN', 'EU', 'IN') }], 4, 1)).toBeNull();
    expect(inForceOf([{ ...tabled, ...four }], 4, 1)?.id).toBe('i1.EU');
    const inCopuos = { ...tabled, ...four, values: { ...tabled.values, road: 'copuos' } } as const;
    expect(inForceOf([inCopuos], 4, 1)).toBeNull();
    expect(inForceOf([{ ...inCopuos, status: 'adopted' }], 4, 1)?.id).toBe('i1.EU');
  });

  it('goes to the text with the most parties, then to the older one, and ends the one before', () => {
    const younger = { ...tabled, id: 'i2.US', number: 2, ...four };
    expect(inForceOf([younger, { ...tabled, ...four }], 4, 1)?.id).toBe('i1.EU');
    expect(
      inForceOf(
        [
          { ...younger, ...signedBy('CN', 'EU', 'IN', 'US', 'OP') },
          { ...tabled, ...four },
        ],
        4,
        1,
      )?.id,
    ).toBe('i2.US');
    const after = withInForce([{ ...tabled, status: 'in-force' }, younger], 'i2.US', 3);
    expect(after.map((text) => text.status)).toEqual(['replaced', 'in-force']);
  });

  it('is not taken by waiting: a text that was passed over ousts another only when a party joins it', () => {
    const inForce: Instrument = { ...tabled, ...four, status: 'in-force' };
    const waiting = { ...tabled, id: 'i2.US', number: 2, ...four };
    expect(inForceOf([inForce, waiting], 4, 2)).toBeNull();
    const joined = { ...waiting, signatures: [...four.signatures, { seat: 'OP', turn: 2 }] };
    expect(inForceOf([inForce, joined], 4, 2)?.id).toBe('i2.US');
    const ratified = { ...waiting, signatures: [...four.signatures.slice(1), { seat: 'CN', turn: 1, ratified: 2 }] };
    expect(inForceOf([inForce, ratified], 4, 2)?.id).toBe('i2.US');
    expect(inForceOf([{ ...inForce, status: 'ended' }, waiting], 4, 2)?.id).toBe('i2.US');
  });

  it('binds from the turn after ratification, not from that of the signature', () => {
    const text = {
      ...tabled,
      signatures: [
        { seat: 'EU', turn: 1, ratified: 2 },
        { seat: 'US', turn: 1 },
        { seat: 'IN', turn: 1, ratified: null },
      ],
    };
    expect(partiesOf(text)).toEqual(['EU', 'US']);
    expect([1, 2, 3].map((turn) => partiesOf(text, turn))).toEqual([[], ['US'], ['EU', 'US']]);
  });
});

describe('the end of a text', () => {
  it('comes a turn after it was tabled to one that nobody has put a name to', () => {
    expect([1, 2].map((turn) => isForgotten(tabled, turn))).toEqual([false, true]);
    for (const named of [{ pledges: { CN: NONE } }, signedBy('CN'), { status: 'in-force' as const }])
      expect(isForgotten({ ...tabled, ...named }, 2)).toBe(false);
  });

  it('frees who has given notice when its turns have run', () => {
    const text = { ...tabled, notices: { IN: 2 } };
    expect([1, 2, 3].map((turn) => leaving(text, turn, 1))).toEqual([[], ['IN'], ['IN']]);
    expect([2, 3].map((turn) => leaving(text, turn, 2))).toEqual([[], ['IN']]);
  });
});
