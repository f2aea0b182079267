import type { NumericArray } from "../types.ts";

/** A reference to another object of the same file. */
export interface ObjectReference {
  /** Where it points: a path that the reader which returned it resolves. */
  readonly reference: string;
}

/** One element, as plain JavaScript. */
export type Scalar =
  number | string | boolean | ObjectReference | NumericArray | Record<string, unknown> | null;

/** The elements of a dataset or an attribute, in C order. Booleans are 0 and 1. */
export type Values = NumericArray | readonly string[] | readonly Scalar[];

/** An attribute: one element for a scalar, many for an array, null for "no data". */
export type AttributeValue = Scalar | Values;
