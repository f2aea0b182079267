import type { Random } from "@braidyn/harness";
import type { HeldPull } from "./held-pulls.ts";

/**
 * How many pulls of each length every session gives: frames `from <= hold < to`. Mice learn to hold the lever, so the
 * length of a pull would tell the day. Short ones are the most common everywhere; forty in all.
 */
export const holdQuotas = [
  { from: 1, to: 3, count: 15 },
  { from: 3, to: 6, count: 13 },
  { from: 6, to: 12, count: 9 },
  { from: 12, to: 30, count: 3 },
] as const;

/** Pulls drawn to the quotas, in random order; null for a session that lacks some. */
export function pickHoldMatched(pulls: readonly HeldPull[], random: Random): HeldPull[] | null {
  const picked: HeldPull[] = [];
  for (const { from, to, count } of holdQuotas) {
    const fitting = pulls.filter(({ holdFrames }) => holdFrames >= from && holdFrames < to);
    if (fitting.length < count) return null;
    picked.push(...random.sample(fitting.length, count).map((index) => fitting[index] as HeldPull));
  }
  return random.shuffle(picked);
}
