import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Memory of processes and of all that they started, MB: the proportional share, so that what PostgreSQL's processes have
 * in common counts once. Linux only; NaN elsewhere.
 */
export function memoryOf(roots: readonly number[]): number {
  try {
    const lines = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
    const parents = lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
    const all = new Set(roots);
    for (let size = 0; size !== all.size;) {
      size = all.size;
      for (const [pid, parent] of parents) if (all.has(parent)) all.add(pid);
    }
    return [...all].reduce((sum, pid) => sum + pssKilobytes(pid), 0) / 1024;
  } catch {
    return NaN;
  }
}

function pssKilobytes(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0; // it ended meanwhile
  }
}
