import type { ChallengeDefinition } from "@braidyn/harness";

/**
 * Whose midnight begins a day of the challenge: `limits.time_zone` where it is given, else the offset that its first
 * phase's start is written with, else UTC.
 */
export function challengeZone({ limits, phases }: ChallengeDefinition): string {
  const { time_zone: given } = limits;
  const written = /([+-]\d\d:\d\d)$/.exec(phases[0]?.start ?? "")?.[1];
  return given ?? written ?? "UTC";
}
