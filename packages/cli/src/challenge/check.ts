import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isBraidynError, type BraidynError } from "@braidyn/core";

/** What is wrong with a challenge: everything in its `challenge.yaml`; then, once that is right, its code. */
export async function problemsOf(folder: string): Promise<BraidynError[]> {
  const { checkChallenge } = await import("@braidyn/harness");
  const { loadChallenge } = await import("@braidyn/challenges");
  const path = join(folder, "challenge.yaml");
  const problems = checkChallenge(await readFile(path, "utf8"), path);
  if (problems.length > 0) return problems;
  try {
    await loadChallenge(folder);
    return [];
  } catch (error) {
    if (isBraidynError(error)) return [error];
    throw error;
  }
}
