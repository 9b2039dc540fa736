/** A value of a dial otherwise than a text has it: what the pen writes, and what whoever stops a text wants instead. */
import { z } from 'zod';
import { DIALS, type Dial, type DialValue, valueOn } from '../../clauses/text.ts';
import { type Field, type Option, type Refusal, refuse, words } from '../../vocabulary/index.ts';
import type { Instrument } from '../instrument.ts';
import type { ActSight } from './act.ts';

export type Change = { readonly dial: Dial; readonly value: DialValue };
export const Change = z.strictObject({
  dial: z.literal(DIALS),
  value: z.union([z.string().max(16), z.number(), z.null()]),
}) as unknown as z.ZodType<Change>;

const dialWords = (dial: Dial) => words(`dial.${dial}`);
const valueWords = (dial: Dial, value: DialValue) =>
  dial === 'lead' ? words(`seat.${value}`) : words(`dial.${dial}.${value === null ? 'none' : value}`);

/** The dial, and for each what it could say instead. */
export function changeFields(text: Instrument, { menu }: ActSight, dials: readonly Dial[]): readonly Field[] {
  const wishes = dials.flatMap((dial): { dial: Dial; options: readonly Option[] }[] => {
    const others = (menu[dial] ?? []).filter((value) => value !== valueOn(text.values, dial));
    return others.length === 0
      ? []
      : [{ dial, options: others.map((value) => ({ value, label: valueWords(dial, value) })) }];
  });
  if (wishes.length === 0) return [];
  return [
    {
      name: 'dial',
      kind: 'choice',
      label: words('text-act.dial'),
      options: wishes.map(({ dial }) => ({ value: dial, label: dialWords(dial) })),
      initial: wishes[0]!.dial,
    },
    ...wishes.map(
      ({ dial, options }): Field => ({
        name: 'value',
        kind: 'choice',
        label: words('text-act.value'),
        options,
        initial: options[0]!.value,
        only: { name: 'dial', is: dial },
      }),
    ),
  ];
}

/** Whether a text can be changed so, or why not. */
export function changeRefusal(text: Instrument, { dial, value }: Change, { menu }: ActSight): Refusal | null {
  if (valueOn(text.values, dial) === value) return refuse('text-says-so', { dial: { key: `dial.${dial}` } }, 'value');
  if (!menu[dial]) return refuse('dial-unknown', { dial }, 'dial');
  return menu[dial].includes(value) ? null : refuse('value-not-on-dial', { dial: { key: `dial.${dial}` } }, 'value');
}

export const closed = (text: Instrument): Refusal =>
  refuse('instrument-closed', { status: { key: `status.${text.status}` } }, 'text');
