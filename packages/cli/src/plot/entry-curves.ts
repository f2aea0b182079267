import { compareSubjects } from "@braidyn/core";
import type { CalibrationEntry, RocEntry } from "@braidyn/plots";
import type { PairedRows } from "./pair-rows.ts";

type NamedRows = PairedRows & { readonly name: string };

/** The curve of all rows and those of single mice; a mouse without both classes has none. @throws BraidynError `METRIC_*`. */
export async function rocOf({ name, subjects, truth, prediction }: NamedRows): Promise<RocEntry> {
  const { rocAuc, rocCurve } = await import("@braidyn/harness");
  const curve = (own: Float64Array, scores: Float64Array) => ({
    ...rocCurve(own, scores, undefined, { dropIntermediate: true }),
    auc: rocAuc(own, scores),
  });
  const mice = [...new Set(subjects)].sort(compareSubjects).flatMap((subject) => {
    const rows = subjects.flatMap((other, row) => (other === subject ? [row] : []));
    const own = Float64Array.from(rows, (row) => truth[row] as number);
    if (own.every((value) => value === own[0])) return [];
    return [
      {
        subject,
        ...curve(
          own,
          Float64Array.from(rows, (row) => prediction[row] as number),
        ),
      },
    ];
  });
  return { name, ...curve(truth, prediction), ...(mice.length > 1 ? { subjects: mice } : {}) };
}

/** @throws BraidynError `PLOT_PROBABILITY`. */
export async function calibrationOf({ name, truth, prediction }: NamedRows): Promise<CalibrationEntry> {
  const { calibrationBins } = await import("@braidyn/plots");
  return { name, bins: calibrationBins(truth, prediction) };
}
