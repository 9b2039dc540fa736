/** Calls of the server outside the room, at addresses below the page's base. A no is a Refusal, as everywhere; so is a line that does not bring the answer. */
import { type ScenarioFaults, ZIP_TYPE } from '../shared/protocol.ts';
import { type Refusal, refuse } from '../shared/vocabulary/index.ts';
import type { Fault } from './model.ts';

/** `faults`: of a scenario that was brought, where that is why. */
export type Reply<T> =
  | { readonly value: T }
  | { readonly refusal: Refusal; readonly faults?: ScenarioFaults['faults'] };

/** Answers that take no work come within this, ms; where something is made first, it may take longer. */
const ANSWER_MS = 15_000;
const MADE_MS = 120_000;
const YEARS_MS = 600_000;

/** Why a call has come to nothing, by the status of an answer that is none of our own; null: there was no answer. */
export function faultOf(status: number | null): Fault {
  if (status === null) return navigator.onLine === false ? 'offline' : 'line-down';
  // Only what stands before the server answers by these (RFC 9110, 15.6.3 to 15.6.5).
  if (status >= 502 && status <= 504) return 'server-away';
  return status === 429 ? 'too-fast' : 'server-fault';
}

async function call<T>(
  address: string,
  options: RequestInit,
  key: string | null,
  read: (response: Response) => Promise<T>,
  withinMs = ANSWER_MS,
): Promise<Reply<T>> {
  const signal = AbortSignal.timeout(withinMs);
  try {
    const headers = new Headers(options.headers);
    if (key) headers.set('authorization', `Bearer ${key}`);
    const response = await fetch(`.${address}`, { ...options, headers, signal });
    if (response.ok) return { value: await read(response) };
    const body = (await response.json().catch(() => null)) as Partial<ScenarioFaults> | null;
    return {
      ...(body?.faults ? { faults: body.faults } : {}),
      refusal:
        body?.refusal ??
        refuse(response.status < 500 && response.status !== 429 ? 'malformed' : faultOf(response.status)),
    };
  } catch {
    // What was to be done may have been done: only the answer is missing.
    return { refusal: refuse(signal.aborted && options.method ? 'unanswered' : faultOf(null)) };
  }
}

/** GET as JSON. */
export const getJson = <T>(address: string, key: string | null = null): Promise<Reply<T>> =>
  call(address, {}, key, (response) => response.json() as Promise<T>);

/** GET as bytes. */
export const getBytes = (address: string, key: string | null = null): Promise<Reply<Uint8Array>> =>
  call(address, {}, key, async (response) => new Uint8Array(await response.arrayBuffer()), MADE_MS);

const posted = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** POST of JSON, answered by JSON. */
export const postJson = <T>(address: string, body: unknown, key: string | null = null): Promise<Reply<T>> =>
  call(address, posted(body), key, (response) => response.json() as Promise<T>);

/** POST of a .zip, answered by JSON. A long file on a slow line has its time. */
export const postZip = <T>(address: string, file: Blob): Promise<Reply<T>> =>
  call(
    address,
    { method: 'POST', headers: { 'content-type': ZIP_TYPE }, body: file },
    null,
    (response) => response.json() as Promise<T>,
    MADE_MS,
  );

/** DELETE, answered by JSON. */
export const deleteAt = <T>(address: string, key: string | null): Promise<Reply<T>> =>
  call(address, { method: 'DELETE' }, key, (response) => response.json() as Promise<T>, MADE_MS);

/** POST of JSON, answered by JSON lines as they come. Resolves after the last line; a no is a Refusal. */
export async function postLines<T>(
  address: string,
  body: unknown,
  key: string | null,
  onLine: (line: T) => void,
): Promise<Refusal | null> {
  const reply = await call(address, posted(body), key, (response) => readLines(response, onLine), YEARS_MS);
  return 'refusal' in reply ? reply.refusal : null;
}

async function readLines<T>(response: Response, onLine: (line: T) => void): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) return;
    const lines = (rest + chunk.value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(JSON.parse(line) as T);
  }
}

/** Fetches a file with the key in a header and hands it to the browser to keep. */
export async function saveFile(
  address: string,
  key: string | null,
  name: string,
  type: string,
): Promise<Refusal | null> {
  const reply = await getBytes(address, key);
  if ('refusal' in reply) return reply.refusal;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([reply.value as BlobPart], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
  return null;
}
