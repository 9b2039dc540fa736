/** The table of moments: the first that applies is on the wall. A new one is a file and a line here. */
import type { View } from '../../../../shared/game/view/view-shape.ts';
import { epilogue } from './epilogue.tsx';
import { frontPage } from './front-page.tsx';
import { lobby } from './lobby.tsx';
import { map } from './map.tsx';
import type { Moment } from './moment.ts';
import { sealing } from './sealing.tsx';
import { sky } from './sky.tsx';
import { talks } from './talks.tsx';

const MOMENTS: readonly Moment[] = [lobby, epilogue, frontPage, sky, sealing, talks];

/** What is on the wall at an instant: the map where nothing else is. */
export const momentAt = (view: View, now: number): Moment => MOMENTS.find(({ when }) => when(view, now)) ?? map;
