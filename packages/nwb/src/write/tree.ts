/** Numbers of a dataset or attribute; the element type in the file is the array's. */
export type NumericValues =
  | Float64Array
  | Float32Array
  | BigInt64Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array;

/**
 * What a dataset holds: an array; or a scalar, where a number is a float64, a bigint an int64 and a string
 * variable-length UTF-8.
 */
export type Values = NumericValues | readonly string[] | string | number | bigint;

/** The path of another object of the same file. */
export interface ObjectReference {
  readonly kind: "reference";
  readonly target: string;
}

export type Attribute = Values | ObjectReference;

export interface Hdf5Group {
  readonly kind: "group";
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly children: Readonly<Record<string, Hdf5Node>>;
}

export interface DatasetOptions {
  /** By default [] for a scalar and [length] for an array. */
  readonly shape?: readonly number[];
  readonly attributes?: Readonly<Record<string, Attribute>>;
  /** Stores a Uint8Array of 0 and 1 as h5py stores booleans: the enumeration { FALSE = 0, TRUE = 1 } over int8. */
  readonly boolean?: boolean;
  /** Declares strings as ASCII, as pynwb does with dates; else UTF-8. */
  readonly ascii?: boolean;
  /** Chunk shape; contiguous without it. */
  readonly chunks?: readonly number[];
  /** Deflate level 1-9; only with `chunks`. */
  readonly gzip?: number;
}

export interface Hdf5Dataset extends DatasetOptions {
  readonly kind: "dataset";
  /** A function is called when its turn comes and its result dropped after: one large array in memory at a time. */
  readonly values: Values | (() => Values);
}

export interface SoftLink {
  readonly kind: "soft-link";
  readonly target: string;
}

export type Hdf5Node = Hdf5Group | Hdf5Dataset | SoftLink;

/** A group of datasets, groups and links by name. */
export function group(
  attributes: Readonly<Record<string, Attribute>> = {},
  children: Readonly<Record<string, Hdf5Node>> = {},
): Hdf5Group {
  return { kind: "group", attributes, children };
}

/** A dataset: an array in C order, or a scalar. */
export function dataset(values: Values | (() => Values), options: DatasetOptions = {}): Hdf5Dataset {
  return { kind: "dataset", values, ...options };
}

/** A symbolic link to an absolute path of the same file. */
export function softLink(target: string): SoftLink {
  return { kind: "soft-link", target };
}

/** An attribute's value that points to the object at `target`, an absolute path of the same file. */
export function reference(target: string): ObjectReference {
  return { kind: "reference", target };
}
