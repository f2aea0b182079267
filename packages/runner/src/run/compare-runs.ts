import { BraidynError } from "@braidyn/core";
import type { Predictions } from "@braidyn/harness";

/** Holds a second run to the first, to the last bit. @throws BraidynError `RUN_NOT_REPRODUCED`. */
export function compareRuns(first: Predictions, second: Predictions): void {
  for (const [column, values] of first.columns) {
    const others = second.columns.get(column);
    const odd = values.findIndex((value, i) => !Object.is(value, others?.[i]));
    if (odd === -1) continue;
    const place = `${first.rowIds[odd]}, ${column}: ${values[odd]} / ${others?.[odd]}`;
    throw new BraidynError("RUN_NOT_REPRODUCED", { place });
  }
}
