import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface OwnHarness {
  readonly child: ChildProcess;
  /** Settles with the next line that it prints. */
  line(): Promise<string>;
}

/** Starts `harness-process.ts`; `stdio` beyond the third are descriptors that it inherits. */
export function startHarness(
  args: readonly string[],
  { env = {}, inherited = [] }: { env?: Record<string, string>; inherited?: readonly number[] } = {},
): OwnHarness {
  const file = join(import.meta.dirname, "harness-process.ts");
  const stdio: StdioOptions = ["ignore", "pipe", "inherit", ...inherited];
  const child = spawn(
    process.execPath,
    ["--conditions=@braidyn/source", "--import", import.meta.resolve("tsx"), file, ...args],
    { stdio, env: { ...process.env, ...env } },
  );
  const lines = createInterface(child.stdout as NodeJS.ReadableStream)[Symbol.asyncIterator]();
  return {
    child,
    line: async () => {
      const { value, done } = await lines.next();
      if (done === true) throw new Error("the harness ended");
      return value;
    },
  };
}

/** Processes of this machine that have `marker` on their command line or in their environment. */
export function processesWith(marker: string): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((id) => id > 0 && id !== process.pid && mentions(id, marker));
}

function mentions(id: number, marker: string): boolean {
  try {
    return readFileSync(`/proc/${id}/cmdline`, "latin1").includes(marker);
  } catch {
    return false;
  }
}

/** Ends what attacks without isolation have left. */
export function endProcesses(ids: readonly number[]): void {
  for (const id of ids) {
    try {
      process.kill(id, "SIGKILL");
    } catch {
      // it has ended
    }
  }
}
