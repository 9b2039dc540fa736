/**
 * Why a game stands still. `year`: computing its year has failed again and again, and is still tried. `scenario`: its scenario was
 * stored by other code and does not fit the rules of this one. `detail`: what the program says of it, for the desk.
 */
export type Halt = { readonly why: 'year' | 'scenario'; readonly detail: string };
