/** Long work in short pieces: the event loop gets its turn between them. */

/** Lets everything else that waits go first. */
export const breathe = (): Promise<void> => new Promise((go) => setImmediate(go));

/** JSON of an immutable object, field by field, so that no single tick is long. Equal to JSON.stringify(value). */
export async function jsonInSlices(value: object): Promise<string> {
  const parts: string[] = [];
  for (const [name, field] of Object.entries(value)) {
    const text = JSON.stringify(field);
    if (text === undefined) continue;
    parts.push(`${JSON.stringify(name)}:${text}`);
    if (text.length > 20_000) await breathe();
  }
  return `{${parts.join(',')}}`;
}
