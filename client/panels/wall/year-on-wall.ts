/** The year that plays on the wall. */
import { signal } from '@preact/signals';

/** The month of the year that is on the map, 1 to 12; null: none plays. */
export const monthOnWall = signal<number | null>(null);
