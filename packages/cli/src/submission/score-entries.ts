import { isBraidynError, type BraidynError } from "@braidyn/core";
import type { Board, BoardEntry, Bundle } from "@braidyn/harness";
import type { EntryFile } from "./entries.ts";
import { scoreFile } from "./score-file.ts";

/** An entry that could not be scored. */
export interface RefusedEntry {
  readonly name: string;
  readonly error: BraidynError;
}

/** Scores every entry on a board; one that is refused stays on it without a score. */
export async function scoreEntries(
  entries: readonly EntryFile[],
  bundle: Bundle,
  board: Board,
): Promise<{ scored: BoardEntry[]; refused: RefusedEntry[] }> {
  const scored: BoardEntry[] = [];
  const refused: RefusedEntry[] = [];
  for (const { name, path } of entries) {
    try {
      scored.push({ name, report: await scoreFile(path, bundle, board) });
    } catch (error) {
      if (!isBraidynError(error) || !/^(SUBMISSION|METRIC)_/.test(error.code)) throw error;
      scored.push({ name, report: null });
      refused.push({ name, error });
    }
  }
  return { scored, refused };
}
