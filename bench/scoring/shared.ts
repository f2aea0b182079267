import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { createRandom } from "@braidyn/harness";
import { findPython } from "../../test/python.ts";

/** Labels, and scores that know something of them; the same as `data.py` draws, up to the generator. */
export function labelledScores(count: number, seed: number): { truth: Float64Array; scores: Float64Array } {
  const random = createRandom(seed);
  const truth = Float64Array.from({ length: count }, () => random.integer(2));
  return { truth, scores: truth.map((label) => 0.5 * label + random.uniform()) };
}

/**
 * Least time of `rounds` runs in ms: what else the machine did only adds. Two before them warm up the engine, as the
 * peers' libraries are compiled.
 */
export function leastMs(rounds: number, work: () => void): number {
  const times: number[] = [];
  for (let round = -2; round < rounds; round++) {
    const start = performance.now();
    work();
    if (round >= 0) times.push(performance.now() - start);
  }
  return Math.min(...times);
}

/** What a script beside this one prints as JSON; null without Python and its libraries. */
export function fromPython<T>(script: string, ...argv: string[]): T | null {
  const python = findPython("numpy", "sklearn");
  if (python === null) return null;
  const run = spawnSync(python, ["-W", "ignore", join(import.meta.dirname, script), ...argv], {
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as T;
}

/** `what: ours 12.3 ms, numpy 456.7 ms: 37.1x`. */
export function compared(what: string, oursMs: number, peer: string, peerMs: number | undefined): string {
  const ours = `${what}: ours ${oursMs.toFixed(1)} ms`;
  if (peerMs === undefined) return `${ours} (no ${peer}: set BRAIDYN_PYTHON)`;
  return `${ours}, ${peer} ${peerMs.toFixed(1)} ms: ${(peerMs / oursMs).toFixed(1)} times as fast`;
}
