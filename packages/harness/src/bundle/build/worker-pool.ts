import { BraidynError, type BraidynErrorCode } from "@braidyn/core";
import { fork, type ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ChallengeDefinition, SplitDefinition } from "../../challenge/definition.ts";
import type { JobResult } from "./session-job.ts";

/** What every worker is told once. */
export interface WorkerSetup {
  /** `file:` URL of the challenge's module, which exports `examples`. */
  readonly source: string;
  /** What to import before it. */
  readonly prelude?: string | undefined;
  readonly definition: ChallengeDefinition;
  readonly split: SplitDefinition;
  readonly seed: number;
  readonly code: string;
  readonly folder: string;
}

/** One session to be taken. */
export interface WorkerTask {
  readonly path: string;
}

/** What became of it: a result, or an error as plain data. */
export interface WorkerAnswer {
  readonly path: string;
  readonly result?: JobResult;
  readonly failure?: {
    readonly code: BraidynErrorCode | null;
    readonly parameters: object;
    readonly message: string;
    readonly stack?: string;
  };
}

/** A session's outcome: what it gave, or the error that it ended with. */
export type Outcome = { readonly path: string } & (
  { readonly result: JobResult } | { readonly error: unknown }
);

/**
 * Takes sessions in several processes, each with a heap of its own and one session at a time, and yields their outcomes as
 * they come. A process that dies (out of memory, killed) fails its session only. Leaving the loop ends all processes.
 */
export async function* takeInWorkers(
  paths: readonly string[],
  setup: WorkerSetup,
  jobs: number,
): AsyncGenerator<Outcome> {
  const waiting = [...paths];
  const outcomes: Outcome[] = [];
  let wake: () => void = () => {};
  const workers = new Set<ChildProcess>();
  const start = (): void => {
    const worker = startWorker(setup);
    workers.add(worker);
    let current: string | null = null;
    const next = (): void => {
      current = waiting.shift() ?? null;
      if (current === null) workers.delete(worker);
      if (current === null) worker.disconnect();
      else worker.send({ path: current } satisfies WorkerTask, () => {});
    };
    const done = (outcome: Outcome): void => {
      outcomes.push(outcome);
      wake();
    };
    worker.on("message", (answer: WorkerAnswer) => {
      done(outcomeOf(answer));
      next();
    });
    const lost = (how: string): void => {
      if (!workers.delete(worker) || current === null) return;
      done({ path: current, error: new Error(`the process that read it ended: ${how}`) });
      if (waiting.length > 0) start();
    };
    worker.on("error", (error) => lost(error.message));
    worker.on("exit", (code, signal) => lost(signal ?? `exit code ${code}`));
    next();
  };
  try {
    for (let i = 0; i < Math.min(jobs, paths.length); i++) start();
    for (let given = 0; given < paths.length; given++) {
      while (outcomes.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      yield outcomes.shift() as Outcome;
    }
  } finally {
    for (const worker of workers) worker.kill("SIGKILL");
    workers.clear();
  }
}

function outcomeOf({ path, result, failure }: WorkerAnswer): Outcome {
  if (result !== undefined) return { path, result };
  if (failure?.code != null) {
    return { path, error: new BraidynError(failure.code, failure.parameters as never) };
  }
  const error = new Error(failure?.message);
  if (failure?.stack !== undefined) error.stack = failure.stack;
  return { path, error };
}

function startWorker(setup: WorkerSetup): ChildProcess {
  const here = import.meta.url;
  const isSource = here.endsWith(".ts");
  const worker = fileURLToPath(new URL(`./session-worker.${isSource ? "ts" : "js"}`, here));
  const inherited = process.execArgv.filter((argument) => !argument.startsWith("--inspect"));
  const hasLoader = inherited.some((argument) => argument.includes("tsx"));
  const child = fork(worker, {
    execArgv: isSource && !hasLoader ? sourceArguments() : inherited,
    // what sessions print is no business of whoever reads our output
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  child.send(setup, () => {});
  return child;
}

/** How TypeScript sources run where the process that wants them was not started for them, as in a test. */
function sourceArguments(): string[] {
  const loader = join(dirname(createRequire(import.meta.url).resolve("tsx/package.json")), "dist/loader.mjs");
  return ["--conditions=@braidyn/source", "--import", pathToFileURL(loader).href];
}
