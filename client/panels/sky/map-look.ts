/** How the map is looked at: what colours its objects and which of them are shown. Plain data and one pure painter. */
import type { View } from '../../../shared/game/view/view-shape.ts';
import { FIRST_CAUSAL_ID } from '../../../shared/orbits/table/chance.ts';
import { regimeOf } from '../../../shared/orbits/table/elements.ts';
import { ACTIVE, DEBRIS, OBJECT_KINDS, PAYLOAD, type Population } from '../../../shared/orbits/table/population.ts';
import type { SkyObjects } from '../../sky/motion.ts';
import {
  type ColourGroup,
  DEBRIS_COLOUR,
  DEBRIS_EMPHASIS,
  FRESH_COLOUR,
  fleetLooks,
  HUES,
  OTHERS_COLOUR,
  OWN_COLOUR,
} from '../../sky/palette.ts';
import { YEAR_MONTHS } from '../../sky/playback.ts';

export const COLOUR_BY = ['owner', 'kind', 'regime', 'age'] as const;
export type ColourBy = (typeof COLOUR_BY)[number];
/** What an object is to the map: the kinds of the catalogue, satellites told apart by whether they work. */
export const MAP_KINDS = ['working', 'retired', 'stage', 'debris', 'unknown'] as const;
export const REGIMES = ['leo', 'meo', 'geo', 'heo'] as const;
/** Owners that are not seats: everybody else. */
export const OTHERS = 'others';
/** Stands for no choice in a filter. */
export const ALL = 'all';

export type Look = {
  readonly by: ColourBy;
  /** groups of the legend that are switched off, as `by.key` */
  readonly off: readonly string[];
  /** a seat's id, OTHERS or ALL; of the working and of the derelict alike */
  readonly owner: string;
  readonly kind: (typeof MAP_KINDS)[number] | typeof ALL;
  readonly regime: (typeof REGIMES)[number] | typeof ALL;
  readonly works: 'yes' | 'no' | typeof ALL;
  /** the break-up whose pieces alone are shown, 0: whatever */
  readonly cloud: number;
  /** whether the orbits of what is shown are drawn, thinned out */
  readonly tracks: boolean;
};

/** Everything, coloured by owner. */
export const FIRST_LOOK: Look = {
  by: 'owner',
  off: [],
  owner: ALL,
  kind: ALL,
  regime: ALL,
  works: ALL,
  cloud: 0,
  tracks: false,
};

/** Whether any filter is set; groups switched off in the legend are none. */
export const isFiltered = (look: Look): boolean =>
  look.owner !== ALL || look.kind !== ALL || look.regime !== ALL || look.works !== ALL || look.cloud !== 0;

/** A sky as the map draws it. Counts are numbers of objects: each row with its weight. */
export type Painted = {
  readonly objects: SkyObjects;
  /** the legend's groups and, last, one that is never drawn: what the filters leave out */
  readonly groups: readonly ColourGroup[];
  readonly visible: readonly boolean[];
  /** objects of each group that pass the filters, whether the group is switched on or not */
  readonly counts: readonly number[];
  readonly shown: number;
  readonly all: number;
};

/** For each row the index of the view's seat that owns it, or -1: by programme first, then by owner code. */
export function seatRows(view: View, population: Population): (row: number) => number {
  const ofFleet = population.fleets.map((name) => view.seats.findIndex((s) => name !== '' && s.fleets.includes(name)));
  const ofOwner = population.owners.map((code) => view.seats.findIndex((s) => code !== '' && s.owners.includes(code)));
  return (row) => {
    const byFleet = ofFleet[population.fleet[row]!]!;
    return byFleet >= 0 ? byFleet : ofOwner[population.owner[row]!]!;
  };
}

/** Upper ends of the ages since launch, years, and the colour up to each: the older, the duller. */
const AGES = [
  { key: 'age-5', years: 5, colour: OTHERS_COLOUR },
  { key: 'age-15', years: 15, colour: HUES[0] },
  { key: 'age-30', years: 30, colour: HUES[5] },
  { key: 'age-old', years: Number.POSITIVE_INFINITY, colour: DEBRIS_COLOUR },
] as const;
const MONTHS_PER_YEAR = 12;

const KIND_GROUPS: readonly ColourGroup[] = [
  { key: 'working', colour: HUES[0] },
  { key: 'retired', colour: HUES[1] },
  { key: 'stage', colour: HUES[2] },
  { key: 'debris', colour: DEBRIS_COLOUR, emphasis: DEBRIS_EMPHASIS },
  { key: 'unknown', colour: HUES[3] },
];
const REGIME_COLOURS = { leo: HUES[0], meo: HUES[1], geo: HUES[3], heo: HUES[2] } as const;
const FRAGMENTS: ColourGroup = { key: 'fragments', colour: FRESH_COLOUR };

type Groups = { readonly groups: readonly ColourGroup[]; readonly of: (row: number) => number };

/** Index in MAP_KINDS of a row. */
export function kindOf(p: Population, row: number): number {
  const kind = p.kind[row]!;
  if (kind === PAYLOAD) return (p.flags[row]! & ACTIVE) !== 0 ? 0 : 1;
  return MAP_KINDS.indexOf(OBJECT_KINDS[kind] as (typeof MAP_KINDS)[number]);
}

/** The groups of a way of colouring, and the group of each row; what broke in the game is a group of its own in all but one. */
const GROUPINGS: Readonly<Record<ColourBy, (view: View, p: Population) => Groups>> = {
  owner(view, p) {
    const seatOf = seatRows(view, p);
    const others = view.seats.length;
    return {
      groups: [
        ...view.seats.map((s) => ({ key: s.id, colour: s.colour })),
        { key: OTHERS, colour: OTHERS_COLOUR },
        { key: 'derelict', colour: DEBRIS_COLOUR, emphasis: DEBRIS_EMPHASIS },
        FRAGMENTS,
      ],
      of(row) {
        if (isFragment(p, row)) return others + 2;
        if (kindOf(p, row) !== 0) return others + 1;
        const seat = seatOf(row);
        return seat >= 0 ? seat : others;
      },
    };
  },
  kind: (_, p) => ({
    groups: [...KIND_GROUPS, FRAGMENTS],
    of: (row) => (isFragment(p, row) ? KIND_GROUPS.length : kindOf(p, row)),
  }),
  regime: (_, p) => ({
    groups: REGIMES.map((key) => ({ key, colour: REGIME_COLOURS[key] })),
    of: (row) => REGIMES.indexOf(regimeOf(p.semiMajorAxisKm[row]!, p.eccentricity[row]!)),
  }),
  age: (_, p) => ({
    groups: [
      { key: 'game', colour: FRESH_COLOUR },
      ...AGES.map(({ key, colour }) => ({ key, colour })),
      { key: 'age-unknown', colour: HUES[2] },
    ],
    of(row) {
      if (p.id[row]! >= FIRST_CAUSAL_ID) return 0;
      // The catalogue ends where the game begins: only an object whose launch it does not know has month 0.
      if (p.birthMonth[row]! >= 0) return AGES.length + 1;
      const years = (p.epochMonth - p.birthMonth[row]!) / MONTHS_PER_YEAR;
      return 1 + AGES.findIndex((age) => years < age.years);
    },
  }),
};

/** Debris that the game made. */
export const isFragment = (p: Population, row: number): boolean =>
  p.id[row]! >= FIRST_CAUSAL_ID && p.kind[row] === DEBRIS;

/** Whether a row passes the filters of a look. */
export function filterOf(view: View, p: Population, look: Look): (row: number) => boolean {
  if (!isFiltered(look)) return () => true;
  const seatOf = seatRows(view, p);
  const owner = view.seats.findIndex((s) => s.id === look.owner);
  const kind = (MAP_KINDS as readonly string[]).indexOf(look.kind);
  return (row) => {
    if (look.cloud !== 0 && p.breakupId[row] !== look.cloud) return false;
    if (look.owner !== ALL && seatOf(row) !== owner) return false;
    const k = kindOf(p, row);
    if (kind >= 0 && k !== kind) return false;
    if (look.works !== ALL && (k === 0) !== (look.works === 'yes')) return false;
    return look.regime === ALL || regimeOf(p.semiMajorAxisKm[row]!, p.eccentricity[row]!) === look.regime;
  };
}

/** The groups as the owner of a fleet sees them: its own first, every other fleet behind it. By owner, and where there is an own fleet. */
function asOwnerSees(
  view: View,
  look: Look,
  groups: readonly ColourGroup[],
  rows: readonly number[],
): readonly ColourGroup[] {
  const own = view.viewer.kind === 'seat' ? view.seats.findIndex(({ id }) => id === view.own?.seat) : -1;
  if (own < 0 || look.by !== 'owner') return groups;
  // Whoever is nobody's at the table is a fleet among the others.
  const fleets = view.seats.length + 1;
  const operators = Array.from({ length: fleets }, (_, g) => view.seats[g]?.kind === 'operator');
  const looks = fleetLooks(rows.slice(0, fleets), own, operators);
  return groups.map((group, g) => ({
    ...group,
    ...looks[g],
    ...(g === own ? { colour: OWN_COLOUR } : {}),
  }));
}

/** A population in the colours of a look. What is new in the last year glows in each. */
export function painted(view: View, population: Population, look: Look): Painted {
  const { groups, of } = GROUPINGS[look.by](view, population);
  const passes = filterOf(view, population, look);
  const group = new Uint8Array(population.count);
  const fresh = new Uint8Array(population.count);
  const counts = groups.map(() => 0);
  const rows = groups.map(() => 0);
  const visible = [...groups.map(({ key }) => !look.off.includes(`${look.by}.${key}`)), false];
  let [shown, all] = [0, 0];
  for (let row = 0; row < population.count; row++) {
    const weight = population.weight[row]!;
    const g = passes(row) ? of(row) : groups.length;
    group[row] = g;
    all += weight;
    if (g < groups.length) {
      counts[g]! += weight;
      rows[g]! += 1;
    }
    if (visible[g]) shown += weight;
    if (population.id[row]! >= FIRST_CAUSAL_ID && population.birthMonth[row]! >= population.epochMonth - YEAR_MONTHS)
      fresh[row] = 1;
  }
  return {
    objects: { ...population, group, fresh },
    groups: [...asOwnerSees(view, look, groups, rows), { key: 'left-out', colour: DEBRIS_COLOUR, emphasis: 0 }],
    visible,
    counts: counts.map(Math.round),
    shown: Math.round(shown),
    all: Math.round(all),
  };
}

/**
 * Ids of at most `most` shown objects whose orbits stand for all: taken at even steps from the list of all by tilt, in whole
 * degrees, and node, so that the planes of a fleet are spread as they are.
 */
export function trackIds(p: Population, { objects, visible }: Painted, most: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row < p.count; row++) if (visible[objects.group[row]!]) rows.push(row);
  const degree = Math.PI / 180;
  const tilt = (row: number): number => Math.round(p.inclinationRad[row]! / degree);
  rows.sort((a, b) => tilt(a) - tilt(b) || p.raanRad[a]! - p.raanRad[b]!);
  const count = Math.min(most, rows.length);
  return Array.from({ length: count }, (_, i) => p.id[rows[Math.floor(((i + 0.5) * rows.length) / count)]!]!);
}

/** A break-up of the game of which pieces are up. */
export type CloudMark = { readonly id: number; readonly month: number; readonly count: number };

/** The break-ups whose pieces are in a sky, in the order in which they came; months count from the scenario's start. */
export function cloudMarks(p: Population): readonly CloudMark[] {
  const marks = new Map<number, CloudMark>();
  for (let row = 0; row < p.count; row++) {
    const id = p.breakupId[row]!;
    if (id === 0 || !isFragment(p, row)) continue;
    const known = marks.get(id);
    marks.set(id, { id, month: p.birthMonth[row]!, count: (known?.count ?? 0) + p.weight[row]! });
  }
  return [...marks.values()].sort((a, b) => a.month - b.month || a.id - b.id);
}
