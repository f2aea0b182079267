import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { BraidynError } from "@braidyn/core";
import { heapMegabytes } from "../bubblewrap/runtime/node.ts";
import { programEnvironment } from "../environment.ts";
import type { Isolation, Limits, OutputFile, Paths, RunEnd, RunRequest, RunResult } from "../isolation.ts";
import { supervise, type Cause, type Observed } from "../supervise.ts";
import { workspace } from "../workspace/workspace.ts";

/**
 * Runs programs as they are, as this user, with this machine's files and network before them: **run only your own code**. The
 * clock, the streams and the size of the outputs are held to their limits; memory, CPU time and processes are not.
 *
 * @param python the command that programs of Python are run with
 */
export function none(python: string): Isolation {
  return { name: "none", isolated: false, run: (request) => run(python, request) };
}

async function run(python: string, request: RunRequest): Promise<RunResult> {
  const scratch = workspace().makeFolder();
  try {
    const child = start(python, request, scratch);
    const observed = await supervise(child, request, {
      kill: () => killTree(child),
      check: () => tooLarge(request.outputs, request.limits),
    });
    if (observed.exitCode === null && observed.signal === null && child.pid === undefined) {
      const command = request.runtime === "node" ? process.execPath : python;
      throw new BraidynError("RUNTIME_MISSING", { runtime: request.runtime, command });
    }
    const end = verdict(observed, request);
    if (observed.failure !== null && (end === "done" || observed.cause === "conversation")) {
      throw observed.failure.error;
    }
    const { exitCode, signal, wallSeconds, stdout, stderr } = observed;
    return {
      ...{ end, exitCode, signal, wallSeconds, stdout, stderr },
      cpuSeconds: null,
      peakMemoryBytes: null,
    };
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

function start(
  python: string,
  { runtime, args, places, outputs, limits, converse }: RunRequest,
  scratch: string,
) {
  const paths: Paths = Object.fromEntries([...places, ...outputs].map(({ name, path }) => [name, path]));
  const interpreter =
    runtime === "node"
      ? [process.execPath, `--max-old-space-size=${heapMegabytes(limits.memoryBytes)}`]
      : [python];
  const [command = "", ...before] = interpreter;
  return spawn(command, [...before, ...args(paths)], {
    cwd: workingFolder(places[0]?.path, scratch),
    env: { ...programEnvironment(scratch), ...needed() },
    stdio: [converse === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    // a group of its own, so that all of it can be ended; on Windows that would open a console
    ...{ detached: process.platform !== "win32", windowsHide: true },
  });
}

/** A place may be a file. */
function workingFolder(path: string | undefined, scratch: string): string {
  return path !== undefined && statSync(path).isDirectory() ? path : scratch;
}

/** What programs do not start without, or are not found without. */
function needed(): Record<string, string> {
  const names = process.platform === "win32" ? ["SystemRoot", "SystemDrive", "PATH", "TEMP"] : ["PATH"];
  return Object.fromEntries(names.map((name) => [name, process.env[name] ?? ""]));
}

function killTree({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(pid), "/T", "/F"], { windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // nothing of it is left
  }
}

function tooLarge(outputs: readonly OutputFile[], { fileBytes }: Limits): Cause | null {
  const sizes = outputs.map(({ path }) => statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  return sizes.some((size) => size > fileBytes) ? "file-size" : null;
}

function verdict({ cause, exitCode, signal }: Observed, { outputs, limits }: RunRequest): RunEnd {
  if (cause !== null && cause !== "conversation") return cause;
  const late = tooLarge(outputs, limits);
  if (late !== null) return "file-size";
  if (signal !== null) return "signal";
  return exitCode === 0 ? "done" : "exit-code";
}
