import type { ChallengeDefinition } from "@braidyn/harness";
import type { Kind } from "../entry/linear.ts";

/** `binary` or `number` of every truth column. */
export function kindsOf({ truth }: ChallengeDefinition): Record<string, Kind> {
  return Object.fromEntries(Object.entries(truth).map(([name, { type }]) => [name, type]));
}
