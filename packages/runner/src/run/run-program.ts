import { lstat } from "node:fs/promises";
import { BraidynError } from "@braidyn/core";
import { openSubmission } from "@braidyn/harness/build";
import type { CodeEntry, EntryFiles } from "../entry/entry.ts";
import { readOpened } from "../entry/read-opened.ts";
import type { Isolation, Limits, OutputFile, Place, RunRequest, RunResult } from "../isolation/isolation.ts";
import type { Printed } from "../log/team-log.ts";
import { endProblem } from "./end-problem.ts";
import { startProblem } from "./start-problem.ts";
import type { Step, StepTiming } from "./run-entry-types.ts";

/** What the runs of an entry share, and where they leave what they saw. */
export interface RunContext {
  readonly isolation: Isolation;
  readonly limits: Limits;
  readonly signal: AbortSignal | undefined;
  readonly round: 1 | 2;
  readonly printed: Printed[];
  readonly timings: StepTiming[];
}

/** A program and what it is given. */
export interface Program {
  readonly step: Step;
  readonly request: Omit<RunRequest, "limits" | "signal">;
  /** The entry's files, to which an error may point. */
  readonly files: EntryFiles;
  /** Instead of those of the context. */
  readonly limits?: Limits;
  readonly signal?: AbortSignal | undefined;
}

/** Runs a program to its end. @throws BraidynError `RUN_*` unless it ended well. */
export async function runProgram(program: Program, context: RunContext): Promise<RunResult> {
  const result = await runToEnd(program, context);
  const problem = await problemOf(program, result, context);
  if (problem !== null) throw problem;
  return result;
}

/** Why a run is no success; null where it is one. */
export async function problemOf(
  { step, request, files, limits }: Program,
  result: RunResult,
  context: RunContext,
): Promise<BraidynError | null> {
  const { stderr } = result;
  return (
    (await startProblem(step, request.runtime, result, context)) ??
    endProblem(step, result, { limits: limits ?? context.limits, stderr, files })
  );
}

/** Runs a program, keeps what it printed and took, and judges nothing. */
export async function runToEnd(program: Program, context: RunContext): Promise<RunResult> {
  const { step, request, limits = context.limits, signal = context.signal } = program;
  const result = await context.isolation.run({ ...request, limits, signal });
  const { wallSeconds, cpuSeconds, peakMemoryBytes, stdout, stderr } = result;
  context.timings.push({ step, round: context.round, wallSeconds, cpuSeconds, peakMemoryBytes });
  // what checks and runs models is our own program
  if (step !== "model")
    context.printed.push({
      step,
      stdout: request.converse === undefined ? stdout : new Uint8Array(),
      stderr,
    });
  return result;
}

/** How an interpreter is told to run one of the entry's programs. */
export function programArguments(
  entry: CodeEntry,
  program: string,
  folder: string,
  rest: readonly string[],
): string[] {
  const path = `${folder}/${program}`;
  return entry.submission.runtime === "python"
    ? ["-B", "-u", path, ...rest]
    : ["--enable-source-maps", path, ...rest];
}

/** Refuses an output that is no plain file any more. @throws BraidynError `RUN_OUTPUT`. */
export async function checkOutput({ path }: OutputFile, step: Step): Promise<void> {
  const stats = await lstat(path).catch(() => null);
  const found =
    stats === null
      ? "-"
      : !stats.isFile()
        ? stats.isSymbolicLink()
          ? "symlink"
          : "special"
        : stats.nlink > 1
          ? "hard link"
          : (stats.mode & 0o7000) !== 0
            ? `mode ${(stats.mode & 0o7777).toString(8)}`
            : null;
  if (found !== null) throw new BraidynError("RUN_OUTPUT", { step, found });
}

/** What a program wrote, whole. @throws BraidynError `RUN_OUTPUT`, `SUBMISSION_TOO_LARGE`. */
export async function readOutput(output: OutputFile, step: Step, maxBytes: number): Promise<Uint8Array> {
  await checkOutput(output, step);
  return readOpened(await openSubmission(output.path, maxBytes, output.name));
}

/** Somewhere a program may look; without isolation the names stay those of the staging folder. */
export function places(...given: readonly (Place | null)[]): Place[] {
  return given.filter((place) => place !== null);
}
