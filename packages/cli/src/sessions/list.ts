import { stat } from "node:fs/promises";
import { isBraidynError, parseSessionName, type BraidynError, type SessionId } from "@braidyn/core";
import type { Advance } from "../progress.ts";
import { withSession } from "../open-file.ts";
import type { Shell } from "../shell.ts";

/** One session file. */
export interface SessionLine {
  readonly path: string;
  readonly subject: string;
  readonly session: string;
  readonly date: string;
  readonly type: string;
  readonly day: number | null;
  readonly bytes: number;
  /** Null where it has none. */
  readonly trials: number | null;
}

export interface UnreadableFile {
  readonly path: string;
  readonly error: BraidynError;
}

/** Which sessions to list; a criterion that is not given fits all. */
export type Wanted = (session: Pick<SessionLine, "subject" | "type" | "day">) => boolean;

/** Opens every file and lists the wanted sessions; a file that cannot be read stops nothing. */
export async function listSessions(
  paths: readonly string[],
  wanted: Wanted,
  { shell, advance }: { shell: Shell; advance: Advance },
): Promise<{ sessions: SessionLine[]; unreadable: UnreadableFile[] }> {
  const sessions: SessionLine[] = [];
  const unreadable: UnreadableFile[] = [];
  for (const [i, path] of paths.entries()) {
    const named = idOf(path);
    if (named === null || wanted(named)) {
      const line = await lineOf(path, shell);
      if (!("subject" in line)) unreadable.push(line);
      else if (wanted(line)) sessions.push(line);
    }
    advance(i + 1, path);
  }
  return { sessions, unreadable };
}

async function lineOf(path: string, shell: Shell): Promise<SessionLine | UnreadableFile> {
  try {
    return await withSession(path, shell, async (session) => {
      const { subject, session: key, date, type, day } = session.info;
      const trials = session.contents.downsampled.trials ? (await session.trials()).count : null;
      return { path, subject, session: key, date, type, day, bytes: (await stat(path)).size, trials };
    });
  } catch (error) {
    if (isBraidynError(error)) return { path, error };
    throw error;
  }
}

function idOf(path: string): SessionId | null {
  try {
    return parseSessionName(path);
  } catch {
    return null;
  }
}
