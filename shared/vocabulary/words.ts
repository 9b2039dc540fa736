/** What shared code says to a person: a key into shared/text (or the scenario's texts) and its parameters, never a sentence. */
export type Words = { readonly key: string; readonly params?: Readonly<Record<string, string | number | Words>> };

/** Shorthand for Words. */
export function words(key: string, params?: Words['params']): Words {
  return params ? { key, params } : { key };
}

/** A field of a form. Panels draw forms from these; a rule never stands in the client. */
export type Field = {
  /** of several with one name at most one is asked */
  readonly name: string;
  /** asked only where an earlier field has this value */
  readonly only?: { readonly name: string; readonly is: string };
} & FieldInput;
type FieldInput =
  | {
      readonly kind: 'choice';
      readonly label: Words;
      readonly options: readonly Option[];
      readonly initial: Option['value'];
      /** what to know before choosing, whatever is chosen */
      readonly notes?: readonly Words[];
    }
  | {
      readonly kind: 'count';
      readonly label: Words;
      readonly min: number;
      readonly max: number;
      readonly initial: number;
    }
  | {
      readonly kind: 'toggle';
      readonly label: Words;
      readonly initial: boolean;
      readonly note?: Words;
    }
  | {
      readonly kind: 'many';
      readonly label: Words;
      readonly options: readonly Option[];
      readonly initial: readonly string[];
    };
/** `null`: the absence of what could be chosen, where that is a choice of its own. */
export type Option = { readonly value: string | number | null; readonly label: Words; readonly note?: Words };
