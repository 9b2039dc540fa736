import { useEffect, useRef } from 'preact/hooks';

/** How far what is on the wall is made smaller to fit, and larger to be read from the back row. */
const SMALLEST = 0.55;
const LARGEST = 1.7;
const STEPS = 8;

/** The largest size at which an element and all above it are no higher than the window; the smallest if none is. */
function fitTo(element: HTMLElement): void {
  const fits = (size: number): boolean => {
    element.style.setProperty('zoom', String(size));
    return document.documentElement.scrollHeight <= innerHeight;
  };
  let [low, high] = [SMALLEST, LARGEST];
  for (let n = 0; n < STEPS; n++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  fits(low);
}

/** Keeps an element as large as the window lets it be without scrolling, whatever comes into it: nobody scrolls the wall. */
export function useFit() {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const refit = () => fitTo(element);
    const changes = new MutationObserver(refit);
    changes.observe(element, { childList: true, subtree: true, characterData: true, attributeFilter: ['open'] });
    addEventListener('resize', refit);
    refit();
    return () => {
      changes.disconnect();
      removeEventListener('resize', refit);
    };
  }, []);
  return ref;
}
