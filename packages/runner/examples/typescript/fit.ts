import { writeFileSync } from "node:fs";
import { readData } from "./data.ts";

const [folder = "", model = ""] = process.argv.slice(2);
const { input, size, truth } = readData(folder);
const positive = truth.reduce((sum, label) => sum + label, 0) / truth.length;
// a row counts by how far its label is from the share of positives
const weights = Array.from({ length: size }, (_, j) =>
  truth.reduce((sum, label, i) => sum + (label - positive) * input[i * size + j]!, 0),
);
writeFileSync(model, JSON.stringify(weights));
