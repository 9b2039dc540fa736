import type { View } from '../../../../shared/game/view/view-shape.ts';
import { useRoom, useView, yearIsOver } from '../../frame/room.tsx';
import { pagesOf, usePressWords } from '../../press/press.ts';
import { WallSheet } from '../../press/sheet.tsx';
import type { Moment } from './moment.ts';

/** The year ends on its page: the last seconds of the phase, by its clock; a short phase gives it a quarter. */
const PAGE_MS = 15_000;
const MOST_OF_PHASE = 1 / 4;

/** Whether the page of the year is on the wall at an instant of the server's clock. */
export function isPageTime(view: View, now: number): boolean {
  const { phase, endsAt, pausedLeftMs } = view.clock;
  if (phase !== 'resolution' || !yearIsOver(view)) return false;
  const left = pausedLeftMs ?? (endsAt === null ? null : endsAt - now);
  const whole = (view.seconds.resolution ?? 0) * 1000;
  return left !== null && left <= Math.min(PAGE_MS, whole * MOST_OF_PHASE);
}

function Stage() {
  const { model } = useRoom();
  const view = useView();
  const there = usePressWords();
  const page = pagesOf(view, model).at(-1);
  return there && page ? <WallSheet page={page} /> : null;
}

export const frontPage: Moment = { id: 'front-page', when: isPageTime, Stage, Strip: null };
