import '../../styles/wall/frame.css';
import { useEffect } from 'preact/hooks';
import { loadSerif } from '../../serif.ts';
import { t } from '../../text.ts';
import { Live } from '../frame/game.tsx';
import { fetchWhenIdle, lazy } from '../frame/lazy.tsx';
import { LineBanner } from '../frame/line.tsx';
import { useRoom, useView } from '../frame/room.tsx';
import { SoundSwitch } from '../frame/topbar.tsx';
import { MapStage } from '../sky/map.tsx';
import { watchActs } from './acts-on-wall.ts';
import { useFit } from './fit.ts';
import { momentAt } from './moments/index.ts';
import { Overlays } from './overlays/index.tsx';
import { useScale } from './scale.ts';
import { Strip } from './strip.tsx';

const Debrief = lazy(() => import('../debrief/debrief.tsx').then((part) => part.Debrief));

/** What the room sees on the wall: public facts only, one idea at a time, on one stage over one strip. */
export function Wall() {
  const { model } = useRoom();
  const { clock } = useView();
  useEffect(() => watchActs(model), [model]);
  useEffect(() => {
    void loadSerif();
    fetchWhenIdle([Debrief]);
  }, []);
  return clock.phase === 'debrief' || clock.phase === 'closed' ? <WallDebrief /> : <WallInPlay />;
}

function WallInPlay() {
  const { model } = useRoom();
  const view = useView();
  const scale = useScale();
  const moment = momentAt(view, model.now.value);
  const StripOf = moment.Strip === undefined ? Strip : moment.Strip;
  // The map is made once: it sleeps under the moments that do not show it.
  const map = view.clock.phase !== 'lobby';
  return (
    <div class="wall-room">
      <div class="wall" style={{ zoom: scale }}>
        {map && (
          <section class="wall-map" aria-label={t('panel.map')} hidden={!moment.map}>
            <MapStage calm />
          </section>
        )}
        <main class={`wall-stage ${StripOf ? '' : 'whole'}`} key={moment.id} data-moment={moment.id}>
          <moment.Stage />
        </main>
        {StripOf && <StripOf />}
        <Overlays />
        <div class="wall-sound">
          <SoundSwitch small />
        </div>
        <div class="wall-line no-print">
          <LineBanner wall />
        </div>
      </div>
      {/* What a year brings is told when its month is on the map. */}
      <Live quiet={view.clock.phase === 'resolution'} />
    </div>
  );
}

/** The debrief on the wall: all of a step at once, as large as it can be. */
function WallDebrief() {
  const ref = useFit();
  return (
    <>
      <main class="debrief-wall" ref={ref}>
        <Debrief wall />
      </main>
      <div class="banners alone no-print">
        <LineBanner wall />
      </div>
      <Live />
    </>
  );
}
