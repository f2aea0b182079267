import {
  asciiType,
  booleanStandIn,
  numericType,
  referenceType,
  stringType,
  type ElementType,
} from "./element-type.ts";
import type { Library } from "./library.ts";
import type { Attribute, Hdf5Dataset, NumericValues, ObjectReference, Values } from "./tree.ts";

const deflate = 1;

/** An array of values with its shape, as the file will hold it. */
interface Block {
  readonly data: NumericValues | readonly string[];
  readonly shape: readonly number[];
}

/** Creates one dataset with its data, without its attributes. */
export function createDataset(library: Library, file: bigint, path: string, node: Hdf5Dataset): void {
  const values = typeof node.values === "function" ? node.values() : node.values;
  const { data, shape } = asBlock(values, node.shape, path);
  const storage = {
    chunks: node.chunks ? [...node.chunks] : null,
    ...(node.gzip ? { compression: deflate, compression_opts: [node.gzip] } : {}),
  };
  if (isStrings(data)) {
    const type = node.ascii ? asciiType : stringType;
    const metadata = { ...type, ...storage, ...extent(shape) };
    library.Module.create_vlen_str_dataset(file, path, data, metadata);
    return;
  }
  const type = node.boolean ? booleanStandIn : numericType(data);
  const metadata = { ...type, ...storage, ...extent(shape) };
  withBytes(library, bytesOf(data), (pointer) =>
    library.Module.create_dataset(file, path, pointer, metadata),
  );
}

/** Creates one attribute; what a reference points to must exist. */
export function createAttribute(
  library: Library,
  file: bigint,
  path: string,
  name: string,
  attribute: Attribute,
): void {
  if (isReference(attribute)) {
    const address = library.Module.create_object_reference(file, attribute.target);
    createNumericAttribute(library, file, path, name, Uint8Array.from(address), referenceType, []);
    return;
  }
  const { data, shape } = asBlock(attribute, undefined, `${path}@${name}`);
  if (isStrings(data)) {
    library.Module.create_vlen_str_attribute(file, path, name, data, { ...stringType, ...extent(shape) });
  } else {
    createNumericAttribute(library, file, path, name, bytesOf(data), numericType(data), shape);
  }
}

export function isReference(attribute: Attribute): attribute is ObjectReference {
  return typeof attribute === "object" && "kind" in attribute;
}

function createNumericAttribute(
  library: Library,
  file: bigint,
  path: string,
  name: string,
  bytes: Uint8Array,
  type: ElementType,
  shape: readonly number[],
): void {
  withBytes(library, bytes, (pointer) =>
    library.Module.create_attribute(file, path, name, pointer, { ...type, ...extent(shape) }),
  );
}

function asBlock(values: Values, shape: readonly number[] | undefined, path: string): Block {
  if (typeof values === "string") return { data: [values], shape: [] };
  if (typeof values === "number") return { data: Float64Array.of(values), shape: [] };
  if (typeof values === "bigint") return { data: BigInt64Array.of(values), shape: [] };
  const size = shape?.reduce((product, length) => product * length, 1) ?? values.length;
  if (size !== values.length) {
    throw new RangeError(`${path}: ${values.length} values do not fill the shape [${shape?.join(", ")}]`);
  }
  return { data: values, shape: shape ?? [values.length] };
}

function isStrings(data: NumericValues | readonly string[]): data is readonly string[] {
  return Array.isArray(data);
}

function bytesOf(data: NumericValues): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

function extent(shape: readonly number[]): { shape: bigint[]; maxshape: bigint[] } {
  const dimensions = shape.map(BigInt);
  return { shape: dimensions, maxshape: dimensions };
}

function withBytes(library: Library, bytes: Uint8Array, use: (pointer: bigint) => void): void {
  const pointer = library.Module._malloc(Math.max(1, bytes.byteLength));
  if (pointer === 0) throw new RangeError(`no memory for ${bytes.byteLength} bytes`);
  try {
    library.Module.HEAPU8.set(bytes, pointer);
    use(BigInt(pointer));
  } finally {
    library.Module._free(pointer);
  }
}
