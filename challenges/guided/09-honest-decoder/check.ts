import { rocAuc, rocCurve } from "@braidyn/harness";
import { fitLogistic, type LinearModel } from "@braidyn/harness/models";
import { rocPlot, type RocEntry } from "@braidyn/plots";
import { loadCSV } from "arquero";
import type { Fault, LessonModule } from "../engine/contract.ts";
import { meanOf } from "../engine/mean.ts";
import { shownValue, type Value } from "../engine/value.ts";

/** Rows of the table, and what a decoder needs of them. */
interface Rows {
  readonly labels: readonly number[];
  /** rows x regions. */
  readonly matrix: { readonly data: Float64Array; readonly rows: number; readonly columns: number };
}

interface Split {
  readonly heldOut: string;
  readonly testOfLastDay: number;
  readonly all: Rows;
  readonly train: Rows;
  readonly test: Rows;
}

/**
 * How much worse than the reference a decoder may be, and how much better without having seen the test rows: fitting on
 * them, too, gains .09 and more.
 */
const leeway = { below: 0.05, above: 0.07 } as const;

async function readSplit(path: string): Promise<Split> {
  const table = await loadCSV(path);
  const regions = table.columnNames().filter((name) => !["mouse", "day", "label"].includes(name));
  const rows = table.objects() as Record<string, number>[];
  const mice = Array.from(table.array("mouse") as ArrayLike<string>);
  const heldOut = mice.at(-1) as string;
  const take = (wanted: (row: number) => boolean): Rows => {
    const some = rows.filter((_, row) => wanted(row));
    const data = Float64Array.from(some.flatMap((row) => regions.map((name) => row[name] as number)));
    const matrix = { data, rows: some.length, columns: regions.length };
    return { labels: some.map((row) => row["label"] as number), matrix };
  };
  const lastDay = rows.at(-1)?.["day"];
  return {
    heldOut,
    testOfLastDay: rows.filter((row, i) => mice[i] === heldOut && row["day"] === lastDay).length,
    all: take(() => true),
    train: take((row) => mice[row] !== heldOut),
    test: take((row) => mice[row] === heldOut),
  };
}

export const expectations: LessonModule["expectations"] = async ({ given }) => {
  const split = await readSplit(String(given));
  const { test, train, all } = split;
  return {
    heldOut: { value: split.heldOut },
    testRows: {
      value: test.labels.length,
      mistakes: { "one-day": split.testOfLastDay, "all-rows": all.labels.length },
    },
    trainMean: {
      value: meansOf(train),
      within: 1e-6,
      mistakes: { "all-rows": meansOf(all), "test-rows": meansOf(test) },
    },
    predictions: { like: [0.5], judge: (found) => judgePredictions(found as readonly number[], split) },
    auc: {
      like: 0.5,
      judge: (found, answer) => judgeAuc(found as number, answer["predictions"], split),
    },
  };
};

function meansOf({ matrix: { data, columns } }: Rows): number[] {
  return Array.from({ length: columns }, (_, column) =>
    meanOf(data.filter((_, i) => i % columns === column)),
  );
}

function fit({ matrix, labels }: Rows): LinearModel {
  return fitLogistic(matrix, labels, { lambda: 2 });
}

function judgePredictions(found: readonly number[], { train, test }: Split): Fault | null {
  if (found.length !== test.labels.length) {
    return { mistake: null, found: `${found.length}`, expected: `${test.labels.length}` };
  }
  const auc = rocAuc(test.labels, found);
  const reference = rocAuc(test.labels, fit(train).predict(test.matrix));
  const fault = (mistake: string | null): Fault => ({
    mistake,
    found: `AUC ${auc.toFixed(3)}`,
    expected: `AUC ${reference.toFixed(3)}`,
  });
  if (found.every((value) => value === 0 || value === 1)) return fault("hard-labels");
  if (auc < 0.4) return fault("inverted");
  if (auc > reference + leeway.above) return fault("saw-test");
  return auc < reference - leeway.below ? fault(null) : null;
}

function judgeAuc(found: number, predictions: Value | undefined, { test: { labels } }: Split): Fault | null {
  const usable = Array.isArray(predictions) && predictions.length === labels.length;
  const values = usable ? (predictions as readonly number[]) : [];
  if (!usable || !values.every(Number.isFinite)) {
    return { mistake: null, found: shownValue(found), expected: "predictions" };
  }
  const auc = rocAuc(labels, values);
  if (Math.abs(found - auc) <= 1e-4) return null;
  const accuracy = values.filter((value, row) => Number(value > 0.5) === labels[row]).length / labels.length;
  const mistake = Math.abs(found - accuracy) <= 1e-4 ? "accuracy" : null;
  return { mistake, found: shownValue(found), expected: shownValue(auc) };
}

const names = {
  heldOut: { en: "held-out mouse", ja: "残しておいたマウス" },
  train: { en: "mice trained on", ja: "学習に使ったマウス" },
} as const;

export const plots: LessonModule["plots"] = async ({ given }, answer, options) => {
  const { train, test } = await readSplit(String(given));
  const language = options.language ?? "en";
  const predictions = answer["predictions"] as readonly number[];
  const entries = [
    entryOf(names.heldOut[language], test.labels, predictions),
    entryOf(names.train[language], train.labels, fit(train).predict(train.matrix)),
  ];
  return { roc: rocPlot(entries, options) };
};

function entryOf(name: string, labels: readonly number[], predictions: ArrayLike<number>): RocEntry {
  const values = Array.from(predictions);
  return { name, auc: rocAuc(labels, values), ...rocCurve(labels, values) };
}
