/** Keeps the place of who reads when something comes in above. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * What stands at `below` stays where it is on the screen when `count` grows: the part that scrolls moves by as much. Browsers do
 * this by themselves, but not for who is at the very top.
 */
export function useSteady(below: RefObject<HTMLElement | null>, count: number): void {
  const known = useRef(count);
  // Read while the page still shows what was before.
  const before = count > known.current ? (below.current?.getBoundingClientRect().top ?? null) : null;
  useLayoutEffect(() => {
    known.current = count;
    const part = below.current;
    if (before === null || !part) return;
    part.closest('.side-body')?.scrollBy(0, part.getBoundingClientRect().top - before);
  }, [count]);
}
