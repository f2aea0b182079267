import type { Board, Bundle, Report } from "@braidyn/harness";
import type { PredictionsFile } from "@braidyn/harness/build";

/** Reads predictions of a bundle's validation or test rows, or both. @throws BraidynError `SUBMISSION_*`. */
export async function readSubmission(path: string, bundle: Bundle): Promise<PredictionsFile> {
  const { readPredictionsFile } = await import("@braidyn/harness/build");
  const { definition } = bundle;
  const expectedIds = { validation: await bundle.rowIds("validation"), test: await bundle.rowIds("test") };
  const format = { columns: Object.keys(definition.truth), expectedIds };
  return readPredictionsFile(path, format, definition.limits.max_bytes);
}

/** Scores a predictions file on a board. @throws BraidynError `SUBMISSION_*`, `BUNDLE_*`, `METRIC_*`. */
export async function scoreFile(path: string, bundle: Bundle, board: Board): Promise<Report> {
  const { score } = await import("@braidyn/harness");
  const truth = await bundle.truth(board === "validation" ? "validation" : "test");
  const { predictions, sha256 } = await readSubmission(path, bundle);
  const digests = { bundle: bundle.digest, submission: sha256 };
  return score({ definition: bundle.definition, truth, predictions, board, digests });
}
