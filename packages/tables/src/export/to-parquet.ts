import type { ColumnTable } from "arquero";
import { parquetWriteBuffer, type BasicType, type ColumnSource } from "hyparquet-writer";
import { categories } from "../categories.ts";
import { denseColumns, type AnyColumn } from "../dense-columns.ts";
import { columnKind, type KindOfColumn } from "./column-kind.ts";

/**
 * The table as a Parquet file (snappy). float64, float32, int32, int64, string, bool and timestamp columns; smaller
 * integers are int32, uint32 is int64; NaN stays NaN, and null is null.
 *
 * @throws BraidynError `TABLE_COLUMN_TYPE` for a column of mixed types.
 */
export function toParquet(table: ColumnTable): Uint8Array {
  const { columns } = denseColumns(table);
  const columnData = [...columns].map(([name, column]) => source(name, column));
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: "@braidyn/tables" }));
}

function source(name: string, column: AnyColumn): ColumnSource {
  const found = columnKind(name, column, "Parquet");
  if (found.kind === "typed") return typedSource(name, found.values);
  if (found.kind === "category") {
    const data = categories(found.values, found.codes).toArray();
    return { name, data, type: "STRING", nullable: false };
  }
  return { name, data: found.values as unknown[], type: plainTypes[found.kind] };
}

const plainTypes = {
  string: "STRING",
  bool: "BOOLEAN",
  date: "TIMESTAMP",
  int32: "INT32",
  float64: "DOUBLE",
  int64: "INT64",
} as const satisfies Record<Exclude<KindOfColumn["kind"], "typed" | "category">, BasicType>;

type TypedValues = Extract<KindOfColumn, { kind: "typed" }>["values"];

function typedSource(name: string, values: TypedValues): ColumnSource {
  if (values instanceof Float64Array) return plain(name, "DOUBLE", values);
  if (values instanceof Float32Array) return plain(name, "FLOAT", values);
  if (values instanceof BigInt64Array) return plain(name, "INT64", values);
  if (values instanceof Uint32Array || values instanceof BigUint64Array) {
    return plain(name, "INT64", BigInt64Array.from(values, BigInt));
  }
  return plain(name, "INT32", values instanceof Int32Array ? values : Int32Array.from(values));
}

/** Plain pages keep every bit; the writer's dictionaries would turn -0 into 0. */
function plain(name: string, type: BasicType, data: ColumnSource["data"]): ColumnSource {
  return { name, data, type, nullable: false, encoding: "PLAIN" };
}
