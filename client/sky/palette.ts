/**
 * Colours of the map: the hues of Okabe & Ito ("Color Universal Design", 2008), lightened where they would drown in the dark and
 * moved so that any two stay apart for every kind of dichromacy (CIE L*a*b* distance of 18 at least, held by a test).
 */

/** A set of objects with one colour: css hex (#rrggbb), and how strongly it is drawn (1: full; debris about half). */
export type ColourGroup = { readonly key: string; readonly colour: string; readonly emphasis?: number };

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
