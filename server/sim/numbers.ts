/** JSON has no word for what is not a number: it would come back as null and stay in the game for good. */

/** Where in a plain value the first NaN or infinity stands, as names joined by dots; null if every number is one. */
export function notNumber(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : '';
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, part] of Object.entries(value)) {
    const where = notNumber(part);
    if (where !== null) return where === '' ? name : `${name}.${where}`;
  }
  return null;
}
