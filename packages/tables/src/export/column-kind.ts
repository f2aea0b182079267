import { BraidynError } from "@braidyn/core";
import { isCategoryColumn } from "../categories.ts";
import type { AnyColumn, TypedArray } from "../dense-columns.ts";

/** A column as formats with types need it. */
export type KindOfColumn =
  | { readonly kind: "typed"; readonly values: TypedArray }
  | {
      readonly kind: "category";
      readonly values: readonly string[];
      readonly codes: Uint8Array | Uint16Array | Uint32Array;
    }
  | {
      readonly kind: "string" | "bool" | "date" | "int32" | "float64" | "int64";
      /** null where there is no value. */
      readonly values: readonly unknown[];
    };

/**
 * Which one kind of value a column holds: typed arrays as they are, categories of strings by code, anything else by
 * looking at every value. Whole numbers that fit become int32, other numbers float64; null and undefined are null.
 *
 * @throws BraidynError `TABLE_COLUMN_TYPE` for a mixture, or objects.
 */
export function columnKind(name: string, column: AnyColumn, format: string): KindOfColumn {
  if (isCategoryColumn(column)) {
    const { values, codes } = column;
    if (values.every((value) => typeof value === "string")) return { kind: "category", values, codes };
    return columnKind(name, column.toArray(), format);
  }
  if (ArrayBuffer.isView(column)) return { kind: "typed", values: column };
  const values = column as readonly unknown[];
  if (values.length === 0) return { kind: "category", values: [], codes: new Uint8Array(0) };
  return plainKind(name, values, format);
}

function plainKind(name: string, values: readonly unknown[], format: string): KindOfColumn {
  const found = [...new Set(values.map(typeName))].filter((type) => type !== null).sort();
  const kind = kinds[found.join(" and ")];
  if (kind === undefined) {
    throw new BraidynError("TABLE_COLUMN_TYPE", { name, format, found: found.join(", ") });
  }
  return packed(
    kind,
    values.map((value) => value ?? null),
  );
}

const kinds: Readonly<Record<string, Exclude<KindOfColumn["kind"], "typed" | "category">>> = {
  "": "string", // nothing but nulls
  string: "string",
  boolean: "bool",
  date: "date",
  integer: "int32",
  number: "float64",
  "integer and number": "float64",
  bigint: "int64",
};

function typeName(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return "date";
  if (typeof value === "number") return (value | 0) === value ? "integer" : "number";
  return typeof value;
}

/** Numbers without nulls need no list. */
function packed(kind: Exclude<KindOfColumn["kind"], "typed" | "category">, values: unknown[]): KindOfColumn {
  const complete = !values.includes(null);
  if (complete && kind === "int32") return { kind: "typed", values: Int32Array.from(values as number[]) };
  if (complete && kind === "float64") return { kind: "typed", values: Float64Array.from(values as number[]) };
  return { kind, values };
}
