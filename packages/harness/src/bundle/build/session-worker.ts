/** The process that takes the rows of one session after another; see `worker-pool.ts`. */
import { isBraidynError } from "@braidyn/core";
import { openSession } from "@braidyn/nwb";
import type { ChallengeModule } from "../../challenge/contract.ts";
import { createSplit } from "../../split/assign.ts";
import { sessionOfFile } from "./session-job.ts";
import type { WorkerAnswer, WorkerSetup, WorkerTask } from "./worker-pool.ts";

// Ctrl-C reaches every process of a terminal; the one that started this one decides what becomes of it.
for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => {});
// when that one is gone, however it went, there is nothing left to do
process.on("disconnect", () => process.exit());

let setup: Promise<{ setup: WorkerSetup; module: ChallengeModule }> | null = null;

process.on("message", (message: WorkerSetup | WorkerTask) => {
  if ("source" in message) {
    setup = prepare(message);
    // the first task tells what went wrong
    setup.catch(() => {});
    return;
  }
  void answer(message.path).then((result) => process.send?.(result));
});

async function prepare(message: WorkerSetup): Promise<{ setup: WorkerSetup; module: ChallengeModule }> {
  if (message.prelude !== undefined) await import(message.prelude);
  return { setup: message, module: (await import(message.source)) as ChallengeModule };
}

async function answer(path: string): Promise<WorkerAnswer> {
  try {
    if (setup === null) throw new Error("a task came before the setup");
    const { setup: given, module } = await setup;
    const job = { ...given, module, assign: createSplit(given.split) };
    return { path, result: await sessionOfFile(path, openSession, job) };
  } catch (error) {
    return { path, failure: failureOf(error) };
  }
}

function failureOf(error: unknown): NonNullable<WorkerAnswer["failure"]> {
  if (isBraidynError(error))
    return { code: error.code, parameters: error.parameters, message: error.message };
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { code: null, parameters: {}, message, ...(stack === undefined ? {} : { stack }) };
}
