import { isBraidynError } from "@braidyn/core";
import type { Board, TruthTable } from "../bundle/truth-table.ts";
import type { ChallengeDefinition } from "../challenge/definition.ts";
import { columnMatrix } from "../controls/control-rows.ts";
import { environmentSensors } from "../controls/session-features.ts";
import { predictColumn } from "../controls/predict-column.ts";
import { shuffleTruth } from "../controls/shuffle-truth.ts";
import { createRandom } from "../random.ts";
import type { MetricReport } from "../score/report.ts";
import { score } from "../score/score.ts";
import { ranksOf } from "./association.ts";
import { groupRows, type LeakRows } from "./leak-rows.ts";
import { ranksOfTexts } from "./order-leaks.ts";
import type { SessionFacts } from "./session-facts.ts";

/** What a probe learns from. `exposed`: teams can see it of the test rows. */
export const probeKinds = {
  "row-order": { exposed: true },
  "rows-per-session": { exposed: true },
  "sessions-per-subject": { exposed: true },
  "baseline-level": { exposed: true },
  "time-in-session": { exposed: false },
  "session-length": { exposed: false },
  "event-counts": { exposed: false },
  environment: { exposed: false },
} as const;
export type ProbeKind = keyof typeof probeKinds;

/** How far a shortcut goes: trained on the train rows, scored on held-out ones. */
export interface ProbeResult {
  readonly probe: ProbeKind;
  readonly exposed: boolean;
  readonly metric: string;
  /** Null where it does not apply. */
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** What knowing nothing scores. */
  readonly chance: number | null;
  readonly aboveChance: boolean;
}

/** Above chance by less than this is not worth a word, whatever the interval. */
const worth = 0.03;
/** Standard deviations beyond what the same predictions score in another order. */
const surely = 4;
const reorderings = 100;
/** Wide intervals: several probes are looked at, and few subjects make intervals too narrow. */
const level = 0.998;

/** Trains every shortcut probe that there are facts for and scores it on the held-out rows. */
export function shortcutProbes(
  definition: ChallengeDefinition,
  train: LeakRows,
  held: LeakRows,
  facts: readonly SessionFacts[],
): ProbeResult[] {
  return Object.entries(probeKinds).map(([name, { exposed }]) => {
    const probe = name as ProbeKind;
    const none = { probe, exposed, metric: definition.metrics.primary };
    const nothing = { ...none, score: null, low: null, high: null, chance: null, aboveChance: false };
    const [learnt, asked] = [featuresOf(probe, train, facts), featuresOf(probe, held, facts)];
    if (learnt === null || asked === null || train.truth === null || held.truth === null) return nothing;
    const predicted = predictAll(definition, train, learnt, held, asked);
    const found = reportOf(definition, held, predicted);
    const blank = reportOf(definition, held, predictAll(definition, train, [], held, []));
    if (found === null) return nothing;
    const chance = found.chance ?? blank?.score ?? null;
    const { score: value, low, high } = found;
    return {
      ...none,
      score: value,
      low,
      high,
      chance,
      aboveChance: isAbove(found, chance) && isNoAccident(definition, held, predicted, found),
    };
  });
}

function isAbove({ score: value, low, high, direction }: MetricReport, chance: number | null): boolean {
  if (value === null || low === null || high === null || chance === null) return false;
  const scale = Math.max(1, Math.abs(chance));
  return direction === "maximize"
    ? low > chance && value - chance > worth * scale
    : high < chance && chance - value > worth * scale;
}

/**
 * Whether the predictions score better than they do in other orders: few held-out subjects make intervals too narrow,
 * and few rows score well by accident.
 */
function isNoAccident(
  definition: ChallengeDefinition,
  held: LeakRows,
  predicted: ReadonlyMap<string, Float64Array>,
  { score: value, direction }: MetricReport,
): boolean {
  const random = createRandom("probes");
  const statistics = { ...definition.statistics, resamples: 100 };
  const scores: number[] = [];
  for (let i = 0; i < reorderings; i++) {
    const moved = [...predicted].map(
      ([column, values]) => [column, shuffleTruth(values, held.sessions, random)] as const,
    );
    const found = reportOf({ ...definition, statistics }, held, new Map(moved));
    if (found?.score != null) scores.push(found.score);
  }
  if (value === null || scores.length < reorderings / 2) return false;
  const mean = scores.reduce((sum, each) => sum + each, 0) / scores.length;
  const deviation = Math.sqrt(scores.reduce((sum, each) => sum + (each - mean) ** 2, 0) / scores.length);
  const better = direction === "maximize" ? value - mean : mean - value;
  return better > surely * deviation && better > worth;
}

type Features = readonly ArrayLike<number>[] | null;

function featuresOf(probe: ProbeKind, rows: LeakRows, facts: readonly SessionFacts[]): Features {
  const { count, sessions, subjects, names } = rows;
  if (probe === "row-order") return orderFeatures(rows);
  if (probe === "rows-per-session") return [sizes(sessions)];
  if (probe === "sessions-per-subject") return [sessionsPerSubject(subjects, sessions)];
  if (probe === "baseline-level") return levelFeatures(rows);
  if (probe === "time-in-session")
    return names === null || names.time.some(Number.isNaN) ? null : [names.time];
  const factNames =
    probe === "session-length"
      ? ["seconds"]
      : probe === "environment"
        ? [...environmentSensors]
        : ["state_lever_count", "lick_count", "reward_count", "tone_count"];
  const known = new Map(facts.map((fact) => [fact.name, fact.facts]));
  const columns = factNames.map((name) =>
    Float64Array.from(sessions, (session) => known.get(session)?.[name] ?? NaN),
  );
  return count === 0 || columns.some((column) => column.some(Number.isNaN)) ? null : columns;
}

/** Place among the rows of the session and of the file, odd or even, and the order of the ids. */
function orderFeatures({ count, sessions, rowIds }: LeakRows): Float64Array[] {
  const within = new Float64Array(count);
  const byId = new Float64Array(count);
  const ids = ranksOfTexts(rowIds);
  for (const rows of groupRows(sessions).values()) {
    const ranks = ranksOf(rows.map((row) => ids[row] as number));
    rows.forEach((row, i) => {
      within[row] = i / rows.length;
      byId[row] = (ranks[i] as number) / rows.length;
    });
  }
  return [within, byId, within.map((_, row) => row % 2), within.map((_, row) => row / count)];
}

function sizes(names: readonly string[]): Float64Array {
  const groups = groupRows(names);
  return Float64Array.from(names, (name) => groups.get(name)?.length ?? 0);
}

function sessionsPerSubject(subjects: readonly string[], sessions: readonly string[]): Float64Array {
  const groups = new Map(
    [...groupRows(subjects)].map(([name, rows]) => [name, new Set(rows.map((row) => sessions[row])).size]),
  );
  return Float64Array.from(subjects, (name) => groups.get(name) ?? 0);
}

/** Mean and deviation of all input values of a row's session. */
function levelFeatures({ count, inputShape, input, sessions }: LeakRows): Float64Array[] {
  const values = inputShape.reduce((product, size) => product * size, 1);
  const [means, deviations] = [new Float64Array(count), new Float64Array(count)];
  for (const rows of groupRows(sessions).values()) {
    let [sum, squares, n] = [0, 0, 0];
    for (const row of rows) {
      for (let i = row * values; i < (row + 1) * values; i++) {
        const value = input[i] as number;
        if (!Number.isFinite(value)) continue;
        sum += value;
        squares += value * value;
        n++;
      }
    }
    const mean = n === 0 ? 0 : sum / n;
    const deviation = n === 0 ? 0 : Math.sqrt(Math.max(0, squares / n - mean * mean));
    for (const row of rows) {
      means[row] = mean;
      deviations[row] = deviation;
    }
  }
  return [means, deviations];
}

function predictAll(
  { truth }: ChallengeDefinition,
  train: LeakRows,
  learnt: readonly ArrayLike<number>[],
  held: LeakRows,
  asked: readonly ArrayLike<number>[],
): Map<string, Float64Array> {
  const features = columnMatrix(learnt, train.count);
  const rows = columnMatrix(asked, held.count);
  const predicted = Object.entries(truth).map(([column, { type }]) => {
    const lesson = { features, truth: train.truth?.[column] ?? new Float64Array(train.count), type };
    return [column, predictColumn(lesson, rows)] as const;
  });
  return new Map(predicted);
}

/** The primary metric over all held-out rows, as on one board; null where it is undefined. */
function reportOf(
  definition: ChallengeDefinition,
  held: LeakRows,
  columns: Map<string, Float64Array>,
): MetricReport | null {
  const board: Board = held.split === "validation" ? "validation" : "public";
  const truth: TruthTable = {
    rowIds: held.rowIds,
    subjects: held.subjects,
    sessions: held.sessions,
    boards: held.rowIds.map(() => board),
    columns: held.truth ?? {},
    references: held.references,
  };
  const splits = [held.split === "validation" ? ("validation" as const) : ("test" as const)];
  const predictions = { splits, rowIds: held.rowIds, columns };
  const one = {
    ...definition,
    metrics: { ...definition.metrics, secondary: [] },
    statistics: { ...definition.statistics, level },
  };
  try {
    return (
      score({ definition: one, truth, predictions, board, digests: { bundle: "", submission: "" } })
        .metrics[0] ?? null
    );
  } catch (error) {
    if (isBraidynError(error)) return null;
    throw error;
  }
}
