import type { Challenge, LabelledRows } from "../challenge/contract.ts";
import { predictWith } from "../challenge/run-baseline.ts";
import { createRandom } from "../random.ts";
import type { Report } from "../score/report.ts";
import { score } from "../score/score.ts";
import { foldsOf, type Fold, type Scheme } from "./folds.ts";
import { joinedColumns, pooledRows, type SessionExamples } from "./session-examples.ts";

export interface CrossValidateOptions {
  readonly challenge: Challenge;
  /** The name of one of the challenge's baselines. */
  readonly baseline: string;
  readonly sessions: readonly SessionExamples[];
  readonly scheme: Scheme;
  /** Learns from truth that is shuffled over all train rows: what then remains above chance is a leak. */
  readonly shuffled?: boolean | undefined;
  /** Told after every fold; what it throws ends the work. */
  readonly onFold?: ((done: number, folds: number) => void) | undefined;
}

/**
 * How well a baseline predicts sessions that it did not learn from, over all sessions at hand. Scored as a board is:
 * session by session, averaged to subjects and over them, with an interval from resampling both. The intervals take folds
 * for independent, which they are not (their models share rows): compare schemes by their scores, entries by a board.
 *
 * @throws BraidynError `CROSSVALIDATION_TOO_FEW`, `CHALLENGE_BASELINE`, `CHALLENGE_BASELINE_RESULT`, and as `score` and the
 *   baseline's fit.
 */
export async function crossValidate(options: CrossValidateOptions): Promise<Report> {
  const { challenge, sessions, scheme, onFold = () => {} } = options;
  const folds = foldsOf(
    sessions.filter(({ examples }) => examples.count > 0),
    scheme,
  );
  const rows: LabelledRows[] = [];
  const predicted: Record<string, Float64Array>[] = [];
  for (const [i, fold] of folds.entries()) {
    const test = pooledRows(fold.test);
    const train = trainingOf(fold, i, options);
    predicted.push({ ...(await predictWith(challenge, options.baseline, train, test)) });
    rows.push(test);
    onFold(i + 1, folds.length);
  }
  return scoreFolds(challenge, folds, rows, predicted);
}

function trainingOf(
  { train }: Fold,
  fold: number,
  { shuffled = false, challenge }: CrossValidateOptions,
): LabelledRows {
  const rows = pooledRows(train);
  return shuffled ? withShuffledTruth(rows, fold, challenge.definition.statistics.seed) : rows;
}

/**
 * The same rows with the truth of others; columns stay together. Over all rows, since sessions differ in how often things
 * happen, and their truth would still tell that. Another order in every fold: what a model learns by chance then averages
 * out over folds, whose train rows are nearly the same.
 */
function withShuffledTruth(rows: LabelledRows, fold: number, seed: number): LabelledRows {
  const from = createRandom(`${seed}/${fold}/shuffled`).sample(rows.count, rows.count);
  const truth = Object.entries(rows.truth).map(([name, values]): [string, Float64Array] => [
    name,
    Float64Array.from(from, (row) => values[row]!),
  ]);
  return { ...rows, truth: Object.fromEntries(truth) };
}

function scoreFolds(
  { definition }: Challenge,
  folds: readonly Fold[],
  rows: readonly LabelledRows[],
  predicted: readonly Readonly<Record<string, Float64Array>>[],
): Report {
  const sessions = folds.flatMap(({ test }) => test);
  const rowIds = rows.flatMap((part) => part.rowIds);
  const columns = new Map(
    Object.keys(definition.truth).map((name) => [
      name,
      Float64Array.from(predicted.flatMap((part) => Array.from(part[name] ?? []))),
    ]),
  );
  const truth = {
    rowIds,
    subjects: rows.flatMap((part) => part.subjects),
    sessions: rows.flatMap((part) => part.sessions),
    boards: rowIds.map(() => "validation" as const),
    columns: joinedColumns(sessions, (examples) => examples.truth),
    references: joinedColumns(sessions, ({ reference = {} }) => reference),
  };
  const predictions = { splits: ["validation"] as const, rowIds, columns };
  const digests = { bundle: "", submission: "" };
  return score({ definition, truth, predictions, board: "validation", digests });
}
