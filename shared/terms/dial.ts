/** A position on a dial. */
import { DialName, Value } from '../clauses/dial-fields.ts';
import type { Dial, DialValue } from '../clauses/text.ts';
import { words } from '../vocabulary/index.ts';
import type { TermRule } from './term.ts';

export const dial: TermRule<{ readonly kind: 'dial'; readonly dial: Dial; readonly value: DialValue }> = {
  kind: 'dial',
  shape: { dial: DialName, value: Value },
  paysNow: () => 0,
  form: ({ dials }, chosen) => {
    const one = dials.find((d) => d.dial === chosen.dial) ?? dials[0];
    if (!one) return null;
    return [
      {
        name: 'dial',
        kind: 'choice',
        label: words('ui.term.dial.which'),
        options: dials.map((d) => ({ value: d.dial, label: d.label })),
        initial: one.dial,
      },
      {
        name: 'value',
        kind: 'choice',
        label: words('ui.term.dial.value'),
        options: one.values,
        initial: one.values.at(-1)?.value ?? null,
      },
    ];
  },
  check: (term, asked, field) => asked.onDial(term.dial, term.value, field),
  asMade: null,
  settle: (term, known) => known.standsAt(term.dial, term.value),
  inTruth: (_, { kept }) => kept,
  worth: () => 1,
  keeping: (term) => ({ how: 'position', dial: term.dial, value: term.value }),
  words: (term, { dials }) => {
    const one = dials.find((d) => d.dial === term.dial);
    return words('ui.term.dial', {
      dial: one?.label ?? String(term.dial),
      value: one?.values.find((v) => v.value === term.value)?.label ?? String(term.value),
    });
  },
};
