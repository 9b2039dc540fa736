/** The last resolved year played again on the map, with its counters and its break-ups beside it. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Counters } from '../../../shared/game/seat.ts';
import type { TurnSummary } from '../../../shared/game/turn/outcome.ts';
import type { SkyMap } from '../../sky/map-shape.ts';
import { endOfMonth, monthOf, YEAR_DAYS, YEAR_MONTHS } from '../../sky/playback.ts';
import { t } from '../../text.ts';
import { useView } from '../frame/room.tsx';
import { lessMotion } from '../parts/less-motion.ts';
import { credits, DataTable } from '../parts/parts.tsx';
import { cloudsOf, Gabbard } from './gabbard.tsx';
import type { Sky } from './sky-data.ts';

/** A year takes 24 s; with less motion it goes by whole months. */
const DAYS_PER_SECOND = YEAR_DAYS / 24;
const MONTH_MS = 1500;
/** No frame counts for more than this, whatever the browser was doing. */
const LONGEST_FRAME_MS = 100;
/** The drawing beside the map is drawn anew after so many days. */
const REDRAW_DAYS = 5;

/** A lower window has no room for the map and the scrubber's counters at once: there it opens by its button. */
const ROOM_FOR_BOTH_PX = 600;

/**
 * Scrubber and counters of the year that a sky ends; nothing before the first year is done. `on`: the map holds the year's objects;
 * `onTurn` asks for them.
 */
export function Playback(props: {
  readonly map: SkyMap;
  readonly sky: Sky;
  readonly on: boolean;
  readonly onTurn: (on: boolean) => void;
}) {
  const { map, sky, on, onTurn } = props;
  const view = useView();
  const turn = sky.population.epochMonth / YEAR_MONTHS;
  const summary = view.turnsDone.find((done) => done.turn === turn);
  const arrives = view.clock.phase === 'resolution' && view.clock.turn === turn;
  const [open, setOpen] = useState(arrives && innerHeight >= ROOM_FOR_BOTH_PX);
  const [more, setMore] = useState(false);
  const [playing, setPlaying] = useState(false);
  // The day itself changes with every frame and goes straight to the map and the slider; the page follows in steps.
  const day = useRef(0);
  const slider = useRef<HTMLInputElement>(null);
  const [, setStep] = useState(0);

  const show = (next: number): void => {
    day.current = Math.min(0, Math.max(-YEAR_DAYS, next));
    map.play(day.current);
    if (slider.current) slider.current.value = String(YEAR_DAYS + day.current);
    setStep(monthOf(day.current) * 1000 + Math.ceil(-day.current / REDRAW_DAYS));
  };
  const leave = (): void => {
    setPlaying(false);
    map.play(null);
    onTurn(false);
  };
  const play = (): void => {
    onTurn(true);
    show(day.current >= 0 ? -YEAR_DAYS : day.current);
    setPlaying(true);
  };
  const scrub = (to: number): void => {
    setPlaying(false);
    onTurn(true);
    show(to);
  };

  useEffect(() => {
    if (!playing) return;
    const end = () => setPlaying(false);
    if (lessMotion()) {
      const timer = setInterval(() => {
        if (day.current >= 0) end();
        else show(endOfMonth(monthOf(day.current + 1)));
      }, MONTH_MS);
      return () => clearInterval(timer);
    }
    let last = performance.now();
    let frame = requestAnimationFrame(function next(now) {
      if (day.current >= 0) return end();
      show(day.current + (DAYS_PER_SECOND * Math.min(LONGEST_FRAME_MS, now - last)) / 1000);
      last = now;
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing]);
  // Another sky under it, or the map closed: what is set then is not the year's.
  useEffect(() => (on ? leave : undefined), [sky, on]);
  // Where it does not stand beside the map it stands under all else.
  const beside = useRef<HTMLElement>(null);
  useEffect(() => {
    if (more) beside.current?.scrollIntoView({ block: 'nearest' });
  }, [more]);

  const clouds = useMemo(() => cloudsOf(sky.population), [sky]);
  const month = monthOf(day.current);
  if (!summary) return null;
  const sums = upTo(summary, month);
  const counts = { launched: sums.launched, reentered: sums.reentered, fragments: sums.fragments };
  if (!open)
    return (
      <div class="map-tools year shut">
        <button type="button" class="button plain" onClick={() => setOpen(true)}>
          {t('year.open', { n: turn })}
        </button>
      </div>
    );
  const own = view.own?.counters[turn - 1];
  return (
    <div class="year-place">
      <section class="map-tools year stack tight" aria-label={t('year.title', { n: turn })}>
        <div class="year-bar">
          <button type="button" class="button" onClick={() => (playing ? setPlaying(false) : play())}>
            {t(playing ? 'year.pause' : 'year.play')}
          </button>
          <input
            ref={slider}
            type="range"
            min={0}
            max={YEAR_DAYS}
            step="any"
            defaultValue={String(YEAR_DAYS)}
            aria-label={t('year.slider', { n: turn })}
            aria-valuetext={t('year.value', { month, ...counts })}
            onInput={(event) => scrub(event.currentTarget.valueAsNumber - YEAR_DAYS)}
            onKeyDown={(event) => {
              const by = KEY_MONTHS[event.key];
              if (by === undefined) return;
              event.preventDefault();
              scrub(endOfMonth(Math.round((day.current + YEAR_DAYS) / (YEAR_DAYS / YEAR_MONTHS)) + by));
            }}
          />
          <output class="when">{t('year.month', { n: month })}</output>
          <button type="button" class="button" aria-expanded={more} onClick={() => setMore(!more)}>
            {t('year.more')}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              day.current = 0;
              leave();
              setOpen(false);
            }}
          >
            {t('year.close')}
          </button>
        </div>
        <CountList
          items={[
            ...countItems(counts),
            ...(month === YEAR_MONTHS ? piecesItems(summary) : []),
            ...(own && month === YEAR_MONTHS ? ownItems(own) : []),
          ]}
        />
      </section>
      {more && (
        <section class="map-tools beside stack" ref={beside} aria-label={t('year.more')}>
          <Gabbard clouds={clouds} day={day.current} />
          <DataTable
            caption={t('year.table')}
            head={[t('year.month.head'), t('year.launched'), t('year.reentered'), t('year.fragments')]}
            numbers={[0, 1, 2, 3]}
            rows={summary.byMonth.map((m) => [
              m.month,
              t('number', { n: m.launched }),
              t('number', { n: m.reentered }),
              t('number', { n: m.fragments }),
            ])}
          />
          <p class="muted small">{t('year.note')}</p>
        </section>
      )}
    </div>
  );
}

/** Keys that move the scrubber by whole months. */
const KEY_MONTHS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

type Counts = { readonly launched: number; readonly reentered: number; readonly fragments: number };

/** What a year counted up to the end of a month. */
function upTo(summary: TurnSummary, month: number): Counts {
  const months = summary.byMonth.filter((m) => m.month <= month);
  const sum = (of: (m: Counts) => number): number => months.reduce((n, m) => n + of(m), 0);
  return { launched: sum((m) => m.launched), reentered: sum((m) => m.reentered), fragments: sum((m) => m.fragments) };
}

const countItems = (counts: Counts): (readonly [string, string])[] => [
  [t('year.launched'), t('number', { n: counts.launched })],
  [t('year.reentered'), t('number', { n: counts.reentered })],
  [t('year.fragments'), t('number', { n: counts.fragments })],
];

/** What the break-ups of the game have left: once the year is over. */
const piecesItems = ({ newPieces }: TurnSummary): (readonly [string, string])[] => [
  [t('year.pieces'), t('number', { n: newPieces.up })],
  [t('year.pieces.later'), t('number', { n: newPieces.in25Years })],
];

/** What the year cost the own fleet: once it is over. */
const ownItems = (own: Counters): (readonly [string, string])[] => [
  [t('counter.passes'), t('decimal', { n: own.closePassesPerSatYear })],
  [t('counter.burns'), t('number', { n: own.burns })],
  [t('year.cost'), credits(own.burnCostK)],
  [t('counter.pieces'), t('number', { n: own.piecesUp })],
  ...(own.lost > 0 ? ([[t('counter.lost'), t('number', { n: own.lost })]] as const) : []),
];

function CountList({ items }: { readonly items: readonly (readonly [label: string, value: string])[] }) {
  return (
    <dl class="counts">
      {items.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
