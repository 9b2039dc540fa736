/** The year that plays on the wall: what stands beside the map meanwhile. */
import { signal } from '@preact/signals';
import type { Cloud } from '../sky/gabbard.tsx';

/** The largest break-up that has happened so far in the year, and the day of the year (-365 to 0); null: none plays. */
export const yearOnWall = signal<{ readonly cloud: Cloud; readonly day: number } | null>(null);
