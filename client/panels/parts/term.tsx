/** Terms explained where they stand: a word that opens its meaning, by pointer, touch or key, and closes with Escape. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Piece, Term as TermId } from '../../../shared/text/glossary.ts';
import { explained, t } from '../../text.ts';

/** Between a word and its meaning, and between that and the edge of the window, px. */
const GAP = 6;
/** Width of a meaning where the window is wide enough, px; the same in the style sheet. */
const WIDTH = 320;

/** Which text of a panel explains a term: the first that speaks of it, and no other. */
const Explaining = createContext<Map<TermId, string> | null>(null);

/** What stands inside explains each term once. */
export function ExplainOnce({ children }: { readonly children: ComponentChildren }) {
  const claims = useMemo(() => new Map<TermId, string>(), []);
  return <Explaining.Provider value={claims}>{children}</Explaining.Provider>;
}

/** A word of a text with its meaning. The popover is the browser's own: light dismiss, Escape, focus back to the word. */
function Term({ id, text }: { readonly id: TermId; readonly text: string }) {
  const name = useId();
  const word = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLElement>(null);
  const [open, setOpen] = useState(false);
  // Under the word, or over it in the lower half of the window, before it is drawn.
  const place = (event: { readonly newState: string }) => {
    setOpen(event.newState === 'open');
    const at = word.current?.getBoundingClientRect();
    const style = sheet.current?.style;
    if (!at || !style) return;
    const low = at.top > innerHeight / 2;
    style.left = `${Math.max(GAP, Math.min(at.left, innerWidth - WIDTH - GAP))}px`;
    style.top = low ? 'auto' : `${at.bottom + GAP}px`;
    style.bottom = low ? `${innerHeight - at.top + GAP}px` : 'auto';
  };
  return (
    <>
      <button ref={word} type="button" class="term" popovertarget={name}>
        {text}
      </button>
      <span ref={sheet} id={name} popover="auto" class="meaning" role="note" onBeforeToggle={place}>
        {open && (
          <>
            <strong>{t(`glossary.${id}`)}</strong>
            <span>{t(`glossary.${id}.means`)}</span>
          </>
        )}
      </span>
    </>
  );
}

/** A text in which terms of the glossary can be opened. Not inside a button or a label. */
export function Explained({ text }: { readonly text: string }) {
  const claims = useContext(Explaining);
  const own = useId();
  useEffect(
    () => () => {
      for (const [term, holder] of claims ?? []) if (holder === own) claims?.delete(term);
    },
    [claims, own],
  );
  const explains = (term: TermId): boolean => {
    if (claims && !claims.has(term)) claims.set(term, own);
    return !claims || claims.get(term) === own;
  };
  return (
    <>
      {inLine(explained(text), explains).map(({ text, word }) =>
        word ? (
          <span key={word.term} class="unbroken">
            {word.before}
            <Term id={word.term} text={text} />
            {word.after}
          </span>
        ) : (
          text
        ),
      )}
    </>
  );
}

type Word = { readonly term: TermId; before: string; after: string };

/** Pieces with what stands at a word without a space: no line begins with the full stop after it or ends with the bracket before. */
function inLine(pieces: readonly Piece[], explains: (term: TermId) => boolean) {
  const out: { text: string; readonly word?: Word }[] = [];
  for (const { text, term } of pieces) {
    const last = out.at(-1);
    if (term && explains(term)) {
      const before = last && !last.word ? /[^ \n]*$/.exec(last.text)![0] : '';
      if (last && before) last.text = last.text.slice(0, -before.length);
      out.push({ text, word: { term, before, after: '' } });
    } else {
      const after = last?.word ? /^[^ \n]*/.exec(text)![0] : '';
      if (last?.word) last.word.after = after;
      out.push({ text: text.slice(after.length) });
    }
  }
  return out;
}
