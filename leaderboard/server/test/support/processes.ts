import { fork, type ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Starts a script of this folder as a process of its own, on the sources. */
export function startScript(name: string, args: readonly string[]): ChildProcess {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  return fork(fileURLToPath(new URL(name, import.meta.url)), [...args], {
    execArgv: ["--conditions=@braidyn/source", "--import", loader],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

/** Waits for a message that a script sends. */
export function message<T>(child: ChildProcess, fits: (message: unknown) => boolean): Promise<T> {
  return new Promise((resolve, reject) => {
    const look = (received: unknown): void => {
      if (!fits(received)) return;
      child.off("message", look);
      resolve(received as T);
    };
    child.on("message", look);
    child.once("exit", (code, signal) => reject(new Error(`it ended: ${signal ?? code}`)));
  });
}

export function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}
