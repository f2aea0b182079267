import type { SessionType } from "@braidyn/core";
import { numberOption } from "../number-option.ts";

/** On which days of training the dataset has rest: before it, on its first, in its middle and on its last. */
const restDays = [0, 1, 8, 15];
/** Sensory stimulation is recorded once, after training. */
const sensoryDays = [16];

/**
 * The days to simulate: those that were named, or the first so many on which there are sessions of the type.
 *
 * @throws BraidynError `COMMAND_OPTION`.
 */
export function daysOf(
  type: SessionType,
  count: number | undefined,
  named: readonly number[] | undefined,
): number[] {
  for (const day of named ?? []) numberOption("--day", day, { low: 0, high: 30, whole: true });
  if (named !== undefined && named.length > 0) return [...new Set(named)];
  const most = { task: 30, "resting-state": restDays.length, "sensory-stim": sensoryDays.length }[type];
  numberOption("--days", count, { low: 1, high: most, whole: true });
  const days = { task: null, "resting-state": restDays, "sensory-stim": sensoryDays }[type];
  return days?.slice(0, count ?? 1) ?? Array.from({ length: count ?? 1 }, (_, i) => i + 1);
}
