import { createInterruption, type Interruption } from "./interruption.ts";
import { processSignals } from "./process-signals.ts";

/** Where text goes; Node's streams are of this kind. `isTTY` and `columns` are those of a terminal. */
export type OutputStream = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** Every effect the command has on the world beside files, so that tests can give their own. */
export interface Context {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What relative paths are relative to; "." is the process's own folder. */
  readonly cwd: string;
  /** Milliseconds of a clock that only runs forward. */
  now(): number;
  readonly interruption: Interruption;
}

/** The process's own streams, environment, folder and clock. */
export function processContext(): Context {
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: ".",
    now: () => performance.now(),
    interruption: createInterruption(processSignals()),
  };
}
