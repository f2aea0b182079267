import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Kind } from "./linear.ts";
import type { Columns, Rows } from "./model.ts";

/** What the organizers' machine gives a program: `.npy` files, a row id a line, and a manifest that says so. */
interface Manifest {
  readonly rows: number;
  readonly input: { readonly file: string; readonly shape: readonly number[]; readonly offset: number };
  readonly truth: {
    readonly columns: readonly string[];
    readonly types: readonly Kind[];
    readonly file?: string;
    readonly offset?: number;
  };
  readonly row_ids: string;
}

/** Inputs, ids, and the kind of every truth column. */
export interface Data extends Rows {
  readonly rowIds: readonly string[];
  readonly kinds: Readonly<Record<string, Kind>>;
  /** Of train rows. */
  readonly truth: Columns | null;
}

export function readData(folder: string): Data {
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
  const { rows, input, truth, row_ids } = manifest;
  return {
    count: rows,
    inputShape: input.shape.slice(1),
    input: new Float32Array(numbersOf(join(folder, input.file), input.offset)),
    rowIds: readFileSync(join(folder, row_ids), "utf8").split("\n").slice(0, rows),
    kinds: Object.fromEntries(truth.columns.map((name, i) => [name, truth.types[i]])),
    truth:
      truth.file === undefined ? null : readTruth(join(folder, truth.file), truth.offset ?? 0, truth.columns),
  };
}

/** rows x truth columns, row by row. */
function readTruth(file: string, offset: number, names: readonly string[]): Columns {
  const values = new Float64Array(numbersOf(file, offset));
  return Object.fromEntries(names.map((name, j) => [name, values.filter((_, i) => i % names.length === j)]));
}

/** The numbers of a `.npy` file start at `offset`. */
function numbersOf(file: string, offset: number): ArrayBuffer {
  return Uint8Array.from(readFileSync(file).subarray(offset)).buffer;
}
