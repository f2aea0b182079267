import { structField, wholeField, type ThriftStruct } from "./thrift.ts";

/** What a column's values are; `other` carries what we do not take as predictions: booleans, decimals, dates. */
export type ColumnKind =
  | { readonly kind: "text" }
  | { readonly kind: "number"; readonly type: NumberType }
  | { readonly kind: "other"; readonly name: string };
export type NumberType = "INT32" | "UINT32" | "INT64" | "UINT64" | "FLOAT" | "DOUBLE";

const physical = [
  "BOOLEAN",
  "INT32",
  "INT64",
  "INT96",
  "FLOAT",
  "DOUBLE",
  "BYTE_ARRAY",
  "FIXED_LEN_BYTE_ARRAY",
];
/** The older names of meanings, by number. */
const converted = new Map([
  ...([
    [1, "MAP"],
    [3, "LIST"],
    [5, "DECIMAL"],
    [6, "DATE"],
    [7, "TIME"],
    [8, "TIME"],
  ] as const),
  ...([
    [9, "TIMESTAMP"],
    [10, "TIMESTAMP"],
    [19, "JSON"],
    [20, "BSON"],
    [21, "INTERVAL"],
  ] as const),
]);
/** The newer ones. */
const logical = new Map([
  ...([
    [2, "MAP"],
    [3, "LIST"],
    [5, "DECIMAL"],
    [6, "DATE"],
    [7, "TIME"],
    [8, "TIMESTAMP"],
  ] as const),
  ...([
    [12, "JSON"],
    [13, "BSON"],
    [14, "UUID"],
    [15, "FLOAT16"],
  ] as const),
]);
/** Converted types of unsigned numbers of 8 to 64 bits. */
const unsigned = [11, 12, 13, 14];

/** What an element of a schema holds. Source: parquet-format, LogicalTypes.md. */
export function columnKind(element: ThriftStruct): ColumnKind {
  const type = physical[wholeField(element, 1, 7)]!;
  const meaning = meaningOf(element);
  if (meaning !== null) return { kind: "other", name: meaning };
  if (type === "BYTE_ARRAY") return { kind: "text" };
  if (type === "FLOAT" || type === "DOUBLE") return { kind: "number", type };
  if (type === "INT32" || type === "INT64") {
    return { kind: "number", type: isUnsigned(element) ? `U${type}` : type };
  }
  return { kind: "other", name: type };
}

function meaningOf(element: ThriftStruct): string | null {
  const [newer] = structField(element, 10)?.keys() ?? [];
  const older = element.get(6);
  const ofNewer = newer === undefined ? undefined : logical.get(newer as 2);
  return ofNewer ?? (typeof older === "number" ? converted.get(older as 1) : undefined) ?? null;
}

function isUnsigned(element: ThriftStruct): boolean {
  const integer = structField(element, 10) && structField(structField(element, 10)!, 10);
  if (integer) return integer.get(2) === false;
  const older = element.get(6);
  return typeof older === "number" && unsigned.includes(older);
}
