/** The report's look: for a screen and for paper, in any light. */
export const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#16202b, #e6edf5); --soft: light-dark(#52606d, #9fb0c0);
  --line: light-dark(#d4dbe2, #2c3a48); --page: light-dark(#ffffff, #0d141c); }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 60rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 0.5rem; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 0.5rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1.1rem; margin: 1.5rem 0 0.25rem; }
h4 { font-size: 1rem; margin: 0.75rem 0 0.25rem; color: var(--soft); }
header p, .small, footer { color: var(--soft); font-size: 0.9rem; }
.big { font-size: 1.15rem; font-weight: 600; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
caption { text-align: start; font-weight: 600; padding: 0.25rem 0; }
th, td { text-align: start; vertical-align: top; padding: 0.3rem 0.6rem 0.3rem 0; border-bottom: 1px solid var(--line); }
.n { text-align: end; font-variant-numeric: tabular-nums; }
figure { margin: 1.5rem 0; }
figcaption { font-weight: 600; }
svg { width: 100%; height: auto; font: 12px system-ui, sans-serif; }
svg text { fill: var(--ink); }
.axis { stroke: var(--soft); }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
.legend i { display: inline-block; width: 1.2rem; height: 0.3rem; margin-inline-end: 0.4rem; vertical-align: middle; }
.truth { border-inline-start: 4px solid #d55e00; padding-inline-start: 0.75rem; }
@media print { :root { color-scheme: light; } body { max-width: none; } h2, h3 { break-after: avoid; }
  table, figure, article { break-inside: avoid-page; } }
`;
