import { score, type Bundle, type Rows } from "@braidyn/harness";
import type { Columns } from "../entry/model.ts";

/** One line: the primary metric on the validation rows, by the function that `braidyn score` and the leaderboard use. */
export async function validationScore(bundle: Bundle, rows: Rows, predicted: Columns): Promise<string> {
  const { definition } = bundle;
  const report = score({
    definition,
    truth: await bundle.truth("validation"),
    predictions: {
      splits: ["validation"],
      rowIds: rows.rowIds,
      columns: new Map(Object.entries(predicted)),
    },
    board: "validation",
    digests: { bundle: bundle.digest, submission: "" },
  });
  const [primary] = report.metrics;
  const mice = new Set(rows.subjects).size;
  return `validation ${primary.metric}: ${primary.score?.toFixed(3)} (${rows.count} rows of ${mice} mice)`;
}
