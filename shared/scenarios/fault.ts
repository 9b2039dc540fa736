/** What is wrong with a scenario, and where. */

/** `path`: from the whole scenario down: `['text', 'en', 'brief.US.aim']`. */
export type Fault = { readonly path: readonly (string | number)[]; readonly reason: string };

/** A path as people read it. */
export const fieldOf = (path: Fault['path']): string => path.join('.') || '(file)';
