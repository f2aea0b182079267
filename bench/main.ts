/**
 * `npm run bench`: every benchmark of `benchmarks/`, or those that are named; `npm run bench -- loader --rounds 3`. A new one
 * is a file there that exports `run`. Figures are ratios against a peer in the same run: below 1, ours is faster.
 */
import { readdirSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

export interface BenchOptions {
  /** How often each contender is measured. */
  readonly rounds: number;
}

interface Benchmark {
  run(options: BenchOptions): Promise<void>;
}

const { values, positionals } = parseArgs({
  options: { rounds: { type: "string", default: "7" } },
  allowPositionals: true,
});
const folder = join(import.meta.dirname, "benchmarks");
const names = readdirSync(folder)
  .map((file) => file.replace(/\.ts$/, ""))
  .sort();
const unknown = positionals.find((name) => !names.includes(name));
if (unknown !== undefined) throw new Error(`no benchmark ${unknown}; there are: ${names.join(", ")}`);

const rounds = Number(values.rounds);
console.log(`Node ${process.version}, ${cpus().length} cores, ${rounds} rounds`);
for (const name of positionals.length > 0 ? positionals : names) {
  console.log(`\n# ${name}`);
  const { run } = (await import(pathToFileURL(join(folder, `${name}.ts`)).href)) as Benchmark;
  await run({ rounds });
}
