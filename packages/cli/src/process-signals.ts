import type { Signals } from "./interruption.ts";

const names = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What shells give a command that Ctrl-C ended. */
const interruptedCode = 130;

/** The signals that people and systems end a process with. */
export function processSignals(): Signals {
  let listener: (() => void) | null = null;
  return {
    listen: (handle) => {
      listener = handle;
      for (const name of names) process.on(name, handle);
    },
    ignore: () => {
      for (const name of names) if (listener !== null) process.off(name, listener);
    },
    end: () => process.exit(interruptedCode),
    now: () => performance.now(),
  };
}
