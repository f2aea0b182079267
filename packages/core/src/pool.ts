/**
 * Work over several cores: tasks go to processes that a script of ours serves. For Node.
 *
 * ```ts
 * // square.ts
 * export const run = poolTask((n: number) => Promise.resolve(n * n));
 *
 * for await (const { task, result } of overCores([1, 2, 3], { script: new URL("./square.ts", import.meta.url) })) {
 *   console.log(task, result);
 * }
 * ```
 */
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";
import { Tinypool } from "tinypool";
import { BraidynError } from "./error.ts";
import type { BraidynErrorCode } from "./messages/errors.ts";

export interface PoolOptions {
  /** The module whose export `run` was made by {@link poolTask}; in a build its `.ts` reads as `.js`. */
  readonly script: URL;
  /** How many processes; one a core by default. */
  readonly processes?: number | undefined;
}

/** A task and what it gave. */
export interface PoolResult<Task, Result> {
  readonly task: Task;
  readonly result: Result;
}

/** What crosses between processes: an error's class would be lost on the way. */
type Answer<Result> =
  { readonly result: Result } | { readonly code: BraidynErrorCode; readonly parameters: object };

/**
 * Makes a function into what a pool can run. Task and result are copied between processes (structured clone). Ctrl-C reaches
 * every process of a terminal; what becomes of the work is for the one that started it to say.
 */
export function poolTask<Task, Result>(
  work: (task: Task) => Promise<Result>,
): (task: Task) => Promise<Answer<Result>> {
  if (process.send !== undefined) for (const signal of ["SIGINT", "SIGHUP"]) process.on(signal, () => {});
  return async (task) => {
    try {
      return { result: await work(task) };
    } catch (error) {
      if (!(error instanceof BraidynError)) throw error;
      return { code: error.code, parameters: error.parameters };
    }
  };
}

/**
 * Runs every task, several at a time, and yields the results as they come. Leaving the loop stops what still runs.
 *
 * @throws whatever a task throws; a {@link BraidynError} as such.
 */
export async function* overCores<Task, Result>(
  tasks: readonly Task[],
  { script, processes = availableParallelism() }: PoolOptions,
): AsyncGenerator<PoolResult<Task, Result>> {
  const isSource = import.meta.url.endsWith(".ts");
  const width = Math.max(1, Math.min(processes, tasks.length));
  const pool = new Tinypool({
    filename: isSource ? script.href : script.href.replace(/\.ts$/, ".js"),
    runtime: "child_process", // a heap each, and what dies takes nobody with it
    serialization: "advanced",
    minThreads: width,
    maxThreads: width,
    execArgv: isSource ? sourceArguments() : [], // not this process's own, which may say --eval or --inspect
  });
  try {
    const running = new Set<Promise<PoolResult<Task, Result>>>();
    const waiting = tasks.values();
    const start = (): void => {
      const next = waiting.next();
      if (next.done) return;
      const each = runOne<Task, Result>(pool, next.value).finally(() => running.delete(each));
      each.catch(() => {}); // whoever leaves the loop does not wait for it
      running.add(each);
    };
    for (let i = 0; i < width; i++) start();
    while (running.size > 0) {
      const finished = await Promise.race(running);
      start();
      yield finished;
    }
  } finally {
    await pool.destroy();
  }
}

async function runOne<Task, Result>(pool: Tinypool, task: Task): Promise<PoolResult<Task, Result>> {
  const answer = (await pool.run(task, { name: "run" })) as Answer<Result>;
  if ("code" in answer) throw new BraidynError(answer.code, answer.parameters as never);
  return { task, result: answer.result };
}

/** How TypeScript sources run in a process, whatever the process itself was started with. */
function sourceArguments(): string[] {
  const loader = createRequire(import.meta.url).resolve("tsx");
  return ["--conditions=@braidyn/source", "--import", pathToFileURL(loader).href];
}
