import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { existsSync } from "node:fs";
import { failed, type Failure } from "./failure.ts";
import type { Kit } from "./lesson.ts";
import { parseValue, type Value } from "./value.ts";

export interface RunOptions {
  readonly kit: Kit;
  /** The exercise's file, absolute. */
  readonly program: string;
  /** What `answer` is called with. */
  readonly given: string | readonly string[];
  /** The Python command. */
  readonly python: string;
  readonly seconds: number;
  /** Called every now and then; what it throws ends the run. */
  readonly check?: () => void;
}

export interface Run {
  /** What `answer` returned; null where it did not. */
  readonly answer: Value;
  readonly failure: Failure | null;
  /** What the program printed, its beginning. */
  readonly printed: string;
}

/** Bytes of output that are kept, that are suffered, and that an answer may have. */
const kept = 20_000;
const mostPrinted = 5_000_000;
const mostAnswer = 64_000_000;

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Runs a learner's program in a process of its own and reads its answer. It is their program on their machine: the
 * process is limited in time and output, it is no sandbox.
 */
export async function runProgram(options: RunOptions): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), "braidyn-learn-"));
  const result = join(folder, "answer.json");
  try {
    const { ended, printed } = await runToEnd(options, result);
    const { answer, failure } =
      ended === "exit" ? await readResult(result, printed) : { answer: null, failure: failed(ended) };
    return { answer, failure, printed: Buffer.concat(printed).subarray(0, kept).toString() };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readResult(
  path: string,
  printed: readonly Buffer[],
): Promise<{ answer: Value; failure: Failure | null }> {
  const size = await stat(path).then(
    (found) => found.size,
    () => -1,
  );
  if (size < 0)
    return { answer: null, failure: failed("died", Buffer.concat(printed).subarray(-2000).toString()) };
  if (size > mostAnswer) return { answer: null, failure: failed("unwritable", `${size} bytes`) };
  try {
    const { answer, failure } = parseValue(await readFile(path, "utf8")) as unknown as Partial<Run>;
    return { answer: answer ?? null, failure: failure ?? null };
  } catch {
    return { answer: null, failure: failed("died") };
  }
}

type Ended = "exit" | "timeout" | "output" | "no-python";

function runToEnd(options: RunOptions, result: string): Promise<{ ended: Ended; printed: Buffer[] }> {
  const { command, args } = commandOf(options, result);
  // A group of its own, so that what the program starts ends with it.
  const child = spawn(command, args, {
    cwd: dirname(options.program),
    detached: process.platform !== "win32",
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, PYTHONUTF8: "1", PYTHONDONTWRITEBYTECODE: "1", MPLBACKEND: "Agg" },
  });
  const printed: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve, reject) => {
    const end = (ended: Ended): void => {
      stop();
      resolve({ ended, printed });
    };
    const stop = (): void => {
      clearTimeout(timer);
      clearInterval(ticker);
      killGroup(child);
      for (const stream of [child.stdout, child.stderr, child.stdin]) stream?.destroy();
    };
    const timer = setTimeout(() => end("timeout"), 1000 * options.seconds);
    const ticker = setInterval(() => {
      try {
        options.check?.();
      } catch (error) {
        stop();
        reject(error as Error);
      }
    }, 100);
    const take = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes - chunk.length < kept) printed.push(chunk);
      if (bytes > mostPrinted) end("output");
    };
    child.stdout?.on("data", take);
    child.stderr?.on("data", take);
    child.stdin?.on("error", () => {});
    child.on("error", (error: NodeJS.ErrnoException) => {
      stop();
      if (options.kit === "python" && error.code !== undefined) resolve({ ended: "no-python", printed });
      else reject(error);
    });
    // what it started may hold its pipes open: its own end counts, and what is read by then
    child.on("exit", () => setImmediate(() => setTimeout(() => end("exit"), 20)));
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // it is gone
  }
}

function commandOf(
  { kit, program, given, python, seconds }: RunOptions,
  result: string,
): { command: string; args: string[] } {
  const args = [program, result, String(seconds), JSON.stringify(given)];
  if (kit === "python") return { command: python, args: ["-u", "-W", "ignore", pythonRunner(), ...args] };
  const own = extname(import.meta.url);
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const condition = own === ".ts" ? ["--conditions=@braidyn/source"] : [];
  return {
    command: process.execPath,
    args: [...condition, "--import", tsx, join(here, `run-exercise${own}`), ...args],
  };
}

/** Shipped as it is, beside the sources. */
function pythonRunner(): string {
  const beside = join(here, "run_exercise.py");
  return existsSync(beside) ? beside : join(here, "..", "..", "..", "guided", "engine", "run_exercise.py");
}
