import { BraidynError } from "@braidyn/core";
import { z } from "zod";
import { gateCodes, type GateProblem } from "./gate/problem.ts";

/** What our program in the sandbox prints. A model that took it over could print anything else, so it is checked. */
const verdict = z.strictObject({
  problem: z
    .strictObject({
      code: z.enum(gateCodes),
      parameters: z.record(z.string().max(20), z.union([z.string().max(400), z.number()])),
    })
    .nullable(),
});

/** Why a model was refused; null where it was not. @throws BraidynError `ONNX_RUN` when no answer can be read. */
export function readVerdict(stdout: Uint8Array): BraidynError | null {
  const parsed = verdict.safeParse(lastJson(stdout));
  if (!parsed.success) throw new BraidynError("ONNX_RUN", { reason: "no answer" });
  const { problem } = parsed.data;
  return problem === null ? null : gateError(problem);
}

export function gateError({ code, parameters }: GateProblem): BraidynError {
  return new BraidynError(code, parameters as never);
}

/** The runtime may print lines of its own before. */
function lastJson(stdout: Uint8Array): unknown {
  const line = new TextDecoder().decode(stdout).trimEnd().split("\n").at(-1) ?? "";
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
