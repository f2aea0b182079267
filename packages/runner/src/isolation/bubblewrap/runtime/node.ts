import { existsSync } from "node:fs";
import { librariesOf } from "./libraries.ts";
import { withoutNested, type RuntimeFiles } from "./runtime.ts";

/** Where Debian's package of Node keeps modules that others build into the program. */
const sharedModules = "/usr/share/nodejs";

/**
 * The Node that runs this process, wherever it stands, and `starter`, which starts it. Null where their libraries cannot be
 * found.
 */
export async function nodeFiles(starter: string): Promise<RuntimeFiles | null> {
  const programs = [process.execPath, starter];
  const libraries = await librariesOf(programs);
  if (libraries === null) return null;
  const { variables } = process.config as unknown as { variables: Record<string, unknown> };
  const shared = Array.isArray(variables["node_builtin_shareable_builtins"])
    ? (variables["node_builtin_shareable_builtins"] as unknown[])
    : [];
  const outside = shared.length > 0 && existsSync(sharedModules) ? [sharedModules] : [];
  return {
    runtime: "node",
    command: (memoryBytes) => [process.execPath, `--max-old-space-size=${heapMegabytes(memoryBytes)}`],
    readable: withoutNested([...programs, ...libraries, ...outside]),
    links: [],
  };
}

/** Leaves a quarter to code, stacks and buffers: V8 sees the machine's memory, not the run's. */
export function heapMegabytes(memoryBytes: number): number {
  return Math.max(16, Math.floor((memoryBytes * 0.75) / 2 ** 20));
}
