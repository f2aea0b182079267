import { BraidynError } from "@braidyn/core";
import type { Isolation, Limits, RunResult, Runtime } from "../isolation/isolation.ts";
import type { Step } from "./run-entry-types.ts";

/** A program of each runtime that does nothing. */
const nothing: Readonly<Record<Runtime, readonly string[]>> = { node: ["-e", ""], python: ["-c", ""] };

/**
 * Whether this machine is why a program did not start. The launcher says so on stderr, where the program could say it
 * too, to be taken for one that deserves another try: so a program that does nothing is tried instead.
 *
 * @returns null where that one runs: the entry is at fault. What it is called with is told to whoever runs the harness.
 */
export async function startProblem(
  step: Step,
  runtime: Runtime,
  { end, stderr }: RunResult,
  { isolation, limits }: { isolation: Isolation; limits: Limits },
): Promise<BraidynError | null> {
  if (end !== "not-started") return null;
  const tried = await isolation.run({
    runtime,
    limits,
    args: () => nothing[runtime],
    places: [],
    outputs: [],
  });
  if (tried.end === "done") return null;
  const reason = new TextDecoder().decode(stderr).trim().split("\n").at(-1)?.slice(0, 300) || "-";
  return new BraidynError("RUN_NOT_STARTED", { step, reason });
}
