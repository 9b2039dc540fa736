/** What people set or write: one of a list, a number by steps, words. */
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { LONGEST_TEXT } from '../../../shared/vocabulary/index.ts';
import { t } from '../../text.ts';

/** One of a closed list, as a native select. */
export function Select<T extends string | number | null>(props: {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id} class={props.hideLabel ? 'unseen' : ''}>
        {props.label}
      </label>
      <select
        id={id}
        class="input"
        value={String(props.value)}
        onChange={(event) => {
          const found = props.options.find((o) => String(o.value) === event.currentTarget.value);
          if (found) props.onChange(found.value);
        }}
      >
        {props.options.map((o) => (
          <option key={String(o.value)} value={String(o.value)}>
            {o.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A whole number with minus and plus. */
export function Stepper(props: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}) {
  const id = useId();
  const step = (by: number) => props.onChange(Math.min(props.max, Math.max(props.min, props.value + by)));
  return (
    <fieldset class="field" aria-labelledby={id}>
      <span id={id} class="label">
        {props.label}
      </span>
      <div class="stepper">
        <button type="button" aria-label={t('less')} disabled={props.value <= props.min} onClick={() => step(-1)}>
          −
        </button>
        <output aria-live="polite">{props.value}</output>
        <button type="button" aria-label={t('more')} disabled={props.value >= props.max} onClick={() => step(1)}>
          +
        </button>
      </div>
    </fieldset>
  );
}

/** One of a closed list, as pills. */
export function Choice<T extends string | number | null>(props: {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: T | null;
  readonly options: readonly { readonly value: T; readonly label: ComponentChildren }[];
  readonly onChange: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset class="field">
      <legend class={props.hideLabel ? 'unseen' : 'label'}>{props.label}</legend>
      <div class="choices">
        {props.options.map((o) => (
          <label key={String(o.value)} class="choice">
            <input
              type="radio"
              name={name}
              checked={o.value === props.value}
              onChange={() => props.onChange(o.value)}
            />
            {o.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Words being typed; they live in a draft, which outlives updates and reloads. */
export function DraftBox(props: {
  readonly draft: Signal<string>;
  readonly label: string;
  /** what stands there while it is empty; else the label */
  readonly hint?: string;
  readonly rows?: number;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}) {
  const { draft, label } = props;
  const id = useId();
  const length = draft.value.trim().length;
  const counted = length > LONGEST_TEXT * COUNTED_FROM;
  return (
    <div class="stack tight">
      <textarea
        class="input"
        dir="auto"
        rows={props.rows ?? 2}
        aria-label={label}
        aria-invalid={length > LONGEST_TEXT || undefined}
        aria-describedby={counted ? id : undefined}
        placeholder={props.hint ?? label}
        value={draft.value}
        onInput={(event) => {
          draft.value = event.currentTarget.value;
        }}
        {...(props.onKeyDown ? { onKeyDown: props.onKeyDown } : {})}
      />
      {counted && <Counted id={id} n={length} most={LONGEST_TEXT} />}
    </div>
  );
}

/** Nothing that is put in is cut: from this share of the longest on it is counted. */
const COUNTED_FROM = 0.8;

/** How long something is, of how long it may be. */
export const Counted = ({ id, n, most }: { readonly id?: string; readonly n: number; readonly most: number }) => (
  <p id={id} class={n > most ? 'reason no' : 'small muted'}>
    {t('text.count', { n, most })}
  </p>
);
