import { spawnSync } from "node:child_process";

/** One way to do a job: a command that prints `{"values": n, "readMs": t}`. */
export interface Contender {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

/** Medians over the rounds, in ms. */
export interface Measurement {
  readonly name: string;
  /** From opening the file to having its data, in a process that had just started and loaded its library. */
  readonly readMs: number;
  /** The whole process: starting, loading the library, reading. */
  readonly processMs: number;
  /** Number of values read, the same for all. */
  readonly values: number;
}

/**
 * Runs every contender in a fresh process, in turn, round after round: what slows the machine down slows all of them.
 * One round before the first is not counted; it fills the file cache.
 */
export function measure(contenders: readonly Contender[], rounds: number): Measurement[] {
  const runs = contenders.map((): Omit<Measurement, "name">[] => []);
  for (let round = 0; round <= rounds; round++) {
    contenders.forEach((contender, i) => {
      const run = runOnce(contender);
      if (round > 0) runs[i]?.push(run);
    });
  }
  return contenders.map(({ name }, i) => ({
    name,
    readMs: median(runs[i]?.map(({ readMs }) => readMs) ?? []),
    processMs: median(runs[i]?.map(({ processMs }) => processMs) ?? []),
    values: runs[i]?.[0]?.values ?? 0,
  }));
}

function runOnce({ name, command: [program, ...args] }: Contender): Omit<Measurement, "name"> {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 26 });
  const processMs = performance.now() - start;
  if (status !== 0) throw new Error(`${name} ended with status ${status}: ${stderr.slice(-2000)}`);
  const { values, readMs } = JSON.parse(stdout.trim().split("\n").at(-1) ?? "{}") as Measurement;
  return { processMs, readMs, values };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}

/** A table of times, each with ours as a share of it. */
export function report(title: string, measurements: readonly Measurement[]): string {
  const [ours] = measurements;
  const row = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(10) : cell.padStart(14))).join("");
  const share = (key: "readMs" | "processMs", measured: Measurement) =>
    ((ours?.[key] ?? NaN) / measured[key]).toFixed(3);
  return [
    title,
    row(["", "open + read", "ours / it", "whole process", "ours / it", "values"]),
    ...measurements.map((each) =>
      row([
        each.name,
        `${each.readMs.toFixed(1)} ms`,
        share("readMs", each),
        `${each.processMs.toFixed(0)} ms`,
        share("processMs", each),
        String(each.values),
      ]),
    ),
  ].join("\n");
}
