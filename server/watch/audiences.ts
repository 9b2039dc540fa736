/**
 * Audiences of a game: everybody who may know the same sees the same view. Each view is computed, differenced and encoded once, and
 * the same bytes go to all its members. Between two rounds there is a pause of half the time that the last one took: a crowd’s changes are
 * gathered and a quiet table's are shown at once. Each audience counts its own versions: nothing can be read from them.
 */
import type { Logger } from 'pino';
import { difference } from '../../shared/delta.ts';
import type { Viewer } from '../../shared/game/roles.ts';
import { type SeenBefore, viewAfter } from '../../shared/game/rules.ts';
import type { View } from '../../shared/game/view/view-shape.ts';
import type { ViewMessage } from '../../shared/protocol.ts';
import type { TextId } from '../../shared/vocabulary/index.ts';
import type { Running } from '../games/running-shape.ts';
import { breathe } from '../slices.ts';
import { viewerOf, type Who } from './people.ts';

/** A round is never kept waiting longer than this. */
const LONGEST_PAUSE_MS = 50;

/** One connection. */
export type Member = { readonly who: Who; readonly send: (bytes: Uint8Array) => void };

type Audience = {
  readonly viewer: Viewer;
  readonly members: Set<Member>;
  version: number;
  seen: SeenBefore | null;
  /** words its members have */
  readonly words: Map<TextId, string | null>;
  /** the game has changed since it was seen */
  stale: boolean;
};

export type Audiences = {
  /** sends the whole view; from then on the member gets every change */
  readonly whole: (member: Member) => void;
  readonly leave: (member: Member) => void;
  /** the last view made for this person's audience, fresh if the game has changed since */
  readonly viewOf: (who: Who) => View;
};

const nameOf = (viewer: Viewer): string => (viewer.kind === 'seat' ? `seat ${viewer.seat}` : viewer.kind);

/** Watches a game and keeps its audiences up to date. */
export function audiencesOf(running: Running, log: Logger): Audiences {
  const audiences = new Map<string, Audience>();
  const places = new Map<Member, Audience>();
  let timer: NodeJS.Timeout | NodeJS.Immediate | undefined;
  let flushing = false;
  let dirty = false;
  /** when the next round may begin */
  let nextFrom = 0;

  function audienceOf(who: Who): Audience {
    const viewer = viewerOf(running.game().state, who);
    const name = nameOf(viewer);
    let audience = audiences.get(name);
    if (!audience) {
      audience = { viewer, members: new Set(), version: 0, seen: null, words: new Map(), stale: true };
      audiences.set(name, audience);
    }
    return audience;
  }

  /** Makes the view anew and sends the difference to the members. */
  function update(audience: Audience): void {
    audience.stale = false;
    const game = running.game();
    const view = viewAfter(audience.seen, game, audience.viewer);
    const changes = audience.seen ? difference(audience.seen.view, view) : null;
    const texts = newWords(audience, view);
    audience.seen = { game, view };
    if (changes && changes.length === 0 && Object.keys(texts).length === 0) return;
    const from = audience.version++;
    if (!changes || audience.members.size === 0) return;
    send(audience.members, { kind: 'delta', from, to: audience.version, changes, texts, now: running.now() });
  }

  /** Words that have come into sight, and null for those that have left it or were erased. */
  function newWords(audience: Audience, view: View): Record<TextId, string | null> {
    const fresh: Record<TextId, string | null> = {};
    const seen = new Set(view.texts);
    for (const id of seen) {
      const words = running.words(id);
      if (audience.words.get(id) === words) continue;
      audience.words.set(id, words);
      fresh[id] = words;
    }
    for (const id of audience.words.keys())
      if (!seen.has(id)) {
        audience.words.delete(id);
        fresh[id] = null;
      }
    return fresh;
  }

  function send(members: Iterable<Member>, message: ViewMessage): void {
    const bytes = Buffer.from(JSON.stringify(message));
    for (const member of members) member.send(bytes);
  }

  function whole(member: Member): void {
    const audience = audienceOf(member.who);
    const old = places.get(member);
    if (old !== audience) old?.members.delete(member);
    if (audience.stale || !audience.seen) update(audience);
    audience.members.add(member);
    places.set(member, audience);
    const texts = Object.fromEntries(audience.words);
    send([member], { kind: 'whole', to: audience.version, view: audience.seen!.view, texts, now: running.now() });
  }

  async function flush(): Promise<void> {
    flushing = true;
    dirty = false;
    const began = performance.now();
    for (const audience of audiences.values()) audience.stale = true;
    // Who has taken a seat, or was moved, is now somebody else.
    for (const [member, place] of places) if (audienceOf(member.who) !== place) whole(member);
    for (const audience of audiences.values()) {
      if (!audience.stale || audience.members.size === 0) continue;
      update(audience);
      await breathe();
    }
    const ended = performance.now();
    nextFrom = ended + Math.min(LONGEST_PAUSE_MS, (ended - began) / 2);
    flushing = false;
    if (dirty) plan();
  }

  function plan(): void {
    dirty = true;
    if (flushing || timer) return;
    const waitMs = nextFrom - performance.now();
    const begin = (): void => {
      timer = undefined;
      flush().catch((error: unknown) => {
        flushing = false;
        log.error({ err: error }, 'a view could not be made');
      });
    };
    // A timer takes a millisecond at least.
    if (waitMs > 0) timer = setTimeout(begin, waitMs);
    else timer = setImmediate(begin);
  }

  running.onChange(() => {
    for (const audience of audiences.values()) audience.stale = true;
    plan();
  });

  return {
    whole,
    leave(member) {
      places.get(member)?.members.delete(member);
      places.delete(member);
    },
    viewOf(who) {
      const audience = audienceOf(who);
      if (audience.stale || !audience.seen) update(audience);
      return audience.seen!.view;
    },
  };
}
