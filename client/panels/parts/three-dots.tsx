/**
 * Three satellites at 280, 500 and 850 km over the limb. Pressing one breaks it up: 25 years run, pieces come down, the count stands. What
 * comes down when was computed by the engine (`kessler altitudes`); nothing is computed here.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../text.ts';
import { lessMotion } from './less-motion.ts';
import { brushOf, paintPieces, paintSky } from './three-dots-paint.ts';
import { ALTITUDES, LAST_YEAR, placeAt, RUN_MS, type Scene, sceneOf, upAfter, yearsAt } from './three-dots-scene.ts';
import '../../styles/three-dots.css';

type Run = { readonly began: number; readonly ms: number };

/** `floor`: how many pixels of Earth show below the top of the limb. */
export function ThreeDots({ floor = 70 }: { readonly floor?: number }) {
  const box = useRef<HTMLElement>(null);
  const still = useRef<HTMLCanvasElement>(null);
  const moving = useRef<HTMLCanvasElement>(null);
  const [scene, setScene] = useState<Scene | null>(null);
  const [runs, setRuns] = useState<readonly (Run | null)[]>(ALTITUDES.map(() => null));
  const [last, setLast] = useState<number | null>(null);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setScene(sceneOf(element.clientWidth, element.clientHeight, floor));
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    measure();
    return () => watcher.disconnect();
  }, [floor]);

  useEffect(() => {
    if (!scene || !still.current || !moving.current) return;
    const under = brushOf(still.current, scene.width, scene.height);
    if (under) paintSky(under, scene);
    brushOf(moving.current, scene.width, scene.height);
  }, [scene]);

  useEffect(() => {
    const brush = moving.current?.getContext('2d');
    if (scene && brush)
      paintPieces(
        brush,
        scene,
        runs.map((run) => run?.ms ?? null),
      );
    if (!runs.some((run) => run && run.ms < RUN_MS)) return;
    const frame = requestAnimationFrame((now) =>
      setRuns((known) =>
        known.map((run) => run && { ...run, ms: Math.min(RUN_MS, Math.max(run.ms, now - run.began)) }),
      ),
    );
    return () => cancelAnimationFrame(frame);
  }, [scene, runs]);

  const burst = (k: number) => {
    const ms = lessMotion() ? RUN_MS : 0;
    setRuns((known) => known.map((run, i) => (i === k ? { began: performance.now(), ms } : run)));
    setLast(k);
  };
  const run = last === null ? null : runs[last];
  const over = run ? yearsAt(run.ms) >= LAST_YEAR : false;
  return (
    <section ref={box} class="three-dots night" aria-label={t('dots.title')}>
      <canvas ref={still} />
      <canvas ref={moving} />
      {scene &&
        ALTITUDES.map((altitude, k) => {
          const [x, y] = placeAt(scene, altitude.km, scene.angles[k]!);
          const own = runs[k];
          return (
            <Dot
              key={altitude.km}
              km={altitude.km}
              style={{ left: `${x}px`, top: `${y}px` }}
              years={own ? yearsAt(own.ms) : null}
              up={own ? upAfter(altitude, yearsAt(own.ms)) : 0}
              onBurst={() => burst(k)}
            />
          );
        })}
      <p class="dots-said" aria-hidden={last !== null}>
        {last === null || !run
          ? t('dots.ask')
          : over
            ? saidOf(last)
            : t('dots.year', { n: Math.floor(yearsAt(run.ms)), km: ALTITUDES[last]!.km })}
      </p>
      <p class="unseen" role="status">
        {last !== null && over ? saidOf(last) : ''}
      </p>
    </section>
  );
}

/** What is left of a break-up in a sentence. */
function saidOf(k: number): string {
  const altitude = ALTITUDES[k]!;
  const [n, of] = [upAfter(altitude, LAST_YEAR), altitude.down.length];
  return t('dots.left', { km: altitude.km, n, of, years: LAST_YEAR });
}

/** A satellite to be burst; once it is, the number of its pieces that are up. */
function Dot(props: {
  readonly km: number;
  readonly style: { readonly left: string; readonly top: string };
  readonly up: number;
  /** years that have run; null: it is whole */
  readonly years: number | null;
  readonly onBurst: () => void;
}) {
  const { km, years, up } = props;
  return (
    <>
      <button
        type="button"
        class={`burstable ${years === null ? 'whole' : 'burst'}`}
        style={props.style}
        aria-label={t(years === null ? 'dots.do' : 'dots.again', { km })}
        onClick={props.onBurst}
      >
        <span class="dot-mark" />
        <span class="dot-km">{t('dots.km', { km })}</span>
      </button>
      {years !== null && (
        <b class="dot-count" style={props.style} aria-hidden="true">
          {t('number', { n: up })}
        </b>
      )}
    </>
  );
}
