import { BraidynError } from "@braidyn/core";
import type { Clock } from "../clock.ts";

/** Lets so much through and no more. */
export interface RateLimit {
  /** @throws BraidynError `LEADERBOARD_RATE` with the seconds to wait. */
  take(key: string): void;
  /** Whether `take` would let it through. */
  allows(key: string): boolean;
}

export interface RateOptions {
  /** So many at once. */
  readonly burst: number;
  /** So many a second in the long run. */
  readonly perSecond: number;
  readonly clock: Clock;
  /** So many keys are remembered; the ones that were longest quiet are forgotten first. */
  readonly keys?: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** A token bucket for every key. Memory is bounded, so that many addresses cannot fill it. */
export function createRateLimit({ burst, perSecond, clock, keys = 20_000 }: RateOptions): RateLimit {
  const buckets = new Map<string, Bucket>();
  const filled = (key: string): Bucket => {
    const now = clock.now().getTime();
    const { tokens, at } = buckets.get(key) ?? { tokens: burst, at: now };
    return { tokens: Math.min(burst, tokens + (Math.max(0, now - at) / 1000) * perSecond), at: now };
  };
  return {
    allows: (key) => filled(key).tokens >= 1,
    take: (key) => {
      const bucket = filled(key);
      const wait = (1 - bucket.tokens) / perSecond;
      if (bucket.tokens >= 1) bucket.tokens -= 1;
      buckets.delete(key); // to the end of the map, which is in the order of use
      buckets.set(key, bucket);
      if (buckets.size > keys) buckets.delete(buckets.keys().next().value as string);
      if (wait > 0) throw new BraidynError("LEADERBOARD_RATE", { seconds: Math.ceil(wait) });
    },
  };
}
