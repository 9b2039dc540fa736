import { Fragment } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { View } from '../../shared/game/view-shape.ts';
import { apogeeAltitudeKm, perigeeAltitudeKm, periodMinutes } from '../../shared/orbits/elements.ts';
import { ESTIMATED_MASS, indexOf, OBJECT_KINDS } from '../../shared/orbits/population.ts';
import type { Refusal } from '../../shared/vocabulary/index.ts';
import { insist } from '../insist.ts';
import type { SkyMap } from '../sky/map.ts';
import { has, say, t, why } from '../text.ts';
import { lazy } from './lazy.tsx';
import { lessMotion } from './less-motion.ts';
import { Filters, keepLook, keptLook, Legend } from './map-legend.tsx';
import { type Look, painted } from './map-look.ts';
import { seatName, useRoom, useView } from './room.tsx';
import { loadSky, type Sky, yearPainted } from './sky-data.ts';

/** It lies over the map: nothing stands in its place until it comes. */
export const Playback = lazy(
  () => import('./playback.tsx').then((part) => part.Playback),
  () => null,
);

/** The orbit map with its legend, the list of objects and the card of the one that is picked. `calm`: without tools. */
export function MapStage({ calm }: { readonly calm?: boolean }) {
  const { model, key } = useRoom();
  const view = useView();
  const host = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<SkyMap | null>(null);
  const [sky, setSky] = useState<Sky | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  // While a year is played again its objects are on the map, those that left it included.
  const [yearOn, setYearOn] = useState(false);
  const look = keptLook(model, view, sky);
  const change = (next: Look) => keepLook(model, next);

  useEffect(() => {
    let gone = false;
    let made: SkyMap | null = null;
    void insist(() => import('../sky/map.ts')).then(({ createSkyMap }) => {
      if (gone || !host.current) return;
      made = createSkyMap(host.current, { label: t('map.label'), reducedMotion: lessMotion() });
      made.onPick((id, how) => {
        if (how === 'click') model.picked.value = id;
      });
      setMap(made);
    });
    return () => {
      gone = true;
      made?.destroy();
    };
  }, [model]);
  const label = t('map.label');
  useEffect(() => {
    if (map) host.current?.setAttribute('aria-label', label);
  }, [map, label]);

  const seated = view.viewer.kind;
  useEffect(() => {
    let gone = false;
    const load = async () => {
      const answer = await loadSky(model.code, view, key);
      if (gone) return;
      if ('code' in answer) setRefusal(answer);
      else {
        setRefusal(null);
        setSky(answer);
      }
    };
    void load();
    return () => {
      gone = true;
    };
  }, [model, key, view.startSky, view.overlay, view.names, seated]);

  const looks = JSON.stringify(look);
  // Seats come anew with every delta; what is painted of them never changes within a sky.
  const paint = useMemo(() => sky && painted(view, sky.population, look), [sky, looks]);
  useEffect(() => {
    if (!map || !sky || !paint) return;
    const { objects, groups, visible } = yearOn ? yearPainted(view, sky, look) : paint;
    map.setVisible(visible);
    map.setObjects(objects, groups);
  }, [map, sky, paint, yearOn]);
  const picked = model.picked.value;
  useEffect(() => {
    map?.select(picked);
    if (picked !== null) map?.focus(picked);
  }, [map, picked, sky]);

  return (
    <div class="map-stage">
      <div class="sky">
        <div class="canvas-host" ref={host} />
        {sky && paint && !calm && (
          <div class="map-corner">
            <ObjectFinder sky={sky} />
            <Filters sky={sky} painted={paint} look={look} onChange={change} />
          </div>
        )}
        {sky && !calm && picked !== null && <ObjectCard sky={sky} id={picked} />}
      </div>
      {!sky && (
        <p class="map-tools" role="status">
          {refusal ? why(refusal) : t('map.loading')}
        </p>
      )}
      {sky && map && (
        <Playback
          key={sky.population.epochMonth}
          map={map}
          sky={sky}
          calm={calm ?? false}
          on={yearOn}
          onTurn={setYearOn}
        />
      )}
      {paint && <Legend painted={paint} look={look} calm={calm ?? false} onChange={change} />}
    </div>
  );
}

const MOST_FOUND = 40;

/** The name of an object as this game may show it: with fictional names, the scenario's or its number. */
function objectName(view: View, sky: Sky, row: number): string {
  const id = sky.population.id[row]!;
  if (has(`scenario.object.${id}`)) return say({ key: `scenario.object.${id}` });
  const listed = sky.listed(row);
  const name = listed >= 0 && view.names === 'real' ? sky.names.names[listed] : '';
  if (name) return name;
  if (listed >= 0) return t('object.n', { n: String(id) });
  return t('object.made', { kind: t(`object.kind.${OBJECT_KINDS[sky.population.kind[row]!]}`) });
}

/** Search over everything on the map: what the canvas shows, as a list. */
function ObjectFinder({ sky }: { readonly sky: Sky }) {
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

function ObjectCard({ sky, id }: { readonly sky: Sky; readonly id: number }) {
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
