import type { SessionExamples } from "@braidyn/harness";
import type { ExamplesResult, ExamplesTask } from "./take-examples.ts";

export interface CollectedExamples {
  /** In the order of the paths. */
  readonly sessions: readonly SessionExamples[];
  readonly skipped: readonly { readonly session: string; readonly lacks: string }[];
}

/** Below this many sessions, starting processes takes longer than they save. */
const worthProcesses = 12;

/**
 * Takes a challenge's rows from every session, over several cores where there are many.
 *
 * @param onSession told how many are done; what it throws ends the work.
 * @throws BraidynError as `takeExamples`.
 */
export async function collectExamples(
  challenge: string,
  paths: readonly string[],
  onSession: (done: number, path: string) => void,
): Promise<CollectedExamples> {
  const found = new Map<string, ExamplesResult>();
  for await (const { path, result } of resultsOf(paths.map((path) => ({ challenge, path })))) {
    found.set(path, result);
    onSession(found.size, path);
  }
  const results = paths.flatMap((path) => found.get(path) ?? []);
  return {
    sessions: results.flatMap((result) => ("examples" in result ? [result] : [])),
    skipped: results.flatMap((result) => ("lacks" in result ? [result] : [])),
  };
}

async function* resultsOf(
  tasks: readonly ExamplesTask[],
): AsyncGenerator<{ path: string; result: ExamplesResult }> {
  if (tasks.length >= worthProcesses) {
    const { overCores } = await import("@braidyn/core/pool");
    const script = new URL("./examples-process.ts", import.meta.url);
    for await (const outcome of overCores<ExamplesTask, ExamplesResult>(tasks, { script })) {
      if ("error" in outcome) throw outcome.error;
      yield { path: outcome.task.path, result: outcome.result };
    }
    return;
  }
  const { takeExamples } = await import("./take-examples.ts");
  for (const task of tasks) yield { path: task.path, result: await takeExamples(task) };
}
