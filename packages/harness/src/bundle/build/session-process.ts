import { serveTasks } from "@braidyn/core/pool";
import { openSession } from "@braidyn/nwb";
import type { ChallengeDefinition, SplitDefinition } from "../../challenge/definition.ts";
import type { ChallengeModule } from "../../challenge/contract.ts";
import { createSplit } from "../../split/assign.ts";
import { sessionOfFile } from "./session-job.ts";

/** A session whose rows are to be taken, and how. */
export interface SessionTask {
  readonly path: string;
  /** `file:` URL of the challenge's module, which exports `examples`. */
  readonly source: string;
  /** What to import before it. */
  readonly prelude?: string | undefined;
  readonly definition: ChallengeDefinition;
  readonly split: SplitDefinition;
  readonly seed: number;
  readonly code: string;
  /** Where parts go. */
  readonly folder: string;
}

// A process of a build's pool; modules are loaded once.
serveTasks(async ({ path, source, prelude, split, ...job }: SessionTask) => {
  if (prelude !== undefined) await import(prelude);
  const module = (await import(source)) as ChallengeModule;
  return sessionOfFile(path, openSession, { ...job, module, assign: createSplit(split) });
});
