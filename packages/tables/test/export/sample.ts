import { table, type ColumnTable } from "arquero";
import { categories } from "../../src/index.ts";

/** A table with one column of every kind that tables hold, and the values that are hard to write. */
export function everyKind(): ColumnTable {
  const columns = {
    subject: categories(["VG1-GC#51", 'a "b", c\nd'], Uint8Array.of(0, 1, 0, 0)),
    day: categories([8, 15], Uint8Array.of(0, 0, 1, 1)),
    maybeDay: categories([null, 3], Uint8Array.of(0, 1, 0, 0)),
    float64: Float64Array.of(0.1 + 0.2, NaN, -1e-300, 5e-324),
    float32: Float32Array.of(0.1, NaN, -3.4e38, 1.5),
    int32: Int32Array.of(-2147483648, 0, 7, 2147483647),
    uint32: Uint32Array.of(0, 1, 2, 4294967295),
    uint8: Uint8Array.of(0, 1, 254, 255),
    bool: [true, false, null, true],
    text: ["レバー", "", null, "a,b"],
    number: [1, 2.5, null, NaN],
    whole: [1, 2, null, 4],
  };
  return table(columns);
}

/** What `everyKind` holds, as JSON has it (NaN is null too). */
export const everyKindValues = {
  subject: ["VG1-GC#51", 'a "b", c\nd', "VG1-GC#51", "VG1-GC#51"],
  day: [8, 8, 15, 15],
  maybeDay: [null, 3, null, null],
  float64: [0.1 + 0.2, null, -1e-300, 5e-324],
  float32: [Math.fround(0.1), null, Math.fround(-3.4e38), 1.5],
  int32: [-2147483648, 0, 7, 2147483647],
  uint32: [0, 1, 2, 4294967295],
  uint8: [0, 1, 254, 255],
  bool: [true, false, null, true],
  text: ["レバー", "", null, "a,b"],
  number: [1, 2.5, null, null],
  whole: [1, 2, null, 4],
};
