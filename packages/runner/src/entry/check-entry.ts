import { compileTypeScript } from "../protocol/compile-typescript.ts";
import { gateError } from "../onnx/verdict.ts";
import { Refused } from "../onnx/gate/problem.ts";
import { readModel } from "../onnx/gate/check-model.ts";
import type { CodeEntry, ModelEntry } from "./entry.ts";

/**
 * Whether a model or code would be run, as far as that can be told in this process: a model is walked over but not
 * loaded, TypeScript is compiled but not run. `runEntry` does the same again inside of the isolation.
 *
 * @returns nodes of a model; null for code.
 * @throws BraidynError `ONNX_*`, `ENTRY_TYPESCRIPT*`.
 */
export async function checkEntry(entry: ModelEntry | CodeEntry): Promise<{ readonly nodes: number | null }> {
  if (entry.kind === "code") {
    if (entry.submission.runtime === "node") await compileTypeScript(entry.files);
    return { nodes: null };
  }
  try {
    return { nodes: readModel(entry.model).nodes.length };
  } catch (error) {
    throw error instanceof Refused ? gateError(error.problem) : error;
  }
}
