/** A submission of a million rows, shuffled: reading and checking it, then scoring it with three metrics. */
import {
  createRandom,
  formatPredictionsCsv,
  parseChallenge,
  parsePredictionsCsv,
  score,
  type TruthTable,
} from "@braidyn/harness";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { labelledScores } from "./shared.ts";

const rows = 1_000_000;
const [subjects, sessions] = [25, 15];
const random = createRandom("submission");
const digits = () =>
  random
    .integer(2 ** 32)
    .toString(16)
    .padStart(8, "0");
const rowIds = Array.from({ length: rows }, () => `r${digits()}${digits()}${digits()}`);
const { truth: label, scores } = labelledScores(rows, 2);
const truth: TruthTable = {
  rowIds,
  subjects: rowIds.map((_, i) => `subject-${i % subjects}`),
  sessions: rowIds.map((_, i) => `session-${i % (subjects * sessions)}`),
  boards: rowIds.map(() => "public" as const),
  columns: { lever: label },
};
const order = random.shuffle(rowIds.map((_, i) => i));
const csv = new TextEncoder().encode(
  formatPredictionsCsv(
    order.map((i) => rowIds[i]!),
    new Map([["lever", Float64Array.from(order, (i) => scores[i]! / 1.5)]]),
  ),
);
const yaml = readFileSync(join(import.meta.dirname, "../../challenges/lever-pull/challenge.yaml"), "utf8");
const definition = parseChallenge(
  yaml.replace("secondary: [average_precision]", "secondary: [average_precision, log_loss]"),
);

const start = performance.now();
const predictions = parsePredictionsCsv(csv, { columns: ["lever"], expectedIds: { test: rowIds } });
const parsed = performance.now();
const report = score({
  definition,
  truth,
  predictions,
  board: "public",
  digests: { bundle: "", submission: "" },
});
const end = performance.now();
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
console.log(
  `1,000,000 predictions (${(csv.length / 1e6).toFixed(0)} MB): read in ${seconds(parsed - start)}, ` +
    `scored by ${report.metrics.length} metrics in ${seconds(end - parsed)}, together ${seconds(end - start)}`,
);
