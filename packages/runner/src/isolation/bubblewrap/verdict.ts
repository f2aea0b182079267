import { constants } from "node:os";
import type { Limits, RunEnd } from "../isolation.ts";
import type { Observed } from "../supervise.ts";
import type { Usage } from "./cgroup/group.ts";

/** How the program itself ended, out of bubblewrap's code: it says 128 more than the number of a signal. */
export interface Ending {
  readonly exitCode: number | null;
  readonly signal: string | null;
}

/** A program may also return such a code of itself; then it is taken for the signal. */
export function endingOf(code: number | null): Ending {
  const name = Object.entries(constants.signals).find(
    ([, number]) => code !== null && number === code - 128,
  )?.[0];
  return name === undefined ? { exitCode: code, signal: null } : { exitCode: null, signal: name };
}

export interface Evidence {
  readonly observed: Observed;
  readonly ending: Ending;
  readonly usage: Usage;
  readonly limits: Limits;
  /** Of the outputs, in bytes. */
  readonly sizes: readonly number[];
}

/** How a run ended. A program that goes on although it was refused something, and returns 0, is done. */
export function verdict(evidence: Evidence): RunEnd {
  const { observed, ending, usage, limits, sizes } = evidence;
  const { cause } = observed;
  if (cause !== null && cause !== "conversation") return cause;
  if (ending.exitCode === null && ending.signal === null) return cause === null ? "not-started" : "aborted";
  if (usage.memoryKills > 0) return "memory";
  if (tooLarge(sizes, limits)) return "file-size";
  if (ending.exitCode === 0) return "done";
  const killed = ending.signal === "SIGKILL" || ending.signal === "SIGXCPU";
  if (killed && (ending.signal === "SIGXCPU" || (usage.cpuSeconds ?? 0) >= limits.cpuSeconds))
    return "cpu-time";
  if (ending.signal === "SIGXFSZ" || sizes.some((size) => size >= limits.fileBytes)) return "file-size";
  const said = lastWords(observed.stderr);
  if (/^MemoryError|heap out of memory|^RangeError: Array buffer allocation failed/m.test(said))
    return "memory";
  if (usage.processRefused) return "processes";
  if (ending.exitCode !== null && /^(?:bwrap|prlimit|launch): /.test(said)) return "not-started";
  return ending.signal === null ? "exit-code" : "signal";
}

/** Whether an output is larger than a run can make it; it would not be delivered. */
export function tooLarge(sizes: readonly number[], { fileBytes }: Limits): boolean {
  return sizes.some((size) => size > fileBytes);
}

/** Both interpreters say last, on stderr, why they give up. The program could say so too: it would only accuse itself. */
function lastWords(stderr: Uint8Array): string {
  return new TextDecoder().decode(stderr.subarray(-8192));
}
