/** What the wall may not do, measured on the page: small text, anything cut off, text over text, more than one stage. */
import type { Page } from 'playwright';

/** No text of a wall of 1280 x 720 is smaller than this, px. */
const SMALLEST_PX = 24;

/** What is wrong with the wall as it stands, one line each; `where`: the moment, for the message. */
export async function wallFaults(page: Page, where: string): Promise<readonly string[]> {
  const found = await page.evaluate((smallest) => {
    const wall = document.querySelector<HTMLElement>('.wall');
    if (!wall) return ['no wall'];
    const faults: string[] = [];
    const box = wall.getBoundingClientRect();
    const scale = box.width / 1280;
    const stages = wall.querySelectorAll('.wall-stage');
    const strips = wall.querySelectorAll('.wall-strip');
    if (stages.length !== 1) faults.push(`${stages.length} stages`);
    if (strips.length !== (stages[0]?.classList.contains('whole') ? 0 : 1)) faults.push(`${strips.length} strips`);
    const fits = Math.min(innerWidth / 1280, innerHeight / 720);
    if (Math.abs(scale - fits) > 0.01) faults.push(`drawn at ${scale} instead of ${fits}`);
    type Box = { left: number; top: number; right: number; bottom: number };
    const shown: { text: string; rect: Box; of: Element; over: boolean }[] = [];
    const walker = document.createTreeWalker(wall, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const of = node.parentElement!;
      if (!text || of.closest('.unseen, .wall-sound, title, [aria-hidden="true"]:not(svg):not(svg *)')) continue;
      if (!of.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rect = range.getBoundingClientRect();
      if (rect.width < 1 || rect.height < 1) continue;
      const svg = of instanceof SVGElement ? of.closest('svg') : null;
      const size = svg
        ? (parseFloat(getComputedStyle(of).fontSize) * (of as unknown as SVGGraphicsElement).getScreenCTM()!.a) / scale
        : parseFloat(getComputedStyle(of).fontSize);
      const name = `“${text.slice(0, 40)}”`;
      if (size < smallest - 0.01) faults.push(`${name} at ${size.toFixed(1)} px`);
      // A line's box is higher than its letters.
      const inset = Math.min(rect.height, parseFloat(getComputedStyle(of).fontSize) * scale) * 0.14;
      const letters = { left: rect.left, right: rect.right, top: rect.top + inset, bottom: rect.bottom - inset };
      const out = (limit: Box) =>
        letters.left < limit.left - 1 ||
        letters.right > limit.right + 1 ||
        letters.top < limit.top - 1 ||
        letters.bottom > limit.bottom + 1;
      if (out(box)) faults.push(`${name} leaves the wall`);
      for (let part: Element | null = of; part && part !== wall; part = part.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(part);
        if ((overflowX !== 'visible' || overflowY !== 'visible') && !(part instanceof SVGElement))
          if (out(part.getBoundingClientRect())) faults.push(`${name} is cut off by .${part.className}`);
      }
      shown.push({
        text: name,
        rect: letters,
        of,
        over: of.closest('.wall-over') !== null,
      });
    }
    if (shown.length === 0) faults.push('nothing is written');
    for (const [i, a] of shown.entries())
      for (const b of shown.slice(i + 1)) {
        if (a.of === b.of || a.over !== b.over) continue;
        const wide = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
        const high = Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top);
        if (wide > 2 && high > 2 && !a.of.contains(b.of) && !b.of.contains(a.of))
          faults.push(`${a.text} lies over ${b.text}`);
      }
    return faults;
  }, SMALLEST_PX);
  return found.map((fault) => `${where}: ${fault}`);
}
