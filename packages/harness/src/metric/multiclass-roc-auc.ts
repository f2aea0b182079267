import { classProbabilities, presentClassCounts, type ClassProbabilities } from "./classes.ts";
import { rocAuc } from "./roc-auc.ts";
import type { Numbers } from "./rows.ts";

/**
 * Macro mean of the AUC of each class against all others, weighing every class the same.
 * 1 is perfect, 0.5 is chance. Source: scikit-learn `roc_auc_score(multi_class="ovr")`.
 *
 * @param truth n class numbers, 0 to `classes - 1`.
 * @param probability n x `classes`, row by row; each row sums to 1.
 * @throws BraidynError `METRIC_CLASS_ABSENT` where a class has no row; `METRIC_LENGTH`, `METRIC_EMPTY`,
 *   `METRIC_NOT_FINITE`, `METRIC_NOT_CLASS`, `METRIC_PROBABILITY_RANGE`, `METRIC_PROBABILITY_SUM`.
 */
export function rocAucOneVsRest(truth: Numbers, probability: Numbers, classes: number): number {
  const table = checkedTable(truth, probability, classes);
  let sum = 0;
  for (let c = 0; c < classes; c++) {
    const isClass = table.truth.map((label) => (label === c ? 1 : 0));
    sum += rocAuc(isClass, column(table, c));
  }
  return sum / classes;
}

/**
 * Macro mean over all pairs of classes of their AUC among the rows of the pair, averaged over both directions.
 * Source: Hand & Till 2001; scikit-learn `roc_auc_score(multi_class="ovo")`. Arguments and errors as above.
 */
export function rocAucOneVsOne(truth: Numbers, probability: Numbers, classes: number): number {
  const table = checkedTable(truth, probability, classes);
  let sum = 0;
  let pairs = 0;
  for (let a = 0; a < classes; a++) {
    for (let b = a + 1; b < classes; b++) {
      sum += (aucAmong(table, a, b) + aucAmong(table, b, a)) / 2;
      pairs++;
    }
  }
  return sum / pairs;
}

function checkedTable(truth: Numbers, probability: Numbers, classes: number): ClassProbabilities {
  const table = classProbabilities(truth, probability, classes);
  presentClassCounts(table.truth, classes);
  return table;
}

function column({ rows, classes, probability }: ClassProbabilities, c: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => probability[row * classes + c]!);
}

/** AUC of the probability of `one` against `other`, among the rows of these two classes. */
function aucAmong(table: ClassProbabilities, one: number, other: number): number {
  const truth: number[] = [];
  const score: number[] = [];
  table.truth.forEach((label, row) => {
    if (label !== one && label !== other) return;
    truth.push(label === one ? 1 : 0);
    score.push(table.probability[row * table.classes + one]!);
  });
  return rocAuc(truth, score);
}
