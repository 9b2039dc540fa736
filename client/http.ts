/** Calls of the server outside the room, at addresses below the page's base. A no is a Refusal, as everywhere; a broken line is the refusal `store-down`. */
import type { HttpRefusal } from '../shared/protocol.ts';
import { type Refusal, refuse } from '../shared/vocabulary/index.ts';

export type Reply<T> = { readonly value: T } | { readonly refusal: Refusal };

async function call(address: string, options: RequestInit, key: string | null): Promise<Reply<Response>> {
  try {
    const headers = new Headers(options.headers);
    if (key) headers.set('authorization', `Bearer ${key}`);
    const response = await fetch(`.${address}`, { ...options, headers });
    if (response.ok) return { value: response };
    const body = (await response.json().catch(() => null)) as Partial<HttpRefusal> | null;
    return { refusal: body?.refusal ?? refuse(response.status === 429 ? 'too-fast' : 'malformed') };
  } catch {
    return { refusal: refuse('store-down') };
  }
}

/** GET as JSON. */
export async function getJson<T>(address: string, key: string | null = null): Promise<Reply<T>> {
  const reply = await call(address, {}, key);
  return 'refusal' in reply ? reply : { value: (await reply.value.json()) as T };
}

/** GET as bytes. */
export async function getBytes(address: string, key: string | null = null): Promise<Reply<Uint8Array>> {
  const reply = await call(address, {}, key);
  return 'refusal' in reply ? reply : { value: new Uint8Array(await reply.value.arrayBuffer()) };
}

/** POST of JSON, answered by JSON. */
export async function postJson<T>(address: string, body: unknown, key: string | null = null): Promise<Reply<T>> {
  const options = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const reply = await call(address, options, key);
  return 'refusal' in reply ? reply : { value: (await reply.value.json()) as T };
}

/** DELETE, answered by JSON. */
export async function deleteAt<T>(address: string, key: string | null): Promise<Reply<T>> {
  const reply = await call(address, { method: 'DELETE' }, key);
  return 'refusal' in reply ? reply : { value: (await reply.value.json()) as T };
}

/** POST of JSON, answered by JSON lines as they come. Resolves after the last line; a no is a Refusal. */
export async function postLines<T>(
  address: string,
  body: unknown,
  key: string | null,
  onLine: (line: T) => void,
): Promise<Refusal | null> {
  const options = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const reply = await call(address, options, key);
  if ('refusal' in reply) return reply.refusal;
  const reader = reply.value.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const chunk = await reader?.read();
      if (!chunk || chunk.done) break;
      const lines = (rest + chunk.value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(JSON.parse(line) as T);
    }
  } catch {
    return refuse('store-down');
  }
  return null;
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
