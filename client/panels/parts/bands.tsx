/** Lines with their bands over years, as a drawing with a table of the same numbers. */
import { t } from '../../text.ts';
import { DataTable } from './parts.tsx';

export type BandLine = {
  readonly name: string;
  readonly colour: string;
  readonly dashes?: string;
  readonly p10: readonly number[];
  readonly p50: readonly number[];
  readonly p90: readonly number[];
};

/** Colours of the worlds and lines, far apart with any common colour vision (Okabe & Ito 2008); dashes tell them apart too. */
export const LINE_LOOKS = [
  { colour: 'light-dark(#b3400f, #f2622e)', dashes: '' },
  { colour: 'light-dark(#0a5c9c, #56b4e9)', dashes: '8 4' },
  { colour: 'light-dark(#8a6d00, #f0e442)', dashes: '2 4' },
  { colour: 'light-dark(#0a6549, #00b58a)', dashes: '12 3 2 3' },
] as const;

const W = 400;
const H = 200;
const LEFT = 40;
const BOTTOM = 24;

/** A number that ends an axis well and leaves little of it empty: a round share of a power of ten. */
function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((m) => m * power >= value) ?? 10);
}

/** Draws the lines; `unit` names what is measured. Bands hold 80 % of the runs. */
export function BandChart(props: {
  readonly title: string;
  readonly unit: string;
  readonly years: readonly number[];
  readonly lines: readonly BandLine[];
}) {
  const { years, lines } = props;
  const last = years.length - 1;
  const top = roundUp(Math.max(0, ...lines.flatMap((l) => l.p90)));
  const [from = 0, to = 1] = [years[0], years[last]];
  const x = (i: number) => LEFT + (((years[i] ?? from) - from) / Math.max(1, to - from)) * (W - LEFT - 8);
  const y = (value: number) => 8 + (1 - value / top) * (H - BOTTOM - 8);
  const path = (values: readonly number[]) => values.map((v, i) => `${i === 0 ? 'M' : 'L'}${x(i)} ${y(v)}`).join('');
  const area = (line: BandLine) =>
    `${path(line.p90)}${line.p10
      .map((v, i) => [i, v] as const)
      .toReversed()
      .map(([i, v]) => `L${x(i)} ${y(v)}`)
      .join('')}Z`;
  const ticks = years
    .map((year, i) => ({ year, i }))
    .filter(({ i }) => i === 0 || i === last || i === Math.round(last / 2));
  return (
    <figure class="stack">
      <figcaption class="label">{props.title}</figcaption>
      <svg class="chart" viewBox={`0 0 ${W} ${H}`} role="img" aria-label={props.title}>
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line class="grid" x1={LEFT} x2={W - 8} y1={y(top * share)} y2={y(top * share)} />
            <text x={LEFT - 6} y={y(top * share) + 4} text-anchor="end">
              {t('number', { n: top * share })}
            </text>
          </g>
        ))}
        {ticks.map(({ year, i }) => (
          <text key={year} x={x(i)} y={H - 6} text-anchor={i === 0 ? 'start' : i === last ? 'end' : 'middle'}>
            {t('chart.year', { n: year })}
          </text>
        ))}
        {lines.map((line) => (
          <path key={line.name} d={area(line)} style={{ fill: line.colour, opacity: 0.16 }} />
        ))}
        {lines.map((line) => (
          <path
            key={line.name}
            d={path(line.p50)}
            fill="none"
            stroke-width="2.5"
            stroke-dasharray={line.dashes || undefined}
            style={{ stroke: line.colour }}
          />
        ))}
      </svg>
      <ul class="legend">
        {lines.map((line) => (
          <li key={line.name}>
            <svg viewBox="0 0 32 4" width="32" height="4" aria-hidden="true" focusable="false">
              <path
                d="M0 2H32"
                stroke-width="3"
                stroke-dasharray={line.dashes || undefined}
                style={{ stroke: line.colour }}
              />
            </svg>
            {line.name}
          </li>
        ))}
      </ul>
      <p class="muted small">{t('chart.bands', { unit: props.unit })}</p>
      <details>
        <summary>{t('chart.table')}</summary>
        <DataTable
          caption={props.title}
          hideCaption
          head={[t('chart.line'), t('chart.at'), '10 %', '50 %', '90 %']}
          numbers={[2, 3, 4]}
          rows={lines.flatMap((line) =>
            ticks.map(({ year, i }) => [
              line.name,
              t('chart.year', { n: year }),
              t('decimal', { n: line.p10[i] ?? 0 }),
              t('decimal', { n: line.p50[i] ?? 0 }),
              t('decimal', { n: line.p90[i] ?? 0 }),
            ]),
          )}
        />
      </details>
    </figure>
  );
}
