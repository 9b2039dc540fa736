/** The geostationary belt laid out by longitude: how tilted who is below, how far above or under the belt above; and as a list. */
import { useMemo, useState } from 'preact/hooks';
import {
  BELT_HIGH_KM,
  BELT_LOW_KM,
  type BeltPlace,
  beltSince,
  GRAVEYARD_KM,
} from '../../../shared/orbits/motion/belt.ts';
import { greenwichAngleRad, START_DAYS_J2000 } from '../../sky/earth.ts';
import { t } from '../../text.ts';
import { seatName, useRoom, useView } from '../frame/room.tsx';
import { Select } from '../parts/inputs.tsx';
import { DataTable } from '../parts/parts.tsx';
import { kindOf, type Painted } from './map-look.ts';
import { objectName } from './map-objects.tsx';
import type { Sky } from './sky-data.ts';

const DEGREES = 180 / Math.PI;
const LEFT = 40;
const RIGHT = 10;
/** Heights of the two drawings and of what lies between them. */
const ABOVE = 120;
const GAP = 34;
const BELOW = 150;
const TOP = 18;
const H = TOP + ABOVE + GAP + BELOW + 38;
const TILT_DEG = 16;
const SECTOR_DEG = 30;
const SECTORS = Array.from({ length: 360 / SECTOR_DEG }, (_, i) => -180 + SECTOR_DEG * i);
/** A press picks the nearest object within so many units of the drawing. */
const REACH = 10;

type Dot = BeltPlace & { readonly x: number; readonly high: number; readonly low: number };

/**
 * Longitudes are those of the catalogue's day: a working satellite is kept in its slot, and what drifts is nowhere in particular a
 * year later. What has left the sky since is left out; who works is as of now.
 */
export function Belt({ sky, painted }: { readonly sky: Sky; readonly painted: Painted }) {
  const { model } = useRoom();
  const view = useView();
  const { population, start } = sky;
  const wide = matchMedia('(min-width: 900px)').matches;
  const W = wide ? 640 : 360;
  const x = (longitudeDeg: number) => LEFT + ((longitudeDeg + 180) / 360) * (W - LEFT - RIGHT);
  const yHigh = (km: number) => TOP + (1 - (km - BELT_LOW_KM) / (BELT_HIGH_KM - BELT_LOW_KM)) * ABOVE;
  const yLow = (degrees: number) => TOP + ABOVE + GAP + (1 - degrees / TILT_DEG) * BELOW;
  const [sector, setSector] = useState(0);
  const dots = useMemo(
    () =>
      beltSince(start, population, greenwichAngleRad(START_DAYS_J2000)).map(
        (place): Dot => ({
          ...place,
          x: x(place.longitudeRad * DEGREES),
          high: yHigh(place.heightKm),
          low: yLow(place.inclinationRad * DEGREES),
        }),
      ),
    [sky, W],
  );
  const shown = dots.filter(({ row }) => painted.visible[painted.objects.group[row]!]);
  const works = (dot: Dot): boolean => kindOf(population, dot.row) === 0;
  const inSector = (dot: Dot): boolean => Math.floor((dot.longitudeRad * DEGREES - sector) / SECTOR_DEG) === 0;
  const weigh = (some: readonly Dot[]): number => Math.round(some.reduce((n, d) => n + population.weight[d.row]!, 0));
  const degrees = (n: number): string => t(n < 0 ? 'belt.west' : 'belt.east', { n: Math.abs(n) });
  const ownerOf = (dot: Dot): string => {
    const seat = sky.seatOf(dot.row);
    return seat ? seatName(view, seat) : t('object.owner.other');
  };
  const pick = (event: MouseEvent & { readonly currentTarget: SVGSVGElement }): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const px = ((event.clientX - box.left) / box.width) * W;
    const py = ((event.clientY - box.top) / box.height) * H;
    const away = (d: Dot) => Math.hypot(d.x - px, Math.min(Math.abs(d.high - py), Math.abs(d.low - py)));
    const nearest = shown.toSorted((a, b) => away(a) - away(b))[0];
    model.picked.value = nearest && away(nearest) <= REACH ? population.id[nearest.row]! : null;
  };
  const picked = shown.find(({ row }) => population.id[row] === model.picked.value);
  const owners = [...new Set(shown.map(ownerOf))];
  return (
    <section class="stack belt" aria-label={t('belt.title')}>
      <h3>{t('belt.title')}</h3>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list below picks the same objects by key */}
      <svg class="chart" viewBox={`0 0 ${W} ${H}`} role="img" aria-label={t('belt.axes')} onClick={pick}>
        <text x={LEFT} y={TOP - 6}>
          {t('belt.height')}
        </text>
        <text x={LEFT} y={TOP + ABOVE + GAP - 8}>
          {t('belt.tilt')}
        </text>
        {[BELT_LOW_KM, 0, GRAVEYARD_KM, BELT_HIGH_KM].map((km) => (
          <g key={km}>
            <line class="grid" x1={LEFT} x2={W - RIGHT} y1={yHigh(km)} y2={yHigh(km)} />
            <text x={LEFT - 6} y={yHigh(km) + 4} text-anchor="end">
              {t('number', { n: km })}
            </text>
          </g>
        ))}
        {[0, 5, 10, 15].map((tilt) => (
          <g key={tilt}>
            <line class="grid" x1={LEFT} x2={W - RIGHT} y1={yLow(tilt)} y2={yLow(tilt)} />
            <text x={LEFT - 6} y={yLow(tilt) + 4} text-anchor="end">
              {tilt}°
            </text>
          </g>
        ))}
        {(wide ? [-180, -120, -60, 0, 60, 120, 180] : [-180, -90, 0, 90, 180]).map((n) => (
          <g key={n}>
            <line class="grid" x1={x(n)} x2={x(n)} y1={TOP} y2={TOP + ABOVE} />
            <line class="grid" x1={x(n)} x2={x(n)} y1={TOP + ABOVE + GAP} y2={TOP + ABOVE + GAP + BELOW} />
            <text x={x(n)} y={H - 20} text-anchor={n === 180 ? 'end' : 'middle'}>
              {degrees(n)}
            </text>
          </g>
        ))}
        <text x={W / 2} y={H - 4} text-anchor="middle">
          {t('belt.longitude')}
        </text>
        {painted.groups.map(({ key, colour, emphasis }, g) => {
          const own = shown.filter(({ row }) => painted.objects.group[row] === g);
          if (own.length === 0) return null;
          const d = own.map(
            (dot) => `M${dot.x.toFixed(1)} ${dot.high.toFixed(1)}h0M${dot.x.toFixed(1)} ${dot.low.toFixed(1)}h0`,
          );
          return (
            <path key={key} d={d.join('')} stroke={colour} stroke-width={emphasis ? 2.2 : 3.4} stroke-linecap="round" />
          );
        })}
        {picked && [picked.high, picked.low].map((y) => <circle key={y} class="picked" cx={picked.x} cy={y} r="7" />)}
      </svg>
      <p class="muted small">{t('belt.note')}</p>
      <DataTable
        caption={t('belt.owners')}
        head={[t('object.owner'), t('belt.working'), t('belt.drifting'), t('belt.graveyard')]}
        numbers={[1, 2, 3]}
        rows={owners.map((owner) => {
          const own = shown.filter((dot) => ownerOf(dot) === owner);
          const idle = own.filter((dot) => !works(dot));
          return [
            owner,
            t('number', { n: weigh(own.filter(works)) }),
            t('number', { n: weigh(idle.filter((dot) => dot.heightKm < GRAVEYARD_KM)) }),
            t('number', { n: weigh(idle.filter((dot) => dot.heightKm >= GRAVEYARD_KM)) }),
          ];
        })}
      />
      <Select
        label={t('belt.sector')}
        value={sector}
        onChange={setSector}
        options={SECTORS.map((from) => ({
          value: from,
          label: t('belt.sector.range', { from: degrees(from), to: degrees(from + SECTOR_DEG) }),
        }))}
      />
      <ul class="stack tight">
        {shown
          .filter(inSector)
          .toSorted((a, b) => a.longitudeRad - b.longitudeRad)
          .map((dot) => (
            <li key={dot.row}>
              <button
                type="button"
                class="button plain"
                onClick={() => {
                  model.picked.value = population.id[dot.row]!;
                }}
              >
                {[
                  objectName(view, sky, dot.row),
                  ownerOf(dot),
                  degrees(Math.round(dot.longitudeRad * DEGREES * 10) / 10),
                ].join(', ')}
              </button>
            </li>
          ))}
      </ul>
    </section>
  );
}
