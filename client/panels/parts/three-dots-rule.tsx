/**
 * The altitude rule as a still picture: the same three break-ups (three-dots.tsx), and what is up at once and after 1, 5 and 25 years. One point is
 * one piece.
 */
import '../../styles/altitude-rule.css';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../text.ts';
import { brushOf } from './three-dots-paint.ts';
import { ALTITUDES, type Altitude, LAST_YEAR, upAfter } from './three-dots-scene.ts';

/** Years after the break-up, and the colour of what is up then: new pieces cool to ochre. */
const COLUMNS = [
  [0, '#fff3b8'],
  [1, '#ffe14a'],
  [5, '#d9a93f'],
  [25, '#b8862f'],
] as const;
/** The most pieces fill a disc of this part of its box. */
const FULL = 0.96;
const MOST = Math.max(...ALTITUDES.map((altitude) => upAfter(altitude, 0)));
/** Turned by this angle from one to the next, points on a disc are nowhere in rows (Vogel 1979), rad. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** `size`: of the largest disc, px. `slow`: the years come one after the other, and only the last has its figure. */
export function AltitudeRule({ size, slow }: { readonly size: number; readonly slow?: boolean }) {
  return (
    <table class={`altitude-rule ${slow ? 'slow' : ''}`}>
      <caption>{t('dots.rule')}</caption>
      <thead>
        <tr>
          <td />
          {COLUMNS.map(([years]) => (
            <th key={years} scope="col">
              {years === 0 ? t('dots.now') : t('years', { n: years })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ALTITUDES.toReversed().map((altitude) => (
          <tr key={altitude.km}>
            <th scope="row">{t('dots.km', { km: altitude.km })}</th>
            {COLUMNS.map(([years, colour]) => (
              <Up key={years} {...{ altitude, years, colour, size }} figure={!slow || years === LAST_YEAR} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Up(props: {
  readonly altitude: Altitude;
  readonly years: number;
  readonly colour: string;
  readonly size: number;
  /** whether its number is seen, or only read out */
  readonly figure: boolean;
}) {
  const { altitude, years, colour, size, figure } = props;
  const ref = useRef<HTMLCanvasElement>(null);
  const count = upAfter(altitude, years);
  useEffect(() => {
    if (ref.current) paintDisc(ref.current, count, colour, size);
  }, [count, colour, size]);
  return (
    <td>
      <span class="up">
        <canvas ref={ref} style={{ width: `${size}px`, height: `${size}px` }} />
        <b class={figure ? '' : 'unseen'}>{t('number', { n: count })}</b>
      </span>
    </td>
  );
}

/** One point for each piece, from the middle out; an empty ring for none. */
function paintDisc(canvas: HTMLCanvasElement, count: number, colour: string, size: number): void {
  // Twice as fine as the page: a wall draws it larger.
  const brush = brushOf(canvas, size, size, 3);
  if (!brush) return;
  const middle = size / 2;
  const apart = (FULL * middle) / Math.sqrt(MOST);
  if (count === 0) {
    brush.strokeStyle = '#5b7199';
    brush.lineWidth = Math.max(1, size / 60);
    brush.beginPath();
    brush.arc(middle, middle, size / 16, 0, 2 * Math.PI);
    brush.stroke();
  }
  brush.fillStyle = colour;
  for (let i = 0; i < count; i++) {
    const r = apart * Math.sqrt(i + 0.5);
    const angle = i * GOLDEN_ANGLE;
    brush.beginPath();
    brush.arc(middle + r * Math.cos(angle), middle + r * Math.sin(angle), Math.max(0.5, apart * 0.52), 0, 2 * Math.PI);
    brush.fill();
  }
}
