/**
 * What isolation adds to a run: the same program that does nothing, bare and isolated, in turn; medians. Everything that a run
 * does is counted: staging, cgroups, namespaces, the interpreter, the output, cleaning up. The aim is 40 ms.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findIsolation, type Isolation, type Limits, type Runtime } from "@braidyn/runner";
import { findPython } from "../../test/python.ts";
import type { BenchOptions } from "../main.ts";
import { median } from "../measure.ts";

const limits: Limits = {
  ...{ wallSeconds: 30, cpuSeconds: 30, memoryBytes: 2 ** 30, processes: 64, openFiles: 128 },
  ...{ fileBytes: 2 ** 24, scratchBytes: 2 ** 26, streamBytes: 2 ** 20 },
};
/** A run is short and varies more than a benchmark's usual round. */
const runsPerRound = 5;

export async function run({ rounds }: BenchOptions): Promise<void> {
  const { on, refusal } = await findIsolation();
  if (on === null) return console.log(`left out: ${refusal.message}`);
  const python = findPython();
  if (python === null) console.log("left out: Python, which is missing");
  console.log(`bubblewrap ${on.version}, ${on.limitedBy}`);
  await compare(on.isolation, "node", process.execPath, rounds);
  // a shim, such as pyenv's, is not what runs in isolation
  if (python !== null) await compare(on.isolation, "python", executableOf(python), rounds);
}

function executableOf(python: string): string {
  return spawnSync(python, ["-c", "import sys; print(sys.executable)"], { encoding: "utf8" }).stdout.trim();
}

async function compare(
  isolation: Isolation,
  runtime: Runtime,
  command: string,
  rounds: number,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "braidyn-bench-"));
  const output = join(folder, "output");
  const program = join(folder, "program");
  for (const file of [output, program]) writeFileSync(file, "");
  const ways = {
    bare: async () => void (await once(spawn(command, [program], { env: {}, stdio: "ignore" }), "exit")),
    isolated: async () => {
      const { end } = await isolation.run({
        ...{ runtime, limits, args: ({ entry }) => [entry as string] },
        places: [{ name: "entry", path: program }],
        outputs: [{ name: "output", path: output }],
      });
      if (end !== "done") throw new Error(`the run ended by ${end}`);
    },
  };
  const times = { bare: [] as number[], isolated: [] as number[] };
  for (let i = 0; i <= rounds * runsPerRound; i++) {
    for (const way of ["bare", "isolated"] as const) {
      const start = performance.now();
      await ways[way]();
      if (i > 0) times[way].push(performance.now() - start);
    }
  }
  rmSync(folder, { recursive: true });
  const [bare, isolated] = [median(times.bare), median(times.isolated)];
  console.log(
    `${runtime.padEnd(8)} bare ${bare.toFixed(1)} ms, isolated ${isolated.toFixed(1)} ms, overhead ${(isolated - bare).toFixed(1)} ms`,
  );
}
