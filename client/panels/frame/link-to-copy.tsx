import { useRef, useState } from 'preact/hooks';
import { copyFrom } from '../../copy.ts';
import { t } from '../../text.ts';

/** A link to take along: copied by a press, or, where the browser forbids that, selected and said how to copy it by hand. */
export function LinkToCopy({ label, link }: { readonly label: string; readonly link: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [done, setDone] = useState<'copied' | 'by-hand' | null>(null);
  const copy = async () => {
    if (field.current) setDone((await copyFrom(field.current)) ? 'copied' : 'by-hand');
  };
  return (
    <>
      <div class="compose">
        <input
          class="input"
          readOnly
          ref={field}
          value={link}
          aria-label={label}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="button" onClick={() => void copy()}>
          {t('menu.copy')}
        </button>
      </div>
      <p class="small" role="status">
        {done && t(`menu.${done}`)}
      </p>
    </>
  );
}
