/**
 * Work over several cores: tasks go to processes that a script of ours serves. For Node.
 *
 * ```ts
 * // square.ts
 * serveTasks(async (n: number) => n * n);
 *
 * const script = new URL("./square.ts", import.meta.url);
 * for await (const outcome of overCores<number, number>([1, 2, 3], { script })) {
 *   if ("error" in outcome) throw outcome.error;
 *   console.log(outcome.task, outcome.result);
 * }
 * ```
 */
import { fork, type ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import { BraidynError } from "./error.ts";
import type { BraidynErrorCode } from "./messages/errors.ts";

export interface PoolOptions {
  /** The module that calls {@link serveTasks}; in a build its `.ts` reads as `.js`. */
  readonly script: URL;
  /** How many processes; one a core by default. */
  readonly processes?: number | undefined;
}

/** What became of a task: its result, or the error that it ended with. */
export type PoolOutcome<Task, Result> = { readonly task: Task } & (
  { readonly result: Result } | { readonly error: unknown }
);

/** What crosses between processes: an error's class would be lost on the way. */
type Answer<Result> = { readonly result: Result } | { readonly failure: Failure };

interface Failure {
  readonly code: BraidynErrorCode | null;
  readonly parameters: object;
  readonly message: string;
  readonly stack: string | undefined;
}

/**
 * Runs every task, several at a time, each process with a heap of its own, and yields the outcomes as they come. A process
 * that dies (out of memory, killed) fails its task only. Leaving the loop ends all processes. What tasks print is dropped.
 */
export async function* overCores<Task, Result>(
  tasks: readonly Task[],
  { script, processes = availableParallelism() }: PoolOptions,
): AsyncGenerator<PoolOutcome<Task, Result>> {
  const waiting = tasks.values();
  const outcomes: PoolOutcome<Task, Result>[] = [];
  let wake: () => void = () => {};
  const children = new Set<ChildProcess>();
  const report = (outcome: PoolOutcome<Task, Result>): void => {
    outcomes.push(outcome);
    wake();
  };
  const start = (first: Task): void => {
    const child = startProcess(script);
    children.add(child);
    let current: { readonly task: Task } | null = null;
    const give = (task: Task): void => {
      current = { task };
      child.send({ task }, () => {}); // a failure to send is told by the process's end
    };
    const lost = (how: string): void => {
      if (!children.delete(child) || current === null) return;
      report({ task: current.task, error: new Error(`the process that worked on it ended: ${how}`) });
      const next = waiting.next();
      if (!next.done) start(next.value);
    };
    child.on("message", (answer: Answer<Result>) => {
      if (current !== null) report(outcomeOf(current.task, answer));
      const next = waiting.next();
      if (!next.done) return give(next.value);
      current = null;
      children.delete(child);
      child.disconnect();
    });
    child.on("error", (error) => lost(error.message));
    child.on("exit", (code, signal) => lost(signal ?? `exit code ${code}`));
    give(first);
  };
  try {
    for (let i = 0; i < Math.max(1, processes); i++) {
      const next = waiting.next();
      if (next.done) break;
      start(next.value);
    }
    for (let given = 0; given < tasks.length; given++) {
      while (outcomes.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      yield outcomes.shift() as PoolOutcome<Task, Result>;
    }
  } finally {
    for (const child of children) child.kill("SIGKILL");
    children.clear();
  }
}

/**
 * Makes this process one of a pool: `work` does its tasks, one at a time. Task and result are copied between processes
 * (structured clone).
 */
export function serveTasks<Task, Result>(work: (task: Task) => Promise<Result>): void {
  // Ctrl-C reaches every process of a terminal; the one that started this one decides what becomes of it.
  for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => {});
  // when that one is gone, however it went, there is nothing left to do
  process.on("disconnect", () => process.exit());
  process.on("message", ({ task }: { task: Task }) => {
    void answer(work, task).then((result) => process.send?.(result));
  });
}

async function answer<Task, Result>(
  work: (task: Task) => Promise<Result>,
  task: Task,
): Promise<Answer<Result>> {
  try {
    return { result: await work(task) };
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const told = error instanceof BraidynError ? error : null;
    return {
      failure: { code: told?.code ?? null, parameters: told?.parameters ?? {}, message, stack },
    };
  }
}

function outcomeOf<Task, Result>(task: Task, answered: Answer<Result>): PoolOutcome<Task, Result> {
  if ("result" in answered) return { task, result: answered.result };
  const { code, parameters, message, stack } = answered.failure;
  if (code !== null) return { task, error: new BraidynError(code, parameters as never) };
  const error = new Error(message);
  if (stack !== undefined) error.stack = stack;
  return { task, error };
}

function startProcess(script: URL): ChildProcess {
  const isSource = import.meta.url.endsWith(".ts");
  const path = fileURLToPath(script);
  return fork(isSource ? path : path.replace(/\.ts$/, ".js"), {
    execArgv: isSource ? sourceArguments() : [], // not this process's own, which may say --eval or --inspect
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

/** How TypeScript sources run in a process, whatever this one was started with. */
function sourceArguments(): string[] {
  const loader = createRequire(import.meta.url).resolve("tsx");
  return ["--conditions=@braidyn/source", "--import", pathToFileURL(loader).href];
}
