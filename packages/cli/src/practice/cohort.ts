import { BraidynError } from "@braidyn/core";
import type { ChallengeDefinition } from "@braidyn/harness";
import type { CohortOptions } from "@braidyn/simulator";

/** A day on which mice pull the lever often already, and still learn. */
const usualDay = 8;

/** How many days a challenge of many days gets. */
const manyDays = 5;

/**
 * What to simulate so that a challenge has rows in every part of its split: its days, and what it reads.
 *
 * @throws BraidynError `PRACTICE_CHALLENGE` for a challenge of other sessions than those of the task.
 */
export function practiceCohort(
  definition: ChallengeDefinition,
): Required<Pick<CohortOptions, "days" | "streams">> {
  const { type } = definition.data.sessions;
  if (type !== "task") throw new BraidynError("PRACTICE_CHALLENGE", { challenge: definition.id, type });
  const reads = definition.data.reads ?? [];
  const streams = [
    "sensors" as const,
    ...(reads.some((name) => name.startsWith("keypoints")) ? ["keypoints" as const] : []),
    ...(reads.includes("pupil") ? ["pupil" as const] : []),
  ];
  return { days: daysOf(definition), streams };
}

function daysOf({ data, split }: ChallengeDefinition): number[] {
  const groups = [split.train, split.validation, split.public, split.private].flat();
  const ranges = groups.flatMap((member): (number | Range)[] => {
    if (typeof member === "object") return ["days" in member ? member.days : member];
    return split.unit === "day" && typeof member === "number" ? [member] : [];
  });
  if (ranges.length > 0) return ascending(ranges.map(middle));
  const { days } = data.sessions;
  return days === undefined ? [usualDay] : spread(days);
}

type Range = { readonly from: number; readonly to: number };

function middle(days: number | Range): number {
  return typeof days === "number" ? days : Math.floor((days.from + days.to) / 2);
}

/** Days from the first to the last, evenly. */
function spread({ from, to }: Range): number[] {
  const count = Math.min(manyDays, to - from + 1);
  if (count === 1) return [from];
  return ascending(
    Array.from({ length: count }, (_, i) => Math.round(from + ((to - from) * i) / (count - 1))),
  );
}

function ascending(days: readonly number[]): number[] {
  return [...new Set(days)].sort((a, b) => a - b);
}
