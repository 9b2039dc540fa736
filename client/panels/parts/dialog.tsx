/** Dialogs over the page, and what is asked before something is done. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../../text.ts';

/** A dialog over the page: native, so that focus stays inside and Escape closes it. */
export function Dialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || dialog.open) return;
    dialog.showModal();
    // It begins at its top, and its heading is what a reader hears first.
    dialog.querySelector('h2')?.focus({ preventScroll: true });
    dialog.scrollTop = 0;
    // Whoever opened it has the focus again, however it ends.
    return () => {
      if (dialog.open) dialog.close();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      class="sheet"
      aria-labelledby={id}
      // A dialog that gave way to another tells of its end once it has left the page: that ends nothing more.
      onClose={({ currentTarget }) => currentTarget.isConnected && props.onClose()}
    >
      <div class="stack">
        <h2 id={id} tabIndex={-1}>
          {props.title}
        </h2>
        {props.children}
      </div>
    </dialog>
  );
}

/** Closes the dialog it stands in; `cancel`: beside what the dialog is for. */
export const CloseButton = ({ cancel }: { readonly cancel?: boolean }) => (
  <form method="dialog">
    <button type="submit" class={`button ${cancel ? '' : 'primary'}`}>
      {t(cancel ? 'cancel' : 'close')}
    </button>
  </form>
);

/** Asks before something is done; `grave`: it cannot be taken back. Either answer closes it. */
export function Confirm(props: {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly grave: boolean;
  readonly onYes: () => void;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <p>{props.text}</p>
      <div class="row">
        <button
          type="button"
          class={`button ${props.grave ? 'grave' : 'primary'}`}
          onClick={() => {
            props.onClose();
            props.onYes();
          }}
        >
          {props.label}
        </button>
        <button type="button" class="button" onClick={props.onClose}>
          {t('cancel')}
        </button>
      </div>
    </Dialog>
  );
}
