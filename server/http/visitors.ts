/**
 * Who is let in how often, and who pays for it: codes and keys that are wrong charge the address they come from, a key pays for its
 * holder alone, who only watches or is new charges the game, who makes a game the address. A school has one address: what one of
 * it does wrong must not keep the others out.
 */
import { type Refusal, refuse } from '../../shared/vocabulary/index.ts';
import type { Games, OpenGame } from '../games/games.ts';
import { readCode } from '../games/keys.ts';
import { nameOf, type Who } from '../watch/people.ts';
import { buckets, type Pace } from './buckets.ts';

export type Limits = {
  /** games made, by address */
  readonly create: Pace;
  /** scenarios that are brought, by address */
  readonly bring: Pace;
  /** codes and keys that are wrong, by address: nobody finds other people's games by trying */
  readonly wrong: Pace;
  /** what one key asks for outside its line, lines included */
  readonly key: Pace;
  /** new people, by game */
  readonly newcomers: Pace;
  /** those who come without a key, by game */
  readonly watchers: Pace;
};
/** A year of several classes may come at once, the projector's page be loaded again and again. */
export const LIMITS: Limits = {
  create: [20, 0.2],
  bring: [10, 0.1],
  wrong: [60, 0.5],
  key: [240, 20],
  newcomers: [600, 10],
  watchers: [600, 10],
};

export type Visit = { readonly open: OpenGame; readonly who: Who };
export type Visitors = {
  /** whether one more game may be made from this address */
  readonly creates: (address: string) => boolean;
  /** the game of a code that somebody gave */
  readonly game: (address: string, code: unknown) => Promise<OpenGame | Refusal>;
  /** the game of a code and who holds the key to it; `key` null: what stood for one cannot be one */
  readonly holder: (address: string, code: unknown, key: string | null) => Promise<Visit | Refusal>;
  /** whether this game may have one more new person now */
  readonly newcomer: (code: string) => boolean;
  /** whether this game may have one more come to watch now */
  readonly watcher: (code: string) => boolean;
};

/** Codes that were right once from an address: that address is told nothing new by them, and loses them to nobody's mistakes. */
const MOST_KNOWN = 10_000;

/** The rules over the games of a server. */
export function visitorsOf(games: Games, limits: Limits): Visitors {
  const created = buckets(...limits.create);
  const wrong = buckets(...limits.wrong);
  const keys = buckets(...limits.key);
  const newcomers = buckets(...limits.newcomers);
  const watchers = buckets(...limits.watchers);
  const known = new Set<string>();

  function know(address: string, code: string): void {
    const pair = `${address} ${code}`;
    known.delete(pair);
    known.add(pair);
    if (known.size > MOST_KNOWN) known.delete(known.values().next().value!);
  }

  const game: Visitors['game'] = async (address, typed) => {
    const code = readCode(typed);
    const free = code !== null && known.has(`${address} ${code}`);
    // Paid for ahead and given back: many that come together are all counted.
    if (!free && !wrong.take(address)) return refuse('too-fast');
    const open = code ? await games.find(code) : null;
    if (!open) return refuse('game-unknown');
    if (!free) wrong.give(address);
    know(address, open.running.code);
    return open;
  };

  const holder: Visitors['holder'] = async (address, typed, key) => {
    const code = readCode(typed);
    // Before the address is asked about: whoever holds a key is let in whatever others of that address do.
    const who = code && key ? await games.holder(code, key) : null;
    if (!code || !who) {
      const open = await game(address, typed);
      if ('code' in open) return open;
      return refuse(wrong.take(address) ? 'key-unknown' : 'too-fast');
    }
    if (!keys.take(`${code} ${nameOf(who)}`)) return refuse('too-fast');
    const open = await games.find(code);
    if (!open) return refuse('game-unknown');
    know(address, code);
    return { open, who };
  };

  return {
    game,
    holder,
    creates: created.take,
    newcomer: newcomers.take,
    watcher: watchers.take,
  };
}
