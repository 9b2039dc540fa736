import { describe, expect, it } from 'vitest';
import { type Shelf, shelfOver, type Tab } from '../../client/shelf.ts';

/** A tab that a reload brings back. */
function tab(): Tab & { readonly held: () => Readonly<Record<string, string>> } {
  let held: Readonly<Record<string, string>> = {};
  return {
    held: () => held,
    read: () => held,
    write: (next) => {
      held = next;
    },
  };
}

/** Storage with room for so many letters. */
function storage(room: number): Shelf & { readonly clear: () => void } {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem(name, text) {
      const others = [...kept].reduce((sum, [key, value]) => sum + (key === name ? 0 : key.length + value.length), 0);
      if (others + name.length + text.length > room) throw new DOMException('full', 'QuotaExceededError');
      kept.set(name, text);
    },
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
  };
}
const blocked = (): Shelf => {
  throw new DOMException('Access is denied for this document.', 'SecurityError');
};

describe('the shelf of a device', () => {
  it('keeps things in storage and nowhere else where there is one', () => {
    const own = tab();
    const device = storage(1000);
    const shelf = shelfOver(() => device, own);
    shelf.setItem('a', 'one');
    expect([shelf.getItem('a'), device.getItem('a'), shelf.lasting.value]).toEqual(['one', 'one', true]);
    expect(own.held()).toEqual({});
    shelf.removeItem('a');
    expect(shelf.getItem('a')).toBeNull();
  });

  it('keeps things in the tab where storage is blocked, says so, and finds them after a reload', () => {
    const own = tab();
    const shelf = shelfOver(blocked, own);
    expect([shelf.lasting.value, shelf.getItem('a')]).toEqual([false, null]);
    shelf.setItem('a', 'one');
    shelf.setItem('b', 'two');
    shelf.removeItem('b');
    const again = shelfOver(blocked, own);
    expect([again.getItem('a'), again.getItem('b'), again.lasting.value]).toEqual(['one', null, false]);
  });

  it('keeps what no longer fits, newer than what storage has, until there is room', () => {
    const own = tab();
    const device = storage(40);
    const shelf = shelfOver(() => device, own);
    shelf.setItem('draft', 'short');
    expect(shelf.lasting.value).toBe(true);
    const long = 'longer than there is room for in this store';
    shelf.setItem('draft', long);
    expect([shelf.getItem('draft'), device.getItem('draft'), shelf.lasting.value]).toEqual([long, 'short', false]);
    expect(shelfOver(() => device, own).getItem('draft')).toBe(long);
    shelf.setItem('draft', 'short again');
    expect([shelf.getItem('draft'), device.getItem('draft')]).toEqual(['short again', 'short again']);
    expect([shelf.lasting.value, own.held()]).toEqual([true, {}]);
  });

  it('holds on in a tab that lets nothing be written either', () => {
    const shelf = shelfOver(blocked, { read: blocked as never, write: blocked as never });
    shelf.setItem('a', 'one');
    expect(shelf.getItem('a')).toBe('one');
  });
});
