/** `predict.ts DATA PREDICTIONS MODEL`: predicts DATA (inputs alone) with what fit.ts wrote. */
import { readFileSync, writeFileSync } from "node:fs";
import { readData } from "./data-folder.ts";
import { predict, type Model } from "./model.ts";

const [folder = "", target = "", fitted = ""] = process.argv.slice(2);
const data = readData(folder);
const predicted = predict(JSON.parse(readFileSync(fitted, "utf8")) as Model, data);
const columns = Object.values(predicted);
const lines = data.rowIds.map((id, row) => [id, ...columns.map((values) => values[row])].join(","));
writeFileSync(target, [["row_id", ...Object.keys(predicted)].join(","), ...lines, ""].join("\n"));
