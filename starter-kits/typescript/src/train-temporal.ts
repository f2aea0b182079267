/**
 * `npm run train-temporal`: a small network over time, trained here, written as model.onnx and run by an ONNX runtime.
 * model.onnx can be submitted as it is, and a model.onnx from PyTorch runs in the same way.
 */
import { writeFile } from "node:fs/promises";
import { openBundle } from "@braidyn/harness/build";
import { fitScale, standardise } from "../entry/standardise.ts";
import { kindsOf } from "./kinds.ts";
import { runOnnx } from "./temporal/run-onnx.ts";
import { toOnnx } from "./temporal/to-onnx.ts";
import { trainNetwork } from "./temporal/train-network.ts";
import { averageWindows } from "./temporal/average-windows.ts";
import { standardiseTruth } from "./temporal/standardise-truth.ts";
import { validationScore } from "./validation-score.ts";
import { writePredictions } from "./write-predictions.ts";

const seed = 1;

const bundle = await openBundle(process.argv[2] ?? "bundle");
const train = await bundle.labelledRows("train");
const validation = await bundle.labelledRows("validation");
const test = await bundle.rows("test");
const columns = Object.keys(bundle.definition.truth);
const kinds = Object.values(kindsOf(bundle.definition));

// Scales of the regions and of the truth are fitted on the train rows and become part of the model.
const { input, frames, regions } = averageWindows(train);
const byRegion = { data: input, rows: train.count * frames, columns: regions };
const inputScale = fitScale(byRegion);
const { truth, truthScale } = standardiseTruth(
  columns.map((name) => train.truth[name]),
  kinds,
);
const network = trainNetwork(
  { count: train.count, frames, regions, input: standardise(byRegion, inputScale).data, truth, kinds },
  { seed },
);

const model = toOnnx({ network, inputShape: train.inputShape, inputScale, truthScale, kinds });
await writeFile("model.onnx", model);

const onValidation = await runOnnx(model, validation, columns);
console.log(await validationScore(bundle, validation, onValidation));
await writePredictions("predictions.csv", [
  [validation, onValidation],
  [test, await runOnnx(model, test, columns)],
]);
console.log("wrote predictions.csv and model.onnx");
