import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { BraidynError, formatSessionName } from "@braidyn/core";
import { checkWhole, completeOptions, type SessionOptions } from "./options.ts";
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
  readonly names?: "authors" | "dandi";
  readonly onProgress?: (progress: CohortProgress) => void;
}

export interface CohortProgress {
  readonly done: number;
  readonly total: number;
  /** The file that was just written. */
  readonly path: string;
}

/**
 * Simulates a session for every mouse and day and writes it. Returns the paths, mouse by mouse.
 *
 * @throws BraidynError `SIMULATOR_OPTION` before anything is written, `NWB_WRITE_FAILED` when the folder cannot be.
 */
export async function simulateCohort(options: CohortOptions): Promise<string[]> {
  const { mice, days, outDir, names = "authors", onProgress, ...shared } = options;
  const sessions = sessionsOf(mice, days, shared);
  const paths: string[] = [];
  for (const session of sessions) {
    const path = join(outDir, fileName(session, names));
    makeFolder(join(path, ".."));
    await writeSession(simulateSession(session), path);
    paths.push(path);
    onProgress?.({ done: paths.length, total: sessions.length, path });
  }
  return paths;
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

function fileName(options: SessionOptions, names: "authors" | "dandi"): string {
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
