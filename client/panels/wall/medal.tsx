import type { SeatId } from '../../../shared/vocabulary/index.ts';
import { Emblem } from '../frame/room.tsx';
import type { MedalState } from './strip-model.ts';

/** A delegation's medal, the only badge of the wall. It names nobody to a reader: a name stands beside it. */
export function Medal(props: { readonly seat: SeatId; readonly size: number; readonly state?: MedalState }) {
  const { seat, size, state = 'talks' } = props;
  return (
    <span class={`medal ${state}`} style={{ '--size': `${size}px` }}>
      <Emblem id={seat} />
      {state === 'ready' && (
        <svg class="tick" viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="12" r="11" />
          <path d="M6.5 12.5l3.8 3.8 7.2-8" />
        </svg>
      )}
    </span>
  );
}
