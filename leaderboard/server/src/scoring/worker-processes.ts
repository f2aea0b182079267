import { fork, type ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Log } from "../log.ts";

/** The worker processes that a server keeps running on its machine. */
export interface Workers {
  /** Those that run now; tests kill them. */
  pids(): number[];
  stop(): Promise<void>;
}

export interface WorkersOptions {
  readonly count: number;
  readonly url: string;
  readonly log: Log;
}

const restartMilliseconds = 500;

/** Starts workers as processes of their own, so that scoring never holds up the server; one that dies is replaced. */
export function startWorkers({ count, url, log }: WorkersOptions): Workers {
  const running = new Set<ChildProcess>();
  let stopping = false;
  const start = (): void => {
    if (stopping) return;
    const child = forkWorker(url, log.level);
    running.add(child);
    child.once("exit", (code, signal) => {
      running.delete(child);
      if (stopping) return;
      log.warn({ pid: child.pid, code, signal }, "worker ended");
      setTimeout(start, restartMilliseconds).unref();
    });
  };
  for (let i = 0; i < count; i++) start();
  return {
    pids: () => [...running].flatMap(({ pid }) => (pid === undefined ? [] : [pid])),
    stop: async () => {
      stopping = true;
      await Promise.all([...running].map(ended));
    },
  };
}

/** The database's address is handed over by message: arguments and environments can be read by others. */
function forkWorker(url: string, level: string): ChildProcess {
  const isSource = import.meta.url.endsWith(".ts");
  const script = fileURLToPath(new URL("./worker-process.ts", import.meta.url));
  const child = fork(isSource ? script : script.replace(/\.ts$/, ".js"), {
    execArgv: isSource ? sourceArguments() : [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    // a terminal's Ctrl-C is for the server, which then stops its workers
    detached: process.platform !== "win32",
  });
  child.send({ url, level }, () => {});
  return child;
}

function sourceArguments(): string[] {
  const loader = createRequire(import.meta.url).resolve("tsx");
  return ["--conditions=@braidyn/source", "--import", pathToFileURL(loader).href];
}

/** Asks a worker to end; one that does not within half a minute is ended. */
function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const late = setTimeout(() => child.kill("SIGKILL"), 30_000);
    child.once("exit", () => {
      clearTimeout(late);
      resolve();
    });
    if (child.connected) child.send("stop", () => {});
    else child.kill("SIGTERM");
  });
}
