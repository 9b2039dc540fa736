/** What the map is given, and what can be done with it. */
import type { View } from './camera.ts';
import type { SkyObjects } from './motion.ts';
import type { ColourGroup } from './palette.ts';

export type SkyMapOptions = {
  /** what a screen reader says of the map, keys included */
  label: string;
  /** day 0 of the sky, in days since J2000.0 (2000-01-01 12:00 UT); START_DAYS_J2000 if not given */
  epochDaysJ2000?: number;
  /** seconds of the sky per second of the room, 60 if not given */
  speed?: number;
  /** no glide, no easing, no pulse, a standing clock; what the browser prefers if not given */
  reducedMotion?: boolean;
  /** how large Earth is drawn in the home view, 1 if not given */
  homeZoom?: number;
};

export type PickListener = (id: number | null, how: 'hover' | 'click') => void;

export type SkyMap = {
  /** Shows these objects instead of the former ones. Throws on more than MAX_GROUPS groups or a colour that is not #rrggbb. */
  setObjects(objects: SkyObjects, groups: readonly ColourGroup[]): void;
  /**
   * Shows the sky as on a day of the year that it ends (-365 to 0), its objects having days of birth and end; null: as it is.
   * Objects that are set anew are shown as on that day too.
   */
  play(day: number | null): void;
  /** Shows or hides groups by index; groups beyond the array are shown. */
  setVisible(groups: readonly boolean[]): void;
  /** Rings an object and draws its track; null ends that. An id that is not in the sky selects nothing. */
  select(id: number | null): void;
  /** Draws the orbits of these objects, those of them that are in the sky; an empty list ends that. */
  setTracks(ids: readonly number[]): void;
  /** Dims everything but these objects; null ends that. */
  highlight(ids: ReadonlySet<number> | null): void;
  /** Tells ids under the pointer (on change) and clicked (null: beside all). Returns the function that stops. */
  onPick(listener: PickListener): () => void;
  /** Says when the graphics card is gone for good, and when it is back after all. Returns the function that stops. */
  onCard(listener: (there: boolean) => void): () => void;
  /** Turns the globe until the object faces the viewer. */
  focus(id: number): void;
  /** Moves in so many ms to where the object stands before Earth and its orbit is seen as a curve; an unknown id moves nothing. */
  rideTo(id: number, zoom: number, ms: number): void;
  /** Turns by angles, radians: east, north. */
  rotateBy(lonRad: number, latRad: number): void;
  zoomBy(factor: number): void;
  /** The home view: near space. */
  reset(): void;
  /** The view from far out: the geostationary ring. */
  showBelt(): void;
  view(): View;
  /** Where an object is on the host, px from its top left; null when it is unknown or out of sight. */
  locate(id: number): { xPx: number; yPx: number; covered: boolean } | null;
  /** Seconds of the sky per second of the room; 0 stands still. */
  setSpeed(simSecondsPerSecond: number): void;
  /** Days since the sky's day 0. */
  setTime(days: number): void;
  time(): number;
  setReducedMotion(on: boolean): void;
  /** Script time per frame (ms, 95th percentile of the last 240) and frames drawn so far. */
  stats(): { scriptMsP95: number; frames: number };
  destroy(): void;
};
