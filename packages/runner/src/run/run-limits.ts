import type { ChallengeDefinition } from "@braidyn/harness";
import type { Limits } from "../isolation/isolation.ts";

const mebibyte = 2 ** 20;

/** What each program of an entry may use: the challenge's `sandbox`, and what follows from it. */
export function runLimits({ sandbox }: ChallengeDefinition): Limits {
  return {
    wallSeconds: sandbox.seconds,
    // one program may keep two cores busy all the time
    cpuSeconds: sandbox.seconds * 2,
    memoryBytes: sandbox.memory_mb * mebibyte,
    processes: sandbox.processes,
    openFiles: 128,
    fileBytes: sandbox.output_bytes,
    scratchBytes: Math.max(sandbox.output_bytes, 64 * mebibyte),
    streamBytes: mebibyte,
  };
}
