import { controlTexts, isBraidynError, type BraidynError } from "@braidyn/core";
import { boards, type Board } from "../bundle/truth-table.ts";
import type { ChallengeDefinition } from "../challenge/definition.ts";
import type { FeatureMatrix } from "../models/feature-matrix.ts";
import { createRandom } from "../random.ts";
import { score } from "../score/score.ts";
import type { MetricReport } from "../score/report.ts";
import { bootstrapInterval } from "../statistics/bootstrap-interval.ts";
import type { SessionScore } from "../statistics/session-score.ts";
import { columnMatrix, selectRows, type ControlRows } from "./control-rows.ts";
import { controlNames, type ControlName, type Controls, type ControlScore } from "./controls.ts";
import { dayDecides } from "./day-decides.ts";
import { predictColumn } from "./predict-column.ts";

/** Rows by split; a split without rows is left out. */
export interface ControlSplits {
  readonly train: ControlRows;
  readonly validation: ControlRows | null;
  readonly test: ControlRows;
  /** The room's sensors that the input holds, by their names. */
  readonly exposed: readonly string[];
}

/** One shuffle says little: its random direction may happen to point along the true one, or against it. */
const shuffles = 60;
/** With several columns a shuffle says more. */
const fewestShuffles = 16;
/** A shuffle's own interval is not wanted; a definition may not have fewer. */
const fewestResamples = 100;
/** Rows that one shuffle learns from. */
const shuffledRows = 1000;

/**
 * Trains every control on the train rows and scores it on every board, in the primary metric.
 *
 * - shuffled labels: the input, and truth that was shuffled; the mean of many shuffles. Off chance, something is wrong
 *   with the scoring.
 * - behaviour: what the animal did in a row's window.
 * - environment: the room's sensors at a row's time, as far as the input holds them; where it holds none, that is
 *   nothing, and what they would have told is put beside it.
 * - identity: which animal and which day; without the day where that is what is asked for.
 */
export function computeControls(
  definition: ChallengeDefinition,
  splits: ControlSplits,
  seed: number,
): Controls {
  const found = boards.flatMap((board) => {
    const rows = board === "validation" ? splits.validation : splits.test;
    if (rows === null || !rows.truth.boards.includes(board)) return [];
    const lines = controlNames.map((name) => [
      name,
      controlScore(name, { definition, splits, rows, board, seed }),
    ]);
    return [[board, Object.fromEntries(lines)]];
  });
  return {
    format: "braidyn-controls/1",
    metric: definition.metrics.primary,
    boards: Object.fromEntries(found) as Controls["boards"],
  };
}

interface Asked {
  readonly definition: ChallengeDefinition;
  readonly splits: ControlSplits;
  readonly rows: ControlRows;
  readonly board: Board;
  readonly seed: number;
}

function controlScore(name: ControlName, asked: Asked): ControlScore {
  try {
    if (name === "shuffled") return shuffledScore(asked);
    return name === "environment" ? environmentScore(asked) : featureScore(featuresOf(name, asked), asked);
  } catch (error) {
    if (!isBraidynError(error)) throw error;
    return without(reasonOf(error));
  }
}

/** Nothing of the room in the input is nothing to learn from. */
function environmentScore(asked: Asked): ControlScore {
  const { exposed, train } = asked.splits;
  const own = featureScore(sensorFeatures("environment", asked, exposed), asked);
  const all = Object.keys(train.environment);
  if (exposed.length > 0 || all.length === 0) return own;
  const { score: value, low, high } = featureScore(sensorFeatures("environment", asked, all), asked);
  return {
    ...own,
    outside: value === null || low === null || high === null ? null : { score: value, low, high },
  };
}

function featureScore(features: Features, asked: Asked): ControlScore {
  if ("reason" in features) return without(features.reason);
  const predictions = predictAll(features.train, asked.splits.train.truth.columns, features.rows, asked);
  const report = primaryReport(predictions, asked);
  return { ...numbersOf(report), outside: null, reason: report.problem };
}

type Features = { readonly train: FeatureMatrix; readonly rows: FeatureMatrix } | { readonly reason: Reason };
type Reason = NonNullable<ControlScore["reason"]>;

function featuresOf(name: "behaviour" | "identity", asked: Asked): Features {
  const { train } = asked.splits;
  if (name === "identity") return identityFeatures(train, asked.rows);
  return sensorFeatures(name, asked, Object.keys(train[name]));
}

/** Some of the columns of a kind; without any, everything is predicted the mean. */
function sensorFeatures(
  kind: "behaviour" | "environment",
  { splits: { train }, rows }: Asked,
  columns: readonly string[],
): Features {
  if (Object.keys(train[kind]).length === 0) {
    return { reason: { code: "CONTROL_NO_SENSORS", ...controlTexts.controlNoSensors } };
  }
  const of = (each: ControlRows) =>
    columnMatrix(
      columns.map((column) => each[kind][column] ?? []),
      each.subjects.length,
    );
  return { train: of(train), rows: of(rows) };
}

/** One column an animal of the train rows, and the day as a number. */
function identityFeatures(train: ControlRows, rows: ControlRows): Features {
  const subjects = [...new Set(train.subjects)];
  const asksForDay = Object.values(train.truth.columns).some((truth) => dayDecides(truth, train.days));
  const known = rows.subjects.some((subject) => subjects.includes(subject));
  if (asksForDay && !known) return { reason: { code: "CONTROL_IDENTITY", ...controlTexts.controlIsTruth } };
  const of = ({ subjects: own, days }: ControlRows) => {
    const animals = subjects.map((subject) => own.map((each) => Number(each === subject)));
    const day = days.map((value) => (Number.isNaN(value) ? 0 : value));
    return columnMatrix(asksForDay ? animals : [...animals, day], own.length);
  };
  return { train: of(train), rows: of(rows) };
}

/** Scores of each session averaged over shuffles, then resampled as any score is. */
function shuffledScore(asked: Asked): ControlScore {
  const { train } = asked.splits;
  const { definition } = asked;
  const statistics = { ...definition.statistics, resamples: fewestResamples };
  const quick = { ...asked, definition: { ...definition, statistics } };
  const random = createRandom(`controls ${asked.seed}`);
  const sums = new Map<string, { subject: string; session: string; sum: number; count: number }>();
  const times = Math.max(fewestShuffles, Math.ceil(shuffles / Object.keys(definition.truth).length));
  for (let i = 0; i < times; i++) {
    const chosen = random.sample(train.subjects.length, Math.min(shuffledRows, train.subjects.length));
    const columns = Object.entries(train.truth.columns).map(([column, truth]) => {
      // Over all rows: sessions differ in how often things happen, and truth shuffled within them would still tell that.
      const order = random.sample(truth.length, truth.length);
      return [column, Float64Array.from(chosen, (row) => truth[order[row]!]!)] as const;
    });
    const features = selectRows(train.input, chosen);
    const predictions = predictAll(features, Object.fromEntries(columns), asked.rows.input, asked, true);
    for (const { subject, session, score: value } of primaryReport(predictions, quick).sessions) {
      const key = JSON.stringify([subject, session]);
      const before = sums.get(key) ?? { subject, session, sum: 0, count: 0 };
      sums.set(key, { ...before, sum: before.sum + value, count: before.count + 1 });
    }
  }
  const scores = [...sums.values()].map(({ subject, session, sum, count }): SessionScore => ({
    subject,
    session,
    value: sum / count,
  }));
  const { resamples, level, seed } = definition.statistics;
  const {
    score: mean,
    low,
    high,
    subjects,
    sessions,
  } = bootstrapInterval(scores, { resamples, level, seed });
  return { score: mean, low, high, subjects, sessions, outside: null, reason: null };
}

function predictAll(
  features: FeatureMatrix,
  truth: Readonly<Record<string, Float64Array>>,
  rows: FeatureMatrix,
  { definition }: Asked,
  straight = false,
): Map<string, Float64Array> {
  const columns = Object.entries(definition.truth).map(([column, { type }]) => {
    const lesson = { features, truth: truth[column] ?? new Float64Array(0), type, straight };
    return [column, predictColumn(lesson, rows)] as const;
  });
  return new Map(columns);
}

function primaryReport(columns: Map<string, Float64Array>, { definition, rows, board }: Asked): MetricReport {
  const { truth } = rows;
  const predictions = {
    splits: [board === "validation" ? "validation" : "test"] as const,
    rowIds: truth.rowIds,
    columns,
  };
  const one = { ...definition, metrics: { ...definition.metrics, secondary: [] } };
  const digests = { bundle: "", submission: "" };
  const [primary] = score({ definition: one, truth, predictions, board, digests }).metrics;
  if (primary === undefined) throw new RangeError("a report without a metric");
  return primary;
}

function numbersOf({
  score: value,
  low,
  high,
  subjects,
  sessions,
}: MetricReport): Omit<ControlScore, "reason" | "outside"> {
  return { score: value, low, high, subjects: subjects.length, sessions: sessions.length };
}

function without(reason: Reason): ControlScore {
  return { score: null, low: null, high: null, subjects: 0, sessions: 0, outside: null, reason };
}

function reasonOf(error: BraidynError): Reason {
  return { code: error.code, en: error.in("en").message, ja: error.in("ja").message };
}
