/** A signature, by the end of the turn in which it was promised, under the text as it stood when the offer was made. */
import { sameClauses } from '../clauses/articles.ts';
import type { Package } from '../clauses/text.ts';
import { Id } from '../vocabulary/bounds.ts';
import { type InstrumentId, refuse, words } from '../vocabulary/index.ts';
import type { TermRule } from './term.ts';

type Sign = {
  readonly kind: 'sign';
  readonly instrument: InstrumentId;
  /** what the text said when the offer was made; absent in a command, and in offers of before it was kept */
  readonly words?: Package;
};

const LIVE: readonly string[] = ['tabled', 'adopted', 'in-force'];

export const sign: TermRule<Sign> = {
  kind: 'sign',
  shape: { instrument: Id },
  paysNow: () => 0,
  form: ({ instruments }) => {
    const live = instruments.find((text) => LIVE.includes(text.status));
    if (!live) return null;
    return [
      {
        name: 'instrument',
        kind: 'choice',
        label: words('ui.term.text'),
        options: instruments.map((text) => ({ value: text.id, label: words('ui.paper.text.n', { n: text.number }) })),
        initial: live.id,
      },
    ];
  },
  check: (term, { texts }, field) =>
    texts.some((text) => text.id === term.instrument) ? null : refuse('instrument-unknown', {}, field),
  asMade: {
    with: (term, texts) => {
      const text = texts.find((t) => t.id === term.instrument);
      return text ? { ...term, words: text.values } : term;
    },
    stands: (term, texts) => {
      if (!term.words) return true;
      const text = texts.find((t) => t.id === term.instrument);
      return text !== undefined && sameClauses(text.values, term.words);
    },
  },
  // Not told where the seat's pledge stands and others kept it from becoming a signature, where others took the text away, or where
  // another's pen has made it another text than the one promised.
  settle: (term, { by, texts }) => {
    const text = texts.find((t) => t.id === term.instrument);
    if (!text) return false;
    if (text.signatures.some((s) => s.seat === by)) return true;
    const did = text.pledges[by]?.kind === 'none';
    // Offers of before the words were kept: any use of the pen may have been that.
    const rewritten = term.words
      ? !sameClauses(text.values, term.words) && text.values.lead !== by
      : text.penUsed !== null;
    const taken =
      (text.status === 'withdrawn' && text.tabledBy !== by) ||
      (text.status === 'moved' && !text.objections.includes(by));
    return did || rewritten || taken ? null : false;
  },
  inTruth: (_, { kept }) => kept,
  worth: () => 1,
  keeping: (term) => ({ how: 'name', instrument: term.instrument, words: term.words }),
  words: (term, { instruments }) =>
    words('ui.term.sign', { n: instruments.find((i) => i.id === term.instrument)?.number ?? term.instrument }),
};
