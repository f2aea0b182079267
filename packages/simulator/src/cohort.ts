import { mkdirSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { BraidynError, formatSessionName } from "@braidyn/core";
import { overCores } from "@braidyn/core/pool";
import { checkWhole, completeOptions, type SessionOptions } from "./options.ts";
import type { SessionTask } from "./session-process.ts";
import { sessionDate, subjectId } from "./subjects.ts";
import { simulateSession } from "./session.ts";
import { writeSession } from "./write-session.ts";

export interface CohortOptions extends Omit<SessionOptions, "mouse" | "day"> {
  /** How many mice, or which (0 is the first). */
  readonly mice: number | readonly number[];
  /** How many days from day 1, or which. */
  readonly days: number | readonly number[];
  /** The folder for the files; it is made. */
  readonly outDir: string;
  /** How the files are named: the authors' way, all in one folder, or DANDI's, a folder a mouse. */
  readonly names?: FileNames | undefined;
  /** How many processes simulate; by default one a core where that is faster, which it is not for a few minutes. */
  readonly processes?: number | undefined;
  /** Told after every session; what it throws ends the work. */
  readonly onProgress?: ((progress: CohortProgress) => void) | undefined;
}

/** The two styles of file names that are in use. */
export const fileNames = ["authors", "dandi"] as const;
export type FileNames = (typeof fileNames)[number];

export interface CohortProgress {
  readonly done: number;
  readonly total: number;
  /** The file that was just written. */
  readonly path: string;
}

/** Below this length of all sessions together, starting processes takes longer than they save. */
const worthProcessesMinutes = 60;

/**
 * Simulates a session for every mouse and day and writes it. The bytes do not depend on the number of processes.
 * Returns the paths, mouse by mouse.
 *
 * @throws BraidynError `SIMULATOR_OPTION` before anything is written, `NWB_WRITE_FAILED` when the folder cannot be.
 */
export async function simulateCohort(options: CohortOptions): Promise<string[]> {
  const { processes, onProgress } = options;
  const tasks = tasksOf(options);
  const unfinished = new Set(tasks.map(({ path }) => path));
  for (const folder of new Set([...unfinished].map(dirname))) makeFolder(folder);
  try {
    for await (const path of written(tasks, processes ?? usefulProcesses(tasks))) {
      unfinished.delete(path);
      onProgress?.({ done: tasks.length - unfinished.size, total: tasks.length, path });
    }
  } finally {
    // what a stopped process was writing
    for (const path of unfinished) rmSync(`${path}.part`, { force: true });
  }
  return tasks.map(({ path }) => path);
}

/** Where the sessions of a cohort will be, mouse by mouse. @throws BraidynError `SIMULATOR_OPTION`. */
export function cohortPaths(options: CohortOptions): string[] {
  return tasksOf(options).map(({ path }) => path);
}

function tasksOf(options: CohortOptions): SessionTask[] {
  const { mice, days, outDir, names = "authors", processes: _, onProgress: __, ...shared } = options;
  return sessionsOf(mice, days, shared).map((session) => ({
    options: session,
    path: join(outDir, fileName(session, names)),
  }));
}

/** Writes the sessions and yields the path of each. */
async function* written(tasks: readonly SessionTask[], processes: number): AsyncGenerator<string> {
  if (processes > 1) {
    const script = new URL("./session-process.ts", import.meta.url);
    for await (const outcome of overCores<SessionTask, void>(tasks, { script, processes })) {
      if ("error" in outcome) throw outcome.error;
      yield outcome.task.path;
    }
    return;
  }
  for (const { options, path } of tasks) {
    await writeSession(simulateSession(options), path);
    await setImmediate(); // signals and timers get their turn, which simulating alone does not let them
    yield path;
  }
}

function usefulProcesses(tasks: readonly SessionTask[]): number {
  const minutes = tasks.reduce((sum, { options }) => sum + completeOptions(options).minutes, 0);
  return minutes >= worthProcessesMinutes ? availableParallelism() : 1;
}

function sessionsOf(
  mice: CohortOptions["mice"],
  days: CohortOptions["days"],
  shared: SessionOptions,
): SessionOptions[] {
  const options = list("mice", mice, 0).flatMap((mouse) =>
    list("days", days, 1).map((day) => ({ ...shared, mouse, day })),
  );
  options.forEach(completeOptions);
  return options;
}

function list(option: string, given: number | readonly number[], first: number): readonly number[] {
  if (typeof given !== "number") return given;
  checkWhole(option, given, 1, 10_000);
  return Array.from({ length: given }, (_, i) => first + i);
}

function fileName(options: SessionOptions, names: FileNames): string {
  const { mouse, day, type } = completeOptions(options);
  const id = { subject: subjectId(mouse), date: sessionDate(mouse, day), type, day };
  const name = formatSessionName(id, names);
  return names === "dandi" ? join(`sub-${id.subject}`, name) : name;
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BraidynError("NWB_WRITE_FAILED", { path, reason }, { cause });
  }
}
