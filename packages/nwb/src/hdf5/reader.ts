import type { Shape } from "./dataspace.ts";
import type { AttributeValue, Values } from "./values.ts";

/** What is known of a dataset before its elements are read. */
export interface DatasetInfo {
  readonly shape: Shape;
  /** What the elements are to a user; "other" for compounds, references and the like. */
  readonly elements: "number" | "boolean" | "string" | "other";
  /** Bytes of one stored element. */
  readonly elementBytes: number;
}

/**
 * An HDF5 file as the session loader sees it. Paths are absolute, or start with a reference's text (`#1234/roi_name`).
 * Our own reader and h5wasm both answer to it.
 */
export interface Hdf5Reader {
  readonly label: string;
  /** Names in a group, sorted; null where there is no group. */
  members(path: string): Promise<readonly string[] | null>;
  /**
   * As `members`, from the names alone: what they lead to is not looked at, so that it takes one round trip where
   * `members` takes several.
   */
  names(path: string): Promise<readonly string[] | null>;
  /** Null where there is no dataset. */
  dataset(path: string): Promise<DatasetInfo | null>;
  /** An object's attributes by name; empty where there is no object. */
  attributes(path: string): Promise<ReadonlyMap<string, AttributeValue>>;
  /** The elements of rows `from <= row < to` of the first dimension, by default of all. The caller owns the result. */
  read(path: string, rows?: readonly [from: number, to: number]): Promise<Values>;
  close(): void;
}

/** Limits that keep a damaged or hostile file from taking the machine. */
export interface ReadLimits {
  /** Most bytes that one read may allocate. */
  readonly maxReadBytes: number;
}
