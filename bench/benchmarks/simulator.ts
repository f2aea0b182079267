/** How many full-length (30 min) reduced sessions are simulated and written in a minute, by one process and by all cores. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchOptions } from "../main.ts";

const sessions = 6;

export async function run({ rounds }: BenchOptions): Promise<void> {
  console.log("\nprocesses  sessions/min (median)  peak memory of a process that simulates");
  for (const processes of [...new Set([1, availableParallelism()])]) {
    const runs: { seconds: number; megabytes: number }[] = [];
    for (let i = 0; i < Math.min(rounds, 3); i++) runs.push(await simulate(processes));
    runs.sort((a, b) => a.seconds - b.seconds);
    const { seconds } = runs[runs.length >> 1]!;
    const megabytes = Math.max(...runs.map((each) => each.megabytes));
    // with a pool, the process that is measured only waits for those that simulate
    const memory = processes === 1 ? `${megabytes} MB` : "as above";
    const perMinute = (60 * sessions) / seconds;
    console.log(`${processes}`.padStart(9), perMinute.toFixed(1).padStart(23), memory.padStart(42));
  }
}

/** Built code in a fresh process, and that process's peak of memory. */
function simulate(processes: number): Promise<{ seconds: number; megabytes: number }> {
  const folder = mkdtempSync(join(tmpdir(), "braidyn-bench-"));
  const program = `
    const { simulateCohort } = await import("@braidyn/simulator");
    await simulateCohort({ mice: ${sessions}, days: 1, seed: 1, outDir: ${JSON.stringify(folder)}, processes: ${processes} });
    const { maxRSS } = process.resourceUsage();
    process.stdout.write(String(maxRSS));`;
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
      cwd: join(import.meta.dirname, "../.."),
      stdio: ["ignore", "pipe", "inherit"],
    });
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    child.on("exit", (code) => {
      rmSync(folder, { recursive: true });
      if (code !== 0) return reject(new Error(`the simulation ended with ${code}`));
      resolve({
        seconds: (performance.now() - start) / 1000,
        megabytes: Math.round(Number(printed) / 1024),
      });
    });
  });
}
