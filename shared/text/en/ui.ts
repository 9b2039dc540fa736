/** Every word of the panels, in English. */
import { affairs } from './affairs.ts';
import { desk } from './desk.ts';
import { frame } from './frame.ts';
import { map } from './map.ts';
import { talks } from './talks.ts';
import { wall } from './wall.ts';

/** Keys with the prefix of the panels. */
export const ui: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ ...frame, ...talks, ...affairs, ...map, ...desk, ...wall }).map(([key, text]) => [
    `ui.${key}`,
    text,
  ]),
);
