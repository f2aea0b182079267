import { BraidynError, isBraidynError, parseSessionName, sessionKey, type SessionId } from "@braidyn/core";
import type { RemoteOptions, Session } from "@braidyn/nwb";
import type { Advance } from "../progress.ts";
import { withSession } from "../open-file.ts";
import type { Shell } from "../shell.ts";
import type { SessionPlace } from "./find.ts";
import type { Wanted } from "./wanted.ts";

/** One session file. */
export interface SessionLine {
  readonly path: string;
  readonly subject: string;
  readonly session: string;
  readonly date: string;
  readonly type: string;
  readonly day: number | null;
  readonly bytes: number;
  /** Null where it has none, or was not opened. */
  readonly trials: number | null;
}

export interface UnreadableFile {
  readonly path: string;
  readonly error: BraidynError;
}

export interface Listing {
  readonly shell: Shell;
  readonly remote: RemoteOptions;
  readonly advance: Advance;
}

/**
 * Opens every file and lists the wanted sessions; a file that cannot be read stops nothing. Of an archive's files the name
 * and the length tell enough: they are not opened.
 */
export async function listSessions(
  places: readonly SessionPlace[],
  wanted: Wanted,
  { shell, remote, advance }: Listing,
): Promise<{ sessions: SessionLine[]; unreadable: UnreadableFile[] }> {
  const sessions: SessionLine[] = [];
  const unreadable: UnreadableFile[] = [];
  for (const [i, place] of places.entries()) {
    const { path } = place;
    const named = idOf(path);
    if (named === null || wanted(named)) {
      const line = place.bytes === null ? await lineOf(path, shell, remote) : lineByName(path, place.bytes);
      if (!("subject" in line)) unreadable.push(line);
      else if (wanted(line)) sessions.push(line);
    }
    advance(i + 1, path);
  }
  return { sessions, unreadable };
}

async function lineOf(
  path: string,
  shell: Shell,
  remote: RemoteOptions,
): Promise<SessionLine | UnreadableFile> {
  const look = async (session: Session, bytes: number): Promise<SessionLine> => {
    const { subject, session: key, date, type, day } = session.info;
    const trials = session.contents.downsampled.trials ? (await session.trials()).count : null;
    return { path, subject, session: key, date, type, day, bytes, trials };
  };
  try {
    return await withSession(path, shell, look, remote);
  } catch (error) {
    if (isBraidynError(error)) return { path, error };
    throw error;
  }
}

function lineByName(path: string, bytes: number): SessionLine | UnreadableFile {
  const id = idOf(path);
  if (id === null) return { path, error: new BraidynError("SESSION_NAME", { name: path }) };
  return { path, session: sessionKey(id), ...id, bytes, trials: null };
}

function idOf(path: string): SessionId | null {
  try {
    return parseSessionName(path);
  } catch {
    return null;
  }
}
