/** A sky of the debrief on a map of its own, with the same numbers as a table. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../../shared/vocabulary/index.ts';
import { insistOnPart } from '../../insist.ts';
import type { SkyMap } from '../../sky/map-shape.ts';
import { t, why } from '../../text.ts';
import { useRoom, useView } from '../frame/room.tsx';
import { lessMotion } from '../parts/less-motion.ts';
import { DataTable } from '../parts/parts.tsx';
import { groupName } from './map-legend.tsx';
import { FIRST_LOOK, painted } from './map-look.ts';
import { loadSkyAt, type Sky } from './sky-data.ts';

/** `address`: where its overlay is; `month`: of its last year, the end of which is shown. */
export function SkyFigure(props: { readonly title: string; readonly address: string; readonly month: number }) {
  const { title, address, month } = props;
  const { key } = useRoom();
  const view = useView();
  const host = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<SkyMap | null>(null);
  const [sky, setSky] = useState<Sky | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => {
    let gone = false;
    let made: SkyMap | null = null;
    void insistOnPart(() => import('../../sky/map.ts')).then(({ createSkyMap }) => {
      if (gone || !host.current) return;
      made = createSkyMap(host.current, { label: title, reducedMotion: lessMotion() });
      setMap(made);
    });
    return () => {
      gone = true;
      made?.destroy();
    };
  }, [title]);
  useEffect(() => {
    let gone = false;
    const load = async () => {
      const answer = await loadSkyAt(address, view, key, month);
      if (gone) return;
      setRefusal('code' in answer ? answer : null);
      if (!('code' in answer)) setSky(answer);
    };
    void load();
    return () => {
      gone = true;
    };
  }, [key, view.startSky, view.names, address, month]);
  const paint = useMemo(() => sky && painted(view, sky.population, FIRST_LOOK), [sky]);
  useEffect(() => {
    if (map && paint) map.setObjects(paint.objects, paint.groups);
  }, [map, paint]);
  return (
    <figure class="stack">
      <div class="moment-sky">
        <div class="canvas-host" ref={host} />
      </div>
      {!sky && <p role="status">{refusal ? why(refusal) : t('map.loading')}</p>}
      {paint && (
        <DataTable
          caption={title}
          head={[t('map.legend', { n: paint.all }), t('moment.objects')]}
          numbers={[1]}
          rows={paint.counts.flatMap((count, i) =>
            count ? [[groupName(view, paint.groups[i]!.key), t('number', { n: count })]] : [],
          )}
        />
      )}
    </figure>
  );
}
