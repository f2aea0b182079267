import type { ScoreAgain } from "@braidyn/leaderboard";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { scoreFile } from "../submission/score-file.ts";

/** Scores again those submissions whose file is in a folder, whatever it is called there. */
export async function scorerOfFolder(bundleFolder: string, folder: string): Promise<ScoreAgain> {
  const { openBundle, submissionDigest } = await import("@braidyn/harness/build");
  const bundle = await openBundle(bundleFolder);
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(folder, entry.name);
    files.set(await submissionDigest(path), path);
  }
  return async (sha256, board) => {
    const path = files.get(sha256);
    return path === undefined ? null : scoreFile(path, bundle, board);
  };
}
