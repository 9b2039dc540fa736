/** Where a request comes from, for the limits: decided once, when it arrives; everything behind reads what is written here. */
import type { IncomingMessage } from 'node:http';

/** What requests may say of where they come from. */
const CLAIMS = ['x-forwarded-for', 'x-client-ip', 'forwarded'];
const CALLER = 'x-real-ip';
/** No address is longer; with a zone it may come near (RFC 4291, RFC 6874). */
const LONGEST = 64;

/**
 * Writes down where a request comes from and removes what it says of that itself. `proxies`: how many proxies stand before the
 * server. Each adds the address it was called from at the end of `x-forwarded-for`, so that with n of them the n-th from the end
 * was written by the outermost, and all before it by whoever likes to (https://developer.mozilla.org/docs/Web/HTTP/Headers/X-Forwarded-For,
 * selecting an address by a trusted proxy count). Without proxies it is the address at the other end of the connection.
 */
export function noteCaller({ headers, socket }: IncomingMessage, proxies: number): void {
  const named = proxies > 0 ? String(headers['x-forwarded-for'] ?? '').split(',') : [];
  const way = [...named.map((address) => address.trim()).filter(Boolean), socket.remoteAddress ?? ''];
  for (const claim of CLAIMS) delete headers[claim];
  headers[CALLER] = way[Math.max(0, way.length - 1 - proxies)]!.slice(0, LONGEST);
}

/** Where a request that has arrived comes from. */
export const callerOf = ({ headers }: Pick<IncomingMessage, 'headers'>): string => String(headers[CALLER]);
