/** Low orbits by altitude: rings round a small Earth, each as long as there are objects in its shell, and the same as a table. */
import { useMemo, useState } from 'preact/hooks';
import { SHELL_COUNT, SHELL_STEP_KM, shellCountsBy, shellFloorKm } from '../../../shared/orbits/table/altitudes.ts';
import { DEBRIS_COLOUR, FRESH_COLOUR, HUES } from '../../sky/palette.ts';
import { t } from '../../text.ts';
import { useView } from '../frame/room.tsx';
import { DataTable } from '../parts/parts.tsx';
import { filterOf, isFragment, kindOf, type Look, MAP_KINDS } from './map-look.ts';
import type { Sky } from './sky-data.ts';

const CLASSES = [
  { key: 'working', colour: HUES[0] },
  { key: 'spent', colour: HUES[1] },
  { key: 'debris', colour: DEBRIS_COLOUR },
  { key: 'fragments', colour: FRESH_COLOUR },
] as const;
/** Class of each of MAP_KINDS; what the game broke is a class of its own. */
const CLASS_OF_KIND: Readonly<Record<(typeof MAP_KINDS)[number], number>> = {
  working: 0,
  retired: 1,
  stage: 1,
  debris: 2,
  unknown: 2,
};
const FRAGMENTS = 3;

/** Shells shown: from 200 to 2,000 km, of those that shared/orbits counts. */
const LOWEST_KM = 200;
const HIGHEST_KM = 2000;
const SHOWN = Array.from({ length: SHELL_COUNT }, (_, shell) => shell).filter(
  (shell) => shellFloorKm(shell) >= LOWEST_KM && shellFloorKm(shell) < HIGHEST_KM,
);
const LABEL_EACH_KM = 200;

const SIZE = 440;
const EARTH = 34;
const RING = (SIZE / 2 - EARTH - 12) / SHOWN.length;
/** The longest ring goes this far round; the rest is for the altitudes' names. */
const FULL_TURN_RAD = (300 / 360) * 2 * Math.PI;
const SHARES = [0.25, 0.5, 0.75, 1];
const FIRST_SHARE = SHARES[0];

const radiusOf = (shell: number): number => EARTH + 10 + RING * (shell - SHOWN[0]! + 0.5);
/** A place on the drawing: angles run clockwise from the top. */
const at = (radius: number, angle: number): string =>
  `${(radius * Math.sin(angle)).toFixed(2)} ${(-radius * Math.cos(angle)).toFixed(2)}`;
function arc(radius: number, from: number, to: number): string {
  const large = to - from > Math.PI ? 1 : 0;
  return `M${at(radius, from)}A${radius.toFixed(2)} ${radius.toFixed(2)} 0 ${large} 1 ${at(radius, to)}`;
}

/** A number that ends an axis well and divides by four: 4, 8, 12, 20 or 40 times a power of ten. */
function axisEnd(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1) / 4));
  return power * ([4, 8, 12, 20, 40].find((m) => m * power >= value) ?? 40);
}

/** How many objects spend their time at which altitude, by 50 km, coloured as the map is. */
export function Shells({ sky, look }: { readonly sky: Sky; readonly look: Look }) {
  const view = useView();
  const [chosen, setChosen] = useState<number | null>(null);
  const looks = JSON.stringify(look);
  const counts = useMemo(() => {
    const p = sky.population;
    const passes = filterOf(view, p, look);
    return shellCountsBy(p, CLASSES.length, (row) => {
      if (!passes(row)) return -1;
      return isFragment(p, row) ? FRAGMENTS : CLASS_OF_KIND[MAP_KINDS[kindOf(p, row)]!];
    });
  }, [sky, looks]);
  const count = (c: number, shell: number): number => counts[c * SHELL_COUNT + shell]!;
  const sum = (shell: number): number => CLASSES.reduce((n, _, c) => n + count(c, shell), 0);
  const end = axisEnd(Math.max(...SHOWN.map(sum)));
  const angle = (n: number): number => (n / end) * FULL_TURN_RAD;
  const busiest = SHOWN.toSorted((a, b) => sum(b) - sum(a))[0]!;
  const told = chosen ?? busiest;
  const range = (shell: number): string =>
    t('shells.range', { from: shellFloorKm(shell), to: shellFloorKm(shell) + SHELL_STEP_KM });
  return (
    <section class="stack shells" aria-label={t('shells.title')}>
      <h3>{t('shells.title')}</h3>
      <ul class="legend">
        {CLASSES.map(({ key, colour }, c) => (
          <li key={key}>
            <span class="dot" style={{ '--seat': colour }} aria-hidden="true" />
            {t(`map.group.${key}`)}{' '}
            <span class="figures">{t('number', { n: Math.round(SHOWN.reduce((n, s) => n + count(c, s), 0)) })}</span>
          </li>
        ))}
      </ul>
      <svg
        class="chart"
        viewBox={`${-SIZE / 2} ${-SIZE / 2} ${SIZE} ${SIZE}`}
        role="img"
        aria-label={t('shells.axes')}
        onPointerLeave={() => setChosen(null)}
      >
        <circle class="earth" r={EARTH} />
        {SHARES.map((share) => {
          const turn = share * FULL_TURN_RAD;
          return (
            <g key={share}>
              <path class="grid" d={`M${at(EARTH + 4, turn)}L${at(SIZE / 2 - 14, turn)}`} />
              <text
                transform={`translate(${at(SIZE / 2 - 6, turn + 0.02)})`}
                dy={share === FIRST_SHARE ? -6 : 0}
                text-anchor={share < 0.55 ? 'end' : 'start'}
              >
                {t(share === FIRST_SHARE ? 'shells.objects' : 'number', { n: share * end })}
              </text>
            </g>
          );
        })}
        {SHOWN.map((shell) => {
          const radius = radiusOf(shell);
          let from = 0;
          return (
            <g
              key={shell}
              onPointerEnter={() => setChosen(shell)}
              opacity={chosen === null || chosen === shell ? 1 : 0.5}
            >
              <path d={arc(radius, 0, FULL_TURN_RAD)} class="grid" stroke-width={RING} opacity="0.25" fill="none" />
              {CLASSES.map(({ key, colour }, c) => {
                const start = from;
                from += angle(count(c, shell));
                return from - start < 0.001 ? null : (
                  <path key={key} d={arc(radius, start, from)} stroke={colour} stroke-width={RING * 0.78} fill="none" />
                );
              })}
              {shellFloorKm(shell) % LABEL_EACH_KM === 0 && (
                <text x="-6" y={4 - radius} text-anchor="end">
                  {t('shells.km', { n: shellFloorKm(shell) })}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <p class="small" role="status">
        {t(chosen === null ? 'shells.busiest' : 'shells.chosen', { range: range(told), n: Math.round(sum(told)) })}
      </p>
      <p class="muted small">{t('shells.note')}</p>
      <details>
        <summary>{t('chart.table')}</summary>
        <DataTable
          caption={t('shells.title')}
          hideCaption
          head={[t('shells.altitude'), ...CLASSES.map(({ key }) => t(`map.group.${key}`)), t('shells.all')]}
          numbers={[1, 2, 3, 4, 5]}
          rows={SHOWN.map((shell) => [
            range(shell),
            ...CLASSES.map((_, c) => t('number', { n: Math.round(count(c, shell)) })),
            t('number', { n: Math.round(sum(shell)) }),
          ])}
        />
      </details>
    </section>
  );
}
