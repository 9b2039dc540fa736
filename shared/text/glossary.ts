/** Terms that are explained where they stand: which there are, and where in a text they occur. The words are each language's own. */
import type { Messages } from './say.ts';

/** Every language explains each of these. */
export const TERMS = [
  'copuos',
  'consensus',
  'competence',
  'open-signature',
  'plenary',
  'conditional-signature',
  'ratification',
  'party',
  'accession',
  'breach',
  'finding',
  'launching-state',
  'pen',
  'dial',
  'standing',
  'approval',
  'credit',
  'clean-up-fund',
  'data-pool',
  'register',
  'asat',
  'fly-by',
  'passivation',
  'stage',
  'break-up',
  'tracked',
  'shell',
  'low-orbit',
  'close-pass',
  'gabbard',
  'hot-wash',
] as const;
export type Term = (typeof TERMS)[number];

/** `forms`: how the term occurs in texts, case aside. `means`: two or three short sentences. */
export type Entry = { readonly name: string; readonly forms: readonly string[]; readonly means: string };
export type Glossary = Readonly<Record<Term, Entry>>;

const BETWEEN_FORMS = '|';

/** A glossary as messages: `glossary.<term>`, and the same with `.means` and `.forms` (forms with a bar between them). */
export const glossaryMessages = (glossary: Glossary): Messages =>
  Object.fromEntries(
    TERMS.flatMap((term) => [
      [`glossary.${term}`, glossary[term].name],
      [`glossary.${term}.means`, glossary[term].means],
      [`glossary.${term}.forms`, glossary[term].forms.join(BETWEEN_FORMS)],
    ]),
  );

/** A piece of a text; `term` where the piece names one. */
export type Piece = { readonly text: string; readonly term?: Term };

const NO_LETTER_BEFORE = '(?<![\\p{L}\\p{N}])';
/** A word cut short before a vowel, as French does, stays with what it belongs to. */
const ELIDED = '(?:\\p{L}{1,2}’)?';
const NO_LETTER_AFTER = '(?![\\p{L}\\p{N}])';
type Forms = { readonly pattern: RegExp | null; readonly terms: ReadonlyMap<string, Term> };
const known = new WeakMap<Messages, Forms>();

/** All forms of a language as one pattern, the longest first, and the term of each form. */
function formsOf(messages: Messages): Forms {
  const made = known.get(messages) ?? makeForms(messages);
  known.set(messages, made);
  return made;
}

function makeForms(messages: Messages): Forms {
  const terms = new Map<string, Term>();
  for (const term of TERMS)
    for (const form of messages[`glossary.${term}.forms`]?.split(BETWEEN_FORMS) ?? [])
      terms.set(form.toLowerCase(), term);
  const forms = [...terms.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const literal = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const pattern =
    forms.length > 0 ? new RegExp(`${NO_LETTER_BEFORE}${ELIDED}(${literal})${NO_LETTER_AFTER}`, 'giu') : null;
  return { pattern, terms };
}

/**
 * A text cut where terms occur in it, each term at its first place only. The pieces' texts together are the text.
 * @param messages of the language of the text
 */
export function piecesOf(messages: Messages, text: string): readonly Piece[] {
  const { pattern, terms } = formsOf(messages);
  if (!pattern) return [{ text }];
  const pieces: Piece[] = [];
  const seen = new Set<Term>();
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const term = terms.get(match[1]!.toLowerCase())!;
    if (seen.has(term)) continue;
    seen.add(term);
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: match[0], term });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}
