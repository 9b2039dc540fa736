/** Rate limits: a bucket holds so many tokens and fills up at a steady pace. Nothing is stored but in memory. */
import { now } from '../instant.ts';

export type Bucket = { readonly take: () => boolean };

/** A bucket of `size` tokens that gains `perSecond`. `take` is false when it is empty. */
export function bucket(size: number, perSecond: number, clock: () => number = now): Bucket {
  let tokens = size;
  let at = clock();
  return {
    take() {
      const instant = clock();
      tokens = Math.min(size, tokens + ((instant - at) / 1000) * perSecond);
      at = instant;
      if (tokens < 1) return false;
      tokens--;
      return true;
    },
  };
}

const MOST_BUCKETS = 10_000;

export type Buckets = { readonly take: (name: string) => boolean };

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
  };
}
