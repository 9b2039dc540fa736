/** What comes over the line, read: views as bytes or as objects, and the refusal or status that an error carries. */
import type { ViewMessage } from '../shared/protocol.ts';
import type { Refusal } from '../shared/vocabulary/index.ts';

export const isView = (value: unknown): boolean =>
  value instanceof Uint8Array || (typeof value === 'object' && value !== null && 'kind' in value && 'to' in value);

export function decodeView(value: unknown): ViewMessage {
  return value instanceof Uint8Array
    ? (JSON.parse(new TextDecoder().decode(value)) as ViewMessage)
    : (value as ViewMessage);
}

/** A refusal that travels inside an error: as `reason` of a rejected request, or as JSON in the message of a refused join. */
export function refusalOf(error: unknown): Refusal | null {
  if (typeof error !== 'object' || error === null) return null;
  const { reason, message } = error as { reason?: unknown; message?: unknown };
  for (const found of [reason, message]) {
    const value = typeof found === 'string' && found.startsWith('{') ? parse(found) : found;
    if (typeof value === 'object' && value !== null && typeof (value as { code?: unknown }).code === 'string')
      return value as Refusal;
  }
  return null;
}

/** The status of an HTTP answer that an error of joining stands for, or null. */
export function codeOf(error: unknown): number | null {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'number' && code >= 400 && code < 600 ? code : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
