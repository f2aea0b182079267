import type { Library } from "./library.ts";
import type { NumericValues } from "./tree.ts";

/** What h5wasm's C++ side wants to know of a dataset or attribute. */
export type ElementType = Pick<
  Parameters<Library["Module"]["create_dataset"]>[3],
  "type" | "size" | "signed" | "vlen" | "littleEndian" | "total_size" | "cset" | "compound_type"
>;

const integer = 0;
const float = 1;
const string = 3;
const compound = 6;
const reference = 7;
const ascii = 0;
const utf8 = 1;

const common = { signed: false, vlen: false, littleEndian: true, total_size: 0 };

/** Variable-length UTF-8. */
export const stringType: ElementType = { ...common, type: string, size: 4, vlen: true, cset: utf8 };

/** Variable-length ASCII. */
export const asciiType: ElementType = { ...stringType, cset: ascii };

export const referenceType: ElementType = { ...common, type: reference, size: 8 };

/**
 * A compound of one int8. h5wasm cannot make enumerations; this has the same bytes a value, and its description in the
 * object header is long enough for the boolean enumeration's to take its place (see `object-header.ts`).
 */
export const booleanStandIn: ElementType = {
  ...common,
  type: compound,
  size: 1,
  compound_type: {
    nmembers: 1,
    members: [
      {
        name: "boolean",
        offset: 0,
        ...{ type: integer, size: 1, signed: true, vlen: false, littleEndian: true },
        ...{ shape: [], maxshape: [], chunks: null, total_size: 1 },
      },
    ],
  },
};

/** The type in the file of an array's elements. */
export function numericType(values: NumericValues): ElementType {
  const size = values.BYTES_PER_ELEMENT;
  if (values instanceof Float64Array || values instanceof Float32Array) {
    return { ...common, type: float, size };
  }
  return { ...common, type: integer, size, signed: !isUnsigned(values) };
}

function isUnsigned(values: NumericValues): boolean {
  return values instanceof Uint8Array || values instanceof Uint16Array || values instanceof Uint32Array;
}
