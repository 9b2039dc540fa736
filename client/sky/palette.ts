/**
 * Colours of the map: the hues of Okabe & Ito ("Color Universal Design", 2008), lightened where they would drown in the dark and
 * moved so that any two stay apart for every kind of dichromacy (CIE L*a*b* distance of 18 at least, held by a test).
 */

/**
 * A set of objects with one colour: css hex (#rrggbb), and how strongly it is drawn (1: full; debris about half). `grow`: how many times
 * the usual diameter; `strength`: this share of the usual light.
 */
export type ColourGroup = {
  readonly key: string;
  readonly colour: string;
  readonly emphasis?: number;
  readonly grow?: number;
  readonly strength?: number;
};

/** The shader holds this many groups. */
export const MAX_GROUPS = 16;

/** Hues for groups, most distinct first. Built-in scenarios give them to their seats. */
export const HUES = [
  '#45c6ff', // sky blue
  '#fd8d10', // orange
  '#f2b0c8', // reddish purple
  '#16a565', // bluish green
  '#dc4030', // vermilion
  '#6a7bec', // blue
] as const;

/** Everything that has no owner colour of its own. */
export const OTHERS_COLOUR = '#f1ffff';
/** Debris: a dull grey that no owner has, drawn small. */
export const DEBRIS_COLOUR = '#7b828c';
export const DEBRIS_EMPHASIS = 0.45;
/** New fragments: yellow, which no owner has; they glow. */
export const FRESH_COLOUR = '#f8ef28';
/** The viewer's own fleet on its own map: amber-white, and larger than any other, so that colour is never alone. */
export const OWN_COLOUR = '#ffd468';
/** The ground that all of these are seen on. */
export const SPACE_COLOUR = '#05080f';

/** Red, green, blue of a css hex colour as shares of 1. Throws on anything but #rrggbb. */
export function rgb(colour: string): [number, number, number] {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new Error(`not a #rrggbb colour: ${colour}`);
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

/**
 * The shader's table of groups: red, green, blue, emphasis for each; emphasis 0 hides. `visible[g] === false` hides group g.
 * Throws when there are more than MAX_GROUPS groups.
 */
export function groupUniforms(groups: readonly ColourGroup[], visible: readonly boolean[]): Float32Array {
  if (groups.length > MAX_GROUPS) throw new Error(`${groups.length} colour groups, at most ${MAX_GROUPS}`);
  const table = new Float32Array(4 * MAX_GROUPS);
  groups.forEach((group, g) => {
    table.set([...rgb(group.colour), visible[g] === false ? 0 : (group.emphasis ?? 1)], 4 * g);
  });
  return table;
}

/** The shader's second table: times the usual diameter, and share of the usual light, for each group. */
export function groupLooks(groups: readonly ColourGroup[]): Float32Array {
  const table = new Float32Array(2 * MAX_GROUPS).fill(1);
  groups.forEach(({ grow = 1, strength = 1 }, g) => {
    table.set([grow, strength], 2 * g);
  });
  return table;
}

/** Own objects shine this many times as strongly as others would, and all of them this many times as any other fleet at least. */
const OWN_TIMES = 1.6;
const OWN_MARGIN = 5;
/** Other fleets in this share of their light at most, and those of operators. */
const OTHER_SHARE = 0.45;
const OPERATOR_SHARE = 0.25;
/** Small fleets are drawn larger, as if they had so many objects, up to this many times the diameter. */
const SEEN_AS = 1_200;
const LARGEST = 3.4;

/**
 * How fleets are drawn on the map of the owner of one: its own first. Light of a fleet: objects x diameter^2 x share.
 * @param counts objects of each fleet; `own`: its place among them; `operators`: which are operators'
 */
export function fleetLooks(
  counts: readonly number[],
  own: number,
  operators: readonly boolean[],
): readonly { readonly grow: number; readonly strength: number }[] {
  const many = counts.reduce((sum, n) => sum + n, 0);
  const mine = Math.max(1, counts[own] ?? 0);
  // A thinned sky has fewer objects of everybody: what counts is the share.
  const grow = Math.min(LARGEST, Math.max(Math.sqrt(OWN_TIMES), Math.sqrt((SEEN_AS / 12_000) * (many / mine))));
  const light = mine * grow * grow;
  return counts.map((count, g) =>
    g === own
      ? { grow, strength: 1 }
      : {
          grow: 1,
          strength: Math.min(operators[g] ? OPERATOR_SHARE : OTHER_SHARE, light / (OWN_MARGIN * Math.max(1, count))),
        },
  );
}
