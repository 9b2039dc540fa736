import { useEffect, useRef, useState } from 'preact/hooks';
import type { Plate } from '../../../shared/press/stories.ts';
import { t } from '../../text.ts';
import { useRoom, useView } from '../frame/room.tsx';
import { type Cloud, cloudsOf } from '../sky/gabbard.tsx';
import { FIRST_LOOK } from '../sky/map-look.ts';
import { type Sky, skyAfter, yearPainted } from '../sky/sky-data.ts';
import { drawPlate } from './engraving.ts';

/** Ink, paper and the one red, as in press.css. */
const COLOURS = { ink: '#1d1a13', red: '#b3271e', paper: '#efe8d6' } as const;
/** Px of the picture on the wall; near by it has the same shape. */
const SHAPE = { width: 640, height: 474 } as const;
/** Pixels for each px of the layout: a wall and a printer have more than one. */
const SHARPNESS = 2;

/** The map's picture of a year in ink, its largest break-up in red. It is drawn once, and stands still. */
export function PlateOfYear({ turn, plate }: { readonly turn: number; readonly plate: Plate | null }) {
  const { model, key } = useRoom();
  const view = useView();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [sky, setSky] = useState<Sky | null>(null);
  const [drawn, setDrawn] = useState(false);
  const latest = turn === view.turnsDone.at(-1)?.turn;
  useEffect(() => {
    let gone = false;
    void skyAfter(model.code, view, turn, key).then((answer) => {
      if (!gone && !('code' in answer)) setSky(answer);
    });
    return () => {
      gone = true;
    };
  }, [model, key, turn, latest && view.overlay]);
  useEffect(() => {
    if (!sky || !canvas.current) return;
    const clouds = plate ? cloudsOf(sky.population).filter((cloud) => cloud.month === Math.max(1, plate.month)) : [];
    const apart = ({ weight }: Cloud) => Math.abs(weight - (plate?.tracked ?? 0));
    const cloud = clouds.toSorted((a, b) => apart(a) - apart(b))[0] ?? null;
    const width = SHARPNESS * (canvas.current.clientWidth || SHAPE.width);
    Object.assign(canvas.current, { width, height: Math.round((width * SHAPE.height) / SHAPE.width) });
    drawPlate(
      canvas.current,
      { objects: yearPainted(view, sky, FIRST_LOOK).objects, cloud },
      { ...COLOURS, sharpness: SHARPNESS },
    );
    setDrawn(true);
  }, [sky, plate?.month]);
  const count = view.turnsDone.find((done) => done.turn === turn)?.trackedPublic ?? 0;
  return (
    <figure class="plate" data-drawn={drawn || undefined}>
      <canvas ref={canvas} width={SHAPE.width} height={SHAPE.height} role="img" aria-label={t('press.plate.label')} />
      <figcaption>
        {plate
          ? t('press.plate', { tracked: plate.tracked, altitudeKm: plate.altitudeKm })
          : t('press.plate.none', { count })}
      </figcaption>
    </figure>
  );
}
