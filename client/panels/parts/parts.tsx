/** Small parts of which panels are made. They know nothing of the game. */
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Refusal } from '../../../shared/vocabulary/index.ts';
import { K_PER_CREDIT, LONGEST_TEXT } from '../../../shared/vocabulary/index.ts';
import { emblemPath } from '../../table/emblems.ts';
import { t, why } from '../../text.ts';
import { Explained, ExplainOnce } from './term.tsx';

/** Title and content of a panel. The heading takes the focus when a panel is opened by key. */
export function PanelFrame(props: {
  readonly title: string;
  readonly lead?: string;
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  return (
    <ExplainOnce>
      <section class="stack wide" aria-label={props.title}>
        <header class="panel-head">
          <div class="stack tight">
            <h2 tabIndex={-1}>{props.title}</h2>
            {props.lead && (
              <p class="muted small">
                <Explained text={props.lead} />
              </p>
            )}
          </div>
          {props.aside}
        </header>
        {props.children}
      </section>
    </ExplainOnce>
  );
}

/** What stands where there is nothing yet. */
export const Empty = ({ children }: { readonly children: ComponentChildren }) => <p class="empty">{children}</p>;

/** Why the server said no, read out at once; `inline`: beside a button. */
export const Refused = ({ refusal, inline }: { readonly refusal: Refusal | null; readonly inline?: boolean }) => {
  const Line = inline ? 'span' : 'p';
  return refusal ? (
    <Line class="reason no" role="alert">
      {why(refusal)}
    </Line>
  ) : null;
};

/** Relative luminance of a #rrggbb colour (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
/** On colours darker than this a light drawing has more contrast than a dark one. */
const DARK = 0.2;

/** A drawing on a seat's colour. The name stands beside it. */
export const EmblemMark = (props: { readonly emblem: string; readonly colour: string; readonly big?: boolean }) => (
  <span
    class={`emblem ${props.big ? 'big' : ''} ${luminance(props.colour) < DARK ? 'on-dark' : ''}`}
    style={{ '--seat': props.colour }}
    aria-hidden="true"
  >
    <svg viewBox="0 0 24 24" focusable="false" aria-hidden="true">
      <path d={emblemPath(props.emblem)} />
    </svg>
  </span>
);

/** A share of 1 as a bar; the number stands beside it in words. */
export function Bar({ share, tone }: { readonly share: number; readonly tone?: 'good' | 'warn' }) {
  return (
    <div class="bar" aria-hidden="true">
      <span class={tone ?? ''} style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%` }} />
    </div>
  );
}

/** A labelled number with a bar under it. */
export function ScaleRow(props: {
  readonly label: ComponentChildren;
  readonly value: string;
  readonly share: number;
  readonly tone?: 'good' | 'warn';
}) {
  return (
    <div class="scale-row">
      <span>{props.label}</span>
      <b>{props.value}</b>
      <Bar share={props.share} {...(props.tone ? { tone: props.tone } : {})} />
    </div>
  );
}

/** Big numbers with small labels. */
export function Facts({ items }: { readonly items: readonly (readonly [label: string, value: string])[] }) {
  return (
    <dl class="facts">
      {items.map(([label, value]) => (
        <div key={label}>
          <dt>
            <Explained text={label} />
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One of a closed list, as a native select. */
export function Select<T extends string | number>(props: {
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
export function Choice<T extends string | number>(props: {
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

/** A table that may be wider than its place: it scrolls by itself and can be reached by key. */
export function DataTable(props: {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** columns that hold numbers */
  readonly numbers?: readonly number[];
  readonly hideCaption?: boolean;
  /** in a narrow place each row stands as a card, every value beside the name of its column */
  readonly stacks?: boolean;
}) {
  const { stacks } = props;
  // What is laid out otherwise is no longer read as a table by every browser unless it says so itself.
  const role = (name: 'table' | 'rowgroup' | 'row' | 'columnheader' | 'cell') => (stacks ? { role: name } : {});
  const numeric = (i: number) => (props.numbers?.includes(i) ? 'number' : '');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key (WCAG 2.1.1)
    <section class={`table-wrap ${stacks ? 'stacks' : ''}`} aria-label={props.caption} tabIndex={0}>
      <table class="data" {...role('table')}>
        <caption class={props.hideCaption ? 'unseen' : ''}>{props.caption}</caption>
        <thead {...role('rowgroup')}>
          <tr {...role('row')}>
            {props.head.map((h, i) => (
              <th key={h} scope="col" class={numeric(i)} {...role('columnheader')}>
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...role('rowgroup')}>
          {props.rows.map((row, r) => (
            <tr key={r} {...role('row')}>
              {row.map((cell, i) => (
                <td key={i} class={numeric(i)} {...role('cell')} {...(stacks ? { 'data-column': props.head[i] } : {})}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** k$ as a bare number of credits. */
export const amount = (k: number): string => t('number', { n: Math.round((k / K_PER_CREDIT) * 10) / 10 });

/** k$ as credits, the game's unit of money. */
export const credits = (k: number): string => t('credits', { n: Math.round((k / K_PER_CREDIT) * 10) / 10 });

/** Milliseconds as m:ss, a started second counts. */
export function clockText(ms: number): string {
  const s = Math.ceil(ms / 1000);
  return `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`;
}

/** A share of 1 as whole percent. */
export const percent = (share: number): string => t('percent', { n: Math.round(share * 100) });
