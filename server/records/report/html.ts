/** HTML as text: everything that is not markup of ours is escaped. */

/** Markup that has been escaped already. */
export type Html = { readonly html: string };

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);

export type Part = Html | string | number | null | readonly Part[];

const textOf = (part: Part): string => {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'html' in part ? part.html : part.map(textOf).join('');
};

/** Markup with parts in it: strings are escaped, markup and lists of it are put in as they are. */
export function markup(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: pieces.map((piece, i) => piece + (i < parts.length ? textOf(parts[i]!) : '')).join('') };
}

type Look = { readonly numbers?: readonly number[]; readonly lines?: readonly number[]; readonly titled?: boolean };

/** A table of more rows than these may be cut in two by the end of a sheet. */
const WHOLE_ROWS = 14;

/**
 * A table with a caption. `numbers`: columns set to the right; `lines`: columns that are never broken into lines; `titled`: a heading
 * says the same above it. Nothing where there are no rows.
 */
export function tableOf(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Part[])[],
  { numbers = [], lines = [], titled = false }: Look = {},
): Html {
  if (rows.length === 0) return markup``;
  const place = (i: number): Html =>
    numbers.includes(i) ? markup` class="n"` : lines.includes(i) ? markup` class="line"` : markup``;
  const long = rows.length > WHOLE_ROWS ? ' long' : '';
  const said = titled ? markup` class="unseen"` : markup``;
  return markup`<div class="wide${long}" tabindex="0" role="group" aria-label="${caption}"><table><caption${said}>${caption}</caption><thead><tr>${head.map(
    (h, i) => markup`<th scope="col"${place(i)}>${h}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (row) => markup`<tr>${row.map((cell, i) => markup`<td${place(i)}>${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

/** A list of points; nothing where there are none. */
export const listOf = (items: readonly Part[]): Html =>
  items.length === 0 ? markup`` : markup`<ul>${items.map((item) => markup`<li>${item}</li>`)}</ul>`;
