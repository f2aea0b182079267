import { BraidynError } from "@braidyn/core";
import type { Runtime } from "../isolation.ts";
import { workspace } from "../workspace/workspace.ts";
import { findHierarchies, type Hierarchy } from "./cgroup/hierarchies.ts";
import { sweep } from "./cgroup/sweep.ts";
import { nodeFiles } from "./runtime/node.ts";
import { pythonFiles } from "./runtime/python.ts";
import type { RuntimeFiles } from "./runtime/runtime.ts";
import { makeFilter, processors } from "./seccomp/filter.ts";
import { findTools, type Tools } from "./tools.ts";

/** What this machine has to run programs with. */
export interface Machine {
  readonly tools: Tools;
  readonly filter: Uint8Array;
  readonly hierarchies: readonly Hierarchy[];
  /** The interpreter's files. @throws BraidynError RUNTIME_MISSING */
  filesOf(runtime: Runtime): Promise<RuntimeFiles>;
}

let hierarchies: readonly Hierarchy[] | null = null;

/**
 * Finds everything that bubblewrap needs.
 *
 * @param python the command that programs of Python are run with
 * @throws BraidynError ISOLATION_PLATFORM or ISOLATION_TOOLS
 */
export function findMachine(python: string): Machine {
  const processor = processors.find((each) => each === process.arch);
  if (process.platform !== "linux" || processor === undefined) {
    throw new BraidynError("ISOLATION_PLATFORM", { platform: `${process.platform} ${process.arch}` });
  }
  const found = findTools();
  if ("missing" in found) throw new BraidynError("ISOLATION_TOOLS", { packages: found.missing.join(" ") });
  return {
    tools: found.tools,
    filter: makeFilter(processor),
    hierarchies: (hierarchies ??= prepareHierarchies()),
    filesOf: (runtime) => filesOf(runtime, python, found.tools.prlimit),
  };
}

/** Once a process. */
function prepareHierarchies(): Hierarchy[] {
  const found = findHierarchies();
  sweep(found);
  for (const { parent } of found) workspace().caretaker?.watch(parent);
  return found;
}

/** Asking an interpreter takes longer than a run; what it says holds for as long as this process. */
const known = new Map<string, Promise<RuntimeFiles | null>>();

async function filesOf(runtime: Runtime, python: string, starter: string): Promise<RuntimeFiles> {
  const key = runtime === "node" ? "node" : `python ${python}`;
  const asked = known.get(key) ?? (runtime === "node" ? nodeFiles(starter) : pythonFiles(python, starter));
  known.set(key, asked);
  const files = await asked;
  if (files === null) {
    throw new BraidynError("RUNTIME_MISSING", {
      runtime,
      command: runtime === "node" ? process.execPath : python,
    });
  }
  return files;
}
