/** Charts of the report as SVG inside the page: drawn by arithmetic, no script, nothing fetched. */
import { type FrontierPoint, higherForSome, type Place } from '../../../shared/game/score/results-shape.ts';
import { type Html, markup } from './html.ts';

const W = 640;
const H = 300;
const LEFT = 56;
const BOTTOM = 48;
const TOP = 12;

/** Colours far apart with any common colour vision (Okabe & Ito 2008); dashes tell the lines apart too. */
const LOOKS = [
  { colour: '#d55e00', dashes: '' },
  { colour: '#0072b2', dashes: '8 4' },
  { colour: '#009e73', dashes: '2 4' },
] as const;

const fixed = (n: number): string => n.toFixed(1);

type Scale = { readonly x: (v: number) => number; readonly y: (v: number) => number };

function scaleOf(xs: readonly [number, number], ys: readonly [number, number]): Scale {
  const part = (v: number, [low, high]: readonly [number, number]): number => (v - low) / Math.max(1e-9, high - low);
  return {
    x: (v) => LEFT + part(v, xs) * (W - LEFT - 16),
    y: (v) => H - BOTTOM - part(v, ys) * (H - BOTTOM - TOP),
  };
}

/** A span that holds all values and 0, with some room. */
function spanOf(values: readonly number[]): readonly [number, number] {
  const low = Math.min(0, ...values);
  const high = Math.max(1, ...values);
  const room = (high - low) * 0.06;
  return [low - room, high + room];
}

const path = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${fixed(x)} ${fixed(y)}`).join('');

function axes(xLabel: string, yLabel: string): Html {
  const middle = (H - BOTTOM) / 2;
  return markup`<line class="axis" x1="${LEFT}" x2="${W - 16}" y1="${H - BOTTOM}" y2="${H - BOTTOM}"/><line class="axis" x1="${LEFT}" x2="${LEFT}" y1="${TOP}" y2="${H - BOTTOM}"/><text x="${(W + LEFT) / 2}" y="${H - 8}" text-anchor="middle">${xLabel}</text><text x="14" y="${middle}" text-anchor="middle" transform="rotate(-90 14 ${middle})">${yLabel}</text>`;
}

function ticks(scale: Scale, xs: readonly number[], ys: readonly number[], told: (n: number) => string): Html {
  return markup`${xs.map(
    (v) => markup`<text x="${fixed(scale.x(v))}" y="${H - BOTTOM + 16}" text-anchor="middle">${told(v)}</text>`,
  )}${ys.map((v) => markup`<text x="${LEFT - 6}" y="${fixed(scale.y(v) + 4)}" text-anchor="end">${told(v)}</text>`)}`;
}

/** Zero and the ends of the values, those left out that would stand in one another's way. `least`: between two labels, px. */
function ends(values: readonly number[], at: (v: number) => number, least: number): readonly number[] {
  const far = [Math.min(...values), Math.max(...values)].filter((v) => Math.abs(at(v) - at(0)) >= least);
  return [...new Set([0, ...far])];
}

const svg = (label: string, body: Html): Html =>
  markup`<svg viewBox="0 0 ${W} ${H}" role="img" aria-label="${label}">${body}</svg>`;

export type BandLine = {
  readonly name: string;
  readonly p10: readonly number[];
  readonly p50: readonly number[];
  readonly p90: readonly number[];
};

/** Lines with bands that hold 80 % of the runs; the first value is that of the start, year 0. `told`: how a number is said. */
export function bandChart(
  title: string,
  xLabel: string,
  note: string,
  lines: readonly BandLine[],
  told: (n: number) => string,
): Html {
  const years = Math.max(1, (lines[0]?.p50.length ?? 0) - 1);
  const top = Math.max(1e-6, ...lines.flatMap((l) => l.p90));
  const scale = scaleOf([0, years], [0, top * 1.05]);
  const points = (values: readonly number[]): (readonly [number, number])[] =>
    values.map((v, i) => [scale.x(i), scale.y(v)]);
  const bands = lines.map(
    (line, i) =>
      markup`<path d="${path([...points(line.p90), ...points(line.p10).reverse()])}Z" fill="${LOOKS[i % 3]!.colour}" opacity="0.15"/>`,
  );
  const middles = lines.map(
    (line, i) =>
      markup`<path d="${path(points(line.p50))}" fill="none" stroke="${LOOKS[i % 3]!.colour}" stroke-width="2.5" stroke-dasharray="${LOOKS[i % 3]!.dashes}"/>`,
  );
  const legend = lines.map(
    (line, i) =>
      markup`<li><svg viewBox="0 0 32 8" aria-hidden="true"><path d="M0 4H32" stroke="${LOOKS[i % 3]!.colour}" stroke-width="2.5" stroke-dasharray="${LOOKS[i % 3]!.dashes}"/></svg>${line.name}</li>`,
  );
  const marks = ticks(
    scale,
    [0, Math.round(years / 2), years],
    [0, top / 2, top].map((v) => Number(v.toPrecision(2))),
    told,
  );
  return markup`<figure><figcaption>${title}</figcaption><p class="small">${note}</p>${svg(
    title,
    markup`${axes(xLabel, '')}${marks}${bands}${middles}`,
  )}<ul class="legend">${legend}</ul></figure>`;
}

/** Deals that no other beats in both least gain and sum of gains, and where this table came out. `told`: how a number is said. */
export function frontierChart(
  title: string,
  labels: { readonly x: string; readonly y: string; readonly here: string },
  line: readonly FrontierPoint[],
  here: Place,
  told: (n: number) => string,
): Html {
  const all = [...line, here];
  const xs = spanOf(all.map((p) => p.min));
  const ys = spanOf(all.map((p) => p.sum));
  const scale = scaleOf(xs, ys);
  const sorted = [...line].sort((a, b) => a.min - b.min);
  const some = higherForSome(line, here);
  const at = (p: Place): readonly [number, number] => [scale.x(p.min), scale.y(p.sum)];
  const [x, y] = at(here);
  const left = x > W * 0.7;
  return markup`<figure><figcaption>${title}</figcaption>${svg(
    title,
    markup`${axes(labels.x, labels.y)}${ticks(
      scale,
      ends(
        all.map((p) => p.min),
        scale.x,
        32,
      ),
      ends(
        all.map((p) => p.sum),
        scale.y,
        14,
      ),
      told,
    )}<path d="${path(sorted.map(at))}" fill="none" stroke="${LOOKS[1].colour}" stroke-width="2"/>${sorted.map((p) => {
      const [px, py] = at(p);
      const [r, fill] = some.includes(p) ? [4, '#fff'] : [3, LOOKS[1].colour];
      return markup`<circle cx="${fixed(px)}" cy="${fixed(py)}" r="${r}" fill="${fill}" stroke="${LOOKS[1].colour}" stroke-width="2"/>`;
    })}<circle cx="${fixed(x)}" cy="${fixed(y)}" r="8" fill="${LOOKS[0].colour}"/><text x="${fixed(x + (left ? -14 : 14))}" y="${fixed(y + 4)}" text-anchor="${left ? 'end' : 'start'}">${labels.here}</text>`,
  )}</figure>`;
}
