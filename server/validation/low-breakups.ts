/** Strikes on low orbits, where most pieces are down before they are named: 27 March 2019 at 283 km, 21 February 2008 at 247 km. */
import { CATALOGUING_DELAY_DAYS } from '../../shared/orbits/breakup/detection.ts';
import { recordedWeather } from '../../shared/orbits/motion/atmosphere.ts';
import { decayOrbits } from '../../shared/orbits/motion/decay.ts';
import { draftOf } from '../../shared/orbits/table/population.ts';
import { breakUpOf, type CloudName, followedPieces, lowEvents } from './events.ts';
import { type Line, within } from './line.ts';

const SEEDS = 12;
const STEP_DAYS = 5;

type Figure = { readonly days: number; readonly pieces: number; readonly judged: boolean; readonly what: string };
/** Up after so many days, of the pieces that were ever catalogued. */
const FIGURES: readonly { cloud: CloudName; source: string; figures: readonly Figure[] }[] = [
  {
    cloud: 'Microsat-R',
    source: 'satellite catalogue; J. McDowell',
    figures: [
      { days: CATALOGUING_DELAY_DAYS, pieces: 101, judged: true, what: 'catalogued by 15 July 2019' },
      { days: 110, pieces: 49, judged: true, what: 'up on 15 July 2019' },
      { days: 220, pieces: 29, judged: false, what: 'up on 1 November 2019' },
      { days: 280, pieces: 17, judged: false, what: 'up in January 2020' },
    ],
  },
  {
    cloud: 'USA-193',
    source: 'satellite catalogue',
    figures: [{ days: CATALOGUING_DELAY_DAYS, pieces: 174, judged: false, what: 'catalogued' }],
  },
];

/** The lines of the comparison on low break-ups. */
export function lowBreakUpLines(): Line[] {
  const events = lowEvents();
  return FIGURES.flatMap(({ cloud, source, figures }) => {
    const event = events.find(({ clouds }) => clouds[0]!.name === cloud)!;
    const last = Math.max(...figures.map(({ days }) => days));
    const up = figures.map(() => 0);
    for (let seed = 0; seed < SEEDS; seed++) {
      const pieces = draftOf(followedPieces(breakUpOf(event, seed), event.clouds[0]!.parent));
      const down = new Set<number>();
      for (let day = STEP_DAYS; day <= last; day += STEP_DAYS) {
        const air = recordedWeather(event.year + (day - STEP_DAYS / 2) / 365.25);
        for (const i of decayOrbits(pieces, STEP_DAYS, air)) down.add(i);
        for (const [k, { days }] of figures.entries())
          if (days === day) up[k] = up[k]! + (pieces.count - down.size) / SEEDS;
      }
    }
    return figures.map(({ pieces, judged, what }, k) => {
      const line = within(0.3, { quantity: `${cloud}: pieces ${what}`, published: pieces, ours: up[k]!, source });
      return judged ? line : { ...line, pass: null, tolerance: 'printed' };
    });
  });
}
