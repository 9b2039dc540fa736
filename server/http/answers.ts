/** How an answer leaves: a refusal as JSON, a sky, a file to keep, bytes that never change. */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import type { HttpRefusal } from '../../shared/protocol.ts';
import { type Refusal, type RefusalCode, refuse } from '../../shared/vocabulary/index.ts';
import type { WebBytes } from '../sim/tasks.ts';

const STATUS: Partial<Record<RefusalCode, number>> = {
  'game-unknown': 404,
  'scenario-unknown': 404,
  'key-unknown': 403,
  'not-your-role': 403,
  'too-fast': 429,
  'step-out-of-order': 409,
  'store-down': 503,
  'server-fault': 500,
};

/** A file whose address is its content. */
export const FOREVER = 'public, max-age=31536000, immutable';

/** On the thread pool, not on the event loop. */
const compress = promisify(gzip);
const unpack = promisify(gunzip);
/** Skies that went out compressed, by their bytes: thirty people of six seats fetch six skies within a second. */
const compressed = new WeakMap<Uint8Array, Promise<Buffer>>();

/** Unpacked again for those who read nothing compressed, by the packed bytes. */
const unpackedBytes = new WeakMap<Uint8Array, Promise<Buffer>>();

function unpacked(packed: Uint8Array): Promise<Buffer> {
  const bytes = unpackedBytes.get(packed) ?? unpack(packed);
  unpackedBytes.set(packed, bytes);
  return bytes;
}

/** The same bytes, as express sends them. */
export const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Aborted when the line of an answer is closed: nobody waits for it any more. */
export function leaving(response: Response): AbortSignal {
  const left = new AbortController();
  response.once('close', () => left.abort());
  return left.signal;
}

/** The status that fits a refusal: 400 where none fits better. */
export const statusOf = (refusal: Refusal): number => STATUS[refusal.code] ?? 400;

/** A no, with the status that fits it. */
export function no(response: Response, refusal: Refusal, status = statusOf(refusal)): void {
  response.status(status).json({ refusal } satisfies HttpRefusal);
}

/** A sky that only this asker may know, or why not. */
export async function sendSky(request: Request, response: Response, bytes: Uint8Array | Refusal): Promise<void> {
  if ('code' in bytes) {
    no(response, bytes);
    return;
  }
  response.set({
    'cache-control': 'private, no-store',
    vary: 'authorization, accept-encoding',
    'content-type': 'application/octet-stream',
  });
  const body = bufferOf(bytes);
  if (!request.acceptsEncodings('gzip')) {
    response.send(body);
    return;
  }
  const smaller = compressed.get(bytes) ?? compress(body);
  compressed.set(bytes, smaller);
  response.set('content-encoding', 'gzip').send(await smaller);
}

/** Says that what follows is a file to keep: never shown inside the page, never cached. */
export function asFile(response: Response, name: string, type: string): Response {
  return response.set({
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
  });
}

/** Bytes of the public catalogue, compressed as the asker reads them: some filters of schools let nothing compressed through. 404 where there are none. */
export async function sendWeb(request: Request, response: Response, web: WebBytes | null): Promise<void> {
  if (!web) {
    no(response, refuse('unknown-command'), 404);
    return;
  }
  const encoding = request.acceptsEncodings('br', 'gzip');
  response.set({ 'cache-control': FOREVER, 'content-type': web.type, vary: 'accept-encoding' });
  if (encoding) response.set('content-encoding', encoding).send(bufferOf(encoding === 'br' ? web.brotli : web.gzip));
  else response.send(await unpacked(web.gzip));
}
