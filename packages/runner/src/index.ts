/**
 * Runs submitted entries (ONNX models, Node and Python code) in isolation and scores them.
 *
 * ```ts
 * import { runEntry } from "@braidyn/runner";
 *
 * const run = await runEntry({ submission: { path: "my-entry" }, bundle, boards: ["public"], isolation });
 * console.log(run.status, run.problem?.message, run.reports[0]?.verified);
 * ```
 */
export type {
  Conversation,
  Isolation,
  Limits,
  OutputFile,
  Paths,
  Place,
  RunEnd,
  RunRequest,
  RunResult,
  Runtime,
} from "./isolation/isolation.ts";
export type { CodeEntry, Entry, EntryFiles, EntryLimits, EntrySource, ModelEntry } from "./entry/entry.ts";
export type { PredictionsEntry } from "./entry/entry.ts";
export { defaultLimits } from "./entry/entry.ts";
export { checkEntry } from "./entry/check-entry.ts";
export { entryDigest, openEntry } from "./entry/open-entry.ts";
export { submissionJsonSchema, type Submission } from "./entry/submission-yaml.ts";
export { checkModel } from "./onnx/gate/check-model.ts";
export { readSubmitted } from "./run/read-submitted.ts";
export { runEntry } from "./run/run-entry.ts";
export {
  runEntries,
  type FinishedEntry,
  type QueuedEntry,
  type RunEntriesOptions,
} from "./queue/run-entries.ts";
export { runLimits } from "./run/run-limits.ts";
export type { EntryRun, RunEntryOptions, RunTimings, Step, StepTiming } from "./run/run-entry-types.ts";
export type { TeamLog } from "./log/team-log.ts";
export type { Latency } from "./stream/latency.ts";
export {
  chooseIsolation,
  findIsolation,
  type IsolationFound,
  type IsolationOptions,
} from "./isolation/choose-isolation.ts";
export type { Probe } from "./isolation/bubblewrap/probe.ts";
export { none } from "./isolation/none/none.ts";
export { makeStaging, type Staging } from "./isolation/workspace/staging.ts";
