import type { NumberType } from "./column-kind.ts";
import { damaged } from "./damaged.ts";

const sizes: Record<NumberType, number> = { INT32: 4, UINT32: 4, FLOAT: 4, INT64: 8, UINT64: 8, DOUBLE: 8 };

/** `count` numbers, one after another; 64-bit whole numbers as the nearest doubles. */
export function plainNumbers(bytes: Uint8Array, type: NumberType, count: number): Float64Array {
  const size = sizes[type];
  if (count * size > bytes.length) throw damaged(`${count} values in ${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = readers(view)[type];
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) values[i] = read(i * size);
  return values;
}

function readers(view: DataView): Record<NumberType, (at: number) => number> {
  return {
    INT32: (at) => view.getInt32(at, true),
    UINT32: (at) => view.getUint32(at, true),
    INT64: (at) => Number(view.getBigInt64(at, true)),
    UINT64: (at) => Number(view.getBigUint64(at, true)),
    FLOAT: (at) => view.getFloat32(at, true),
    DOUBLE: (at) => view.getFloat64(at, true),
  };
}

/** `count` texts, each after its length, as views. */
export function plainTexts(bytes: Uint8Array, count: number): Uint8Array[] {
  if (count * 4 > bytes.length) throw damaged(`${count} values in ${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values: Uint8Array[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    const length = at + 4 > bytes.length ? Infinity : view.getUint32(at, true);
    if (length > bytes.length - at - 4) throw damaged(`text of ${length} bytes`);
    values.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return values;
}
