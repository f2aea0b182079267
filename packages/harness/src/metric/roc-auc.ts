import { twoClassRows, type BinaryRows } from "./binary.ts";
import { ascendingOrder } from "./order.ts";
import type { Numbers } from "./rows.ts";

/**
 * Area under the ROC curve: how often a row of class 1 scores above one of class 0, ties counting half.
 * 1 is perfect, 0.5 is chance. Source: scikit-learn `roc_auc_score`; the count is the Mann-Whitney U statistic.
 *
 * @param truth n values, 0 or 1.
 * @param score n finite values, larger for class 1; only their order matters.
 * @param weights n weights >= 0.
 * @throws BraidynError `METRIC_SINGLE_CLASS` where one class has no row (scikit-learn >= 1.6 answers NaN), and
 *   `METRIC_LENGTH`, `METRIC_EMPTY`, `METRIC_NOT_FINITE`, `METRIC_TRUTH_NOT_FINITE`, `METRIC_NOT_BINARY`,
 *   `METRIC_WEIGHTS`.
 */
export function rocAuc(truth: Numbers, score: Numbers, weights?: Numbers): number {
  const rows = twoClassRows(truth, score, weights);
  return pairsInOrder(rows) / (rows.positives * rows.negatives);
}

/** Weight of the pairs (class 1, class 0) whose scores are in the right order, ties counting half. */
function pairsInOrder(rows: BinaryRows): number {
  const [zeros, ones] = sortedClasses(rows);
  return rows.weights === null ? countPairs(zeros.scores, ones.scores) : weighPairs(zeros, ones);
}

/** Number of pairs, where every row weighs 1. */
function countPairs(zeros: Float64Array, ones: Float64Array): number {
  let pairs = 0;
  let smaller = 0;
  let notLarger = 0;
  for (let i = 0; i < ones.length; i++) {
    const score = ones[i]!;
    while (smaller < zeros.length && zeros[smaller]! < score) smaller++;
    notLarger = Math.max(notLarger, smaller);
    while (notLarger < zeros.length && zeros[notLarger]! <= score) notLarger++;
    pairs += smaller + notLarger;
  }
  return pairs / 2;
}

function weighPairs(zeros: SortedClass, ones: SortedClass): number {
  let pairs = 0;
  let below = 0; // weight of class 0 with a smaller score
  let notAbove = 0; // weight of class 0 with a smaller score or the same
  for (let i = 0, smaller = 0, same = 0; i < ones.scores.length; i++) {
    const score = ones.scores[i]!;
    while (smaller < zeros.scores.length && zeros.scores[smaller]! < score)
      below += zeros.weights![smaller++]!;
    while (same < zeros.scores.length && zeros.scores[same]! <= score) notAbove += zeros.weights![same++]!;
    pairs += (ones.weights![i]! * (below + notAbove)) / 2;
  }
  return pairs;
}

interface SortedClass {
  /** Rising. */
  readonly scores: Float64Array;
  readonly weights: Float64Array | null;
}

/** Up to here the engine's own sort of numbers is faster than finding their order. */
const NATIVE_SORT = 512;

/**
 * Classes 0 and 1. Sorting them apart and merging them takes half the time of sorting all rows and looking up their
 * class. Every row is written to both, and counted in its own: a branch would be guessed wrongly for half of them.
 */
function sortedClasses({ count, truth, prediction, weights }: BinaryRows): [SortedClass, SortedClass] {
  const scores = [new Float64Array(count + 1), new Float64Array(count + 1)] as const;
  const weightsOf =
    weights === null ? null : ([new Float64Array(count + 1), new Float64Array(count + 1)] as const);
  let zeros = 0;
  let ones = 0;
  for (let i = 0; i < count; i++) {
    scores[0][zeros] = prediction[i]!;
    scores[1][ones] = prediction[i]!;
    if (weightsOf !== null) weightsOf[0][zeros] = weightsOf[1][ones] = weights![i]!;
    const label = truth[i]!;
    ones += label;
    zeros += 1 - label;
  }
  return [
    sortedClass(scores[0].subarray(0, zeros), weightsOf?.[0] ?? null),
    sortedClass(scores[1].subarray(0, ones), weightsOf?.[1] ?? null),
  ];
}

function sortedClass(scores: Float64Array, weights: Float64Array | null): SortedClass {
  if (weights === null && scores.length < NATIVE_SORT) return { scores: scores.sort(), weights: null };
  const order = ascendingOrder(scores);
  return { scores: inOrder(scores, order), weights: weights && inOrder(weights, order) };
}

function inOrder(values: Float64Array, order: Uint32Array): Float64Array {
  const ordered = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) ordered[i] = values[order[i]!]!;
  return ordered;
}
