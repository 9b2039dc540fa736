/** What each table left: x the least gain of any seat, y the sum of gains; the line is what this scenario's menu allowed. */
import { type FrontierPoint, higherForSome, losersOf, type Place } from '../../../shared/game/score/results-shape.ts';
import { t } from '../../text.ts';
import { theSeats, useView } from '../frame/room.tsx';
import { DataTable } from '../parts/parts.tsx';

const W = 520;
const H = 320;
const LEFT = 52;
const BOTTOM = 44;

/** Where an axis says its value: at nought and at both ends, unless an end is near nought. */
const ticks = (values: readonly number[]): readonly number[] => {
  const ends = [Math.min(...values), Math.max(...values)];
  const span = Math.max(1, Math.max(0, ...ends) - Math.min(0, ...ends));
  return [0, ...ends.filter((end) => Math.abs(end) > span * 0.08)];
};

/** Draws the frontier with this table's result, and gives the same numbers as a table. */
export function FrontierChart({
  frontier,
  here,
}: {
  readonly frontier: readonly FrontierPoint[];
  readonly here: Place | null;
}) {
  const view = useView();
  const line = frontier.toSorted((a, b) => a.min - b.min);
  const all = here ? [...line, here] : line;
  const some = here ? higherForSome(line, here) : [];
  if (all.length === 0) return null;
  const span = (values: readonly number[]): readonly [number, number] => {
    const low = Math.min(0, ...values);
    const high = Math.max(1, ...values);
    const pad = (high - low) * 0.06;
    return [low - pad, high + pad];
  };
  const [x0, x1] = span(all.map((p) => p.min));
  const [y0, y1] = span(all.map((p) => p.sum));
  const x = (v: number) => LEFT + ((v - x0) / (x1 - x0)) * (W - LEFT - 12);
  const y = (v: number) => H - BOTTOM - ((v - y0) / (y1 - y0)) * (H - BOTTOM - 12);
  const losersText = ({ losers }: FrontierPoint): string =>
    losers === undefined ? '' : losers.length === 0 ? t('frontier.losers.none') : theSeats(view, losers);
  const round = (n: number) => t('number', { n: Math.round(n) });
  return (
    <figure class="stack">
      <svg class="chart" viewBox={`0 0 ${W} ${H}`} role="img" aria-label={t('frontier.alt')}>
        <line class="axis" x1={LEFT} x2={W - 12} y1={y(0)} y2={y(0)} />
        <line class="axis" x1={x(0)} x2={x(0)} y1={12} y2={H - BOTTOM} />
        <polyline
          points={line.map((p) => `${x(p.min)},${y(p.sum)}`).join(' ')}
          fill="none"
          stroke-width="2"
          style={{ stroke: 'var(--accent)' }}
        />
        {ticks(all.map((p) => p.min)).map((v) => (
          <text key={v} x={x(v)} y={H - BOTTOM + 16} text-anchor="middle">
            {round(v)}
          </text>
        ))}
        {ticks(all.map((p) => p.sum)).map((v) => (
          <text key={v} x={LEFT - 4} y={y(v) + 4} text-anchor="end">
            {round(v)}
          </text>
        ))}
        {line.map((p) => (
          <circle
            key={`${p.min} ${p.sum}`}
            cx={x(p.min)}
            cy={y(p.sum)}
            r={some.includes(p) ? 4 : 3}
            stroke-width="2"
            style={{ fill: some.includes(p) ? 'var(--surface)' : 'var(--accent)', stroke: 'var(--accent)' }}
          />
        ))}
        {here && (
          <g>
            <circle cx={x(here.min)} cy={y(here.sum)} r="8" style={{ fill: 'var(--gold)' }} />
            <text
              x={x(here.min) + (x(here.min) > W * 0.7 ? -14 : 14)}
              y={y(here.sum) + 4}
              text-anchor={x(here.min) > W * 0.7 ? 'end' : 'start'}
              style={{ fill: 'var(--text)', fontSize: '14px', fontWeight: 700 }}
            >
              {t('frontier.here')}
            </text>
          </g>
        )}
        <text x={(W + LEFT) / 2} y={H - 8} text-anchor="middle">
          {t('frontier.x')}
        </text>
        <text x={14} y={(H - BOTTOM) / 2} text-anchor="middle" transform={`rotate(-90 14 ${(H - BOTTOM) / 2})`}>
          {t('frontier.y')}
        </text>
      </svg>
      {some.length > 0 && (
        <p class="note">{t('frontier.some', { n: some.length, who: theSeats(view, losersOf(some)) })}</p>
      )}
      <details open>
        <summary>{t('chart.table')}</summary>
        <DataTable
          caption={t('frontier.alt')}
          hideCaption
          stacks
          head={[t('frontier.what'), t('frontier.x'), t('frontier.y'), ...(here ? [t('frontier.losers')] : [])]}
          numbers={[1, 2]}
          rows={[
            ...(here ? [[t('frontier.here'), round(here.min), round(here.sum), '']] : []),
            ...line.map((p) => [t('frontier.deal'), round(p.min), round(p.sum), ...(here ? [losersText(p)] : [])]),
          ]}
        />
      </details>
    </figure>
  );
}
