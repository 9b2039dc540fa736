/** The report's look: for a screen and for paper, in any light. */
export const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#16202b, #e6edf5); --soft: light-dark(#4a5763, #9fb0c0);
  --line: light-dark(#cfd7df, #2c3a48); --page: light-dark(#ffffff, #0d141c); --tint: light-dark(#f1f4f7, #151f2a);
  --mark: light-dark(#0a5c9c, #7cc4f5); --serif: Georgia, "Times New Roman", serif; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.5rem; max-width: 62rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; counter-reset: section; }
h1, h2 { font-family: var(--serif); font-weight: 600; }
h1 { font-size: 2.4rem; line-height: 1.15; margin: 0 0 0.5rem; }
h2 { font-size: 1.45rem; margin: 2.75rem 0 0.75rem; padding-bottom: 0.3rem; border-bottom: 1px solid var(--line); }
main > section > h2:not(.plain)::before { counter-increment: section; content: counter(section) ". "; color: var(--soft); }
h2.plain { font-size: 1.15rem; margin-top: 2rem; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 0.25rem; }
h4 { font-size: 0.9rem; margin: 0.75rem 0 0.25rem; color: var(--soft); }
p, ul, ol { margin: 0.5rem 0; }
li { margin: 0.2rem 0; }
.small, footer { color: var(--soft); font-size: 0.875rem; }
.big { font-size: 1.15rem; font-weight: 600; }
header { border-top: 4px solid var(--mark); padding-top: 1.25rem; }
.name { margin: 0; font-weight: 700; color: var(--mark); }
.kind { margin: 0 0 1.5rem; color: var(--soft); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 1rem 1.5rem; margin: 1.5rem 0 0;
  padding: 1rem 0; border-block: 1px solid var(--line); }
.facts dt { color: var(--soft); font-size: 0.8rem; }
.facts dd { margin: 0; font-weight: 600; }
.tiles { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(8.4rem, 1fr)); gap: 0.75rem; }
.tiles li { display: flex; flex-direction: column; margin: 0; padding: 0.9rem 1rem; background: var(--tint); border-radius: 4px; }
.tiles b { font: 600 2rem/1.1 var(--serif); }
nav ol { columns: 2 16rem; padding-inline-start: 1.4rem; }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: 0.2em; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 0 2rem; }
.pair h3, .pair h4 { margin-top: 0.75rem; }
.pair ul { padding-inline-start: 1.1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: 0.95rem; }
caption { text-align: start; font-weight: 600; padding: 0.25rem 0; }
th, td { text-align: start; vertical-align: top; padding: 0.35rem 0.7rem; border-bottom: 1px solid var(--line); }
th { background: var(--tint); font-size: 0.85rem; }
.n { text-align: end; font-variant-numeric: tabular-nums; }
figure { margin: 1.5rem 0; }
figcaption { font-weight: 600; }
svg { width: 100%; max-width: 46rem; height: auto; font: 12px system-ui, sans-serif; }
svg text { fill: var(--ink); }
.axis { stroke: var(--soft); }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
.legend svg { width: 2rem; height: 0.6rem; margin-inline-end: 0.4rem; vertical-align: middle; }
.line { white-space: nowrap; }
.unseen { position: absolute; clip-path: inset(50%); }
.truth { border-inline-start: 4px solid #d55e00; padding-inline-start: 0.75rem; }
footer { margin-top: 3rem; padding-top: 0.75rem; border-top: 1px solid var(--line); }
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; } }
@media print { :root { color-scheme: light; font-size: 10pt; } body { max-width: none; padding: 0; }
  h2, h3, h4, h3 + p, caption { break-after: avoid; }
  tr, figure, .wide:not(.long), .tiles li, .pair > article, #texts > article { break-inside: avoid; }
  #timeline .pair > article { break-inside: auto; } #timeline li { break-inside: avoid; }
  .wide { overflow: visible; } th, .tiles li { print-color-adjust: exact; } }
`;
