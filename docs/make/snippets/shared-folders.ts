import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { outputsOf, type SnippetOutcome, type SnippetPlace } from "./run-snippet.ts";

/** Sessions and bundles that several pages make by the same commands: made once, copied after that. */
export interface SharedFolders {
  /** The outcome of a command, from before where the same was run after the same simulation; else of `run`. */
  take(
    line: string,
    place: Pick<SnippetPlace, "folder" | "language">,
    run: () => Promise<SnippetOutcome>,
  ): Promise<SnippetOutcome>;
}

interface Kept {
  readonly outcome: SnippetOutcome;
  /** Where it is, until someone changes it. */
  readonly folder: string;
}

/** Nothing is shared yet. */
export function createSharedFolders(): SharedFolders {
  const kept = new Map<string, Kept>();
  /** What each page's folder was filled with. */
  const simulated = new Map<string, string>();
  return {
    async take(line, { folder, language }, run) {
      const isSimulation = line.startsWith("npx braidyn simulate ");
      const [output] = outputsOf(line);
      if (output === undefined || !(isSimulation || line.startsWith("npx braidyn challenge build ")))
        return run();
      // Simulating says the same in every language; everything after it follows from what was simulated.
      const key = isSimulation ? line : [language, simulated.get(folder), line].join("\n");
      if (isSimulation) simulated.set(folder, line);
      const to = join(folder, output);
      const before = kept.get(key);
      if (before !== undefined && existsSync(before.folder)) {
        if (before.folder !== to) rmSync(to, { recursive: true, force: true });
        if (before.folder !== to) cpSync(before.folder, to, { recursive: true });
        return before.outcome;
      }
      const outcome = await run();
      if (outcome.code === 0) kept.set(key, { outcome, folder: to });
      return outcome;
    },
  };
}
