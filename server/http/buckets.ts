/** Rate limits: a bucket holds so many tokens and fills up at a steady pace. Nothing is stored but in memory. */
import { now } from '../instant.ts';

/** Tokens at once, and per second after that. */
export type Pace = readonly [size: number, perSecond: number];
export type Bucket = {
  /** takes a token, or as many as are asked for; false, and nothing taken, where there are not so many */
  readonly take: (tokens?: number) => boolean;
  /** puts one back */
  readonly give: () => void;
};

/** A bucket of `size` tokens that gains `perSecond`. */
export function bucket(size: number, perSecond: number, clock: () => number = now): Bucket {
  let left = size;
  let at = clock();
  return {
    take(tokens = 1) {
      const instant = clock();
      left = Math.min(size, left + ((instant - at) / 1000) * perSecond);
      at = instant;
      if (left < tokens) return false;
      left -= tokens;
      return true;
    },
    give() {
      left = Math.min(size, left + 1);
    },
  };
}

const MOST_BUCKETS = 10_000;

export type Buckets = { readonly take: (name: string) => boolean; readonly give: (name: string) => void };

/** A bucket for each name (an address); the oldest are forgotten when there are too many. */
export function buckets(size: number, perSecond: number): Buckets {
  const known = new Map<string, Bucket>();
  return {
    take(name) {
      const own = known.get(name) ?? bucket(size, perSecond);
      known.delete(name);
      known.set(name, own);
      if (known.size > MOST_BUCKETS) known.delete(known.keys().next().value!);
      return own.take();
    },
    give(name) {
      known.get(name)?.give();
    },
  };
}
