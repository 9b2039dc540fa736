/** The path under which a proxy offers the server, where it does not have a host for itself. */
import type { IncomingMessage } from 'node:http';

/** A base as somebody writes it, with a slash before and none behind, empty for none; null if it can be no path. */
export function readBase(typed: string): string | null {
  const path = typed.trim().replace(/^\/+|\/+$/g, '');
  if (path === '') return '';
  return path.split('/').every((part) => /^[\w~-][\w.~-]*$/.test(part)) ? `/${path}` : null;
}

/** Takes the base off the address of a request. Some proxies do so themselves: an address without it stays as it is. */
export function takeBase(request: IncomingMessage, base: string): void {
  if (base !== '' && request.url?.startsWith(`${base}/`)) request.url = request.url.slice(base.length);
}

/** The way from an address below the base up to the base: what is relative to it is found whatever the base is. */
export const wayUp = (path: string): string => '../'.repeat(path.split('/').length - 2) || './';
