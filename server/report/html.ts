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

/** A table with a caption; `numbers`: columns set to the right. Nothing where there are no rows. */
export function tableOf(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Part[])[],
  numbers: readonly number[] = [],
): Html {
  if (rows.length === 0) return markup``;
  const place = (i: number): Html => (numbers.includes(i) ? markup` class="n"` : markup``);
  return markup`<div class="wide" tabindex="0" role="group" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${head.map(
    (h, i) => markup`<th scope="col"${place(i)}>${h}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (row) => markup`<tr>${row.map((cell, i) => markup`<td${place(i)}>${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

/** A list of points; nothing where there are none. */
export const listOf = (items: readonly Part[]): Html =>
  items.length === 0 ? markup`` : markup`<ul>${items.map((item) => markup`<li>${item}</li>`)}</ul>`;
