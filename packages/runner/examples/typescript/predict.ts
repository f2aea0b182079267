import { readFileSync, writeFileSync } from "node:fs";
import { readData } from "./data.ts";

const [folder = "", predictions = "", model = ""] = process.argv.slice(2);
const { ids, column, input, size } = readData(folder);
const weights: number[] = JSON.parse(readFileSync(model, "utf8"));
const lines = ids.map((id, i) => {
  const sum = weights.reduce((total, weight, j) => total + weight * input[i * size + j]!, 0);
  return `${id},${1 / (1 + Math.exp(-sum))}`;
});
writeFileSync(predictions, `row_id,${column}\n${lines.join("\n")}\n`);
