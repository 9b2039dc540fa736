/** Single objects of the map in words: their names, the search over all of them, the card of the one that is picked. */
import { Fragment } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { View } from '../../../shared/game/view/view-shape.ts';
import { apogeeAltitudeKm, perigeeAltitudeKm, periodMinutes } from '../../../shared/orbits/table/elements.ts';
import { ESTIMATED_MASS, indexOf, OBJECT_KINDS, type Population } from '../../../shared/orbits/table/population.ts';
import { has, say, t } from '../../text.ts';
import { seatName, useRoom, useView } from '../frame/room.tsx';
import type { Sky } from './sky-data.ts';

const MOST_FOUND = 40;

/** The name of an object as this game may show it: with fictional names, the scenario's or its number. */
export function objectName(view: View, sky: Sky, row: number): string {
  const id = sky.population.id[row]!;
  if (has(`scenario.object.${id}`)) return say({ key: `scenario.object.${id}` });
  const listed = sky.listed(row);
  const name = listed >= 0 && view.names === 'real' ? sky.names.names[listed] : '';
  if (name) return name;
  if (listed >= 0) return t('object.n', { n: String(id) });
  return t('object.made', { kind: t(`object.kind.${OBJECT_KINDS[sky.population.kind[row]!]}`) });
}

/** Search over everything on the map: what the canvas shows, as a list. */
export function ObjectFinder({ sky }: { readonly sky: Sky }) {
  const { model } = useRoom();
  const view = useView();
  const [query, setQuery] = useState('');
  const found = useMemo(() => {
    const wanted = query.trim().toLowerCase();
    const rows: number[] = [];
    if (wanted.length < 2) return rows;
    for (let row = 0; row < sky.population.count && rows.length < MOST_FOUND; row++) {
      const seat = sky.seatOf(row);
      const text = `${objectName(view, sky, row)} ${sky.population.id[row]} ${seat ? seatName(view, seat) : ''}`;
      if (text.toLowerCase().includes(wanted)) rows.push(row);
    }
    return rows;
  }, [query, sky, view]);
  return (
    <details class="map-tools finder">
      <summary>{t('map.find')}</summary>
      <div class="stack">
        <input
          class="input"
          type="search"
          aria-label={t('map.find.label')}
          placeholder={t('map.find.hint')}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <p role="status" class="small">
          {query.trim().length < 2
            ? t('map.find.more')
            : t('map.found', { n: found.length, most: found.length === MOST_FOUND ? 'yes' : 'no' })}
        </p>
        <ul class="stack tight">
          {found.map((row) => (
            <li key={row}>
              <button
                type="button"
                class="button plain"
                onClick={() => {
                  model.picked.value = sky.population.id[row]!;
                }}
              >
                {objectName(view, sky, row)}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

const DEGREES = 180 / Math.PI;
const MONTHS_PER_YEAR = 12;

/** Since when an object is in orbit, and whether it is a piece of a break-up of this game. A catalogued one is older than that. */
function historyOf(p: Population, row: number, listed: boolean): string {
  const month = p.birthMonth[row]!;
  if (listed && month >= 0) return t('object.unknown');
  if (listed) return t('object.history.years', { n: Math.floor((p.epochMonth - month) / MONTHS_PER_YEAR) });
  const when = { year: Math.floor(month / MONTHS_PER_YEAR) + 1, month: (month % MONTHS_PER_YEAR) + 1 };
  return t(p.breakupId[row] === 0 ? 'object.history.launched' : 'object.history.piece', when);
}

/** What is known of one object: names, orbit (km, degrees), estimates marked as such. */
export function ObjectCard({ sky, id }: { readonly sky: Sky; readonly id: number }) {
  const { model } = useRoom();
  const view = useView();
  const { population: p } = sky;
  const row = indexOf(p, id);
  const listed = row < 0 ? -1 : sky.listed(row);
  if (row < 0) return null;
  const seat = sky.seatOf(row);
  const a = p.semiMajorAxisKm[row]!;
  const e = p.eccentricity[row]!;
  const mass = p.massKg[row]!;
  const real = view.names === 'real' && listed >= 0;
  const lines: (readonly [string, string])[] = [
    [t('object.owner'), seat ? seatName(view, seat) : t('object.owner.other')],
    [t('object.kind'), t(`object.kind.${OBJECT_KINDS[p.kind[row]!]}`)],
    [
      t('object.orbit'),
      t('object.orbit.value', {
        low: Math.round(perigeeAltitudeKm(a, e)),
        high: Math.round(apogeeAltitudeKm(a, e)),
        tilt: Math.round(p.inclinationRad[row]! * DEGREES),
        minutes: Math.round(periodMinutes(a)),
      }),
    ],
    [
      t('object.mass'),
      mass > 0
        ? t((p.flags[row]! & ESTIMATED_MASS) !== 0 ? 'object.mass.estimate' : 'object.mass.value', {
            n: Math.round(mass),
          })
        : t('object.unknown'),
    ],
    [t('object.history'), historyOf(p, row, listed >= 0)],
    ...(real ? [[t('object.launched'), sky.names.launchDates[listed] || t('object.unknown')] as const] : []),
    ...(real ? [[t('object.designator'), sky.names.designators[listed] || t('object.unknown')] as const] : []),
    [t('object.source'), listed >= 0 ? t('object.source.catalogue') : t('object.source.game')],
  ];
  return (
    <section class="map-tools card-of-object" aria-label={t('object.card')}>
      <div class="row apart">
        <h2>{objectName(view, sky, row)}</h2>
        <button type="button" class="button" onClick={() => (model.picked.value = null)}>
          {t('close')}
        </button>
      </div>
      <dl>
        {lines.map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
