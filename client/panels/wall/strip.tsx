import type { ComponentChildren } from 'preact';
import type { SeatId } from '../../../shared/vocabulary/index.ts';
import { msLeft } from '../../model.ts';
import { say, t } from '../../text.ts';
import { useRoom, useView } from '../frame/room.tsx';
import { clockText } from '../parts/parts.tsx';
import { Medal } from './medal.tsx';
import { medalState, passed } from './strip-model.ts';

const RING = { size: 92, radius: 42, stroke: 8 } as const;

type RingProps = {
  /** what stands in the ring instead of the year of the game */
  readonly inRing?: string;
  /** the ring is drawn as so many parts of which `lit` have passed; absent: as an arc of the phase's time */
  readonly ticks?: number;
  readonly lit?: number;
};

/** The ring with the year in it; its arc is what has passed of the phase. */
function Ring({ inRing, ticks, lit = 0, share }: RingProps & { readonly share: number }) {
  const middle = RING.size / 2;
  const around = 2 * Math.PI * RING.radius;
  const gap = ticks ? Math.min(7, around / ticks / 3) : 0;
  const dashes = ticks ? `${around / ticks - gap} ${gap}` : undefined;
  return (
    <svg class="ring" viewBox={`0 0 ${RING.size} ${RING.size}`} aria-hidden="true">
      <g fill="none" stroke-width={RING.stroke} transform={`rotate(-90 ${middle} ${middle})`}>
        <circle class="all" cx={middle} cy={middle} r={RING.radius} stroke-dasharray={dashes} />
        {ticks ? (
          <circle
            class="part"
            cx={middle}
            cy={middle}
            r={RING.radius}
            stroke-dasharray={`${Array.from({ length: lit }, () => dashes).join(' ')} 0 ${around}`}
            hidden={lit === 0}
          />
        ) : (
          <circle
            class="part"
            cx={middle}
            cy={middle}
            r={RING.radius}
            stroke-linecap="round"
            stroke-dasharray={`${share * around} ${around}`}
            hidden={share === 0}
          />
        )}
      </g>
      <text x={middle} y={middle} text-anchor="middle" dominant-baseline="central">
        {inRing}
      </text>
    </svg>
  );
}

type StripProps = RingProps & {
  /** where the stage runs on under it: without its own ground, at half light */
  readonly over?: boolean;
  /** what stands over the time instead of the phase */
  readonly label?: string;
  /** the number beside each medal */
  readonly counts?: Readonly<Record<SeatId, number>>;
  /** what is said beside the medals, to readers too */
  readonly children?: ComponentChildren;
};

/** The strip under the stage: the year, the time, and six medals that change state. */
export function Strip({ over, label, counts, inRing, ticks, lit, children }: StripProps) {
  const { model } = useRoom();
  const view = useView();
  const { clock } = view;
  const left = msLeft(model);
  const now = model.now.value;
  const turn = Math.max(1, clock.turn);
  return (
    <footer class={`wall-strip ${over ? 'over' : ''}`}>
      <div class="wall-clock">
        <Ring inRing={inRing ?? String(turn)} ticks={ticks} lit={lit} share={passed(view, left)} />
        <div>
          <h1>
            {label ?? t(`phase.${clock.phase}`)}
            <span class="unseen">, {t('turn.of', { n: turn, of: clock.lastTurn })}</span>
          </h1>
          {left !== null && (
            <span class="time" role="timer" aria-label={t('clock.left')}>
              {clockText(left)}
            </span>
          )}
        </div>
      </div>
      <ul class="wall-medals">
        {view.seats.map((seat) => {
          const state = counts ? 'counting' : medalState(view, seat.id, now);
          return (
            <li key={seat.id} class={counts && !counts[seat.id] ? 'silent' : state}>
              <span class="with-count">
                <Medal seat={seat.id} size={54} state={state} />
                {counts && <b>{t('number', { n: counts[seat.id] ?? 0 })}</b>}
              </span>
              <span class="name">{say(seat.name)}</span>
              {(state === 'ready' || state === 'silent') && <span class="unseen">{t(`wall.medal.${state}`)}</span>}
            </li>
          );
        })}
      </ul>
      {children}
    </footer>
  );
}
