import type { Bundle, BundleSplit } from "@braidyn/harness";
import type { ModelEntry } from "../entry/entry.ts";
import { predictData } from "../protocol/data-folder.ts";
import { pathOf, readPredictions, type CodeRun } from "../run/run-code.ts";
import { checkOutput, runProgram, type RunContext } from "../run/run-program.ts";
import { withStaging } from "../run/staging.ts";
import { stageDriver } from "./driver.ts";
import { readVerdict } from "./verdict.ts";

/**
 * Checks a `model.onnx` and runs it over the inputs of `split`, both inside of the isolation.
 *
 * @throws BraidynError `ONNX_*`, `RUN_*`, and `SUBMISSION_VALUE_*` for predictions that are no numbers.
 */
export async function runModel(
  { model }: ModelEntry,
  bundle: Bundle,
  split: BundleSplit,
  context: RunContext,
): Promise<CodeRun> {
  return withStaging(async (staging) => {
    const runtime = await stageDriver();
    const entry = await staging.folder("entry", new Map([["model.onnx", model]]));
    const data = await staging.folder("data", await predictData(bundle, split));
    const output = await staging.output("predictions.csv");
    const request = {
      runtime: "node" as const,
      places: [runtime, entry, data],
      outputs: [output],
      args: (paths: Readonly<Record<string, string>>) => [
        `${pathOf(paths, "runtime")}/main.mjs`,
        `${pathOf(paths, "entry")}/model.onnx`,
        ...["data", "runtime", "predictions.csv"].map((name) => pathOf(paths, name)),
      ],
    };
    const { stdout } = await runProgram({ step: "model", request, files: new Map() }, context);
    const problem = readVerdict(stdout);
    if (problem !== null) throw problem;
    await checkOutput(output, "model");
    return { predictions: await readPredictions(output.path, bundle, split, context), latencies: [] };
  });
}
