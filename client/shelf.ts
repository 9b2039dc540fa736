/**
 * Where this device keeps what a page must find again: its local storage. Where that is blocked or full the tab keeps it instead, in
 * the state of its history entry: a reload brings it back, another page or a closed tab does not, and `lasting` says so.
 */
import { type ReadonlySignal, signal } from '@preact/signals';

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What a tab holds by itself. Both may throw. */
export type Tab = {
  readonly read: () => Readonly<Record<string, string>>;
  readonly write: (held: Readonly<Record<string, string>>) => void;
};

const PROBE = 'kessler.probe';

/**
 * A shelf that never throws, over a storage that may throw even when it is asked for. `lasting`: all that is on it will be there for
 * another page of this device.
 */
export function shelfOver(storage: () => Shelf, tab: Tab): Shelf & { readonly lasting: ReadonlySignal<boolean> } {
  const held = new Map<string, string>(Object.entries(attempt(tab.read) ?? {}));
  const works = (): boolean =>
    attempt(() => {
      storage().setItem(PROBE, PROBE);
      storage().removeItem(PROBE);
      return true;
    }) ?? false;
  const lasting = signal(held.size === 0 && works());
  const hold = (): void => {
    attempt(() => tab.write(Object.fromEntries(held)));
  };
  const release = (name: string): void => {
    if (held.delete(name)) hold();
  };
  return {
    lasting,
    getItem: (name) => held.get(name) ?? attempt(() => storage().getItem(name)) ?? null,
    setItem(name, text) {
      try {
        storage().setItem(name, text);
        release(name);
        lasting.value = held.size === 0;
      } catch {
        held.set(name, text);
        hold();
        lasting.value = false;
      }
    },
    removeItem(name) {
      attempt(() => storage().removeItem(name));
      release(name);
    },
  };
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** The shelf of this page. */
export const shelf = shelfOver(() => localStorage, {
  read: () => (history.state as { readonly held?: Readonly<Record<string, string>> } | null)?.held ?? {},
  write: (held) => history.replaceState({ ...history.state, held }, ''),
});
