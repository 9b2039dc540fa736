/**
 * Emblems of the delegations and the small signs of the table: pure path data in a box of 24 x 24, for a canvas (Path2D) and for
 * inline SVG alike. Fill them with the ordinary nonzero rule; holes wind the other way.
 */

/** A disc as path data; `hole` winds it the other way. */
function disc(x: number, y: number, radius: number, hole = false): string {
  const sweep = hole ? 0 : 1;
  const turn = `a${radius} ${radius} 0 1 ${sweep}`;
  return `M${x - radius} ${y}${turn} ${2 * radius} 0${turn} ${-2 * radius} 0Z`;
}

/** Six worlds in a ring round a seventh. */
const LEAGUE = [0, 1, 2, 3, 4, 5]
  .map((n) => (n * Math.PI) / 3 - Math.PI / 2)
  .map((angle) => disc(round(12 + 8.4 * Math.cos(angle)), round(12 + 8.4 * Math.sin(angle)), 2.7))
  .concat(disc(12, 12, 3.2))
  .join('');

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const EMBLEMS: Readonly<Record<string, string>> = {
  /** the flying eagle */
  altair:
    'M12 3.2 14.2 8.4 23 5.4C22.2 10.4 19.2 13.6 14.8 14.4L16.6 20.8 12 18 7.4 20.8 9.2 14.4C4.8 13.6 1.8 10.4 1 5.4L9.8 8.4Z',
  /** the lyre */
  vega:
    'M3.4 2.2C6.4 2.2 7.8 3.8 7.8 6.4 7.8 8.8 6.2 10.4 6.2 13 6.2 16 8.6 17.9 12 17.9 15.4 17.9 17.8 16 17.8 13 17.8 10.4 16.2 8.8 ' +
    '16.2 6.4 16.2 3.8 17.6 2.2 20.6 2.2L20.6 4.6C19.2 4.6 18.7 5.2 18.7 6.4 18.7 8.4 20.8 10.2 20.8 13 20.8 16.6 18 19.6 13.6 20.3' +
    'L15.6 22.8 8.4 22.8 10.4 20.3C6 19.6 3.2 16.6 3.2 13 3.2 10.2 5.3 8.4 5.3 6.4 5.3 5.2 4.8 4.6 3.4 4.6Z' +
    'M9.1 5H14.9V7.3H13.9V16.3H12.6V7.3H11.4V16.3H10.1V7.3H9.1Z',
  /** the tail: a cut diamond */
  deneb: 'M12 1 21.5 12 12 23 2.5 12ZM12 6 7 12 12 18 17 12ZM12 9.2 14.4 12 12 14.8 9.6 12Z',
  /** the foot of the hunter: two fields that meet at a belt */
  rigel: 'M3.6 2.4H20.4L14.6 10.6H18V13.4H14.6L20.4 21.6H3.6L9.4 13.4H6V10.6H9.4Z',
  capella: LEAGUE,
  /** the globe cut by its lines */
  meridian:
    `${disc(12, 12, 10.6)}M11 3.6C8.6 5.4 7.2 8 6.9 11H11ZM11 13H6.9C7.2 16 8.6 18.6 11 20.4ZM13 20.4C15.4 18.6 16.8 16 17.1 13H13Z` +
    'M13 11H17.1C16.8 8 15.4 5.4 13 3.6Z',
  default: 'M12 1 14.6 9.4 23 12 14.6 14.6 12 23 9.4 14.6 1 12 9.4 9.4Z',
};

/** Small signs, in the same box. */
export const SIGNS = {
  ready: 'M9.4 20 1.8 12.4 5 9.2 9.4 13.6 19 4 22.2 7.2Z',
  person: `${disc(12, 7, 5)}M2.5 22C2.5 16.6 6.4 13.6 12 13.6 17.6 13.6 21.5 16.6 21.5 22Z`,
  bot:
    'M11 1H13V4.4H18.6C20.6 4.4 21.6 5.6 21.6 7.4V18C21.6 20 20.6 21 18.6 21H5.4C3.4 21 2.4 20 2.4 18V7.4C2.4 5.6 3.4 4.4 5.4 4.4H11Z' +
    `${disc(8, 11, 2, true)}${disc(16, 11, 2, true)}M7.5 15.4V17.4H16.5V15.4Z`,
  speaking:
    'M4.4 2.4H19.6C21.4 2.4 22.6 3.6 22.6 5.4V13C22.6 14.8 21.4 16 19.6 16H12.4L6.6 21.6V16H4.4C2.6 16 1.4 14.8 1.4 13V5.4C1.4 3.6 2.6 2.4 4.4 2.4Z' +
    'M6 6V8H18V6ZM6 10.4V12.4H14V10.4Z',
  pen: 'M18.6 .9 23.1 5.4 12.6 15.9 8.1 11.4ZM7 12.6 11.4 17 8.8 20.2 .9 23.1 3.8 15.2Z',
  block: `${disc(12, 12, 11)}M5 9.4V14.6H19V9.4Z`,
} as const;

/** SVG path data of an emblem in a box of 24 x 24; a key that has none gets the four-pointed star. */
export function emblemPath(key: string): string {
  return Object.hasOwn(EMBLEMS, key) ? EMBLEMS[key]! : EMBLEMS.default!;
}

/** SVG path data of a small sign in a box of 24 x 24. */
export function signPath(sign: keyof typeof SIGNS): string {
  return SIGNS[sign];
}
