/** Small parts of which panels are made. They know nothing of the game. */

import type { ComponentChildren } from 'preact';

import type { Refusal } from '../../../shared/vocabulary/index.ts';
import { K_PER_CREDIT } from '../../../shared/vocabulary/index.ts';
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
