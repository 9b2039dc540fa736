/** Gabbard plot of the break-ups of a year: each piece at its highest and its lowest altitude over its period. */
import { useState } from 'preact/hooks';
import { apogeeAltitudeKm, perigeeAltitudeKm, periodMinutes } from '../../../shared/orbits/table/elements.ts';
import { DEBRIS, type Population } from '../../../shared/orbits/table/population.ts';
import { FRESH_COLOUR } from '../../sky/palette.ts';
import { bornInYear, endOfMonth, YEAR_MONTHS } from '../../sky/playback.ts';
import { t } from '../../text.ts';
import { Select } from '../parts/inputs.tsx';
import { DataTable, Empty } from '../parts/parts.tsx';
import { Explained } from '../parts/term.tsx';

type Piece = { readonly periodMin: number; readonly highKm: number; readonly lowKm: number };
export type Cloud = {
  readonly id: number;
  readonly month: number;
  readonly weight: number;
  readonly pieces: readonly Piece[];
};

/** The year's break-ups in the order in which they came, each with its pieces as they are at the year's end. */
export function cloudsOf(p: Population): readonly Cloud[] {
  const clouds = new Map<number, { id: number; month: number; weight: number; pieces: Piece[] }>();
  for (let i = 0; i < p.count; i++) {
    const id = p.breakupId[i]!;
    if (id === 0 || p.kind[i] !== DEBRIS || !bornInYear(p, i)) continue;
    const month = p.birthMonth[i]! - (p.epochMonth - YEAR_MONTHS) + 1;
    const cloud = clouds.get(id) ?? { id, month, weight: 0, pieces: [] };
    clouds.set(id, cloud);
    const [a, e] = [p.semiMajorAxisKm[i]!, p.eccentricity[i]!];
    cloud.weight += p.weight[i]!;
    cloud.pieces.push({
      periodMin: periodMinutes(a),
      highKm: apogeeAltitudeKm(a, e),
      lowKm: perigeeAltitudeKm(a, e),
    });
  }
  return [...clouds.values()].sort((a, b) => a.month - b.month || a.id - b.id);
}

const W = 400;
const HEIGHT = 220;
const LEFT = 44;
const BOTTOM = 36;
/** Pieces thrown beyond this share of all are counted, not drawn: one far out would press the others together. */
const DRAWN_SHARE = 0.98;
/** The pieces of a break-up come in over so many days. */
const FILL_DAYS = 30;

const shareAt = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

/** The drawing of one break-up as it stood on a day. */
function GabbardPlot({ cloud, day }: { readonly cloud: Cloud; readonly day: number }) {
  const all = cloud.pieces;
  const periods = all.map((p) => p.periodMin).sort((a, b) => a - b);
  const heights = all.map((p) => p.highKm).sort((a, b) => a - b);
  const from = Math.floor(periods[0] ?? 0);
  const to = Math.max(from + 1, Math.ceil(shareAt(periods, DRAWN_SHARE)));
  const top = Math.max(100, Math.ceil(shareAt(heights, DRAWN_SHARE) / 100) * 100);
  const inside = (p: Piece) => p.periodMin <= to && p.highKm <= top;
  const x = (minutes: number) => LEFT + ((minutes - from) / (to - from)) * (W - LEFT - 12);
  const y = (km: number) => 8 + (1 - km / top) * (HEIGHT - BOTTOM - 8);
  const age = day - endOfMonth(cloud.month - 1);
  const shown = all.slice(0, Math.ceil(all.length * Math.min(1, Math.max(0, age / FILL_DAYS)))).filter(inside);
  const at = (minutes: number, km: number) => `${x(minutes).toFixed(1)} ${y(km).toFixed(1)}`;
  return (
    <>
      <svg class="chart" viewBox={`0 0 ${W} ${HEIGHT}`} role="img" aria-label={t('gabbard.axes')}>
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line class="grid" x1={LEFT} x2={W - 12} y1={y(top * share)} y2={y(top * share)} />
            <text x={LEFT - 6} y={y(top * share) + 4} text-anchor="end">
              {t('number', { n: Math.round(top * share) })}
            </text>
            <text
              x={x(from + (to - from) * share)}
              y={HEIGHT - BOTTOM + 16}
              text-anchor={share === 1 ? 'end' : 'middle'}
            >
              {t('number', { n: Math.round((from + (to - from) * share) * 10) / 10 })}
            </text>
          </g>
        ))}
        <text x={W / 2} y={HEIGHT - 4} text-anchor="middle">
          {t('gabbard.axes')}
        </text>
        <g fill="none" stroke={FRESH_COLOUR}>
          <path
            d={shown.map((p) => `M${at(p.periodMin, p.highKm)}h0`).join('')}
            stroke-width="3"
            stroke-linecap="round"
          />
          <path d={shown.map((p) => `M${at(p.periodMin, p.lowKm)}h4`).join('')} stroke-width="1.2" />
        </g>
      </svg>
      <p class="muted small">{t('gabbard.marks', { beyond: all.filter((p) => !inside(p)).length })}</p>
    </>
  );
}

/** `day`: of the year (-365 to 0); pieces of later break-ups are not drawn yet. */
export function Gabbard({ clouds, day }: { readonly clouds: readonly Cloud[]; readonly day: number }) {
  // As the year plays, the largest so far: one that is still to come would be an empty drawing.
  const begun = clouds.filter((c) => endOfMonth(c.month - 1) <= day);
  const largest = (begun.length > 0 ? begun : clouds.slice(0, 1)).toSorted((a, b) => b.weight - a.weight)[0];
  const [id, setId] = useState<number | null>(null);
  const cloud = clouds.find((c) => c.id === id) ?? largest;
  return (
    <section class="stack tight" aria-label={t('gabbard.title')}>
      <h3>
        <Explained text={t('gabbard.title')} />
      </h3>
      {clouds.length === 0 && <Empty>{t('gabbard.none')}</Empty>}
      {cloud && (
        <>
          {clouds.length > 1 && (
            <Select
              label={t('gabbard.breakup')}
              value={cloud.id}
              onChange={setId}
              options={clouds.map((c) => ({
                value: c.id,
                label: t('gabbard.which', { month: c.month, n: Math.round(c.weight) }),
              }))}
            />
          )}
          <GabbardPlot cloud={cloud} day={day} />
          <details>
            <summary>{t('chart.table')}</summary>
            <DataTable
              caption={t('gabbard.title')}
              hideCaption
              head={[
                t('gabbard.breakup'),
                t('gabbard.pieces'),
                t('gabbard.period'),
                t('gabbard.high'),
                t('gabbard.low'),
              ]}
              numbers={[1, 2, 3, 4]}
              rows={clouds.map((c) => [
                t('year.month', { n: c.month }),
                t('number', { n: Math.round(c.weight) }),
                range(c.pieces.map((p) => p.periodMin)),
                range(c.pieces.map((p) => p.highKm)),
                range(c.pieces.map((p) => p.lowKm)),
              ])}
            />
          </details>
        </>
      )}
    </section>
  );
}

const range = (values: readonly number[]): string =>
  t('gabbard.range', { from: Math.round(Math.min(...values)), to: Math.round(Math.max(...values)) });
