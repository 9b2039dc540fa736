/** The year as it arrives, played on the wall's map by the clock of its phase. */
import { useEffect } from 'preact/hooks';
import { now } from '../../instant.ts';
import { msPassed } from '../../model.ts';
import type { SkyMap } from '../../sky/map-shape.ts';
import { YEAR_MONTHS } from '../../sky/playback.ts';
import { TURN_MS, yearAt } from '../../sky/year-clock.ts';
import { useRoom, useView, yearIsOver } from '../frame/room.tsx';
import { lessMotion } from '../parts/less-motion.ts';
import type { Sky } from '../sky/sky-data.ts';
import { pieceOf } from './piece.ts';
import { heldAt, planOf, yearOnWall } from './year-on-wall.ts';

/** How large Earth is drawn while an event is held. */
const HOLD_ZOOM = 1.5;

/** Draws nothing itself. `onTurn` asks for the year's objects on the map, and gives them back. */
export function WallYear(props: { readonly map: SkyMap; readonly sky: Sky; readonly onTurn: (on: boolean) => void }) {
  const { map, sky, onTurn } = props;
  const { model } = useRoom();
  const view = useView();
  const turn = sky.population.epochMonth / YEAR_MONTHS;
  const plays = yearIsOver(view) && view.clock.turn === turn;
  useEffect(() => {
    if (!plays) return;
    onTurn(true);
    let held = false;
    let frame = requestAnimationFrame(function next() {
      const current = model.view.peek();
      if (!current) return;
      const { plan, loud } = planOf(current);
      const at = yearAt(plan, msPassed(model, now()), lessMotion());
      const over = at.part === 'headlines' || at.part === 'card';
      map.play(over ? null : at.day);
      const last = yearOnWall.peek();
      if (last?.part !== at.part || last.month !== at.month) yearOnWall.value = at;
      const piece = at.part === 'hold' && loud ? pieceOf(sky.population, loud) : null;
      if (piece !== null && !held) map.rideTo(piece, HOLD_ZOOM, TURN_MS);
      if (piece === null && held) map.setTracks([]);
      if (piece !== null && !held) map.setTracks([piece]);
      held = piece !== null;
      const place = piece === null ? null : map.locate(piece);
      heldAt.value = place && !place.covered ? { x: place.xPx, y: place.yPx } : null;
      frame = requestAnimationFrame(next);
    });
    return () => {
      cancelAnimationFrame(frame);
      map.play(null);
      map.setTracks([]);
      map.reset();
      yearOnWall.value = null;
      heldAt.value = null;
      onTurn(false);
    };
  }, [map, sky, model, plays]);
  return null;
}
