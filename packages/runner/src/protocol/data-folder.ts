import { writeNpy, type Bundle, type BundleSplit } from "@braidyn/harness";
import type { EntryFiles } from "../entry/entry.ts";

/** Rises when programs of today could not read a folder of tomorrow. */
const dataFormat = "braidyn-data/1";

/**
 * What `fit` is given: inputs and truth of the train split. Validation truth is kept from it too, so that one model is
 * honestly scored on every board.
 *
 * `input.npy` float32 rows x input shape; `truth.npy` float64 rows x columns; `row_ids.txt`, `subjects.txt`,
 * `sessions.txt` a line a row; `manifest.json` says so, and where in a `.npy` its numbers start.
 */
export async function fitData(bundle: Bundle): Promise<EntryFiles> {
  const { truth, ...rows } = await bundle.labelledRows("train");
  const columns = Object.keys(bundle.definition.truth);
  const values = interleave(
    columns.map((column) => truth[column] as Float64Array),
    rows.count,
  );
  const npy = writeNpy(values, [rows.count, columns.length]);
  return dataFiles(bundle, "train", rows, { npy, shape: [rows.count, columns.length] });
}

/** What `predict` is given: inputs of the split that is scored, in the bundle's order, and nothing of their truth. */
export async function predictData(bundle: Bundle, split: BundleSplit): Promise<EntryFiles> {
  return dataFiles(bundle, split, await bundle.rows(split), null);
}

type Rows = Awaited<ReturnType<Bundle["rows"]>>;
interface Truth {
  readonly npy: Uint8Array;
  readonly shape: readonly number[];
}

function dataFiles(bundle: Bundle, split: BundleSplit, rows: Rows, truth: Truth | null): EntryFiles {
  const { definition } = bundle;
  const shape = [rows.count, ...rows.inputShape];
  const input = writeNpy(rows.input, shape);
  const axes = ["row", ...definition.input.shape.map(({ axis }) => axis)];
  const columns = Object.keys(definition.truth);
  const types = columns.map((column) => definition.truth[column]?.type);
  const stored =
    truth === null
      ? {}
      : { file: "truth.npy", dtype: "<f8", shape: truth.shape, offset: npyOffset(truth.npy) };
  const manifest = {
    format: dataFormat,
    challenge: definition.id,
    split,
    rows: rows.count,
    input: {
      ...{ file: "input.npy", dtype: "<f4", shape, offset: npyOffset(input) },
      ...{ axes, unit: definition.input.unit },
    },
    truth: { columns, types, ...stored },
    row_ids: "row_ids.txt",
    subjects: "subjects.txt",
    sessions: "sessions.txt",
  };
  return new Map<string, Uint8Array>([
    ["input.npy", input],
    ["manifest.json", text(`${JSON.stringify(manifest, null, 2)}\n`)],
    ["row_ids.txt", lines(rows.rowIds)],
    ["sessions.txt", lines(rows.sessions)],
    ["subjects.txt", lines(rows.subjects)],
    ...(truth === null ? [] : [["truth.npy", truth.npy] as const]),
  ]);
}

/** Where the numbers of a `.npy` 1.0 start. Format: numpy.lib.format. */
function npyOffset(file: Uint8Array): number {
  return 10 + (file[8] as number) + 256 * (file[9] as number);
}

function interleave(columns: readonly Float64Array[], rows: number): Float64Array {
  const values = new Float64Array(rows * columns.length);
  columns.forEach((column, j) => column.forEach((value, i) => (values[i * columns.length + j] = value)));
  return values;
}

function lines(values: readonly string[]): Uint8Array {
  return text(values.map((value) => `${value}\n`).join(""));
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}
