import { BraidynError } from "@braidyn/core";
import type { EntryFiles } from "../entry/entry.ts";
import type { Limits, RunEnd, RunResult } from "../isolation/isolation.ts";
import { findFault } from "../log/find-fault.ts";
import type { Step } from "./run-entry-types.ts";

/** Which limit an end is about, and how much it was. */
const limitOf: Partial<Record<RunEnd, (limits: Limits) => string>> = {
  "wall-time": ({ wallSeconds }) => `${wallSeconds} s`,
  "cpu-time": ({ cpuSeconds }) => `${cpuSeconds} s CPU`,
  memory: ({ memoryBytes }) => `${Math.round(memoryBytes / 2 ** 20)} MiB`,
  processes: ({ processes }) => String(processes),
  "file-size": ({ fileBytes }) => `${fileBytes} bytes`,
  "stream-size": ({ streamBytes }) => `${streamBytes} bytes`,
};

/** Why a program's end is no success; null where it is one. What the program said enters only as {@link findFault} lets it. */
export function endProblem(
  step: Step,
  { end, exitCode, signal }: RunResult,
  { limits, stderr, files }: { limits: Limits; stderr: Uint8Array; files: EntryFiles },
): BraidynError | null {
  if (end === "done" && exitCode === 0) return null;
  const limit = limitOf[end]?.(limits);
  if (limit !== undefined) return new BraidynError("RUN_LIMIT", { step, resource: end, limit });
  if (end === "aborted") return new BraidynError("RUN_ABORTED", {});
  if (end === "not-started") return new BraidynError("RUN_NOT_STARTED", { step, reason: "isolation" });
  if (end === "signal") return new BraidynError("RUN_SIGNAL", { step, signal: signal ?? "SIGKILL" });
  return new BraidynError("RUN_EXIT", { step, exit: String(exitCode ?? "-"), ...findFault(stderr, files) });
}
