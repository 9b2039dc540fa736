/** A page of a game as a browser has it, without a screen: the client's own model and session. */

import { type Model, newModel } from '../../client/model.ts';
import { openSession, type Session } from '../../client/session.ts';
import type { Shelf } from '../../client/shelf.ts';
import type { Wire } from './wire.ts';

export type Page = { readonly model: Model; readonly session: Session; readonly wire: Wire; readonly key: string };

export function emptyShelf(): Shelf {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
  };
}

/** Opens a game with a key over a network. */
export function openPage(code: string, key: string, wire: Wire): Page {
  const model = newModel(code, null, emptyShelf(), 0);
  return { model, session: openSession(model, key, 'guest', wire.at), wire, key };
}
