/**
 * Addresses of the page's places. All are relative to its base, which the server writes into the page: it may stand under a path of
 * its host (`KESSLER_BASE`), and the client need not know which.
 */
import { hashOfKey, type KeyPlace, keptKey } from './keys.ts';
import { shelf } from './shelf.ts';

export type Place = 'g' | 'desk' | 'project' | 'print';

/** The first page. */
export const HOME = './';

const pathOf = (place: Place, code: string): string => (place === 'print' ? `desk/${code}/print` : `${place}/${code}`);

/** Whose key opens a place; null: none is needed. */
export const keyPlaceOf = (place: Place): KeyPlace | null =>
  place === 'project' ? null : place === 'g' ? 'seat' : 'desk';

/** Where a link leads. A page that could not find its key on the shelf gets it along, behind `#`. */
export function addressOf(place: Place, code: string): string {
  const of = keyPlaceOf(place);
  const kept = of && !shelf.lasting.value ? keptKey(shelf, of, code) : null;
  return pathOf(place, code) + (kept ? hashOfKey(kept) : '');
}

/** A place's address for people to type or photograph; `host`: another name of this server, with its port. */
export function fullAddress(place: Place, code: string, host?: string): string {
  const address = new URL(pathOf(place, code), document.baseURI);
  if (host) address.host = host;
  return address.href;
}

/** Which place of which code an address of this page means: its parts below the base. */
export const partsOf = (pathname: string): readonly string[] =>
  pathname.slice(new URL(document.baseURI).pathname.length).split('/');
