/** What a person does on a page by what the browser tells a screen reader. */
import type { CDPSession } from 'playwright';
import { until } from '../server/harness.ts';

/** One step on the way to a part: its role, and its name or what the name is like. */
export type Told = readonly [role: string, name: string | RegExp];
/** What the browser tells a screen reader: a part of the page by roles and names from the outside in, or null. */
async function heard(line: CDPSession, path: readonly Told[]): Promise<number | null> {
  const { nodes } = await line.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const search = (from: string, [step, ...rest]: readonly Told[]): number | null => {
    for (const id of byId.get(from)?.childIds ?? []) {
      const node = byId.get(id);
      const name = String(node?.name?.value ?? '').trim();
      const fits =
        !node?.ignored &&
        node?.role?.value === step![0] &&
        (typeof step![1] === 'string' ? name === step![1] : step![1].test(name));
      const found = fits
        ? rest.length === 0
          ? (node.backendDOMNodeId ?? null)
          : search(id, rest)
        : search(id, [step!, ...rest]);
      if (found !== null) return found;
    }
    return null;
  };
  return search(nodes[0]!.nodeId, path);
}

/** Does to a part of the tree what a screen reader can: the function is called on the part. */
async function actOn(
  line: CDPSession,
  path: readonly Told[],
  act: string,
  ...values: readonly string[]
): Promise<void> {
  let part: number | null = null;
  await until(`${path.join(' > ')} in the accessibility tree`, async () => {
    part = await heard(line, path);
    return part !== null;
  });
  const { object } = await line.send('DOM.resolveNode', { backendNodeId: part! });
  const done = await line.send('Runtime.callFunctionOn', {
    objectId: object.objectId!,
    functionDeclaration: act,
    arguments: values.map((value) => ({ value })),
  });
  if (done.exceptionDetails) throw new Error(done.exceptionDetails.exception?.description);
}
export const press = (line: CDPSession, ...path: readonly Told[]) =>
  actOn(line, path, 'function () { this.focus(); this.click(); }');
export const setTo = (line: CDPSession, wanted: string, ...path: readonly Told[]) =>
  actOn(
    line,
    path,
    `function (wanted) {
      const found = [...this.options].find((option) => new RegExp(wanted).test(option.label));
      if (!found) throw new Error('no choice like ' + wanted);
      this.value = found.value;
      this.dispatchEvent(new Event('change', { bubbles: true }));
    }`,
    wanted,
  );
export const hears = (line: CDPSession, ...path: readonly Told[]) => actOn(line, path, 'function () {}');
