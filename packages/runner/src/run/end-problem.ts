import { BraidynError } from "@braidyn/core";
import type { EntryFiles } from "../entry/entry.ts";
import type { Limits, RunEnd, RunResult } from "../isolation/isolation.ts";
import { findFault } from "../log/find-fault.ts";
import type { Step } from "./run-entry-types.ts";

/** The error of a limit that was met, and how much it was. */
const limitErrors: Partial<Record<RunEnd, (step: Step, limits: Limits) => BraidynError>> = {
  "wall-time": (step, { wallSeconds: limit }) => new BraidynError("RUN_TIME", { step, limit }),
  "cpu-time": (step, { cpuSeconds: limit }) => new BraidynError("RUN_CPU", { step, limit }),
  memory: (step, { memoryBytes }) => new BraidynError("RUN_MEMORY", { step, limit: memoryBytes / 2 ** 20 }),
  processes: (step, { processes: limit }) => new BraidynError("RUN_PROCESSES", { step, limit }),
  "file-size": (step, { fileBytes: limit }) => new BraidynError("RUN_FILE_SIZE", { step, limit }),
  "stream-size": (step, { streamBytes: limit }) => new BraidynError("RUN_PRINTED", { step, limit }),
};

/**
 * Why a program's end is no success; null where it is one. What the program said enters only as {@link findFault} lets
 * it. That a program was not started is for `startProblem` to judge.
 */
export function endProblem(
  step: Step,
  { end, exitCode, signal }: RunResult,
  { limits, stderr, files }: { limits: Limits; stderr: Uint8Array; files: EntryFiles },
): BraidynError | null {
  if (end === "done" && exitCode === 0) return null;
  const limited = limitErrors[end]?.(step, limits);
  if (limited !== undefined) return limited;
  if (end === "aborted") return new BraidynError("RUN_ABORTED", {});
  if (end === "signal") return new BraidynError("RUN_SIGNAL", { step, signal: signal ?? "SIGKILL" });
  return new BraidynError("RUN_EXIT", { step, exit: String(exitCode ?? "-"), ...findFault(stderr, files) });
}
