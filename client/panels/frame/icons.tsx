/** Icons of the panels: own line drawings on a 24 x 24 grid. They stand beside their names and say nothing to a reader. */
const PATHS = {
  now: 'M12 3v3M12 18v3M3 12h3M18 12h3M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8',
  brief: 'M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h7',
  talk: 'M4 5h16v11H10l-5 4v-4H4z',
  paper: 'M5 4h11a2 2 0 0 1 2 2v12a2 2 0 0 0 2 2H8a2 2 0 0 1-2-2V6M9 9h6M9 13h6',
  offers: 'M3 8h13l-3-3M21 16H8l3 3',
  orders: 'M12 3l4 7v6l3 4H5l3-4v-6zM10 20v1M14 20v1',
  warnings: 'M12 4L3 20h18zM12 10v5M12 17.5v.2',
  evidence: 'M11 4a7 7 0 1 0 0 14a7 7 0 1 0 0-14M16 16l5 5M11 8v3l2 2',
  money: 'M4 7h16v11H4zM12 10a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5M7 7V5h10v2',
  mandate: 'M12 3l2.6 5.6 6 .7-4.5 4.1 1.3 6L12 16.3 6.6 19.4l1.3-6L3.4 9.3l6-.7z',
  news: 'M4 5h13v14H6a2 2 0 0 1-2-2zM17 9h3v8a2 2 0 0 1-2 2M7 9h7M7 13h7M7 16h4',
  map: 'M12 6a6 6 0 1 0 0 12a6 6 0 1 0 0-12M3 15c-2 4 6 2 11-2s9-8 7-9',
  table: 'M12 5c5 0 9 2.5 9 5.5S17 16 12 16s-9-2.5-9-5.5S7 5 12 5M6 15l-1 5M18 15l1 5M10 9h4v3h-4z',
  room: 'M4 20V8l8-5 8 5v12M4 20h16M9 20v-6h6v6',
  seats:
    'M8 4a3 3 0 1 0 0 6a3 3 0 1 0 0-6M16 6a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5M2 20c0-4 2.5-7 6-7s6 3 6 7M15 14c3-.5 6 2 6 6',
  injects: 'M13 3L5 14h6l-1 7 9-12h-6z',
  help: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 16.8v.2',
  debrief: 'M4 20V10M10 20V4M16 20v-7M21 20H3',
  sound: 'M4 10v4h4l5 4V6L8 10zM16.5 9a4 4 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11',
  silence: 'M4 10v4h4l5 4V6L8 10zM17 10l4 4M21 10l-4 4',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
} as const;
export type IconName = keyof typeof PATHS;

/** An icon by name. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);
