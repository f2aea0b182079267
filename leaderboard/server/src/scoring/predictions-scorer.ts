import { isBraidynError, type BraidynError } from "@braidyn/core";
import { score, splitOfBoard, type Board, type Bundle, type Report } from "@braidyn/harness";
import { readPredictionsFile } from "@braidyn/harness/build";
import type { Scorer } from "./scorer.ts";

/** Scores predictions as `braidyn score` does, to the byte; nothing is run. */
export const predictionsScorer: Scorer = {
  kinds: ["predictions"],
  isolation: "none needed: predictions only",
  score: async ({ path, bundle }) => {
    try {
      return { status: "scored", reports: await scoreBoards(path, bundle), log: null };
    } catch (error) {
      if (!isEntrysFault(error)) throw error;
      return { status: "refused", error, log: null };
    }
  },
};

/** Whether the submission is what is wrong, rather than the bundle or the machine. */
function isEntrysFault(error: unknown): error is BraidynError {
  return (
    isBraidynError(error) && /^(SUBMISSION|METRIC)_/.test(error.code) && error.code !== "SUBMISSION_FILE"
  );
}

async function scoreBoards(path: string, bundle: Bundle): Promise<Partial<Record<Board, Report>>> {
  const { definition } = bundle;
  const expectedIds = { validation: await bundle.rowIds("validation"), test: await bundle.rowIds("test") };
  const format = { columns: Object.keys(definition.truth), expectedIds };
  const { predictions, sha256 } = await readPredictionsFile(path, format, definition.limits.max_bytes);
  const digests = { bundle: bundle.digest, submission: sha256 };
  const reports: Partial<Record<Board, Report>> = {};
  for (const board of await boardsOf(bundle)) {
    const split = splitOfBoard(board);
    // the validation rows are the team's own to try on: they may be left out
    if (board === "validation" && !predictions.splits.includes(split)) continue;
    const truth = await bundle.truth(split === "validation" ? "validation" : "test");
    reports[board] = score({ definition, truth, predictions, board, digests });
  }
  return reports;
}

/** The boards that a bundle has rows of: the public one always. */
async function boardsOf(bundle: Bundle): Promise<Board[]> {
  const { boards } = await bundle.truth("test");
  const validation = await bundle.rowIds("validation");
  return [
    "public",
    ...(boards.includes("private") ? (["private"] as const) : []),
    ...(validation.length > 0 ? (["validation"] as const) : []),
  ];
}
