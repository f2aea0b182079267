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
  const ones = sortedClass(rows, 1);
  const zeros = sortedClass(rows, 0);
  let pairs = 0;
  let below = 0; // weight of class 0 with a smaller score
  let notAbove = 0; // weight of class 0 with a smaller score or the same
  for (let i = 0, smaller = 0, same = 0; i < ones.scores.length; i++) {
    const score = ones.scores[i]!;
    while (smaller < zeros.scores.length && zeros.scores[smaller]! < score)
      below += weightAt(zeros, smaller++);
    while (same < zeros.scores.length && zeros.scores[same]! <= score) notAbove += weightAt(zeros, same++);
    pairs += (weightAt(ones, i) * (below + notAbove)) / 2;
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

/** Sorting the classes apart and merging them takes half the time of sorting all rows and looking up their class. */
function sortedClass({ count, truth, prediction, weights }: BinaryRows, label: number): SortedClass {
  const scores = new Float64Array(count);
  const classWeights = weights === null ? null : new Float64Array(count);
  let size = 0;
  for (let i = 0; i < count; i++) {
    if (truth[i] !== label) continue;
    scores[size] = prediction[i]!;
    if (classWeights !== null) classWeights[size] = weights![i]!;
    size++;
  }
  const own = scores.subarray(0, size);
  if (weights === null && size < NATIVE_SORT) return { scores: own.sort(), weights: null };
  const order = ascendingOrder(own);
  return { scores: inOrder(scores, order), weights: classWeights && inOrder(classWeights, order) };
}

function inOrder(values: Float64Array, order: Uint32Array): Float64Array {
  const ordered = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) ordered[i] = values[order[i]!]!;
  return ordered;
}

function weightAt({ weights }: SortedClass, index: number): number {
  return weights === null ? 1 : weights[index]!;
}
