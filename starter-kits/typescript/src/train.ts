/** `npm run train`: trains the baseline, scores it on the validation mice, writes predictions.csv. */
import { openBundle } from "@braidyn/harness/build";
import { fit, predict } from "../entry/model.ts";
import { kindsOf } from "./kinds.ts";
import { validationScore } from "./validation-score.ts";
import { writePredictions } from "./write-predictions.ts";

const bundle = await openBundle(process.argv[2] ?? "bundle");
// The split is the bundle's: mice (or days) of the train rows are in no other split. Only they are learnt from.
const train = await bundle.labelledRows("train");
const validation = await bundle.labelledRows("validation");
const test = await bundle.rows("test");
console.log(`${bundle.definition.id}: ${train.count} train rows of ${new Set(train.subjects).size} mice`);

const model = fit(train, train.truth, kindsOf(bundle.definition));

const onValidation = predict(model, validation);
console.log(await validationScore(bundle, validation, onValidation));

await writePredictions("predictions.csv", [
  [validation, onValidation],
  [test, predict(model, test)],
]);
console.log("wrote predictions.csv");
