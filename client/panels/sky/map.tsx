import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { SKY_VIEWS } from '../../../shared/game/roles.ts';
import type { Refusal } from '../../../shared/vocabulary/index.ts';
import { insistOnPart } from '../../insist.ts';
import { draftOf } from '../../model.ts';
import type { SkyMap } from '../../sky/map-shape.ts';
import { t, why } from '../../text.ts';
import { lazy } from '../frame/lazy.tsx';
import { useRoom, useView } from '../frame/room.tsx';
import { Choice } from '../parts/inputs.tsx';
import { lessMotion } from '../parts/less-motion.ts';
import { Filters, keepLook, keptLook, Legend, MOST_TRACKS } from './map-legend.tsx';
import { type Look, painted, trackIds } from './map-look.ts';
import { ObjectCard, ObjectFinder } from './map-objects.tsx';
import { loadSky, type Sky, withYearBefore, yearPainted } from './sky-data.ts';

/** On the wall Earth fills the stage. */
const WALL_ZOOM = 1.32;

/** It lies over the map: nothing stands in its place until it comes. */
export const Playback = lazy(
  () => import('./playback.tsx').then((part) => part.Playback),
  () => null,
);
/** The year on the wall, which draws nothing itself. */
const WallYear = lazy(
  () => import('../wall/year.tsx').then((part) => part.WallYear),
  () => null,
);
export const Shells = lazy(() => import('./shells.tsx').then((part) => part.Shells));
export const Belt = lazy(() => import('./belt.tsx').then((part) => part.Belt));

/** The orbit map with its legend, the list of objects and the card of the one that is picked. `calm`: without tools. */
export function MapStage({ calm }: { readonly calm?: boolean }) {
  const { model, key } = useRoom();
  const view = useView();
  const host = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<SkyMap | null>(null);
  // Without a graphics card there is no globe; all else that stands here goes on.
  const [blind, setBlind] = useState(false);
  const [tries, setTries] = useState(0);
  const [sky, setSky] = useState<Sky | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  // While a year is played again its objects are on the map, those that left it included.
  const [yearOn, setYearOn] = useState(false);
  const look = keptLook(model, view, sky);
  const change = (next: Look) => keepLook(model, next);

  useEffect(() => {
    let gone = false;
    let made: SkyMap | null = null;
    void insistOnPart(() => import('../../sky/map.ts')).then(({ createSkyMap }) => {
      if (gone || !host.current) return;
      try {
        made = createSkyMap(host.current, {
          label: t('map.label'),
          reducedMotion: lessMotion(),
          homeZoom: calm ? WALL_ZOOM : 1,
        });
      } catch {
        return setBlind(true);
      }
      setBlind(false);
      made.onCard((there) => setBlind(!there));
      made.onPick((id, how) => {
        if (how === 'click') model.picked.value = id;
      });
      setMap(made);
    });
    return () => {
      gone = true;
      made?.destroy();
      setMap(null);
    };
  }, [model, tries]);
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
        const whole = await withYearBefore(model.code, view, answer, key);
        if (!gone && whole !== answer) setSky(whole);
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
  useEffect(() => {
    if (map && sky && paint) map.setTracks(look.tracks ? trackIds(sky.population, paint, MOST_TRACKS) : []);
  }, [map, sky, paint]);
  const picked = model.picked.value;
  useEffect(() => {
    map?.select(picked);
    if (picked !== null) map?.focus(picked);
  }, [map, picked, sky]);

  const kept = draftOf(model, 'map-view');
  // On the wall the desk decides; a year plays by itself as it comes: on the globe, whatever was shown before.
  const comes = calm && view.clock.phase === 'resolution';
  const chosen = calm ? view.wall : kept.value;
  const shown = (!comes && SKY_VIEWS.find((name) => name === chosen)) || 'globe';
  // Beside the bar of a year there is little room for it.
  const beside = view.clock.phase === 'resolution' || view.clock.phase === 'epilogue';
  const filters = sky && paint && !calm && <Filters sky={sky} painted={paint} look={look} onChange={change} />;

  return (
    <div class="map-stage">
      {!calm && (
        <div class="map-views">
          <Choice
            label={t('map.views')}
            hideLabel
            value={shown}
            onChange={(name) => {
              kept.value = name;
            }}
            options={SKY_VIEWS.map((name) => ({ value: name, label: t(`map.view.${name}`) }))}
          />
        </div>
      )}
      <div class="sky">
        <div class="canvas-host" ref={host} hidden={shown !== 'globe' || blind} />
        {blind && shown === 'globe' && (
          <div class="map-blind" role="status">
            <p>{t(calm ? 'map.blind.wall' : 'map.blind')}</p>
            <button type="button" class="button" onClick={() => setTries(tries + 1)}>
              {t('map.blind.again')}
            </button>
          </div>
        )}
        {sky && paint && shown !== 'globe' && (
          <div class="map-view">
            {filters}
            {shown === 'shells' ? <Shells sky={sky} look={look} /> : <Belt sky={sky} painted={paint} />}
          </div>
        )}
        {sky && shown === 'globe' && !calm && (
          <div class="map-corner">
            <ObjectFinder sky={sky} />
            {filters}
          </div>
        )}
        {sky && !calm && picked !== null && <ObjectCard sky={sky} id={picked} />}
      </div>
      {!sky && (
        <p class="map-tools" role="status">
          {refusal ? why(refusal) : t('map.loading')}
        </p>
      )}
      {sky && map && calm && <WallYear map={map} sky={sky} onTurn={setYearOn} />}
      {sky && map && !calm && shown === 'globe' && (
        <Playback key={sky.population.epochMonth} map={map} sky={sky} on={yearOn} onTurn={setYearOn} />
      )}
      {paint && !calm && shown !== 'shells' && (
        <Legend key={beside ? 'beside' : 'alone'} painted={paint} look={look} beside={beside} onChange={change} />
      )}
    </div>
  );
}
