/** Bars in seconds are those of one machine, idle. Elsewhere, and beside other work, they are as much wider as a fixed piece of work takes longer. */

/** What it takes on that machine, ms. */
const REFERENCE_MS = 300;
const STEPS = 4_000_000;

function work(): number {
  let sum = 0;
  for (let i = 1; i < STEPS; i++) sum += Math.sqrt(i) * Math.cos(i);
  return sum;
}

/** How many times longer work takes here and now than where the bars were set; at least 1. */
export function slowness(): number {
  const began = performance.now();
  work();
  return Math.max(1, (performance.now() - began) / REFERENCE_MS);
}
