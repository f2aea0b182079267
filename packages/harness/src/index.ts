/**
 * Challenges, splits, bundles, submissions, metrics and statistics. Runs in Node and in a browser; what needs a file
 * system stands in `@braidyn/harness/build`.
 *
 * ```ts
 * import { parsePredictionsCsv, renderReport, score } from "@braidyn/harness";
 *
 * const expectedIds = { test: await bundle.rowIds("test") };
 * const predictions = parsePredictionsCsv(csv, { columns: ["lever"], expectedIds });
 * const truth = await bundle.truth("test");
 * const report = score({ definition: bundle.definition, truth, predictions, board: "public", digests });
 * ```
 */
export { challengeJsonSchema, challengeSchema } from "./challenge/definition.ts";
export type { ChallengeDefinition, SplitDefinition, SplitMember, SplitUnit } from "./challenge/definition.ts";
export { checkChallenge, parseChallenge } from "./challenge/parse.ts";
export type {
  Baseline,
  BaselineData,
  BaselinePredictions,
  Challenge,
  ChallengeModule,
  Examples,
  LabelledRows,
  Rows,
} from "./challenge/contract.ts";
export { runBaseline } from "./challenge/run-baseline.ts";

export { crossValidate, type CrossValidateOptions } from "./crossvalidation/cross-validate.ts";
export { schemes, type Scheme } from "./crossvalidation/folds.ts";
export type { SessionExamples } from "./crossvalidation/session-examples.ts";

export { createSplit, type SplitAssigner, type SplitSubject } from "./split/assign.ts";
export { autoSplit, type SplitFractions } from "./split/auto-split.ts";
export { fitSplit } from "./split/fit-split.ts";
export { splitGroups, subjectName, type SplitGroup } from "./split/members.ts";

export { canonicalJson } from "./bundle/canonical-json.ts";
export { commitmentOf } from "./bundle/commitment.ts";
export { filesInMemory, type BundleFiles, type HashedBytes } from "./bundle/files.ts";
export { bundleSplits, type BundleFile, type BundleSplit } from "./bundle/manifest.ts";
export type { PrivateManifest, PublicManifest } from "./bundle/manifest.ts";
export { readNpy, writeNpy, type NpyArray, type NpyContents } from "./bundle/npy.ts";
export { openBundleFiles, type Bundle } from "./bundle/open.ts";
export { createPseudonyms, readSecret, type Pseudonyms } from "./bundle/pseudonyms.ts";
export { sha256 } from "./bundle/sha256.ts";
export { boards, splitOfBoard, type Board, type TruthTable } from "./bundle/truth-table.ts";

export { formatOf } from "./submission/file-format.ts";
export { formatPredictionsCsv } from "./submission/format-csv.ts";
export { createCsvReader, parsePredictionsCsv, type PredictionsReader } from "./submission/parse-csv.ts";
export { parsePredictionsParquet } from "./submission/parse-parquet.ts";
export type { ExpectedRows, Predictions, PredictionsFormat } from "./submission/predictions.ts";

export { controlLines, controlNames } from "./controls/controls.ts";
export type { ControlLine, ControlName, Controls, ControlScore } from "./controls/controls.ts";
export { createReceipt, reportDigest, type ReceiptOptions } from "./receipt/create-receipt.ts";
export { parseReceipt } from "./receipt/parse-receipt.ts";
export { receiptFile, type Receipt, type ReceiptContents } from "./receipt/receipt.ts";
export { scorerDigest } from "./receipt/scorer-digest.ts";
export { createSigner, type Signer } from "./receipt/signer.ts";
export {
  receiptChecks,
  verifyReceipt,
  type ReceiptCheck,
  type ReceiptCheckName,
} from "./receipt/verify-receipt.ts";
export type { ReceiptEvidence, VerifiedReceipt } from "./receipt/verify-receipt.ts";

export { rankReports, type BoardEntry, type BoardLine } from "./score/rank-reports.ts";
export { pairedSessions } from "./score/paired-sessions.ts";
export { renderBoard } from "./score/render-board.ts";
export { renderReport } from "./score/render-report.ts";
export type { MetricReport, Report, ReportDigests, ReportReason, ReportSession } from "./score/report.ts";
export type { ReportWarning } from "./score/report.ts";
export type { RunFacts, RunWarning } from "./score/run-facts.ts";
export { score, type ScoreOptions } from "./score/score.ts";
export type { TextReport, TextTable } from "./score/text-table.ts";

export { isMetricName, metricNames, metrics } from "./metric/registry.ts";
export type { Direction, Metric, MetricName } from "./metric/registry.ts";
export { averagePrecision } from "./metric/average-precision.ts";
export { balancedAccuracy, balancedAccuracyAdjusted } from "./metric/balanced-accuracy.ts";
export { brier } from "./metric/brier.ts";
export { cohenKappaLinear } from "./metric/cohen-kappa.ts";
export { confusionMatrix, type ConfusionMatrix } from "./metric/confusion-matrix.ts";
export { explainedVariance } from "./metric/explained-variance.ts";
export { f1Macro } from "./metric/f1-macro.ts";
export { kendallTauB } from "./metric/kendall-tau.ts";
export { logLoss, multiclassLogLoss } from "./metric/log-loss.ts";
export { mae } from "./metric/mae.ts";
export { medianAe } from "./metric/median-ae.ts";
export { mse, rmse } from "./metric/mse.ts";
export { rocAucOneVsOne, rocAucOneVsRest } from "./metric/multiclass-roc-auc.ts";
export { pearson } from "./metric/pearson.ts";
export { percentile } from "./metric/percentile.ts";
export { precisionRecallCurve, type PrecisionRecallCurve } from "./metric/precision-recall-curve.ts";
export { r2, r2MultiOutput } from "./metric/r2.ts";
export { averageRanks } from "./metric/ranks.ts";
export { rocAuc } from "./metric/roc-auc.ts";
export { rocCurve, type RocCurve } from "./metric/roc-curve.ts";
export { spearman } from "./metric/spearman.ts";
export { boardSizes, type BoardSize, type Cohort } from "./split/board-sizes.ts";
export { createRandom, type Random } from "./random.ts";
export { aggregate, type AggregatedScore, type SubjectScore } from "./statistics/aggregate.ts";
export { bootstrapInterval, type ScoreInterval } from "./statistics/bootstrap-interval.ts";
export { fewSubjectsWarning, MIN_SUBJECTS } from "./statistics/few-subjects.ts";
export { pairedBootstrap, type PairedDifference } from "./statistics/paired-bootstrap.ts";
export { rankEntries, type Entry, type RankedEntry } from "./statistics/rank-entries.ts";
export type { ResamplingOptions } from "./statistics/resampling.ts";
export { MAX_SKIPPED_SHARE, scoreSessions } from "./statistics/score-sessions.ts";
export type { SessionRows, SessionScores, SkippedSession } from "./statistics/score-sessions.ts";
export { conditionNames, type ConditionName } from "./statistics/simulation/conditions.ts";
export { measureCoverage, type Coverage, type CoverageOptions } from "./statistics/simulation/coverage.ts";
export { differenceSpread, smallestDifference } from "./statistics/simulation/power.ts";
export type { DifferenceSpread, PowerOptions } from "./statistics/simulation/power.ts";
export type { SessionScore } from "./statistics/session-score.ts";
