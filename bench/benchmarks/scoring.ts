/** Scoring against numpy and scikit-learn: every file of `bench/scoring` that times something, each in a fresh process. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { BenchOptions } from "../main.ts";

export async function run({ rounds }: BenchOptions): Promise<void> {
  const folder = join(import.meta.dirname, "../scoring");
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && name !== "shared.ts");
  for (const name of files) {
    const args = [...process.execArgv, join(folder, name), String(rounds)];
    const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
    if (status !== 0) throw new Error(`${name} ended with status ${status}`);
  }
}
